import type { Page } from '@playwright/test';
import { T } from '#words/site.ts';
import { STORY, TEMPLATES } from './support/pages.ts';
import { expect, test } from './support/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What a reader sees of the focused element. */
function focusSeen(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A box that is not drawn itself is seen as its label.
    const label =
      element instanceof HTMLInputElement && getComputedStyle(element).opacity === '0' && element.labels?.[0];
    const shown = label || element;
    const { top, bottom, left, right, width, height } = shown.getBoundingClientRect();
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(shown);
    const drawn = [shown, ...element.querySelectorAll('path, circle')].some((part) => {
      const style = getComputedStyle(part);
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    });
    // A county on the map is a shape: its own outline is redrawn instead.
    const SHAPES = 'path, circle, use';
    const shapes = element.matches(SHAPES) ? [element] : [...element.querySelectorAll(SHAPES)];
    const redrawn = shapes.some((part) => {
      const { stroke, strokeWidth } = getComputedStyle(part);
      const pixels = Number.parseFloat(strokeWidth) * ((part as SVGGraphicsElement).getScreenCTM()?.a ?? 1);
      // As it was drawn before the first Tab.
      const before = (Reflect.get(window, 'strokes') as Map<Element, string>).get(part);
      return pixels >= 2 && `${stroke} ${strokeWidth}` !== before;
    });
    return {
      name: `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 16)}`,
      inWindow: width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      ring: (drawn || redrawn) && opacity === '1',
      outline: `${outlineStyle} ${outlineWidth}`,
    };
  });
}

/** Keeps how each shape is drawn as long as nothing has the focus. */
function keepStrokes() {
  const strokeOf = (part: Element) => {
    const { stroke, strokeWidth } = getComputedStyle(part);
    return `${stroke} ${strokeWidth}`;
  };
  const shapes = [...document.querySelectorAll('path, circle, use')];
  Reflect.set(window, 'strokes', new Map(shapes.map((part) => [part, strokeOf(part)])));
}

/** Everything on the page that takes the focus by Tab. */
function focusable(): string[] {
  const radios = new Set<string>();
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter((element) => {
      if (element.getAttribute('tabindex') === '-1' || !element.checkVisibility({ visibilityProperty: true }))
        return false;
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        if (radios.has(element.name)) return false;
        radios.add(element.name);
      }
      return true;
    })
    .map(
      (element) =>
        `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 16)}`,
    );
}

for (const [template, path] of Object.entries(TEMPLATES)) {
  test(`${template}: Tab reaches every control, and each shows that it has the focus`, async ({ page }) => {
    // What a script adds when all is still belongs to the page as well.
    await page.goto(path, { waitUntil: 'networkidle' });
    const expected = await page.evaluate(focusable);
    await page.evaluate(keepStrokes);
    const reached: string[] = [];
    const hidden: string[] = [];
    for (let presses = 0; presses <= expected.length; presses++) {
      await page.keyboard.press('Tab');
      const seen = await focusSeen(page);
      if (!seen) break;
      reached.push(seen.name);
      if (!seen.inWindow || !seen.ring)
        hidden.push(`${seen.name} (${seen.inWindow ? seen.outline : 'out of the window'})`);
    }
    expect(hidden).toEqual([]);
    expect(reached).toEqual(expected);
  });
}

test('the skip link is the first stop and leads to the text', async ({ page }) => {
  await page.goto(STORY);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: T.skip });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
});
