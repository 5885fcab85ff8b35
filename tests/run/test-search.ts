// npm run test:search: asks the built site's search page over a thousand questions, in Chromium and in Firefox, and
// compares the answers with the truth read from the pages; then the same of the site as it is built on the other side of
// the limit, with an index instead of texts that are read whole, or the other way round. Exit 1 where a page is missing or
// too many.
import '../support/own-environment.ts';
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { createSiteServer, freePort } from '../../src/commands/static-server.ts';
import { askAll, judge, type Shown } from '../search/drive.ts';
import { registerNames } from '../search/names.ts';
import { generateQueries } from '../search/queries.ts';
import { generateRecordQueries, withRecords } from '../search/records.ts';
import { readTexts, type TruePage, type Wanted } from '../search/truth.ts';
import { readIndex } from '../support/search-index.ts';
import { findChromium } from './browser.ts';
import { buildSite, INDEXED } from './test-builds.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1200' }, records: { type: 'string', default: '400' } },
});
const folder = process.env.OUT_DIR || 'dist';
const other = '.cache/other-search';
/** The site that is asked. */
let site = '';
/** Asked before all others and again after them. */
const REPEATED = 60;

/** The part of a browser that the test needs. */
interface Browser {
  open(path: string): Promise<void>;
  run<A, R>(what: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  close(): Promise<void>;
}

async function openChromium(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  return {
    open: async (path) => void (await page.goto(site + path)),
    run: (what, argument) => page.evaluate(what as never, argument) as never,
    close: () => browser.close(),
  };
}

async function openFirefox(executablePath: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    protocolTimeout: 600_000,
  });
  const page = await browser.newPage();
  return {
    open: async (path) => void (await page.goto(site + path, { timeout: 120_000 })),
    run: (what, argument) => page.evaluate(what as never, argument as never) as never,
    close: () => browser.close(),
  };
}

function findFirefox(): string | null {
  for (const name of ['firefox-esr', 'firefox']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // Try the next name.
    }
  }
  return null;
}

async function readTruth(browser: Browser): Promise<TruePage[]> {
  await browser.open('stories/');
  const paths = await browser.run(
    () => [
      ...new Set([...document.querySelectorAll<HTMLAnchorElement>('main a[href*="/stories/"]')].map((a) => a.pathname)),
    ],
    undefined,
  );
  const pages: TruePage[] = [];
  for (const path of paths.filter((one) => /\/stories\/[^/]+\/$/.test(one))) {
    await browser.open(path.slice(1));
    pages.push({ path, blocks: await browser.run(readTexts, undefined) });
  }
  return pages;
}

async function test(
  name: string,
  browser: Browser,
  queries: readonly Wanted[],
  pages: readonly TruePage[],
): Promise<boolean> {
  await browser.open('search/');
  const asked = queries.map(({ query }) => query);
  const began = Date.now();
  const shown: Shown[] = await browser.run(askAll, [...asked, ...asked.slice(0, REPEATED)]);
  const verdict = judge(queries, shown, pages);
  const again = shown.slice(queries.length).filter((one, i) => JSON.stringify(one) !== JSON.stringify(shown[i])).length;
  console.log(
    `${name}: ${verdict.asked} queries, precision ${verdict.precision}, recall ${verdict.recall}, ` +
      `${again} of ${REPEATED} answered otherwise when asked again (${Math.round((Date.now() - began) / 1000)} s)`,
  );
  for (const failure of verdict.failures.slice(0, 20)) console.log(`  ${failure}`);
  await browser.close();
  return verdict.failures.length === 0 && again === 0;
}

/** Asks a built site in every browser there is. */
async function testSite(built: string): Promise<boolean> {
  const port = await freePort(4391);
  const server = createSiteServer({ folder: built, base: '/' }).listen(port, 'localhost');
  site = `http://localhost:${port}/`;
  const way = readIndex(built).catalogue.texts ? 'texts that are read whole' : 'an index';
  const first = await openChromium();
  const pages = withRecords(await readTruth(first), built);
  const queries = [
    ...generateQueries(pages, Number(values.count), registerNames()),
    ...generateRecordQueries(pages, Number(values.records)),
  ];
  const results = [await test(`${way}, Chromium`, first, queries, pages)];
  const firefox = findFirefox();
  if (firefox) results.push(await test(`${way}, Firefox`, await openFirefox(firefox), queries, pages));
  else console.log('Firefox: skipped, there is none on this machine (apt-get install firefox-esr)');
  server.close();
  return results.every(Boolean);
}

const here = await testSite(folder);
const limit = readIndex(folder).catalogue.texts ? INDEXED : { SEARCH_WHOLE_UP_TO: '999999999' };
const { code, output } = await buildSite({ OUT_DIR: other, BASE_PATH: '/', ...limit });
if (code !== 0) console.log(output.trim());
const there = code === 0 && (await testSite(other));
process.exitCode = here && there ? 0 : 1;
