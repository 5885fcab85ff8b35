// When a phone has painted the largest part of a story, beside a page of one word from the same server: Lighthouse's own
// phone, turn and turn about, so that what else the machine does falls on both. Exits 1 where the median of a story is
// more than its share over that of the blank page.
// usage: npm run bench:paint (after npm run build); node … tests/bench/largest-paint.ts [path …] [--runs 5]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSiteServer } from '../../src/commands/static-server.ts';
import { provideBrowser } from '../run/browser.ts';
import { provideExtra } from '../run/extra.ts';
import { largestPaint } from '../run/lighthouse.ts';
import { manuscripts } from '../support/content.ts';

/** How much later than a blank page a story may be painted. */
const MOST = 1.35;
const BLANK =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>空白</title><p>空白</p></html>';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const runs = Number(values.runs);
const longest = manuscripts.toSorted((a, b) => b.characters - a.characters)[0];
if (!longest) throw new Error('This archive has no published story.');
const paths = positionals.length > 0 ? positionals : [longest.path];

await provideExtra();
const chromium = await provideBrowser();
const blank = mkdtempSync(join(tmpdir(), 'blank-'));
writeFileSync(join(blank, 'index.html'), BLANK);

/** Serves a folder; the address of its front page, and how to end that. */
async function serve(folder: string): Promise<{ address: string; close(): void }> {
  const server = createSiteServer({ folder, base: '/' });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const servers = { blank: await serve(blank), site: await serve(process.env.OUT_DIR || 'dist') };
const pages = [servers.blank.address, ...paths.map((path) => servers.site.address + path)];
const times = new Map<string, number[]>(pages.map((page) => [page, []]));
for (let run = 0; run < runs; run++)
  for (const page of pages) times.get(page)?.push(await largestPaint(page, chromium));
for (const { close } of Object.values(servers)) close();
rmSync(blank, { recursive: true });

const least = median(times.get(servers.blank.address) ?? []);
const rows = pages.map((page) => {
  const own = times.get(page) ?? [];
  return {
    page: page === servers.blank.address ? 'blank' : page.replace(servers.site.address, '/'),
    milliseconds: Math.round(median(own)),
    ratio: Number((median(own) / least).toFixed(2)),
    runs: own.map(Math.round).join(' '),
  };
});
console.table(rows);
if (rows.some(({ ratio }) => !(ratio <= MOST))) process.exitCode = 1;
