import { movesOf, watchMoves } from './support/moves.ts';
import { TEMPLATES } from './support/pages.ts';
import { expect, remember, test } from './support/test.ts';

test.beforeEach(async ({ page }) => {
  // What scripts change is another matter, and has its own tests.
  await page.route('**/*.js', (route) => route.abort());
  await watchMoves(page);
});

/**
 * Takes the page apart and puts it together again, part by part, as it comes over a slow line; a paragraph is a part.
 * Gives the number of parts that came into sight. Runs in the page.
 */
async function comeInParts(): Promise<number> {
  const isParagraph = (element: Element): boolean => {
    const inner = [...element.querySelectorAll(':not(svg *)')];
    if (inner.every((each) => /^(inline|none|contents)/.test(getComputedStyle(each).display))) return true;
    const [only, ...more] = element.childNodes;
    return more.length === 0 && only instanceof Element && isParagraph(only);
  };
  const partsOf = (parent: Element): { part: ChildNode; parent: Element }[] =>
    [...parent.childNodes].flatMap((part) => [
      { part, parent },
      ...(part instanceof Element && !isParagraph(part) ? partsOf(part) : []),
    ]);
  const isInSight = (part: ChildNode) =>
    part instanceof Element && part.checkVisibility() && part.getBoundingClientRect().top < innerHeight;
  const frame = () => new Promise(requestAnimationFrame);

  const parts = partsOf(document.body);
  for (const { part } of parts.toReversed()) part.remove();
  await frame();
  await frame();
  window.moves.length = 0;
  let seen = 0;
  for (const { part, parent } of parts) {
    parent.append(part);
    if (!isInSight(part)) continue;
    seen += 1;
    await frame();
  }
  return seen;
}

for (const [name, path] of Object.entries(TEMPLATES)) {
  test(`${name}: what is in sight stays where it is while the rest of the page comes`, async ({ page }) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(path);
      expect(await page.evaluate(comeInParts)).toBeGreaterThan(20);
      expect.soft(await movesOf(page), `${width} px`).toEqual([]);
    }
  });
}

test('so it does in 大字版', async ({ page }) => {
  await remember(page, { size: 'elder' });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of Object.values(TEMPLATES)) {
    await page.goto(path);
    await page.evaluate(comeInParts);
    expect.soft(await movesOf(page), path).toEqual([]);
  }
});
