import { scaleUtc } from 'd3-scale';
import { yearShort } from '#words/years.ts';
import { DAY, timeOf } from '../dates/days.ts';
import type { Sign } from './signs.ts';
import { roundYears, stepFor } from './tick-years.ts';

/** What an axis covers, milliseconds in UTC. */
export interface Axis {
  start: number;
  end: number;
}

/** A sign in its lane: percentages of the axis, and the row it lies in, from 0. */
export interface PlacedSign<T> {
  item: T;
  sign: Sign;
  from: number;
  to: number;
  row: number;
}

export interface Lane<T> {
  rows: number;
  signs: PlacedSign<T>[];
}

/** The drawing is never narrower than this many em; so wide, and wider, no sign touches another. */
export const NARROWEST = 16;
const EM = 100 / NARROWEST;
/** Beyond this percentage a year's name would run over the end of the narrowest axis; one before our era is longer. */
const LAST_LABEL = { year: 85, far: 78 } as const;
/** So many years are named one by one; of more, and of those before our era, only round ones. */
const NAMES = { single: 16, round: 10, far: 7 } as const;
/** Half a dot with its rim, an arrow, the fading tail at a doubtful edge; in em. */
const SIZES = { half: 0.55, arrow: 1.9, tail: 0.8 } as const;

/** An axis of the years that hold all signs, which must be at least one. */
export function axisOf(signs: readonly Sign[]): Axis {
  const year = (time: number) => new Date(time).getUTCFullYear();
  const [first, last] = signs.reduce(
    ([from, to], { start, end }) => [Math.min(from, start), Math.max(to, end - DAY)] as const,
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
  );
  return widen(yearsToAxis(year(first), year(last)), signs);
}

/** Whole years with a little air at both ends, so that dots and names there are drawn in full. */
function yearsToAxis(first: number, last: number): Axis {
  const [start, end] = [timeOf(first), timeOf(last + 1)];
  return { start: start - (end - start) * 0.05, end: end + (end - start) * 0.08 };
}

/**
 * As much longer at its ends as the signs there need where the drawing is narrowest: a faded edge and an arrow are more
 * than the air. What is added makes an em longer, so more is needed; but ever less, since no sign has half the width.
 */
function widen({ start, end }: Axis, signs: readonly Sign[]): Axis {
  const em = (end - start) / NARROWEST;
  const ends = signs.map((sign) => ({ place: placeOf(sign), side: sidesOf(sign) }));
  const wider = {
    start: Math.min(start, ...ends.map(({ place, side }) => place.from - side.before * em)),
    end: Math.max(end, ...ends.map(({ place, side }) => place.to + side.after * em)),
  };
  const gained = wider.end - wider.start - (end - start);
  return gained < DAY / 24 ? wider : widen(wider, signs);
}

/** The first days of years on the axis, each with its percentage; where there are many years, of round ones. */
export function yearTicks({ start, end }: Axis): { label: string; at: number }[] {
  const at = percentOf({ start, end });
  const isFar = new Date(start).getUTCFullYear() < 1;
  const years = (end - start) / (366 * DAY);
  const step = years > NAMES.single || isFar ? stepFor(years, isFar ? NAMES.far : NAMES.round) : 1;
  const last = isFar ? LAST_LABEL.far : LAST_LABEL.year;
  return roundYears(start, end, step).map((time) => {
    const place = at(time);
    return { label: place > last ? '' : yearShort(new Date(time).getUTCFullYear()), at: place };
  });
}

/** Percentages fine enough for a tenth of a day, however long the axis. */
function percentOf({ start, end }: Axis): (time: number) => number {
  const scale = scaleUtc([start, end], [0, 100]);
  const digits = Math.max(3, Math.ceil(Math.log10((end - start) / DAY)) - 1);
  return (time) => Number(scale(time).toFixed(digits));
}

/** Puts signs in as few rows as keep each clear of the others. Keeps their order. */
export function layOutLane<T>(items: readonly { item: T; sign: Sign }[], axis: Axis): Lane<T> {
  const at = percentOf(axis);
  const placed = items.map(({ item, sign }) => ({ item, sign, ...reachOf(sign, at) }));
  const rows = packRows(placed.map(boxOf));
  return {
    rows: Math.max(0, ...rows) + 1,
    signs: placed.map((sign, index) => ({ ...sign, row: rows[index] ?? 0 })),
  };
}

/** Where a sign begins and ends on the axis. */
function reachOf(sign: Sign, at: (time: number) => number): { from: number; to: number } {
  const { from, to } = placeOf(sign);
  return { from: at(from), to: at(to) };
}

/** Times between which a sign is drawn. A day, and a one-sided span, have one place alone. */
function placeOf({ shape, start, end }: Sign): { from: number; to: number } {
  if (shape === 'day') return { from: (start + end) / 2, to: (start + end) / 2 };
  if (shape === 'from') return { from: start, to: start };
  if (shape === 'until') return { from: end, to: end };
  return { from: start, to: end };
}

/** How far a sign reaches beyond its place on either side, in em. */
function sidesOf({ shape, isDoubtful }: Sign): { before: number; after: number } {
  const { half, arrow, tail } = SIZES;
  const edge = half + (isDoubtful ? tail : 0);
  return { before: shape === 'until' ? arrow : edge, after: shape === 'from' ? arrow : edge };
}

/** What a sign covers at the narrowest width, in percent of the axis. */
export function boxOf<T>({ sign, from, to }: Pick<PlacedSign<T>, 'sign' | 'from' | 'to'>): {
  from: number;
  to: number;
} {
  const { before, after } = sidesOf(sign);
  return { from: from - before * EM, to: to + after * EM };
}

/**
 * Row of each box, from 0, such that no two boxes of a row overlap and there are no more rows than boxes that overlap
 * at one place.
 */
export function packRows(boxes: readonly { from: number; to: number }[]): number[] {
  const rows: number[] = [];
  const ends: number[] = [];
  const order = boxes.map((box, index) => ({ box, index })).sort((a, b) => a.box.from - b.box.from);
  for (const { box, index } of order) {
    const free = ends.findIndex((end) => end <= box.from);
    const row = free < 0 ? ends.length : free;
    ends[row] = box.to;
    rows[index] = row;
  }
  return rows;
}
