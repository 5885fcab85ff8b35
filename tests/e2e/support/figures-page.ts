import type { Locator, Page } from '@playwright/test';
import { FIGURES_PAGE } from '#words/figures.ts';
import { T } from '#words/site.ts';

const SORTS = { county: FIGURES_PAGE.county, label: T.counted, value: T.value, asOf: T.asOf } as const;

/** The page of figures, by the names that a reader sees. */
export class FiguresPage {
  static readonly path = 'figures/';
  readonly page: Page;
  readonly controls: Locator;
  readonly filter: Locator;
  readonly grouped: Locator;
  readonly status: Locator;
  readonly jump: Locator;
  readonly counties: Locator;
  /** The one table of the sorted state. */
  readonly merged: Locator;
  /** Rows that can be seen, in either state. */
  readonly rows: Locator;
  readonly plots: Locator;

  constructor(page: Page) {
    this.page = page;
    this.controls = page.locator('.figures-controls');
    this.filter = page.getByRole('searchbox', { name: FIGURES_PAGE.filter });
    this.grouped = page.getByRole('button', { name: FIGURES_PAGE.grouped });
    this.status = this.controls.getByRole('status');
    this.jump = page.getByRole('navigation', { name: FIGURES_PAGE.jump });
    this.counties = page.locator('section.figures-county:visible');
    this.merged = page.getByRole('table', { name: FIGURES_PAGE.all });
    this.rows = page.locator('.figures tr[data-keys]:visible');
    this.plots = page.getByRole('region', { name: FIGURES_PAGE.comparisons }).getByRole('figure');
  }

  async goto(query = ''): Promise<void> {
    await this.page.goto(`${FiguresPage.path}${query}`);
  }

  sortButton(sort: keyof typeof SORTS): Locator {
    // Its name ends with the way it is turned.
    return this.controls.getByRole('button', { name: new RegExp(`^${SORTS[sort]}`) });
  }

  columnHead(sort: keyof typeof SORTS): Locator {
    return this.merged.getByRole('columnheader', { name: SORTS[sort] });
  }

  /** What a reader sees of each row, cell by cell. */
  texts(): Promise<string[][]> {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())),
    );
  }
}
