import { expect, type Locator, type Page } from '@playwright/test';

/** The search page, by the names that a reader sees. */
export class SearchPage {
  readonly page: Page;
  readonly box: Locator;
  readonly list: Locator;
  readonly results: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.box = page.getByRole('main').getByRole('searchbox');
    this.list = page.locator('[data-search-state]');
    this.results = page.locator('[data-search-result]');
    this.status = page.getByRole('main').getByRole('status');
  }

  async open(query: string, more = ''): Promise<void> {
    await this.page.goto(`search/?q=${encodeURIComponent(query)}${more}`);
    await this.done();
  }

  async done(): Promise<void> {
    await expect(this.list).toHaveAttribute('data-search-state', 'done');
  }

  tier = (): Promise<string | null> => this.list.getAttribute('data-search-tier');

  /** The limits that are offered: of a facet, the value and how many stories have it. */
  limits(): Promise<{ name: string; value: string; label: string; count: number }[]> {
    return this.page.locator('[data-part="facets"] fieldset > label').evaluateAll((labels) =>
      labels.map((label) => {
        const input = label.querySelector('input');
        const [words, count] = label.querySelectorAll('span');
        return {
          name: input?.name ?? '',
          value: input?.value ?? '',
          label: words?.textContent ?? '',
          count: Number(count?.textContent),
        };
      }),
    );
  }

  limit({ name, value }: { name: string; value: string }): Locator {
    return this.page.locator(`[data-part="facets"] input[name="${name}"][value="${value}"]`);
  }
}
