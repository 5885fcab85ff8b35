import { tokensOf } from '../search/truth.ts';
import { manuscripts } from '../support/content.ts';
import { given } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

/** The last two characters before a figure of the text, and its first: words that begin in one element and end in another. */
function acrossFigure(): string {
  const figures = [...document.querySelectorAll('.prose p > .figure')];
  const [found] = figures.flatMap((figure) => {
    const before = /\p{Script=Han}{2}(?=\s*$)/u.exec(figure.previousSibling?.textContent ?? '')?.[0];
    const number = /^\d+/.exec(figure.textContent)?.[0];
    return before && number && figure.previousSibling instanceof Text ? [`${before}${number}`] : [];
  });
  return found ?? '';
}

test('words that lie in several elements are marked where the browser cannot paint ranges', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(CSS, 'highlights'));
  let phrase = '';
  let path = '';
  for (const story of manuscripts.filter(({ data }) => data.figures.length > 0)) {
    path = story.path;
    await page.goto(path);
    phrase = await page.evaluate(acrossFigure);
    if (phrase) break;
  }
  given(phrase || null, 'no figure that follows on words of its sentence');
  const before = await page.locator('.prose').textContent();
  await page.goto(`${path}?mark=${encodeURIComponent(phrase)}`);
  await expect(page.locator('mark.search-hit-current')).toHaveCount(2);
  const marked = (await page.locator('mark.search-hit-current').allTextContents()).join('');
  expect(tokensOf(marked)).toEqual(tokensOf(phrase));
  expect(await page.locator('.prose').textContent()).toBe(before);
});
