// npm test: everything that must hold, cheapest first. Ends with one line of counts; exits 1 if anything failed.
import '../support/own-environment.ts';
import { mkdirSync, readFileSync } from 'node:fs';
import { type Outcome, run, runPackage } from '../../src/commands/command.ts';
import { freePort } from '../../src/commands/static-server.ts';
import { provideBrowser } from './browser.ts';
import { ARCHIVE, type Build, buildSite, CROWDED, INDEXED, OTHERS, portOf, SITE, WITH_MEDIA } from './test-builds.ts';
import { type Counts, count, readPlaywright, readVitest, sum, toCounts } from './test-counts.ts';

const results: Counts[] = [];

/** Announces a step, runs it, and says how it ended and how long it took. */
async function step(name: string, action: () => Promise<Counts>): Promise<boolean> {
  console.log(`\n== ${name}`);
  const began = Date.now();
  const counts = await action().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return toCounts(1);
  });
  results.push(counts);
  console.log(`== ${name}: ${count(counts)} (${Math.round((Date.now() - began) / 1000)} s)`);
  return counts.failed === 0;
}

/** What was said is shown only when something is wrong. */
function toldCounts({ code, output }: Outcome): Counts {
  if (code !== 0) console.log(output.trim());
  return toCounts(code);
}

/** A step that counts as one; its output is shown only when something is wrong. */
const one = (name: string, program: string, args: string[], env: Record<string, string> = {}) =>
  step(name, async () => {
    return toldCounts(await runPackage(program, args, { quiet: true, env }));
  });

/** Says why browser tests were skipped, which Playwright keeps to its report. */
function tellSkipped(report: string): void {
  const reasons = new Set<string>();
  JSON.parse(readFileSync(report, 'utf8'), (key, value) => {
    if (key !== 'annotations') return value;
    for (const { type, description } of value as { type: string; description?: string }[])
      if (type === 'skip' && description) reasons.add(description);
  });
  for (const reason of reasons) console.log(`  skipped: ${reason}`);
}

/** Eight counties with twenty-five made milestones each, of every kind. */
async function buildCrowded(): Promise<Counts> {
  const content = '.cache/crowded/content';
  const made = await run(
    process.execPath,
    ['tests/bench/generate-timeline.ts', content, '--counties', '8', '--milestones', '200'],
    { quiet: true },
  );
  const env = { CONTENT_DIR: content, OUT_DIR: CROWDED, BASE_PATH: '/' };
  return toldCounts(made.code === 0 ? await buildSite(env) : made);
}

mkdirSync('.cache', { recursive: true });
await one('Lint', '@biomejs/biome', ['check', '--error-on-warnings']);
await one('Format of .astro files', 'prettier', ['--check', 'src/**/*.astro']);
await one('Types', 'astro', ['check']);
await step('Unit and content tests', () =>
  readVitest('.cache/vitest.json', (file) =>
    runPackage('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]),
  ),
);
/** `npm run build`, for one of the sites that the browser looks at. */
const build = (name: string, { folder, base, origin }: Build, env: Record<string, string> = {}) =>
  step(name, async () => toldCounts(await buildSite({ OUT_DIR: folder, BASE_PATH: base, SITE_URL: origin, ...env })));

async function buildOthers(): Promise<boolean> {
  for (const one of OTHERS)
    if (!(await build(`Build of ${one.content}`, one, { CONTENT_DIR: one.content }))) return false;
  return true;
}

const built =
  (await build('Build', SITE)) &&
  (await build(`Build under ${ARCHIVE.base}`, ARCHIVE, INDEXED)) &&
  (await buildOthers()) &&
  (await step('Build of an archive with media', async () =>
    toldCounts(await buildSite({ CONTENT_DIR: 'tests/fixtures/media', OUT_DIR: WITH_MEDIA, SITE_URL: SITE.origin })),
  )) &&
  // Before the browser tests: a build beside the server of `npm run edit` would share Astro's own files with it.
  (await step('Build of a crowded archive', buildCrowded)) &&
  (await step('Builds of one site in three editions', async () =>
    toldCounts(await run(process.execPath, ['src/commands/run.mjs', 'tests/run/build-releases.ts'], { quiet: true })),
  )) &&
  (await step('Publishing under faults', async () => {
    const args = ['src/commands/run.mjs', 'tests/run/publish-faults.ts'];
    return toldCounts(await run(process.execPath, args, { quiet: true }));
  }));
const browser =
  built &&
  (await step('Browser and fonts', async () => {
    console.log(`  ${await provideBrowser()}`);
    return toCounts(0);
  }));
if (browser) {
  await step('Browser tests', async () => {
    const ports: Record<string, string> = {};
    let port = SITE.port;
    for (const name of ['SITE_PORT', 'ARCHIVE_PORT', ...OTHERS.map((one) => portOf(one.name))]) {
      port = await freePort(port);
      ports[name] = String(port);
      port += 1;
    }
    const counts = await readPlaywright('.cache/playwright.json', () =>
      runPackage('@playwright/test', ['test'], { env: ports }),
    );
    tellSkipped('.cache/playwright.json');
    return counts;
  });
} else {
  console.log('\n== Browser tests: not run, there is nothing to run them on');
  results.push({ passed: 0, failed: 0, skipped: 1 });
}

const total = sum(results);
console.log(`\n${count(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
