import { stretchAt, stretchOf } from '../dates/stretches.ts';
import type { Column } from './years.ts';

/** A column of the table: a year, decade or century, an end, or years folded together because nothing is told of them. */
export interface TableColumn {
  /** In EDTF: `2019`, `193X`; of folded ones a run, `2011/2014`; or 'before'. */
  heading: Column;
  isGap: boolean;
}

/** So many columns stand side by side on a page; a folded one is narrow. */
const MOST = 9;
const GAP = 0.4;
/** So large a part of the years has to lie in columns of their own, or the columns are made coarser. */
const ENOUGH = 0.9;
const UNITS = [1, 10, 100] as const;
type Unit = (typeof UNITS)[number];

/** The stretches that hold something, in order, with how many years lie in each. */
function heldIn(years: readonly number[], unit: Unit): Map<string, number> {
  const held = new Map<string, number>();
  for (const year of [...years].sort((a, b) => a - b)) {
    const heading = stretchAt(year, unit);
    held.set(heading, (held.get(heading) ?? 0) + 1);
  }
  return held;
}

const firstOf = (heading: string): number => stretchOf(heading)?.first ?? 0;
const lastOf = (heading: string): number => stretchOf(heading)?.last ?? 0;

/** The same with what lies between them folded: 2010, 2011/2014, 2015. */
function withGaps(held: readonly string[], unit: Unit): TableColumn[] {
  return held.flatMap((heading, i) => {
    const column = { heading, isGap: false };
    const [from, to] = [lastOf(held[i - 1] ?? heading) + 1, firstOf(heading) - 1];
    if (i === 0 || from > to) return [column];
    const ends = [...new Set([stretchAt(from, unit), stretchAt(to, unit)])];
    return [{ heading: ends.join('/'), isGap: true }, column];
  });
}

const widthOf = (columns: readonly TableColumn[]): number =>
  columns.reduce((sum, { isGap }) => sum + (isGap ? GAP : 1), 0);

/** The latest run of stretches that has room and of all such runs holds most years. */
function densest(held: ReadonlyMap<string, number>, unit: Unit): string[] {
  const all = [...held.keys()];
  let best: string[] = [];
  let most = 0;
  let from = 0;
  for (let to = 1; to <= all.length; to += 1) {
    while (widthOf(withGaps(all.slice(from, to), unit)) > MOST - 2) from += 1;
    const run = all.slice(from, to);
    const count = run.reduce((sum, heading) => sum + (held.get(heading) ?? 0), 0);
    if (count >= most) [best, most] = [run, count];
  }
  return best;
}

/**
 * The columns under which years stand in a table, in order: single years where these have room side by side, or nearly all
 * of them have; then decades, then centuries. What lies between two of them and holds nothing is folded into one.
 * @param years that begin or end something, with repetitions
 */
export function tableColumns(years: readonly number[]): TableColumn[] {
  for (const unit of UNITS) {
    const held = heldIn(years, unit);
    const all = withGaps([...held.keys()], unit);
    if (widthOf(all) <= MOST) return all;
    const dense = densest(held, unit);
    const count = dense.reduce((sum, heading) => sum + (held.get(heading) ?? 0), 0);
    if (count >= ENOUGH * years.length || unit === 100) return withEnds(dense, [...held.keys()], unit);
  }
  return [];
}

function withEnds(run: readonly string[], all: readonly string[], unit: Unit): TableColumn[] {
  const end = (heading: Column): TableColumn => ({ heading, isGap: false });
  return [
    ...(all[0] === run[0] ? [] : [end('before')]),
    ...withGaps(run, unit),
    ...(all.at(-1) === run.at(-1) ? [] : [end('after')]),
  ];
}

/** The place of a year among the columns. */
export function columnOfYear(year: number, columns: readonly TableColumn[]): number {
  const own = columns.findIndex(({ heading, isGap }) => {
    const unit = isGap ? undefined : stretchOf(heading)?.years;
    return unit !== undefined && stretchAt(year, unit) === heading;
  });
  if (own >= 0) return own;
  return columns[0]?.heading === 'before' && year < firstOf(columns[1]?.heading ?? '') ? 0 : columns.length - 1;
}
