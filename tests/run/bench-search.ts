// npm run bench:search [-- --sizes 13,1000,10000]: our search, indexed as a build does it, beside others on the same pages,
// as one table; the page that searches and its scripts come to the bytes of each. Then how well whole questions are answered, where ../shared/corpora is there.
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { readValue } from '../../src/search/field-values.ts';
import type { IndexedPage, Term } from '../../src/search/types.ts';
import { FIELDS, hasCorpora, makePages, readIndexed, readTerms } from '../bench/corpus.ts';
import { retrieval } from '../bench/retrieval.ts';
import type { Searcher, System } from '../bench/systems.ts';
import { type TruePage, tokensOf, truthOf } from '../search/truth.ts';
import { randomFrom } from '../support/random.ts';
import { provideExtra } from './extra.ts';

const QUERIES = 200;
// Whole indexes of ten thousand pages need more than Node gives by itself.
setFlagsFromString('--max-old-space-size=12000');
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '13,1000,10000' },
    only: { type: 'string' },
    /** Leaves the questions out. */
    quick: { type: 'boolean', default: false },
  },
});

/** By how much, in GB, an action swells this process and the indexer that it runs. */
async function watchMemory<T>(action: () => Promise<T>): Promise<{ result: T; memory: number }> {
  let most = 0;
  const before = process.memoryUsage().rss;
  const look = () => {
    most = Math.max(most, (process.memoryUsage().rss - before) / 1e9 + indexerMemory());
  };
  const timer = setInterval(look, 200);
  const result = await action();
  look();
  clearInterval(timer);
  return { result, memory: most };
}

function indexerMemory(): number {
  if (process.platform !== 'linux') return 0;
  const read = (file: string) => {
    try {
      return readFileSync(`/proc/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && read(`${pid}/stat`).split(' ')[3] === String(process.pid))
    .reduce((sum, pid) => sum + Number(/VmRSS:\s+(\d+)/.exec(read(`${pid}/status`))?.[1] ?? 0) / 1e6, 0);
}

/** Runs of 1–8 Han characters that stand in the pages. */
function cutQueries(pages: readonly IndexedPage[]): string[] {
  const random = randomFrom(7);
  return Array.from({ length: QUERIES }, () => {
    const { blocks } = pages[Math.floor(random() * pages.length)] as IndexedPage;
    const runs = (blocks[Math.floor(random() * blocks.length)]?.text ?? '').match(/\p{Script=Han}+/gu) ?? ['脱贫'];
    const run = runs[Math.floor(random() * runs.length)] ?? '';
    const start = Math.floor(random() * run.length);
    return run.slice(start, start + 1 + Math.floor(random() * 8));
  });
}

const at = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;

async function measure(system: System, pages: readonly IndexedPage[], terms: readonly Term[]): Promise<string[]> {
  const folder = `.cache/bench/${pages.length}-${systems.indexOf(system)}`;
  system.write?.(pages, folder, terms);
  const began = Date.now();
  const { result: searcher, memory } = await watchMemory(() => system.build(pages, folder));
  const seconds = (Date.now() - began) / 1000;
  const queries = cutQueries(pages);
  const first: number[] = [];
  // Building opened the index once already.
  searcher.bytes();
  for (const query of queries) {
    const visitor: Searcher = await searcher.fresh();
    await visitor.find(query);
    first.push(visitor.bytes());
  }
  const [times, later]: [number[], number[]] = [[], []];
  const truth: TruePage[] = pages.map(({ url, blocks, fields = {} }) => ({
    path: url,
    blocks: blocks.map(({ text }) => text),
    record: FIELDS.flatMap(({ id }) => (fields[id] ?? []).map((value) => readValue(value).text)),
  }));
  let [right, wrong, missed] = [0, 0, 0];
  // The last one opened: Pagefind's script has one WebAssembly for all of them, and forgets those before.
  const returning = await searcher.fresh();
  await returning.find(queries[0] ?? '');
  searcher.bytes();
  for (const [i, query] of queries.entries()) {
    const start = performance.now();
    const found = new Set(await returning.find(query));
    times.push(performance.now() - start);
    later.push(returning.bytes());
    if (i >= 20) continue;
    const wanted = truthOf({ query, kind: '', all: [tokensOf(query)] }, truth);
    const held = wanted.filter((path) => found.has(path)).length;
    right += held;
    wrong += found.size - held;
    missed += wanted.length - held;
  }
  const kb = (bytes: number) => (bytes / 1000).toFixed(0);
  return [
    String(pages.length),
    system.name,
    seconds.toFixed(1),
    memory.toFixed(2),
    kb(at(first, 0.5)),
    kb(at(first, 0.95)),
    kb(at(later, 0.5)),
    at(times, 0.5).toFixed(1),
    at(times, 0.95).toFixed(1),
    (right / (right + wrong || 1)).toFixed(3),
    (right / (right + missed || 1)).toFixed(3),
  ];
}

await provideExtra();
const { systems } = await import('../bench/systems.ts');
const rows = [['pages', 'search', 'index s', 'GB', 'first kB', 'p95', 'later kB', 'ms', 'p95', 'precision', 'recall']];
for (const size of values.sizes.split(',').map(Number)) {
  const bundled = size === 13 ? readIndexed(process.env.OUT_DIR || 'dist') : [];
  const isBundled = size === 13 && bundled.length > 0;
  const pages = isBundled ? bundled : makePages(size);
  const terms = isBundled ? readTerms(process.env.OUT_DIR || 'dist') : [];
  for (const system of systems) {
    if (values.only && !system.name.startsWith(values.only)) continue;
    console.error(`${system.name}, ${pages.length} pages …`);
    rows.push(await measure(system, pages, terms));
  }
}
const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
for (const row of rows)
  console.log(row.map((cell, i) => (i === 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '));
if (!values.quick) console.log(hasCorpora() ? await retrieval() : 'Questions: skipped, ../shared/corpora is not here');
process.exit();
