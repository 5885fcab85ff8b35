import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { run, runPackage } from '../../../src/commands/command.ts';

const [CONTENT, FOLDER] = ['.cache/crowded/content', '.cache/crowded/dist'];

/** Builds an archive of eight counties with twenty-five milestones each, of every kind, so that there is no room to spare. */
async function build(): Promise<void> {
  const steps = [
    () =>
      run(process.execPath, ['tests/bench/generate-timeline.ts', CONTENT, '--counties', '8', '--milestones', '200'], {
        quiet: true,
      }),
    () =>
      runPackage('astro', ['build'], { quiet: true, env: { CONTENT_DIR: CONTENT, OUT_DIR: FOLDER, BASE_PATH: '/' } }),
  ];
  for (const step of steps) {
    const { code, output } = await step();
    if (code !== 0) throw new Error(output);
  }
}

/** Gives the page a crowded archive in place of the site. */
export async function showCrowded(page: Page): Promise<void> {
  await build();
  await page.route('**/*', (route) => {
    const file = join(FOLDER, decodeURIComponent(new URL(route.request().url()).pathname));
    return route.fulfill({ path: statSync(file).isDirectory() ? join(file, 'index.html') : file });
  });
}
