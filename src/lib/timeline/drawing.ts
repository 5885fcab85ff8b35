import type { Milestone } from '../schema/story.ts';
import { compareUnits, type Sortable } from '../units/order.ts';
import { entryAnchor } from '../urls.ts';
import { type Axis, axisOf, layOutLane, yearTicks } from './lanes.ts';
import { type Dated, isDated } from './order.ts';
import { type Sign, signOf } from './signs.ts';

/** A sign as SVG takes it. */
export interface DrawnSign extends Omit<Sign, 'start' | 'end'> {
  /** Anchor of its list entry. */
  entry: string;
  /** Percentages of the axis. */
  from: string;
  to: string;
  width: string;
  /** Middle of its row, in em. */
  y: string;
}

export interface DrawnLane<C> {
  county: C;
  /** In em. */
  height: string;
  signs: DrawnSign[];
}

export interface TimelineDrawing<C> {
  axis: Axis;
  ticks: { label: string; at: string }[];
  lanes: DrawnLane<C>[];
}

type Drawable<C> = Pick<Milestone, 'id' | 'date' | 'basis' | 'extent' | 'recurs' | 'planned'> & {
  story: { slug: string; county: C };
};

/** Height of a row and the air over and under a lane's rows, in em. */
const ROW = 1.15;
const AIR = 0.2;

/**
 * Draws milestones on one axis, a lane for each county in their order; what has no date is not drawn. Null where nothing is.
 * @param all whose years the axis covers, so that drawings of a part can be compared
 */
export function drawTimeline<C extends Sortable>(
  milestones: readonly Drawable<C>[],
  all: readonly Drawable<C>[] = milestones,
): TimelineDrawing<C> | null {
  const signs = all.filter(isDated).map(signOf);
  if (signs.length === 0) return null;
  const axis = axisOf(signs);
  const lanes = Map.groupBy(milestones.filter(isDated), ({ story }) => story.county);
  return {
    axis,
    ticks: yearTicks(axis).map(({ label, at }) => ({ label, at: `${at}%` })),
    lanes: [...lanes].sort(([a], [b]) => compareUnits(a, b)).map(([county, some]) => drawLane(county, some, axis)),
  };
}

function drawLane<C>(county: C, milestones: readonly Dated<Drawable<C>>[], axis: Axis): DrawnLane<C> {
  const lane = layOutLane(
    milestones.map((item) => ({ item, sign: signOf(item) })),
    axis,
  );
  const signs = lane.signs.map(({ item, sign: { start, end, ...sign }, from, to, row }) => ({
    ...sign,
    entry: entryAnchor(item.story.slug, item.id),
    from: `${from}%`,
    to: `${to}%`,
    width: `${Number((to - from).toFixed(3))}%`,
    y: em((row + 0.5) * ROW + AIR),
  }));
  return { county, height: em(lane.rows * ROW + 2 * AIR), signs };
}

const em = (length: number) => `${Number(length.toFixed(3))}em`;
