import { navigation } from '#archive';
import { SECTION_NAMES } from '#words/site.ts';
import { figureText } from '../../src/lib/numbers/figures.ts';
import { milestoneDate } from '../../src/site/milestones.ts';
import { manuscripts } from '../support/content.ts';
import { MISSING, pagesOf } from './support/pages.ts';
import { StoryPage } from './support/story-page.ts';
import { storyWithFigures } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

/** What the navigation calls the stories and the search, where the archive leads to them. */
const LEADS_TO = (['stories', 'search'] as const).flatMap((page) => {
  const item = navigation?.find((one) => one.page === page);
  return navigation && !item ? [] : [item?.label ?? SECTION_NAMES[page]];
});

test.use({ javaScriptEnabled: false });

/** What a reader has before them. */
function visible() {
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility())
      .map((element) => element.textContent.trim());
  return {
    headings: texts('h1').length,
    text: texts('main').join('').replace(/\s+/g, '').length,
    navigation: texts('header nav a'),
    // What style sheets answer is no control without effect: sources shown, and the timeline's choice and folds.
    controls: texts('button, input:not(#evidence, .show, .opener), select, dialog, .needs-script'),
  };
}

test('every page has its heading, its text and the navigation, and no control that would do nothing', async ({
  page,
  build,
}) => {
  for (const path of [...pagesOf(build), MISSING]) {
    await page.goto(path);
    const { text, navigation, ...found } = await page.evaluate(visible);
    expect.soft(found, `/${path}`).toEqual({ headings: 1, controls: [] });
    expect.soft(navigation, `/${path}`).toEqual(expect.arrayContaining(LEADS_TO));
    expect.soft(text, `/${path}`).toBeGreaterThan(30);
  }
});

test('every story shows all its paragraphs, figures and milestones', async ({ page }) => {
  for (const { path, data } of manuscripts) {
    await test.step(data.title, async () => {
      const story = new StoryPage(page);
      await page.goto(path);
      await story.unfold();
      const hidden = await story.paragraphs.filter({ visible: false }).count();
      expect(hidden).toBe(0);
      await expect(story.paragraphs.first()).toBeVisible();
      await expect(story.figureLinks).toContainText(data.figures.map((figure) => figure.label));
      await expect(story.figureLinks).toContainText(data.figures.map(figureText));
      await expect(story.milestoneLinks).toContainText(data.milestones.map((milestone) => milestone.title));
      await expect(story.milestoneLinks).toContainText(data.milestones.map(milestoneDate));
    });
  }
});

test('the switch shows sources, a figure leads to its words, and a paragraph to itself', async ({ page }) => {
  const story = new StoryPage(page);
  await page.goto(storyWithFigures().path);
  const paragraph = story.paragraphs.first();
  await expect(story.paragraphLink(paragraph)).toBeHidden();
  await story.evidence.check();
  await paragraph.hover();
  await story.paragraphLink(paragraph).click();
  await expect(page).toHaveURL(new RegExp(`#${await paragraph.getAttribute('id')}$`));
  await story.unfold();
  await story.figureLinks.first().click();
  await expect(page.locator(':target')).toBeInViewport();
});
