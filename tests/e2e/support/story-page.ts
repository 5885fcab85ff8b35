import type { Locator, Page } from '@playwright/test';
import { READING } from '#words/reading.ts';
import { T } from '#words/site.ts';
import { KIND_WORDS } from '#words/sources.ts';

/** A story's page, by the names that a reader sees. */
export class StoryPage {
  readonly page: Page;
  readonly paragraphs: Locator;
  readonly figureLinks: Locator;
  readonly milestoneLinks: Locator;
  readonly contents: Locator;
  readonly source: Locator;
  readonly neighbours: Locator;

  constructor(page: Page) {
    this.page = page;
    this.paragraphs = page.locator('.prose :is(p, li)[id]');
    this.figureLinks = page.getByRole('list', { name: T.figures }).getByRole('link');
    this.milestoneLinks = page.getByRole('list', { name: T.milestones }).getByRole('link');
    this.contents = page.getByRole('navigation', { name: T.sectionNav });
    this.source = page.getByRole('region', { name: T.source });
    this.neighbours = page.getByRole('navigation', { name: T.neighbours });
  }

  /** The switch that shows sources. */
  get evidence(): Locator {
    return this.page.getByRole('switch', { name: READING.evidence });
  }

  /** What to read after it. */
  get nextReads(): Locator {
    return this.page.getByRole('navigation', { name: READING.next });
  }

  /** Opens every folded list; works without script too. */
  async unfold(): Promise<void> {
    const closed = this.page.locator('.fold:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
  }

  /** The row of the source card that says this, such as the citation. */
  sourceRow(label: string = KIND_WORDS.newspaper.headline): Locator {
    return this.source.locator('dl > div').filter({ has: this.page.getByText(label, { exact: true }) });
  }

  /**
   * Goes to the neighbour of the story, and waits until its page is whole: the address changes when the first byte of
   * the answer comes, and then a page without links is no page without neighbours.
   * @returns false where there is none
   */
  async follow(rel: 'prev' | 'next'): Promise<boolean> {
    const link = this.neighbours.locator(`[rel="${rel}"]`);
    if ((await link.count()) === 0) return false;
    const target = new URL((await link.getAttribute('href')) ?? '', this.page.url()).href;
    await link.click();
    await this.page.waitForURL(target);
    return true;
  }

  paragraphLink(paragraph: Locator): Locator {
    return paragraph.locator('.paragraph-link');
  }
}
