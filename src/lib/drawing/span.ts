import { scaleUtc } from 'd3-scale';
import { utcMonth, utcYear } from 'd3-time';
import { formatDate, formatDateShort, inferredShort } from '#words/dates.ts';
import { yearShort } from '#words/years.ts';
import { isDated } from '../timeline/order.ts';
import type { DrawingFault, Event, Fact } from './evidence.ts';
import { type SignShape, signOf } from './time-signs.ts';

/** An event of a span; places along the axis in percent of its width. */
export interface SpanEvent {
  /** As it is numbered on the axis and in the list, from 1. */
  number: number;
  href: string;
  title: string;
  /** 2009.8.20, with what of it is inferred; for an undated one its words in print. */
  date: string;
  /** Null where no date is known: it lies somewhere between `x` and `end`. */
  shape: SignShape | null;
  x: number;
  end: number;
  /** Inferred. */
  isDoubtful: boolean;
  isPlanned: boolean;
  /** The row that its sign stands in, 0 on the axis, so that none covers another. */
  level: number;
}

export interface SpanAxis {
  ticks: { at: number; label: string }[];
  events: SpanEvent[];
  /** Rows of signs. */
  levels: number;
  /** From the first to the last event that is dated. */
  from: number;
  to: number;
}

/** Percent kept free at both ends, so that signs and labels have room. */
const EDGE = 7;
/** Percent: nearer than this, a sign steps up into the next row. */
const NEAR = 8;
/** No more, so that their labels have room on a phone. */
const TICKS = 5;

/** Lays events on a true axis, in the order of their dates; undated ones stay behind the one they are named after. */
export function laySpan(events: readonly Event[]): SpanAxis {
  const dated = events.filter(isDated).map((event) => ({ event, sign: signOf(event) }));
  const [first, last] = [
    Math.min(...dated.map(({ sign }) => sign.start)),
    Math.max(...dated.map(({ sign }) => sign.end)),
  ];
  const isLong = last - first > 2 * YEAR;
  const unit = isLong ? utcYear : utcMonth;
  const domain = [unit.floor(new Date(first)), unit.ceil(new Date(last - 1))] as const;
  const scale = scaleUtc(domain, [EDGE, 100 - EDGE]);
  const at = (time: number) => Math.round(scale(new Date(time)) * 10) / 10;
  const ticks = ticksOf(scale);
  const rows: number[] = [];
  const signs = new Map(dated.map(({ event, sign }) => [event.id, sign]));
  const ordered = inOrder(events, (event) => signs.get(event.id)?.start ?? null);
  const placed = ordered.map((event, i): SpanEvent => {
    const sign = signs.get(event.id);
    const { x, end } = sign ? stretchOf(sign, at) : gapOf(ordered, i, (one) => signs.get(one.id), at);
    const middle = (x + end) / 2;
    const free = rows.findIndex((taken) => middle - taken >= NEAR);
    const level = free < 0 ? rows.length : free;
    rows[level] = middle;
    return {
      ...{ number: i + 1, href: event.href, title: event.title, date: wordsOf(event) },
      ...{ shape: sign?.shape ?? null, x, end, level },
      ...{ isDoubtful: sign?.isDoubtful ?? false, isPlanned: sign?.isPlanned ?? false },
    };
  });
  return {
    ticks: ticks.map((time) => ({ at: at(time.getTime()), label: tickLabel(time) })),
    events: placed,
    levels: rows.length,
    ...{ from: at(first), to: at(last) },
  };
}

/** As many round years or months as have room. */
function ticksOf(scale: { ticks: (count: number) => Date[] }): Date[] {
  const isWhole = (time: Date) => utcMonth(time).getTime() === time.getTime();
  for (let count = TICKS; count > 1; count -= 1) {
    const times = scale.ticks(count).filter(isWhole);
    if (times.length <= TICKS) return times;
  }
  return scale.ticks(1).filter(isWhole).slice(0, TICKS);
}

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;

const tickLabel = (time: Date): string =>
  time.getUTCMonth() === 0
    ? yearShort(time.getUTCFullYear())
    : `${yearShort(time.getUTCFullYear())}.${time.getUTCMonth() + 1}`;

/** By their dates; what has none keeps its place after the one before it. */
function inOrder(events: readonly Event[], timeOf: (event: Event) => number | null): Event[] {
  let before = Number.NEGATIVE_INFINITY;
  const timed = events.map((event) => {
    before = timeOf(event) ?? before;
    return { event, time: before };
  });
  return timed.sort((a, b) => a.time - b.time).map(({ event }) => event);
}

function stretchOf({ shape, start, end }: ReturnType<typeof signOf>, at: (time: number) => number) {
  if (shape === 'from') return { x: at(start), end: 100 - EDGE };
  if (shape === 'until') return { x: EDGE, end: at(end) };
  return shape === 'day' ? { x: at(start), end: at(start) } : { x: at(start), end: at(end) };
}

/** Between the dated ones around it. */
function gapOf(
  events: readonly Event[],
  i: number,
  signFor: (event: Event) => ReturnType<typeof signOf> | undefined,
  at: (time: number) => number,
) {
  const before = events
    .slice(0, i)
    .flatMap((event) => signFor(event)?.start ?? [])
    .at(-1);
  const after = events.slice(i + 1).flatMap((event) => signFor(event)?.end ?? [])[0];
  return { x: before === undefined ? EDGE : at(before), end: after === undefined ? 100 - EDGE : at(after) };
}

function wordsOf({ date, printed, basis }: Event): string {
  if (date === null) return printed ?? '';
  const inferred = basis === 'inferred' ? inferredShort(date, printed) : '';
  return formatDateShort(date, printed) + (inferred ? `（${inferred}）` : '');
}

/** An event in a sentence. */
export const eventWords = (
  { date, printed, title, ...rest }: Event,
  undated: (title: string, printed: string) => string,
) => (date === null ? undated(title, printed ?? '') : `${formatDate(date, { printed, ...rest })}，${title}`);

const DAYS: readonly (readonly [RegExp, number])[] = [
  [/^年$/, 365.25],
  [/^(?:个)?月$/, 30.44],
  [/^(?:个星期|周)$/, 7],
  [/^(?:天|日)$/, 1],
];

/** What keeps events from being a span, and its length from being theirs. */
export function spanFaults(events: readonly Event[], length: Fact | null): DrawingFault[] {
  const signs = events.filter(isDated).map(signOf);
  const isLong = signs.some(({ shape }) => shape === 'span' || shape === 'recurs');
  if (new Set(signs.map(({ start }) => start)).size < 2 && !isLong) return [{ kind: 'dates' }];
  if (!length) return [];
  const days = DAYS.find(([unit]) => unit.test(length.unit))?.[1];
  if (days === undefined) return [{ kind: 'length-unit', said: length.text }];
  const [start, end] = [Math.min(...signs.map((sign) => sign.start)), Math.max(...signs.map((sign) => sign.end))];
  const firstEnds = Math.min(...signs.map((sign) => sign.end));
  const lastStarts = Math.max(...signs.map((sign) => sign.start));
  const [least, most] = [Math.max(0, lastStarts - firstEnds), end - start].map((time) => time / DAY / days);
  const fits = length.high >= Math.floor(least ?? 0) && length.low <= Math.ceil(most ?? 0);
  const said = (count: number) => String(Math.round(count * 10) / 10);
  const dates = `${[...new Set([said(least ?? 0), said(most ?? 0)])].join('—')} ${length.unit}`;
  return fits ? [] : [{ kind: 'length', said: length.text, dates }];
}
