// How long the timeline keeps a frame waiting, with 2,000 generated milestones of 100 counties, as a table
// and as a spine:
// npm run bench:timeline, which generates, builds and serves them; npm run bench:timeline -- URL for a site that is served.
// For each action: its longest task on the main thread, by wall clock and in processor time (a busy machine stretches the
// first), and the longest wait between two frames. Exits 1 when a task takes more of the processor than the budget.
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { run } from '../../src/commands/command.ts';
import { createSiteServer } from '../../src/commands/static-server.ts';
import { findChromium } from '../run/browser.ts';
import { buildSite } from '../run/test-builds.ts';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

declare global {
  interface Window {
    longestWait?: number;
  }
}

/** Milliseconds. */
const BUDGET = 50;
const FOLDER = '.cache/bench-timeline';
const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline'];

/** Notes in each page the longest wait between two frames since it was last set to 0. */
const watchFrames = () => {
  let last = performance.now();
  const note = (now: number) => {
    Object.assign(window, { longestWait: Math.max(window.longestWait ?? 0, now - last) });
    last = now;
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
};

const [given] = process.argv.slice(2);
const { url, close } = given ? { url: given, close: () => {} } : await serveGenerated();
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.addInitScript(watchFrames);
const cdp = await page.context().newCDPSession(page);
let worst = 0;

async function serveGenerated() {
  const [content, folder] = [`${FOLDER}/content`, `${FOLDER}/dist`];
  const steps = [
    () => run(process.execPath, ['tests/bench/generate-timeline.ts', content]),
    () => buildSite({ CONTENT_DIR: content, OUT_DIR: folder }),
  ];
  for (const step of steps) {
    const { code, output } = await step();
    if (code !== 0) throw new Error(output);
  }
  const server = createSiteServer({ folder, base: '/' });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/timeline/`, close: () => server.close() };
}

const frame = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Everything that the browser traces while something is done. */
async function trace(action: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES } });
  await action();
  await frame();
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

async function measure(name: string, action: () => Promise<unknown>) {
  await frame();
  await page.evaluate(() => Object.assign(window, { longestWait: 0 }));
  const events = await trace(action);
  const wait = await page.evaluate(() => window.longestWait ?? 0);
  const mains = new Set(
    events.filter((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain').map((e) => `${e.pid} ${e.tid}`),
  );
  const tasks = events.filter((e) => e.name.endsWith('RunTask') && mains.has(`${e.pid} ${e.tid}`));
  const longest = (of: (e: TraceEvent) => number | undefined) => Math.max(0, ...tasks.map((e) => of(e) ?? 0)) / 1000;
  const times = [longest((e) => e.dur), longest((e) => e.tdur), wait].map((time) => time.toFixed(1).padStart(7));
  worst = Math.max(
    worst,
    longest((e) => e.tdur),
  );
  console.log(`${name.padEnd(26)} task ${times[0]} ms, of processor ${times[1]} ms; between frames ${times[2]} ms`);
}

const choose = (label: string, value: string) => page.locator(`.filters select[name="${label}"]`).selectOption(value);
const clear = () => page.locator('.filters [data-clear]').click();
const wheel = async (x: number, y: number, times: number) => {
  for (let i = 0; i < times; i++) {
    await page.mouse.wheel(x, y);
    await frame();
  }
};

async function measureAll(width: number) {
  await page.setViewportSize({ width, height: 800 });
  const isTable = width > 1000;
  console.log(isTable ? 'table' : 'spine');
  const before = worst;
  await measure('open the page', async () => {
    await page.goto(url);
    await page.locator('.filters-box:not(.needs-script)').waitFor();
  });
  // Opening is told and not judged: nothing can be scrolled or filtered yet.
  worst = before;
  await page.mouse.move(20, 400);
  await measure('scroll the page', () => wheel(0, 700, 30));
  await page.evaluate(() => scrollTo(0, 0));
  if (isTable)
    await measure('unfold three counties', async () => {
      for (const i of [0, 1, 2]) {
        await page.locator('.unfold').nth(i).click();
        await frame();
      }
    });
  await measure('show all', () => page.locator('[for="show-all"]').click());
  await measure('scroll through all', () => wheel(0, 700, 30));
  await page.evaluate(() => scrollTo(0, 0));
  await measure('show the chosen ones', () => page.locator('[for="show-key"]').click());
  await page.locator('.filters-box > summary').click();
  await measure('filter by certainty', () => choose('certainty', 'inferred'));
  await measure('filter by county', () => choose('county', 'county-50'));
  await measure('show all again', clear);
  await measure('filter by genre', () => choose('genre', 'brief'));
  await measure('show all once more', clear);
}

await measureAll(1280);
await measureAll(390);
await browser.close();
close();
process.exitCode = worst <= BUDGET ? 0 : 1;
