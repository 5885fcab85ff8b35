import { defineConfig } from 'vitest/config';

/** In one process settings are the archive's that is tested; rules of the code are tried on an archive that says nothing of itself. */
const NEUTRAL = 'tests/fixtures/content';

export default defineConfig({
  test: {
    setupFiles: ['tests/support/as-in-a-terminal.ts'],
    allowOnly: false,
    // What is written in .env is for the site that is made here, not for its tests.
    env: { ENV_FILE: 'none' },
    // A bound for what hangs, not a measure of speed: a busy machine takes its time.
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'code', include: ['tests/{unit,build}/**/*.test.ts'], env: { CONTENT_DIR: NEUTRAL } },
      },
      { extends: true, test: { name: 'archive', include: ['tests/{content,seed}/**/*.test.ts'] } },
    ],
  },
});
