// npm run setup:browser: makes sure that a Chromium and Chinese fonts are there for the browser tests.
import { provideBrowser } from './browser.ts';

try {
  console.log(`Chromium: ${await provideBrowser()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
