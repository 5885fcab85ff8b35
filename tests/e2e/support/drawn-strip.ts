import type { Page } from '@playwright/test';
import type { Box } from './boxes.ts';

/** To the left, or above. */
export const isBefore = (a: Box, b: Box): boolean => a.right <= b.left + 1 || a.bottom <= b.top + 1;

/** Columns of the six years with all that stands in them. */
export const readStrip = (page: Page) =>
  page.locator('.strip > li').evaluateAll((columns) => {
    const boxOf = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    return columns.map((column) => {
      const heading = column.querySelector('h3') as HTMLElement;
      return {
        title: heading.textContent?.trim() ?? '',
        box: boxOf(column),
        heading: boxOf(heading),
        entries: [...column.querySelectorAll('li')].map((entry) => ({
          text: entry.textContent?.trim() ?? '',
          box: boxOf(entry),
        })),
      };
    });
  });
