// npm run verify:full: what is too slow or too noisy for every test run. The W3C's validator over every page, Lighthouse
// for a phone on every kind of page, the record by its specifications, the slow network, publishing under faults, commands on folders of every kind, one journey in five engines, what is kept of a site as others read it, hostile
// texts, and Stryker, which breaks the pure modules to see whether a test fails. `--only vnu --only engines` takes parts.
// Exits 1 unless all of them hold.
import '../support/own-environment.ts';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run, runPackage } from '../../src/commands/command.ts';
import { createSiteServer, freePort } from '../../src/commands/static-server.ts';
import { provideBrowser } from './browser.ts';
import { runEngines } from './engines/engines.ts';
import { EXTRA, provideExtra } from './extra.ts';
import { keep } from './keeping.ts';
import { CATEGORIES, measure } from './lighthouse.ts';
import { holdsAsRecord } from './record.ts';
import { buildSite, SITE } from './test-builds.ts';
import { validate } from './vnu.ts';

/** A part: says what it saw, and answers whether it holds. */
interface Part {
  title: string;
  run: () => Promise<boolean>;
}

/** Of one run the machine's other work decides; the pages that most readers see are measured more often. */
const RUNS = { often: 5, else: 3 };

/** What a terminal shows without scrolling far; a build that says more hides its warnings. */
const MOST_LINES = 200;

const program = async (...args: string[]): Promise<boolean> => {
  const { code } = await run(process.execPath, ['src/commands/run.mjs', ...args]);
  return code === 0;
};

async function validatePages(): Promise<boolean> {
  const errors = await validate(SITE.folder);
  for (const error of errors ?? []) console.log(error);
  console.log(errors ? `${errors.length} errors` : 'skipped: there is no java on this machine');
  return (errors ?? []).length === 0;
}

async function scorePages(): Promise<boolean> {
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
  const others = [
    'about/',
    'stories/',
    'counties/',
    'practices/',
    heaviest('practices/'),
    ...['people/', 'places/', 'figures/', 'timeline/', 'map/', 'search/', 'offline/', 'licences/'],
  ];
  const rows = [];
  for (const page of [...often, ...others]) {
    const runs = often.includes(page) ? RUNS.often : RUNS.else;
    const scores = await measure(`http://localhost:${port}${SITE.base}${page}`, runs, chromium);
    rows.push({ page: `/${page}`, runs, ...scores });
  }
  server.close();
  console.table(rows);
  return rows.every((row) => CATEGORIES.every((category) => row[category] === 100));
}

async function breakModules(): Promise<boolean> {
  const { code } = await runPackage('@stryker-mutator/core', ['run', 'tests/run/stryker.config.mjs'], { from: EXTRA });
  return code === 0;
}

const PARTS: Record<string, Part> = {
  vnu: { title: 'vnu on every page', run: validatePages },
  lighthouse: { title: 'Lighthouse, mobile, performance as the median of the runs', run: scorePages },
  record: {
    title: 'Data, feeds, answers for harvesters and maps of the site by their specifications',
    run: () => holdsAsRecord(SITE),
  },
  paint: {
    title: 'The largest paint of a story beside a blank page',
    run: () => program('tests/bench/largest-paint.ts'),
  },
  slow: { title: 'A slow phone on a slow network', run: () => program('tests/bench/slow-3g.ts') },
  faults: {
    title: 'Publishing under faults',
    run: () => program('tests/run/publish-faults.ts', '--moments', '24', '--disks', '6'),
  },
  folders: { title: 'Commands on folders that are no archives', run: () => program('tests/run/folder-states.ts') },
  keeping: { title: 'Bag, books, web archive and a copy by wget', run: () => keep(SITE) },
  engines: { title: 'The same journey in every engine', run: () => runEngines(SITE) },
  hostile: {
    title: 'Texts that no writer wrote',
    run: () =>
      program(
        'tests/run/bench-hostile.ts',
        ...['structures', 'signs'].flatMap((set) => ['--set', set]),
        ...['body', 'head', 'title', 'txt', 'md', 'article.html', 'docx'].flatMap((place) => ['--place', place]),
      ),
  },
  stryker: { title: 'Stryker', run: breakModules },
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: Object.keys(PARTS) } } });
const unknown = values.only.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`There is no part ${unknown}: ${Object.keys(PARTS).join(', ')}`);

await provideExtra();
const { code, output } = await buildSite({ OUT_DIR: SITE.folder, BASE_PATH: SITE.base });
console.log(output);
if (code !== 0) process.exit(code);
const isQuiet = output.split('\n').length <= MOST_LINES;
if (!isQuiet) console.log(`The build said more than ${MOST_LINES} lines.`);

const failed = isQuiet ? [] : ['build'];
for (const [name, part] of Object.entries(PARTS)) {
  if (!values.only.includes(name)) continue;
  console.log(`\n== ${part.title}`);
  if (!(await part.run())) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll of it holds.' : `\nDoes not hold: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
