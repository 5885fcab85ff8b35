import type { Bound } from '../qualifiers/qualifiers.ts';
import type { Fact } from './evidence.ts';

/** Pictures of one thing, on a grid of 16 by 16. */
export const GLYPHS = {
  dot: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z',
  square: 'M2 2h12v12H2z',
  person: 'M8 1.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM4 14.5V10q0-2.6 2.6-2.6h2.8Q12 7.4 12 10v4.5z',
  house: 'M8 2.5 15 8.4h-2V14H9.6v-3.6H6.4V14H3V8.4H1z',
  factory: 'M1.5 13.5v-7l3.6 2.6V6.5l3.6 2.6V6.5l2 1.4.5-5.4h2l.9 11z',
  sheep:
    'M1.6 7.2q0-3 3-3h4.6q.9-1.7 2.8-1.7l.5 1.4 2 1.4-.4 1.6-2.1.2v2.2q0 .9-.8 1.3v3.4H9.7v-3.1H5.3V14H3.8v-3.6Q1.6 9.7 1.6 7.2z',
} as const;
export type SignName = keyof typeof GLYPHS;

/** What is measured and not counted. */
const MEASURED = /[元米里斤克吨亩顷度瓦升]$|平方|立方|^(?:年|个?月|天|日|周|小时|分钟|岁|点|倍|个百分点)$/u;

/** Whether a number is of things that can be shown one by one, or of hundredths. */
export function isCountable({ low, high, unit, printedUnit }: Fact): boolean {
  if (unit === '%') return low === high && high <= 100;
  if (unit === '' || MEASURED.test(unit) || MEASURED.test(printedUnit)) return false;
  return Number.isInteger(low) && low === high;
}

/** Which picture stands for what is counted: by its unit, and by the thing where the unit does not tell. */
export function signFor({ unit, label }: Pick<Fact, 'unit' | 'label'>): SignName {
  if (unit === '%') return 'square';
  if (unit === '户') return 'house';
  if (/^人/.test(unit) || unit === '位') return 'person';
  if (/[只头]/.test(unit) && /羊/.test(label)) return 'sheep';
  if (/[家个间]/.test(unit) && /工厂|车间|玩具厂|厂$/.test(label)) return 'factory';
  return 'dot';
}

/** More signs than these are no longer counted by an eye. */
const MOST = 120;
/** Signs in a row: the first that fills its rows, else the first. */
const ROWS = [20, 21, 18, 19, 16, 17, 15] as const;
const columnsFor = (cells: number): number =>
  cells <= ROWS[1] ? cells : (ROWS.find((columns) => cells % columns === 0) ?? ROWS[0]);

/** How many things a sign stands for, a round number, so that no more are drawn than an eye takes in. */
export function thingsEach(most: number): number {
  for (let power = 1; ; power *= 10)
    for (const each of [power, 2 * power, 5 * power]) if (most / each <= MOST) return each;
}

/** Signs in rows; an area of one tone is a path over cells of 1 by 1. */
export interface SignGrid {
  sign: SignName;
  /** Of places: green, as all places are. */
  isPlace: boolean;
  /** Things that a sign stands for. */
  each: number;
  columns: number;
  rows: number;
  areas: { d: string; tone: Tone; href: string | null }[];
  /** The sign of an open end, after the last: the corner of its cell and the way it points. */
  open: { d: string } | null;
}
/** Full, paler, only outlined. */
export type Tone = 'full' | 'pale' | 'rest';

/** A stretch of signs. */
export interface Stretch {
  /** Things, from the end of the stretch before. */
  count: number;
  tone: Tone;
  href: string | null;
}

/**
 * Lays stretches of signs one after the other into rows. Half a sign stands for half of what a sign does.
 * @param inRows signs in a row; as fit best where left out
 */
export function layGrid(
  thing: Pick<Fact, 'unit' | 'label'>,
  stretches: readonly Stretch[],
  each: number,
  bound: Bound | null,
  inRows?: number,
): SignGrid {
  const total = stretches.reduce((sum, { count }) => sum + count, 0) / each;
  const cells = Math.max(1, Math.ceil(total - 1e-9));
  const columns = inRows ?? columnsFor(cells);
  let start = 0;
  const areas = stretches.flatMap(({ count, tone, href }) => {
    const end = start + count / each;
    const d = pathOver(start, end, columns);
    start = end;
    return d === '' ? [] : [{ d, tone, href }];
  });
  const isOpen = bound === 'from' || bound === 'to';
  const rows = Math.ceil(cells / columns);
  // Beyond the last sign, not in a row of its own.
  const after = cells - (rows - 1) * columns;
  return {
    ...{ sign: signFor(thing), isPlace: /[村镇乡县区]$/.test(thing.label) },
    ...{ each, columns: Math.max(columns, isOpen ? after + 1 : 0), rows, areas },
    open: isOpen ? { d: anglesAt(after, rows - 1, bound) } : null,
  };
}

const tidy = (value: number): string => String(Math.round(value * 1000) / 1000);

/** The cells from `start` to `end`, row by row. */
function pathOver(start: number, end: number, columns: number): string {
  let d = '';
  for (let row = Math.floor(start / columns + 1e-9); row * columns < end - 1e-9; row += 1) {
    const [from, to] = [Math.max(0, start - row * columns), Math.min(columns, end - row * columns)];
    if (to > from) d += `M${tidy(from)} ${row}H${tidy(to)}v1H${tidy(from)}z`;
  }
  return d;
}

function anglesAt(x: number, y: number, bound: 'from' | 'to'): string {
  const [tail, tip] = bound === 'from' ? [0, 0.2] : [0.2, 0];
  const angle = (left: number) =>
    `M${tidy(x + left + tail)} ${y + 0.25}L${tidy(x + left + tip)} ${y + 0.5}L${tidy(x + left + tail)} ${y + 0.75}`;
  return angle(0.2) + angle(0.5);
}
