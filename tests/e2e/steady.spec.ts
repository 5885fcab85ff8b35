import { TEMPLATES } from './support/pages.ts';
import { expect, remember, test } from './support/test.ts';

declare global {
  interface Window {
    /** What the browser counts as a move of the page, in words. */
    moves: string[];
    /** Takes the page apart and puts it together again, part by part, as it comes over a slow line. */
    comeInParts(): Promise<number>;
  }
}

/** Runs in the page. */
function prepare(): void {
  window.moves = [];
  const name = (node: Node | null) => (node instanceof Element ? `${node.localName}.${node.className}` : 'text');
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { sources } = entry as PerformanceEntry & {
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
      };
      for (const { node, previousRect: from, currentRect: to } of sources)
        window.moves.push(`${name(node)}: ${from.x}, ${from.y} → ${to.x}, ${to.y}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });

  /** Comes at once: a line of text breaks anew with every word, whatever a style sheet says. */
  const isLine = (element: Element): boolean => {
    const inner = [...element.querySelectorAll(':not(svg *)')];
    if (inner.every((each) => /^(inline|none|contents)/.test(getComputedStyle(each).display))) return true;
    const [only, ...more] = element.childNodes;
    return more.length === 0 && only instanceof Element && isLine(only);
  };
  const partsOf = (parent: Element): { part: Node; parent: Node }[] =>
    [...parent.childNodes].flatMap((part) => [
      { part, parent },
      ...(part instanceof Element && !isLine(part) ? partsOf(part) : []),
    ]);
  const isInSight = (part: Node) =>
    part instanceof Element && part.checkVisibility() && part.getBoundingClientRect().top < innerHeight;
  const frame = () => new Promise(requestAnimationFrame);

  window.comeInParts = async () => {
    const parts = partsOf(document.body);
    for (const { part } of parts.toReversed()) (part as ChildNode).remove();
    await frame();
    await frame();
    window.moves.length = 0;
    let seen = 0;
    for (const { part, parent } of parts) {
      parent.appendChild(part);
      if (!isInSight(part)) continue;
      seen += 1;
      await frame();
    }
    await frame();
    await frame();
    return seen;
  };
}

for (const [name, path] of Object.entries(TEMPLATES)) {
  test(`${name}: what is in sight stays where it is while the rest of the page comes`, async ({ page }) => {
    // What scripts change is another matter, and has its own tests.
    await page.route('**/*.js', (route) => route.abort());
    await page.addInitScript(prepare);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(path);
      expect(await page.evaluate(() => window.comeInParts())).toBeGreaterThan(20);
      expect.soft(await page.evaluate(() => window.moves), `${width} px`).toEqual([]);
    }
  });
}

test('so it does in 大字版', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await remember(page, { size: 'elder' });
  await page.addInitScript(prepare);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of Object.values(TEMPLATES)) {
    await page.goto(path);
    await page.evaluate(() => window.comeInParts());
    expect.soft(await page.evaluate(() => window.moves), path).toEqual([]);
  }
});
