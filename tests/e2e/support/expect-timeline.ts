import { expect } from '@playwright/test';
import { entryAnchor } from '../../../src/lib/urls.ts';
import { reports } from '../../support/content.ts';
import { type Box, clashes, middle, stickingOut } from './boxes.ts';
import { placeByTicks, readPlainDate, type SeenSign, type SeenTimeline } from './drawn-timeline.ts';

/** The end of an edge that fades, in ems: nobody sees it. */
const FAINT = 0.12;

/** Date and county of each milestone, by the anchor of its entry. */
const milestones = new Map(
  reports.flatMap(({ slug, data, listed }) =>
    listed.milestones.map(({ id, date }) => [entryAnchor(slug, id), { date, county: data.county }] as const),
  ),
);

export const hasDates = [...milestones.values()].some(({ date }) => date !== null);

/** No sign on another, each in its lane, and the lane as high as its signs need. */
export function expectLanes({ lanes, axis, em }: SeenTimeline): void {
  expect(lanes.length).toBeGreaterThan(0);
  for (const { name, signs, box } of lanes) {
    expect(clashes(signs, FAINT * em), `signs on each other: ${name}`).toEqual([]);
    for (const sign of signs) {
      const out = stickingOut(sign.core, { ...box, left: axis.left, right: axis.right });
      expect.soft(out, `${sign.name} in its lane`).toBeLessThan(FAINT * em);
    }
    const rows = [...new Set(signs.map((sign) => Math.round(middle(sign.box).y)))].sort((a, b) => a - b);
    const steps = rows.slice(1).map((row, i) => row - (rows[i] ?? row));
    for (const step of steps) expect.soft(step, `${name}: rows without a gap`).toBeLessThan(1.5 * em);
    expect.soft((rows[0] ?? 0) - box.top, `${name}: nothing empty over its rows`).toBeLessThan(1.2 * em);
    expect.soft(box.bottom - (rows.at(-1) ?? 0), `${name}: nothing empty under its rows`).toBeLessThan(1.2 * em);
  }
  for (const [i, { name, box }] of lanes.slice(1).entries())
    expect.soft(box.top - (lanes[i]?.box.bottom ?? 0), `${name} under the lane before`).toBeGreaterThan(-1);
}

/** Each sign in the lane of its county. */
export function expectOwnLanes({ lanes }: SeenTimeline): void {
  for (const { county, name, signs } of lanes)
    for (const sign of signs) expect.soft(milestones.get(sign.name)?.county, `${sign.name} is of ${name}`).toBe(county);
}

/** Signs of plain dates lie where the ticks say, and so in the order of their dates. */
export function expectPlaces(seen: SeenTimeline): void {
  const at = placeByTicks(seen);
  const signs = seen.lanes.flatMap((lane) => lane.signs);
  const plain = signs.flatMap((sign) => {
    const date = milestones.get(sign.name)?.date;
    expect(date, `${sign.name} has a date`).toBeTruthy();
    const stretch = readPlainDate(date ?? '');
    return stretch ? [{ sign, stretch, date }] : [];
  });
  for (const { sign, stretch, date } of plain) {
    const [from, to] = placesOf(sign, stretch.first, stretch.last, stretch.isDay, at);
    expect.soft(Math.abs(sign.from - from), `${sign.name}, ${date}: begins in its place`).toBeLessThan(2);
    expect.soft(Math.abs(sign.to - to), `${sign.name}, ${date}: ends in its place`).toBeLessThan(2);
  }
}

/** Where a sign has to begin and end. */
function placesOf(
  { shape, name }: SeenSign,
  first: number | null,
  last: number | null,
  isDay: boolean,
  at: (time: number) => number,
): [number, number] {
  if (isDay) {
    expect.soft(shape, `${name} is a dot`).toBe('point');
    const noon = at(((first ?? 0) + (last ?? 0)) / 2);
    return [noon, noon];
  }
  const wanted = first === null ? 'until' : last === null ? 'from' : 'long';
  expect.soft(shape, name).toBe(wanted);
  return [at(first ?? last ?? 0), at(last ?? first ?? 0)].map((x, i, both) =>
    wanted === 'long' ? x : (both[wanted === 'from' ? 0 : 1] ?? i),
  ) as [number, number];
}

/** At its lane's height and before it, or over it where type is large. */
export function expectLaneName(county: string, label: Box | null, lane: Box, em: number): void {
  if (!label) throw new Error(`The lane of ${county} has no name`);
  const isBeside = label.right <= lane.left + 1 && Math.abs(label.top - lane.top) < em;
  const isOver = label.bottom <= lane.top + 1 && lane.top - label.bottom < em && label.left <= lane.left + em;
  expect.soft(isBeside || isOver, `${county} beside its lane`).toBe(true);
}
