import { LOST_PARAGRAPH } from '#words/paragraph-links.ts';
import { SOURCE_CARD } from '#words/story.ts';
import { anchorTables, manuscripts } from '../support/content.ts';
import { STORY } from './support/pages.ts';
import { given } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

test('a link to a paragraph of which nothing is known leads to the story, and says so', async ({ page }) => {
  await page.goto(`${STORY}#p-fffffffff`);
  await expect(page.getByText(LOST_PARAGRAPH)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
});

test('a link to a paragraph that is there says nothing', async ({ page }) => {
  const { path, slug } = given(manuscripts[0], 'no story');
  const id = given(anchorTables.get(slug)?.table.paragraphs.at(-1)?.id, 'no paragraph');
  await page.goto(`${path}#${id}`);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  await expect(page.getByText(LOST_PARAGRAPH)).toBeHidden();
  await expect(page.getByText(SOURCE_CARD.removed)).toBeHidden();
});

test('a link to a paragraph that was taken out says so', async ({ page }) => {
  const story = given(
    manuscripts.find(({ slug }) => anchorTables.get(slug)?.table.removed.length),
    'no paragraph that was taken out',
  );
  await page.goto(`${story.path}#${anchorTables.get(story.slug)?.table.removed[0]}`);
  await expect(page.getByText(SOURCE_CARD.removed)).toBeInViewport();
});
