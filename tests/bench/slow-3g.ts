// What a slow phone waits for: the heading of the longest story, the first answer of the search, a map that can be
// pressed. 400 ms, 400 kbit/s, 4× CPU; a fresh cache each time. Prints seconds, exits 1 where a median is over its budget.
// usage: npm run bench:slow (after npm run build)
import type { AddressInfo } from 'node:net';
import { type BrowserContext, chromium } from '@playwright/test';
import { createSiteServer } from '../../src/commands/static-server.ts';
import { findChromium } from '../run/browser.ts';
import { manuscripts } from '../support/content.ts';

const RUNS = 3;
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** What is waited for, in the page: the milliseconds from the request, once it is there. */
interface Wait {
  what: string;
  path: string;
  /** Seconds. */
  budget: number;
  selector: string;
}

const longest = manuscripts.toSorted((a, b) => b.characters - a.characters)[0];
if (!longest) throw new Error('This archive has no published story.');
/** Words of the story, so that something is found. */
const words = longest.blocks.flatMap(({ text }) => /\p{Script=Han}{4}/u.exec(text)?.[0] ?? [])[0] ?? longest.slug;
const WAITS: readonly Wait[] = [
  { what: 'heading of a story', path: longest.path, budget: 1.2, selector: 'h1' },
  {
    what: 'first answer of the search',
    path: `search/?q=${encodeURIComponent(words)}`,
    budget: 4,
    selector: '[data-search-result]',
  },
  { what: 'live map', path: 'map/', budget: 6, selector: '.live-county[tabindex]' },
];

const server = createSiteServer({ folder: process.env.OUT_DIR || 'dist', base: '/' });
await new Promise<void>((resolve) => server.listen(0, resolve));
const site = `http://localhost:${(server.address() as AddressInfo).port}/`;
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args });

/** Seconds from the request until what is waited for has a place on the screen. */
async function secondsIn(context: BrowserContext, { path, selector }: Wait, isSlow: boolean): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (isSlow) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await page.goto(site + path, { waitUntil: 'commit' });
  const ready = (wanted: string) => document.querySelector(wanted)?.getClientRects().length && performance.now();
  const time = await page.waitForFunction(ready, selector, { polling: 'raf', timeout: 120_000 });
  return Number(await time.jsonValue()) / 1000;
}

async function measure(wait: Wait, isSlow: boolean): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  return secondsIn(context, wait, isSlow).finally(() => context.close());
}

for (const wait of WAITS) {
  // Once unmeasured: the server then has everything compressed, as a host would.
  await measure(wait, false);
  const seconds: number[] = [];
  for (let run = 0; run < RUNS; run++) seconds.push(await measure(wait, true));
  const median = seconds.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.POSITIVE_INFINITY;
  const all = seconds.map((one) => one.toFixed(2)).join(', ');
  console.log(`slow 3G, ${wait.what}: ${median.toFixed(2)} s (runs: ${all}; budget ${wait.budget} s)`);
  if (median > wait.budget) process.exitCode = 1;
}
await browser.close();
server.close();
