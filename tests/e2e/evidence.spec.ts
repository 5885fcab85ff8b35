import type { Page } from '@playwright/test';
import { figureMatches, figureText } from '../../src/lib/numbers/figures.ts';
import { figureAnchor, milestoneAnchor } from '../../src/lib/urls.ts';
import { manuscripts } from '../support/content.ts';
import { StoryPage } from './support/story-page.ts';
import { expect, test } from './support/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What a reader finds who has followed a link to `id`. */
async function landing(page: Page, id: string) {
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  return page.evaluate((anchor) => {
    const found = document.querySelector(':target');
    // Words that reader modes would drop for the name of their anchor stand beside it.
    const target = found?.textContent ? found : (found?.parentElement ?? null);
    const { top = -1, bottom = -1 } = target?.getBoundingClientRect() ?? {};
    const plain = getComputedStyle(document.body).backgroundColor;
    const marked = target ? getComputedStyle(target).backgroundColor : '';
    return {
      isTarget: found?.id === anchor,
      isInView: top >= 0 && bottom <= innerHeight,
      isMarked: marked !== '' && marked !== plain && marked !== 'rgba(0, 0, 0, 0)',
      text: target?.textContent ?? '',
    };
  }, id);
}

for (const { slug, path, data, blocks } of manuscripts) {
  test(`${slug}: every figure and milestone leads to the very words that state it`, async ({ page }) => {
    const story = new StoryPage(page);
    await page.goto(path);
    await story.unfold();
    await expect(story.figureLinks).toHaveCount(data.figures.length);
    await expect(story.milestoneLinks).toHaveCount(data.milestones.length);

    for (const [index, figure] of data.figures.entries()) {
      const link = story.figureLinks.nth(index);
      await expect(link).toContainText(figureText(figure));
      await link.click();
      const { text, ...found } = await landing(page, figureAnchor(figure.id));
      expect.soft(found, figure.label).toEqual({ isTarget: true, isInView: true, isMarked: true });
      expect.soft(figureMatches(text, figure), `“${text}” states ${figureText(figure)}`).toBe(true);
    }

    const marks = blocks.flatMap((block) => block.marks).filter((mark) => mark.name === 'Milestone');
    for (const [index, milestone] of data.milestones.entries()) {
      await story.milestoneLinks.nth(index).click();
      const { text, ...found } = await landing(page, milestoneAnchor(milestone.id));
      expect.soft(found, milestone.title).toEqual({ isTarget: true, isInView: true, isMarked: true });
      expect.soft(text).toContain(marks.find((mark) => mark.id === milestone.id)?.text.slice(0, 4));
    }
  });
}
