import { beginningOf, endingOf } from '../dates/edtf.ts';
import { readDate } from '../dates/read.ts';
import { compareUnits, type Sortable } from '../units/order.ts';
import { columnOfYear, type TableColumn, tableColumns } from './columns.ts';
import { type Dated, isDated } from './order.ts';

/** What lasts longer than a column, from one to another; both included. */
export interface Bar<T> {
  milestone: T;
  from: number;
  to: number;
}

export interface TableRow<T extends { date: string | null }, Unit> {
  unit: Unit;
  /** Lines of bars, no two of a line on each other. */
  bars: Bar<Dated<T>>[][];
  /** Of each column, what stands in its cell; in the order given. */
  cells: Dated<T>[][];
  undated: T[];
}

/** Units down, years across. */
export interface TimelineTable<T extends { date: string | null }, Unit> {
  columns: TableColumn[];
  /** How many milestones begin in each column. */
  counts: number[];
  rows: TableRow<T, Unit>[];
  undated: number;
}

/** First and last year that a date names, the last for the first where that is not known, and the other way round. */
function yearsOfDate(date: string): [first: number, last: number] {
  const read = readDate(date);
  if (read.kind === 'season') return [read.year, read.year];
  const [start, end] = [beginningOf(date), endingOf(date)];
  const first = start ?? end;
  const last = end ?? start;
  // An end alone is a place, not a length: 2016 以前 claims nothing of the years before.
  if (!start || !end) return [first?.first ?? 0, first?.first ?? 0];
  return [first?.first ?? 0, last?.last ?? 0];
}

/** Puts milestones into a table: a row for each unit in their order, under the columns in which they begin. */
export function tableOf<Unit extends Sortable, T extends { date: string | null; story: { county: Unit } }>(
  milestones: readonly T[],
): TimelineTable<T, Unit> {
  const dated = milestones.filter(isDated);
  const columns = tableColumns(dated.flatMap(({ date }) => yearsOfDate(date)));
  const bars = dated.map((milestone) => {
    const [from, to] = yearsOfDate(milestone.date).map((year) => columnOfYear(year, columns)) as [number, number];
    return { milestone, from, to };
  });
  const units = [...new Set(milestones.map(({ story }) => story.county))].sort(compareUnits);
  return {
    columns,
    counts: columns.map((_, i) => bars.filter(({ from }) => from === i).length),
    rows: units.map((unit) => {
      const own = bars.filter(({ milestone }) => milestone.story.county === unit);
      return {
        unit,
        bars: packBars(own.filter(({ from, to }) => to > from)),
        cells: columns.map((_, i) =>
          own.flatMap(({ milestone, from, to }) => (from === i && to === i ? [milestone] : [])),
        ),
        undated: milestones.filter(({ date, story }) => date === null && story.county === unit),
      };
    }),
    undated: milestones.length - dated.length,
  };
}

/** The widths that a column may have, by class: from what is empty to what holds most. */
const WIDTHS = 8;

/**
 * How wide each column asks to be, 1 to 8: by the root of how much its cells have to say, so that a full one is wide and a
 * lean one still can be read. A last one for those without a date.
 */
export function columnWidths<T extends { date: string | null; title: string }>({
  columns,
  rows,
}: TimelineTable<T, unknown>): number[] {
  const sum = (some: readonly T[]) => some.reduce((all, { title }) => all + title.length, 0);
  const said = [
    ...columns.map((_, i) => rows.reduce((all, { cells }) => all + sum(cells[i] ?? []), 0)),
    rows.reduce((all, { undated }) => all + sum(undated), 0),
  ].map(Math.sqrt);
  const whole = said.reduce((a, b) => a + b, 0) || 1;
  return said.map((one) => Math.min(WIDTHS, Math.max(1, Math.round((one / whole) * 32))));
}

/** Puts bars into as few lines as keep them apart; those that begin first stand first. */
export function packBars<B extends { from: number; to: number }>(bars: readonly B[]): B[][] {
  const lines: B[][] = [];
  for (const bar of [...bars].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const free = lines.find((line) => (line.at(-1)?.to ?? 0) < bar.from);
    if (free) free.push(bar);
    else lines.push([bar]);
  }
  return lines;
}

/** The cells of a line of bars: each bar, and between them how many columns are empty. */
export function lineOf<B extends { from: number; to: number }>(
  line: readonly B[],
  columns: number,
): { bar: B | null; columns: number }[] {
  let at = 0;
  const cells = line.flatMap((bar) => {
    const before = bar.from - at;
    at = bar.to + 1;
    return [...(before > 0 ? [{ bar: null, columns: before }] : []), { bar, columns: bar.to - bar.from + 1 }];
  });
  return at < columns ? [...cells, { bar: null, columns: columns - at }] : cells;
}
