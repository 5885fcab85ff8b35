import { defineConfig } from 'vitest/config';

// The tests of the pure modules alone: a mutant's tests run in milliseconds, and none of them builds a site.
export default defineConfig({
  test: {
    include: ['tests/unit/lib/**/*.test.ts', 'tests/unit/search/**/*.test.ts'],
    // Real indexes and whole maps take seconds a mutant; smaller tests hold the same code.
    exclude: ['tests/unit/search/split.test.ts', 'tests/unit/lib/geo/geo.test.ts'],
    setupFiles: ['tests/run/stryker.setup.ts'],
    allowOnly: false,
    // Stryker sets the bound for a mutant.
    testTimeout: 120_000,
  },
});
