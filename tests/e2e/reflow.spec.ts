import type { Page } from '@playwright/test';
import { MISSING, pagesOf, TEMPLATES } from './support/pages.ts';
import { expect, remember, test } from './support/test.ts';

/** Elements that stand out of the window sideways, innermost first; empty where the page does not scroll sideways. */
function overflowing(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { right, width } = element.getBoundingClientRect();
    return width > 0 && right > clientWidth + 0.5;
  });
  const names = wide.map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`);
  return [`${scrollWidth - clientWidth} px too wide`, ...new Set(names.reverse().slice(0, 5))];
}

async function expectToFit(page: Page, paths: readonly string[], widths: readonly number[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await page.evaluate(overflowing), `/${path} at ${width} px`).toEqual([]);
    }
  }
}

test('no page scrolls sideways, from 320 to 1920 px', async ({ page, build }) => {
  await expectToFit(page, [...pagesOf(build), MISSING], [320, 390, 768, 1280, 1920]);
});

test('no page scrolls sideways in 大字版, at 320 and 768 px', async ({ page, build }) => {
  await remember(page, { size: 'elder' });
  await expectToFit(page, [...pagesOf(build), MISSING], [320, 768]);
});

test('no kind of page scrolls sideways in larger type', async ({ page }) => {
  await remember(page, { size: 'larger' });
  await expectToFit(page, Object.values(TEMPLATES), [320, 768, 1280]);
});

test('the settings dialog fits into 320 px, in 大字版 too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  for (const size of [undefined, 'elder'] as const) {
    await remember(page, size ? { size } : {});
    await page.goto('');
    await page.locator('[data-settings]').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    const box = await dialog.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    const done = dialog.getByRole('button').first();
    await done.click();
    await expect(dialog).toBeHidden();
  }
});

/**
 * WCAG 2.2, 1.4.12; as a constructed sheet, which the policy does not forbid. What stands at the edge of the window lies
 * on what is scrolled under it: it is looked at in its own place.
 */
function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
    .map-filter { position: static !important; }
  `);
  document.adoptedStyleSheets = [sheet];
}

/** The live map is meant to reach beyond its box. */
function clipped(): string[] {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      if (element.closest('.visually-hidden, .map-canvas, svg, dialog:not([open])') || !element.checkVisibility())
        return false;
      const hides = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip');
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      return hides && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
    })
    .map((element) => `${element.localName}.${element.className}`);
}

/** Words that lie on other words. */
function colliding(): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes: { text: string; block: Element | null; box: DOMRect }[] = [];
  while (texts.nextNode()) {
    const { currentNode } = texts;
    const parent = currentNode.parentElement;
    if (!currentNode.textContent?.trim() || !parent?.checkVisibility()) continue;
    if (parent.closest('svg, script, style, .visually-hidden, .skip')) continue;
    const range = document.createRange();
    range.selectNodeContents(currentNode);
    const block = parent.closest('p, li, dt, dd, h1, h2, h3, h4, th, td, legend, label, button');
    for (const box of range.getClientRects()) {
      // The middle of a line: what lies there covers it.
      const inset = box.height / 4;
      const core = new DOMRect(box.x, box.y + inset, box.width, box.height - 2 * inset);
      boxes.push({ text: currentNode.textContent.trim().slice(0, 12), block, box: core });
    }
  }
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          a.block !== b.block &&
          Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 2 &&
          Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 2,
      )
      .map((b) => `${a.text} × ${b.text}`),
  );
}

test('more space between letters, words and lines clips and covers nothing', async ({ page }) => {
  for (const path of Object.values(TEMPLATES)) {
    await page.goto(path);
    await page.evaluate(spaceText);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const where = `/${path} at ${width} px`;
      expect.soft(await page.evaluate(overflowing), where).toEqual([]);
      expect.soft(await page.evaluate(clipped), where).toEqual([]);
      expect.soft(await page.evaluate(colliding), where).toEqual([]);
    }
  }
});
