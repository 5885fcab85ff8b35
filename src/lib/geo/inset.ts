import { groupOf, shortName } from '../units/names.ts';
import { centreCluster, fitCluster, type Scale } from './cluster.ts';
import type { DrawnCounty, MapCounty, Placed } from './drawn-counties.ts';
import { covers, isFree, type Label, labelAt, type Shape } from './labels.ts';
import type { Outlines } from './outlines.ts';
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

/** The frame's part of the map's width, the best first. */
const WIDTHS = [0.36, 0.45, 0.55, 0.7, 0.95];
/** The counties' part of the frame's width, their names not counted, at the least. */
const MOST = 0.6;
/** By how much an inset has to enlarge. */
const LARGER = 1.25;

/** Where the frame fits without touching land: as high as it can be, on the right rather than on the left. */
function findRoom({ width, height, shapes }: Ground, size: { width: number; height: number }, em: number): Box {
  const steps = Array.from({ length: Math.ceil(height / em) * 4 }, (_, i) => Math.round((i * em) / 4));
  const columns = [width - size.width - 1, 1].map((x) => steps.map((y): Box => ({ x, y, ...size })));
  const free = columns.flatMap(
    (boxes) => boxes.find((box) => !shapes.some((shape) => covers(growBox(box, em / 2), shape))) ?? [],
  );
  return free.sort((a, b) => a.y - b.y)[0] ?? { x: width - size.width - 1, y: Math.round(height + em / 2), ...size };
}

/** From the source down or up and then across to the frame, below the land if there is room: start, elbow, end. */
function leaderOf(source: Box, frame: Box, land: number): [Point, Point, Point] {
  const [foot, bottom] = [source.y + source.height, frame.y + frame.height];
  const top = Math.max(land, frame.y) < bottom - frame.height / 8 ? Math.max(land, frame.y) : frame.y;
  const y = Math.round((top + bottom) / 2);
  const x = Math.round(source.x + source.width / 2);
  const start = y < source.y ? source.y : Math.min(foot, y);
  if (x > frame.x && x < frame.x + frame.width) {
    const edge: Point = [x, y < source.y ? bottom : frame.y];
    return [[x, start], edge, edge];
  }
  return [
    [x, start],
    [x, y],
    [frame.x > x ? frame.x : frame.x + frame.width, y],
  ];
}

/** The prefecture's name, on the leader or under it. */
function nameLeader(text: string, [x, y]: Point, end: number, em: number, map: Ground, frame: Box): Label | null {
  const spots = [y - 0.7 * em, y + 0.8 * em].map((line) => labelAt(text, em, [(x + end) / 2, line]));
  const sheet = { x: 0, y: 0, width: map.width, height: frame.y + frame.height };
  const scene = { frame: sheet, better: sheet, taken: [frame], shapes: map.shapes, lines: [] };
  return spots.find((label) => isFree(label, em, scene)) ?? null;
}

/** The narrowest of the frames in which the counties get most of the width, and their drawing. */
function chooseFrame(outlines: Outlines, cluster: readonly MapCounty[], map: Ground, scale: Scale) {
  for (const part of WIDTHS) {
    const width = Math.round(map.width * part);
    const fitted = fitCluster(outlines, cluster, width - scale.em, scale);
    if (fitted.inner > width * MOST)
      return { size: { width, height: Math.round(fitted.bounds.height + scale.em) }, fitted };
  }
  return null;
}

/**
 * The inset as a whole.
 * @param placed the counties that it shows, as they are on the map
 * @returns also the boxes that names on the map have to keep off; null without a cluster, or when an inset would
 * show it no larger than the map does
 */
export function drawInset(
  outlines: Outlines,
  placed: readonly Placed[],
  map: Ground,
  scale: Scale,
): { inset: Inset; taken: Box[] } | null {
  const cluster = placed.map(({ county }) => county);
  const prefecture = cluster[0] && groupOf(cluster[0]);
  const chosen = prefecture && chooseFrame(outlines, cluster, map, scale);
  if (!chosen) return null;
  const { em, px } = scale;
  const { size, fitted } = chosen;
  const source = roundBox(growBox(boundsOf(placed.flatMap(({ shape }) => cornersOf(shape.bounds))), 2 * px));
  if (fitted.inner < source.width * LARGER) return null;
  const frame = findRoom(map, size, em);
  const [[x, start], [, y], [end]] = leaderOf(source, frame, map.height);
  const label = nameLeader(shortName(prefecture), [x, y], end, em, map, frame);
  const leader = [
    { x, y: Math.min(start, y), width: 0, height: Math.abs(y - start) },
    { x: Math.min(x, end), y, width: Math.abs(end - x), height: 0 },
  ];
  const counties = centreCluster(outlines, cluster, fitted, frame, scale);
  return {
    inset: { frame, source, leader: `M${x} ${start}V${y}H${end}`, label, counties },
    taken: [frame, source, ...leader, ...(label ? [label.box] : [])],
  };
}
