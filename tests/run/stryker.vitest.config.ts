import { defineConfig } from 'vitest/config';

// The tests of the pure modules alone: a mutant's tests run in milliseconds, and none of them builds a site.
export default defineConfig({
  test: {
    include: ['tests/unit/lib/**/*.test.ts', 'tests/unit/search/**/*.test.ts'],
    setupFiles: ['tests/run/stryker.setup.ts'],
    allowOnly: false,
    // Stryker sets the bound for a mutant.
    testTimeout: 120_000,
  },
});
