// npm run verify:full: what is too slow or too noisy for every test run. The W3C's validator over every page, Lighthouse
// for a phone on every kind of page, one journey in five engines, hostile texts, publishing under faults, and Stryker,
// which breaks the pure modules to see whether a test fails. Exits 1 unless there are no errors, all scores are 100, and
// tests see as many of the breakages as Stryker is told to ask for.
import '../support/own-environment.ts';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run, runPackage } from '../../src/commands/command.ts';
import { createSiteServer, freePort } from '../../src/commands/static-server.ts';
import { provideBrowser } from './browser.ts';
import { runEngines } from './engines/engines.ts';
import { EXTRA, provideExtra } from './extra.ts';
import { CATEGORIES, measure } from './lighthouse.ts';
import { buildSite, SITE } from './test-builds.ts';
import { validate } from './vnu.ts';

/** Of one run the machine's other work decides; the pages that most readers see are measured more often. */
const RUNS = { often: 5, else: 3 };

/** What a terminal shows without scrolling far; a build that says more hides its warnings. */
const MOST_LINES = 200;

await provideExtra();
const environment = { OUT_DIR: SITE.folder, BASE_PATH: SITE.base };
const { code, output } = await buildSite(environment);
console.log(output);
if (code !== 0) process.exit(code);
const isQuiet = output.split('\n').length <= MOST_LINES;
if (!isQuiet) console.log(`The build said more than ${MOST_LINES} lines.`);

console.log('\n== vnu on every page');
const errors = await validate(SITE.folder);
for (const error of errors ?? []) console.log(error);
console.log(errors ? `${errors.length} errors` : 'skipped: there is no java on this machine');

console.log(`\n== Lighthouse, mobile, performance as the median of the runs`);
const chromium = await provideBrowser();
const port = await freePort(4341);
const server = createSiteServer(SITE).listen(port, 'localhost');
const heaviest = (folder: string) =>
  readdirSync(join(SITE.folder, folder))
    .filter((name) => !name.includes('.'))
    .map((name) => ({ name, bytes: statSync(join(SITE.folder, folder, name, 'index.html')).size }))
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ name }) => `${folder}${name}/`)[0] ?? '';
const often = ['', heaviest('stories/'), heaviest('counties/')];
const others = ['practices/', heaviest('practices/'), 'people/', 'places/', 'figures/', 'timeline/', 'map/', 'search/'];
const rows = [];
for (const page of [...often, ...others]) {
  const runs = often.includes(page) ? RUNS.often : RUNS.else;
  const scores = await measure(`http://localhost:${port}${SITE.base}${page}`, runs, chromium);
  rows.push({ page: `/${page}`, runs, ...scores });
}
server.close();
console.table(rows);

console.log('\n== Publishing under faults');
const faults = ['src/commands/run.mjs', 'tests/run/publish-faults.ts', '--moments', '24', '--disks', '6'];
const torn = (await run(process.execPath, faults)).code;
console.log('\n== The same journey in every engine');
const enginesAgree = await runEngines(SITE);
console.log('\n== Texts that no writer wrote');
const hostile = await run(process.execPath, [
  'tests/run/bench-hostile.ts',
  ...['structures', 'signs'].flatMap((set) => ['--set', set]),
  ...['body', 'head', 'title', 'txt', 'md', 'article.html', 'docx'].flatMap((place) => ['--place', place]),
]);

console.log('\n== Stryker');
const mutants = 'tests/run/stryker.config.mjs';
let survived = 0;
if (!existsSync(mutants)) console.log(`skipped: there is no ${mutants}`);
else survived = (await runPackage('@stryker-mutator/core', ['run', mutants], { from: EXTRA })).code;

const perfect = rows.every((row) => CATEGORIES.every((category) => row[category] === 100));
const isFine = isQuiet && perfect && enginesAgree && hostile.code === 0 && survived === 0 && torn === 0;
process.exitCode = isFine && (errors ?? []).length === 0 ? 0 : 1;
