import type { Locator, Page } from '@playwright/test';
import { T } from '../../../src/lib/words/site.ts';
import { SOURCE_CARD } from '../../../src/lib/words/story.ts';

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
    this.figureLinks = page.getByRole('region', { name: T.figures }).getByRole('link');
    this.milestoneLinks = page.getByRole('region', { name: T.milestones }).getByRole('link');
    this.contents = page.getByRole('navigation', { name: T.sectionNav });
    this.source = page.getByRole('region', { name: T.source });
    this.neighbours = page.getByRole('navigation', { name: T.neighbours });
  }

  /** The row of the source card that says this, such as the citation. */
  sourceRow(label: string = SOURCE_CARD.headline): Locator {
    return this.source.locator('dl > div').filter({ has: this.page.getByText(label, { exact: true }) });
  }

  paragraphLink(paragraph: Locator): Locator {
    return paragraph.getByRole('link', { name: new RegExp(`${T.copyLink}|${T.paragraphLink}`) });
  }
}
