import type { Locator, Page } from '@playwright/test';
import { TIMELINE, TIMELINE_FILTERS } from '../../../src/lib/strings.ts';

/** The timeline, by the names that a reader sees. */
export class TimelinePage {
  readonly page: Page;
  readonly drawing: Locator;
  readonly marks: Locator;
  readonly entries: Locator;
  readonly status: Locator;
  readonly clear: Locator;
  readonly readout: Locator;
  readonly code: Locator;

  constructor(page: Page) {
    this.page = page;
    this.drawing = page.getByRole('listbox', { name: TIMELINE.drawing });
    this.marks = this.drawing.getByRole('option');
    this.entries = page.locator('.entry').filter({ visible: true });
    this.status = page.getByRole('search', { name: TIMELINE.filters }).getByRole('status');
    this.clear = page.getByRole('button', { name: TIMELINE.clear });
    this.readout = page.locator('.readout');
    this.code = page.getByRole('textbox', { name: TIMELINE.embedCode });
  }

  /** Opens it, and waits until the drawing is a control. */
  async open(address = 'timeline/'): Promise<void> {
    await this.page.goto(address);
    await this.drawing.waitFor();
  }

  filter(name: keyof typeof TIMELINE_FILTERS): Locator {
    return this.page.getByRole('combobox', { name: TIMELINE_FILTERS[name], exact: true });
  }

  /** The mark that the keys have reached. */
  get chosen(): Locator {
    return this.drawing.locator('[aria-selected="true"]');
  }
}
