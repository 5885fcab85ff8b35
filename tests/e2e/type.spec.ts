import { heldStretches } from '../../src/lib/text/held.ts';
import { STORY, storyPages, TEMPLATES } from './support/pages.ts';
import { expect, remember, test } from './support/test.ts';

/** In CSS pixels, on the screen. */
const SMALLEST = 13;

/** Words that are set smaller than that, each with what holds it; `size` is what is seen, drawings scaled as they are. */
function tooSmall(smallest: number): string[] {
  const found = new Set<string>();
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const holder = node.parentElement;
    if (!holder || !node.textContent?.trim() || holder.closest('.visually-hidden') || !holder.checkVisibility())
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // Of words in a drawing that are not drawn, the range has a box all the same.
    if (range.getBoundingClientRect().width === 0 || holder.getBoundingClientRect().width === 0) continue;
    const matrix = holder instanceof SVGGraphicsElement ? holder.getScreenCTM() : null;
    const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
    const size = Number.parseFloat(getComputedStyle(holder).fontSize) * scale;
    if (size < smallest - 0.05)
      found.add(`${size.toFixed(1)} ${holder.closest('[class]')?.getAttribute('class') ?? holder.localName}`);
  }
  return [...found];
}

for (const [mode, width] of [
  ['', 390],
  ['', 1280],
  ['大字版, ', 390],
] as const) {
  test(`nothing is set smaller than ${SMALLEST} px: ${mode}${width} px`, async ({ page }) => {
    if (mode) await remember(page, { size: 'elder' });
    await page.setViewportSize({ width, height: 900 });
    for (const [kind, path] of Object.entries(TEMPLATES)) {
      await page.goto(path);
      await page.waitForLoadState('load');
      expect.soft(await page.evaluate(tooSmall, SMALLEST), kind).toEqual([]);
    }
  });
}

test('a large screen is used: pages grow with it', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const path of ['', STORY]) {
    await page.goto(path);
    const { left, right } = await page.locator('main').evaluate((main) => main.getBoundingClientRect());
    expect.soft((right - left) / 1920, path).toBeGreaterThan(0.7);
  }
});

/** The lines of each paragraph of the text as they stand in the window. */
function linesOf(): string[][] {
  return [...document.querySelectorAll('.prose > p')].map((paragraph) => {
    const lines: string[] = [];
    let bottom = Number.NEGATIVE_INFINITY;
    const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      if (!node.parentElement?.checkVisibility()) continue;
      const text = node.textContent ?? '';
      for (let at = 0; at < text.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = [...range.getClientRects()].at(-1);
        if (!box?.width || !text[at]?.trim()) continue;
        // A little lower is a mark of another size on the same line.
        if (box.top > bottom - box.height / 3) lines.push('');
        lines.push((lines.pop() ?? '') + text[at]);
        bottom = Math.max(box.bottom, bottom);
      }
    }
    return lines;
  });
}

test('on a phone no number is parted from its unit, and hardly a paragraph ends with a line of one character', async ({
  page,
}) => {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const paragraphs: string[][] = [];
    for (const path of storyPages) {
      await page.goto(path);
      const own = await page.evaluate(linesOf);
      paragraphs.push(...own);
      const torn = own.flatMap((lines) =>
        lines.slice(1).flatMap((line, before) => {
          const joined = `${lines[before]}${line}`;
          const at = lines[before]?.length ?? 0;
          return heldStretches(joined, false).some(({ start, end }) => start < at && at < end)
            ? [`${lines[before]}|${line}`]
            : [];
        }),
      );
      expect.soft(torn, `${path} at ${width}`).toEqual([]);
    }
    const long = paragraphs.filter((lines) => lines.length > 1);
    const lone = long.filter((lines) => (lines.at(-1)?.replace(/[\p{P}]/gu, '').length ?? 0) < 2);
    expect(long.length).toBeGreaterThan(0);
    expect(lone.length / long.length, `${width}: ${lone.map((lines) => lines.at(-1)).join(' ')}`).toBeLessThanOrEqual(
      0.02,
    );
  }
});
