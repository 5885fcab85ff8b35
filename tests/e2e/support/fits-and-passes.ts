import type { Page } from '@playwright/test';
import type { Build } from '../../run/test-builds.ts';
import { faultsOf } from './axe.ts';
import { pagesOf } from './pages.ts';
import { expect } from './test.ts';

/** Every page of an archive fits into a phone and a desk, and axe finds no fault in it. */
export async function expectSoundPages(page: Page, build: Build): Promise<void> {
  for (const path of pagesOf(build)) {
    await page.goto(path);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(over, `/${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
    expect.soft(await faultsOf(page), `/${path}`).toEqual([]);
  }
}
