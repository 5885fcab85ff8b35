// How soon the live map can be used on a slow phone: 400 ms, 400 kbit/s, 4× CPU; a fresh cache, the map in sight.
// usage: npm run bench:map (after npm run build); prints seconds, exits 1 when the median is above the budget
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { createSiteServer } from '../../src/commands/static-server.ts';
import { findChromium } from '../run/browser.ts';

const BUDGET = 6;
const RUNS = 3;
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

const server = createSiteServer({ folder: process.env.OUT_DIR || 'dist', base: '/' });
await new Promise<void>((resolve) => server.listen(0, resolve));
const url = `http://localhost:${(server.address() as AddressInfo).port}/map/`;
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args });

/** Seconds from the request to the first county that can be pressed. */
async function measure(isSlow: boolean): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (isSlow) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await page.goto(url, { waitUntil: 'commit' });
  const ready = () => document.querySelector('.live-county[tabindex]') && performance.now();
  const time = await page.waitForFunction(ready, null, { polling: 'raf', timeout: 120_000 });
  const seconds = Number(await time.jsonValue()) / 1000;
  await context.close();
  return seconds;
}

// Once unmeasured: the server then has everything compressed, as a host would.
await measure(false);
const seconds: number[] = [];
for (let run = 0; run < RUNS; run++) seconds.push(await measure(true));
const median = seconds.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.POSITIVE_INFINITY;
const all = seconds.map((one) => one.toFixed(1)).join(', ');
console.log(`Live map usable on slow 3G after ${median.toFixed(1)} s (runs: ${all}; budget ${BUDGET} s)`);
await browser.close();
server.close();
process.exitCode = median <= BUDGET ? 0 : 1;
