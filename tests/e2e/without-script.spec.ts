import { formatDate } from '../../src/lib/edtf.ts';
import { figureText } from '../../src/lib/figures.ts';
import { NAVIGATION, T } from '../../src/lib/strings.ts';
import { manuscripts } from './support/manuscripts.ts';
import { MISSING, pagesOf } from './support/pages.ts';
import { StoryPage } from './support/story-page.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

test('every page has its heading, its text and the navigation, and no control that would do nothing', async ({
  page,
  build,
}) => {
  for (const path of [...pagesOf(build), MISSING]) {
    await test.step(`/${path}`, async () => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.getByRole('main')).toContainText(/.{30}/s);
      const links = page.getByRole('navigation', { name: T.mainNav }).getByRole('link');
      await expect(links).toHaveText(NAVIGATION.map((item) => item.label));
      for (const link of await links.all()) await expect(link).toBeVisible();
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.locator('.needs-script').filter({ visible: true })).toHaveCount(0);
    });
  }
});

test('every story shows all its paragraphs, figures and milestones', async ({ page }) => {
  for (const { path, data } of manuscripts) {
    await test.step(data.title, async () => {
      const story = new StoryPage(page);
      await page.goto(path);
      const paragraphs = await story.paragraphs.all();
      expect(paragraphs.length).toBeGreaterThan(0);
      for (const paragraph of paragraphs) await expect(paragraph).toBeVisible();
      for (const [index, figure] of data.figures.entries()) {
        const entry = story.figureLinks.nth(index);
        await expect(entry).toContainText(figure.label);
        await expect(entry).toContainText(figureText(figure));
      }
      for (const [index, milestone] of data.milestones.entries()) {
        const entry = story.milestoneLinks.nth(index);
        await expect(entry).toContainText(milestone.title);
        await expect(entry).toContainText(formatDate(milestone.date).slice(0, 4));
      }
    });
  }
});

test('a figure leads to its words, and a paragraph to itself', async ({ page }) => {
  const { path } = manuscripts.find(({ data }) => data.figures.length > 0) ?? manuscripts[0] ?? { path: '' };
  const story = new StoryPage(page);
  await page.goto(path);
  await story.figureLinks.first().click();
  await expect(page.locator(':target')).toBeInViewport();
  const paragraph = story.paragraphs.first();
  await paragraph.hover();
  await story.paragraphLink(paragraph).click();
  await expect(page).toHaveURL(new RegExp(`#${await paragraph.getAttribute('id')}$`));
});
