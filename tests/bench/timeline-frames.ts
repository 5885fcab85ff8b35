// How long the timeline keeps a frame waiting, on a served build of generated content:
// node tests/bench/timeline-frames.ts http://localhost:4361/timeline/
// For each action: its longest task on the main thread, wall clock and processor time (a busy machine stretches the first).
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../src/tools/browser.ts';

interface TraceEvent {
  name: string;
  cat: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

const [url] = process.argv.slice(2);
if (!url) throw new Error('Name the address of the timeline.');
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(url);
await page.locator('.drawing[role="listbox"]').waitFor();
const cdp = await page.context().newCDPSession(page);
const frame = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function measure(name: string, action: (page: Page) => Promise<void>) {
  await frame();
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  await action(page);
  await frame();
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  const mains = new Set(
    events.filter((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain').map((e) => `${e.pid} ${e.tid}`),
  );
  const tasks = events.filter((e) => e.name.endsWith('RunTask') && mains.has(`${e.pid} ${e.tid}`));
  const longest = (of: (e: TraceEvent) => number | undefined) => Math.max(0, ...tasks.map((e) => of(e) ?? 0)) / 1000;
  const [wall, cpu] = [longest((e) => e.dur), longest((e) => e.tdur)];
  console.log(
    `${name.padEnd(28)} ${wall.toFixed(1).padStart(7)} ms  ${cpu.toFixed(1).padStart(7)} ms of processor  (${tasks.length} tasks)`,
  );
}

const choose = (label: string, value: string) => page.locator(`.filters select[name="${label}"]`).selectOption(value);
const wheel = async (x: number, y: number, times: number) => {
  for (let i = 0; i < times; i++) {
    await page.mouse.wheel(x, y);
    await frame();
  }
};

await measure('scroll the page', async () => {
  await page.mouse.move(20, 400);
  await wheel(0, 700, 30);
});
await page.evaluate(() => scrollTo(0, document.querySelector('.drawing')?.getBoundingClientRect().top ?? 0));
const box = await page.locator('.drawing').boundingBox();
if (!box) throw new Error('The page has no drawing.');
await page.mouse.move(box.x + 600, box.y + 200);
await measure('scroll the lanes', () => wheel(0, 300, 20));
await measure('zoom with the wheel', async () => {
  await page.keyboard.down('Control');
  await wheel(0, -120, 10);
  await page.keyboard.up('Control');
});
await measure('pan', () => wheel(400, 0, 15));
await measure('zoom out with the button', async () => {
  for (let i = 0; i < 8; i++) await page.locator('[data-zoom="out"]').click();
});
await measure('filter by certainty', async () => void (await choose('certainty', 'inferred')));
await measure('filter by county', async () => void (await choose('county', 'county-50')));
await measure('show all again', () => page.locator('.filters [data-clear]').click());
await measure('filter by genre', async () => void (await choose('genre', 'brief')));
await measure('show all once more', () => page.locator('.filters [data-clear]').click());
await page.locator('.drawing').focus();
await measure('keys from mark to mark', async () => {
  for (const key of ['End', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'Home', 'ArrowRight', 'ArrowDown']) {
    await page.keyboard.press(key);
    await frame();
  }
});
await browser.close();
