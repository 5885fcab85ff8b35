import type { Locator, Page } from '@playwright/test';
import { TIMELINE, TIMELINE_FILTERS } from '#words/timeline.ts';

/** The timeline, by the names that a reader sees. */
export class TimelinePage {
  readonly page: Page;
  /** All that is shown of milestones, in the form that the window has. */
  readonly entries: Locator;
  readonly status: Locator;
  readonly clear: Locator;
  readonly code: Locator;
  readonly filters: Locator;

  constructor(page: Page) {
    this.page = page;
    this.entries = page.locator(':is(.chronicle :is(li, .bar), .years .entry)').filter({ visible: true });
    this.status = page.locator('.timeline-status');
    this.filters = page.locator('.filters-box > summary');
    this.clear = page.getByRole('button', { name: TIMELINE.clear });
    this.code = page.getByRole('textbox', { name: TIMELINE.embedCode });
  }

  /** Opens it, and waits until it can be filtered. */
  async open(address = 'timeline/'): Promise<void> {
    await this.page.goto(address);
    await this.page.locator('.filters-box:not(.needs-script)').waitFor();
  }

  filter(name: keyof typeof TIMELINE_FILTERS): Locator {
    return this.page.getByRole('combobox', { name: TIMELINE_FILTERS[name], exact: true });
  }

  async choose(name: keyof typeof TIMELINE_FILTERS, value: string): Promise<void> {
    if (!(await this.filter(name).isVisible())) await this.filters.click();
    await this.filter(name).selectOption(value);
  }

  /** Shows all, where not all is shown at first. */
  async showAll(): Promise<void> {
    const all = this.page.locator('label[for="show-all"]');
    if ((await all.count()) > 0) await all.click();
  }

  /** Anchors of the milestones in sight, in the order of the page. */
  shown(): Promise<string[]> {
    return this.entries.evaluateAll((entries) =>
      entries.map((entry) => entry.id || (entry.querySelector<HTMLElement>('[data-of]')?.dataset.of ?? '')),
    );
  }
}
