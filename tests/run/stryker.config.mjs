// How much of the pure code the unit tests hold fast: each mutant is a small fault that a test ought to notice.
// All of it: npx stryker run tests/run/stryker.config.mjs; a room: the same with --mutate 'src/lib/dates/*.ts'.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    'src/lib/{dates,numbers,timeline,text,schema,geo,map,manuscript}/**/*.ts',
    // What writes the index at a build is tested by builds; what it writes is worked out purely.
    'src/search/*.ts',
    'src/search/index/{prepare,catalogue-columns,lexicon}.ts',
    '!**/*.d.ts',
    // Words alone: a test of them would only repeat them.
    '!src/lib/schema/hints.ts',
    '!src/lib/manuscript/rules.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/run/stryker.vitest.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A loop without end is a fault found; the margin is for a busy machine.
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 20,
  tempDirName: '.cache/stryker',
  // Vitest strips the types and checks none.
  disableTypeChecks: false,
  ignorePatterns: ['.astro', '.cache', '.github', 'dist', 'public', 'src/content', 'tests/e2e', 'tests/bench'],
  reporters: ['clear-text', 'progress', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.cache/mutation.json' },
  htmlReporter: { fileName: '.cache/mutation.html' },
  thresholds: { high: 95, low: 90, break: 90 },
};
