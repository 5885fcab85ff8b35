import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CROWDED } from '../../run/test-builds.ts';

/** Gives the page a crowded archive in place of the site: eight counties with twenty-five milestones each. */
export async function showCrowded(page: Page): Promise<void> {
  if (!existsSync(CROWDED)) throw new Error(`There is no ${CROWDED}: npm test builds it before the browser tests`);
  await page.route('**/*', (route) => {
    const file = join(CROWDED, decodeURIComponent(new URL(route.request().url()).pathname));
    return route.fulfill({ path: statSync(file).isDirectory() ? join(file, 'index.html') : file });
  });
}
