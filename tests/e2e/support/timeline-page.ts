import type { Locator, Page } from '@playwright/test';
import { TIMELINE, TIMELINE_FILTERS } from '#words/timeline.ts';

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

  /** The window of the drawing, `y` being the middle of what can be seen of it. */
  async box(): Promise<{ x: number; y: number; width: number }> {
    await this.drawing.scrollIntoViewIfNeeded();
    return this.drawing.evaluate((drawing) => {
      const { x, top, bottom, width } = drawing.getBoundingClientRect();
      return { x, y: (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2, width };
    });
  }

  /**
   * A point of the window that is this mark's, brought into sight: what lasts is drawn as a line, and a line has no
   * middle that a test could point at by its box.
   */
  async spot(mark: Locator): Promise<{ x: number; y: number }> {
    const found = await mark.evaluate((link) => {
      link.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, right, top, bottom } = (link.querySelector('.mark-hit') ?? link).getBoundingClientRect();
      const y = (top + bottom) / 2;
      return [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]
        .map((part) => ({ x: left + part * (right - left), y }))
        .find((point) => document.elementFromPoint(point.x, point.y)?.closest('a') === link);
    });
    if (!found) throw new Error('Something lies on the mark');
    return found;
  }

  /** Puts fingers down, moves them and lifts them: the points of all fingers at each moment. */
  async touch(moments: { x: number; y: number }[][]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    for (const [i, touchPoints] of moments.entries())
      await session.send('Input.dispatchTouchEvent', { type: i === 0 ? 'touchStart' : 'touchMove', touchPoints });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.detach();
  }

  /** The mark that the keys have reached. */
  get chosen(): Locator {
    return this.drawing.locator('[aria-selected="true"]');
  }
}
