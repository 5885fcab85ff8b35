import { type Stretch, stretchAt, stretchOf, type Years } from '../dates/stretches.ts';

/** A column of the strip, or a stop of the map's slider: a year, decade or century in EDTF, or all that lies before or after. */
export type Column = 'before' | 'after' | (string & {});

/** No more columns than these, ends included. */
const MOST = 10;
/** So large a part of the years has to lie in the columns between the ends, or they are made coarser. */
const ENOUGH = 0.9;
const UNITS = [1, 10, 100] as const;

/**
 * The columns that years are best shown in, in order: single years where these are few or nearly all lie near each other,
 * then decades, then centuries. Between first and last no year or decade is left out, even where it holds nothing; of
 * centuries only those that hold something, and of too many the latest.
 * @param years with repetitions, so that most of them count
 */
export function columnsOf(years: readonly number[]): Column[] {
  if (years.length === 0) return [];
  const sorted = [...years].sort((a, b) => a - b);
  for (const unit of UNITS) {
    const all = runOf(sorted, unit);
    if (all.length <= MOST) return all;
    const dense = densest(sorted, unit);
    if (dense.length >= ENOUGH * sorted.length) return withEnds(runOf(dense, unit), sorted);
  }
  const held = [...new Set(sorted.map((year) => stretchAt(year, 100)))];
  return held.length <= MOST ? held : withEnds(held.slice(1 - MOST), sorted);
}

const firstOf = (text: string): number => stretchOf(text)?.first ?? 0;
const lastOf = (text: string): number => stretchOf(text)?.last ?? 0;

/** From the first to the last of the sorted years, in stretches; one more than is wanted where there are very many. */
function runOf(sorted: readonly number[], unit: Stretch['years']): string[] {
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  const run = [stretchAt(first, unit)];
  while (run.length <= MOST && lastOf(run.at(-1) ?? '') < last) run.push(stretchAt(lastOf(run.at(-1) ?? '') + 1, unit));
  return run;
}

/** As many of the sorted years as any window between two ends holds. */
function densest(sorted: readonly number[], unit: Stretch['years']): number[] {
  let best: number[] = [];
  let from = 0;
  for (const [i, year] of sorted.entries()) {
    while ((sorted[from] ?? year) < firstOf(stretchAt(year, unit)) - (MOST - 3) * unit) from++;
    if (i + 1 - from > best.length) best = sorted.slice(from, i + 1);
  }
  return best;
}

function withEnds(run: readonly string[], sorted: readonly number[]): Column[] {
  const isBefore = (sorted[0] ?? 0) < firstOf(run[0] ?? '');
  const isAfter = (sorted.at(-1) ?? 0) > lastOf(run.at(-1) ?? '');
  return [...(isBefore ? ['before'] : []), ...run, ...(isAfter ? ['after'] : [])];
}

/** What a column covers; null on the open side of an end. */
export function yearsOf(column: Column, columns: readonly Column[]): Years {
  const inner = columns.filter((one) => one !== 'before' && one !== 'after');
  if (column === 'before') return { from: null, to: firstOf(inner[0] ?? '') - 1 };
  if (column === 'after') return { from: lastOf(inner.at(-1) ?? '') + 1, to: null };
  // EDTF has the year 0 in two decades, `-000X` and `000X`: of two columns the earlier has it.
  const before = inner[inner.indexOf(column) - 1];
  return {
    from: Math.max(firstOf(column), before === undefined ? Number.NEGATIVE_INFINITY : lastOf(before) + 1),
    to: lastOf(column),
  };
}
