import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,content,build,seed}/**/*.test.ts'],
    setupFiles: ['tests/support/as-in-a-terminal.ts'],
    allowOnly: false,
    // What is written in .env is for the site that is made here, not for its tests.
    env: { ENV_FILE: 'none' },
    // A bound for what hangs, not a measure of speed: a busy machine takes its time.
    testTimeout: 120_000,
  },
});
