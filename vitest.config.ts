import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/content/**/*.test.ts'],
    allowOnly: false,
    // A bound for what hangs, not a measure of speed: a busy machine takes its time.
    testTimeout: 120_000,
  },
});
