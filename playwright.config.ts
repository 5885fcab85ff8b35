import './tests/support/own-environment.ts';
import './tests/support/own-words.ts';
import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/run/browser.ts';
import { ARCHIVE, type BuildOptions, OTHERS, SITE, servedAt } from './tests/run/test-builds.ts';

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium on this machine. Run: npm run setup:browser');

/** Browsers ask their makers for news at odd moments; these tests want silence. */
const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The tests of one of the other archives. */
const specOf = ({ name }: { name: string }) => `**/${name}.spec.ts`;

export default defineConfig<BuildOptions>({
  testDir: 'tests',
  // What only the bundled stories hold lies beside its other tests.
  testMatch: ['e2e/**/*.spec.ts', 'seed/**/*.spec.ts'],
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 180_000,
  // Bounds for what hangs, not measures of speed.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    // Requests of a worker are none of a page's: only the tests of reading without a network have one.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: QUIET },
  },
  projects: [
    { name: 'site', testIgnore: OTHERS.map(specOf), use: { build: SITE, baseURL: servedAt(SITE) } },
    // The same site under a path, and with an index: what can break there is addresses, and the search.
    {
      name: 'archive',
      testMatch: /(?:addresses|search-index)\.spec\.ts/,
      use: { build: ARCHIVE, baseURL: servedAt(ARCHIVE) },
    },
    ...OTHERS.map((build) => ({
      name: build.name,
      testMatch: specOf(build),
      use: { build, baseURL: servedAt(build) },
    })),
  ],
  webServer: [SITE, ARCHIVE, ...OTHERS].map((build) => ({
    command: `"${process.execPath}" src/commands/run.mjs src/commands/serve.ts "${build.folder}" --base ${build.base} --port ${build.port}`,
    url: servedAt(build),
    reuseExistingServer: false,
  })),
});
