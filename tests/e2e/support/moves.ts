import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** What the browser has seen move on this page, in words. */
    moves: string[];
  }
}

/**
 * From the next page on, keeps what the browser counts as a shift of the layout. Moves within a paragraph do not
 * count: a line that is shown before its end has come breaks anew with every word, whatever a style sheet says.
 */
export async function watchMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.moves = [];
    const name = (element: Element | null) =>
      element ? `${element.localName}.${element.getAttribute('class') ?? ''}` : 'a part made by a style sheet, or gone';
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { sources } = entry as PerformanceEntry & {
          sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
        };
        for (const { node, previousRect: from, currentRect: to } of sources) {
          if (node && !(node instanceof Element)) continue;
          if (node && getComputedStyle(node).display === 'inline') continue;
          window.moves.push(`${name(node)}: ${from.x}, ${from.y} → ${to.x}, ${to.y}`);
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What has moved since the page began to load, once what was last drawn has been told of. */
export const movesOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    return window.moves;
  });
