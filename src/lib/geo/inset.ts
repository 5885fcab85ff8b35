import { centreCluster, fitCluster, type Scale } from './cluster.ts';
import { covers, isFree, type Label, labelAt, type Shape } from './labels.ts';
import type { Outlines } from './outlines.ts';
import { type DrawnCounty, type MapCounty, type Placed, shortName } from './places.ts';
import { type Box, boundsOf, cornersOf, growBox, type Point, roundBox } from './plane.ts';

/** A magnified part of the map: neighbours whose names have no room on it. Units of the drawing. */
export interface Inset {
  frame: Box;
  /** The same counties on the map. */
  source: Box;
  /** From source to frame, the `d` of a path. */
  leader: string;
  /** The prefecture. */
  label: Label | null;
  counties: DrawnCounty[];
}

/** What an inset has to fit in with. */
export interface Ground {
  width: number;
  /** Before the inset adds to it. */
  height: number;
  /** Everything that the frame must not cover. */
  shapes: readonly Shape[];
}

/** The frame's part of the map's width. */
const WIDTH = 0.36;

/** Where the frame fits without touching land: as high as it can be, on the right rather than on the left. */
function findRoom({ width, height, shapes }: Ground, size: { width: number; height: number }, em: number): Box {
  const steps = Array.from({ length: Math.ceil(height / em) * 4 }, (_, i) => Math.round((i * em) / 4));
  const columns = [width - size.width - 1, 1].map((x) => steps.map((y): Box => ({ x, y, ...size })));
  const free = columns.flatMap(
    (boxes) => boxes.find((box) => !shapes.some((shape) => covers(growBox(box, em / 2), shape))) ?? [],
  );
  return free.sort((a, b) => a.y - b.y)[0] ?? { x: width - size.width - 1, y: Math.round(height + em / 2), ...size };
}

/** A line down from the source and across to the frame, below the land if there is room; its two corners. */
function leaderOf(source: Box, frame: Box, land: number): [Point, Point] {
  const x = Math.round(source.x + source.width / 2);
  const bottom = frame.y + frame.height;
  const y = Math.round((Math.min(Math.max(land, frame.y), bottom) + bottom) / 2);
  return [
    [x, y],
    [frame.x > x ? frame.x : frame.x + frame.width, y],
  ];
}

/** The prefecture's name, on the leader or under it. */
function nameLeader(text: string, [[x, y], [end]]: [Point, Point], em: number, map: Ground, frame: Box): Label | null {
  const spots = [y - 0.7 * em, y + 0.8 * em].map((line) => labelAt(text, em, [(x + end) / 2, line]));
  const sheet = { x: 0, y: 0, width: map.width, height: frame.y + frame.height };
  const scene = { frame: sheet, better: sheet, taken: [frame], shapes: map.shapes, lines: [] };
  return spots.find((label) => isFree(label, em, scene)) ?? null;
}

/**
 * The inset as a whole.
 * @param placed the same counties as the map shows them
 * @returns also the boxes that names on the map have to keep off; null without a cluster
 */
export function drawInset(
  outlines: Outlines,
  cluster: readonly MapCounty[],
  placed: readonly Placed[],
  map: Ground,
  scale: Scale,
): { inset: Inset; taken: Box[] } | null {
  const prefecture = cluster[0]?.prefecture;
  if (!prefecture) return null;
  const { em, px } = scale;
  const width = Math.round(map.width * WIDTH);
  const fitted = fitCluster(outlines, cluster, width - em, scale);
  const frame = findRoom(map, { width, height: Math.round(fitted.bounds.height + em) }, em);
  const source = roundBox(growBox(boundsOf(placed.flatMap(({ shape }) => cornersOf(shape.bounds))), 2 * px));
  const corners = leaderOf(source, frame, map.height);
  const [[x, y], [end]] = corners;
  const label = nameLeader(shortName(prefecture), corners, em, map, frame);
  const leader = [
    { x, y: source.y, width: 0, height: y - source.y },
    { x: Math.min(x, end), y, width: Math.abs(end - x), height: 0 },
  ];
  const counties = centreCluster(outlines, cluster, fitted, frame, scale);
  return {
    inset: { frame, source, leader: `M${x} ${source.y + source.height}V${y}H${end}`, label, counties },
    taken: [frame, source, ...leader, ...(label ? [label.box] : [])],
  };
}
