import { covers, isFree, type Label, labelAt, type Scene, type Shape } from './labels.ts';
import type { Outlines } from './outlines.ts';
import {
  type DrawnCounty,
  drawCounty,
  extentOf,
  type MapCounty,
  outlinesOf,
  type Placed,
  shortName,
} from './places.ts';
import { placeAll } from './placing.ts';
import { type Box, boundsOf, growBox, type Point } from './plane.ts';
import { fitPlaces, layArcs } from './sheet.ts';

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

/** The type, in units, and the grain of outlines, in square units. */
export interface Scale {
  em: number;
  px: number;
  area: number;
}

/** As many counties of one prefecture have no room for their names. */
const CLUSTER = 3;
/** The frame's part of the map's width. */
const WIDTH = 0.36;
const SIZES = Array.from({ length: 13 }, (_, i) => 1 - i / 25);
/** What drawing the counties smaller costs, against the costs of labels. */
const SMALLER = 30;
const ALIGNMENTS = [0.5, 0, 1].flatMap((across) => [0.5, 0, 1].map((down) => ({ across, down })));

/** The counties of the prefecture that has most of them, when they are at least three; else none. */
export function clusterOf(counties: readonly MapCounty[]): MapCounty[] {
  const groups = [...Map.groupBy(counties, ({ prefecture }) => prefecture).values()];
  return groups.filter(({ length }) => length >= CLUSTER).sort((a, b) => b.length - a.length)[0] ?? [];
}

/** How high a frame of this width has to be for the counties with names round them. */
function frameHeight(outlines: Outlines, cluster: readonly MapCounty[], width: number, em: number): number {
  const drawn = outlinesOf(
    outlines,
    cluster.map(({ code }) => code),
  );
  const { height } = fitPlaces(extentOf(outlines.topology, drawn, cluster), width - 3 * em);
  return Math.round(height + 2 * em);
}

/** Where the frame fits without touching land: as high as it can be, on the right rather than on the left. */
function findRoom(width: number, size: { width: number; height: number }, shapes: readonly Shape[], em: number): Box {
  const bottom = Math.max(...shapes.map(({ bounds }) => bounds.y + bounds.height)) + em;
  const steps = Array.from({ length: Math.ceil(bottom / (em / 4)) + 1 }, (_, i) => Math.round((i * em) / 4));
  const columns = [width - size.width - 1, 1].map((x) => steps.map((y): Box => ({ x, y, ...size })));
  const free = columns.flatMap(
    (boxes) => boxes.find((box) => !shapes.some((shape) => covers(growBox(box, em / 2), shape))) ?? [],
  );
  return free.sort((a, b) => a.y - b.y)[0] ?? { x: width - size.width - 1, y: Math.round(bottom), ...size };
}

/** Draws the cluster into the frame at one size and place, and its names round it. */
function tryInset(
  outlines: Outlines,
  cluster: readonly MapCounty[],
  frame: Box,
  scale: Scale,
  size: number,
  at: (typeof ALIGNMENTS)[number],
) {
  const drawn = outlinesOf(
    outlines,
    cluster.map(({ code }) => code),
  );
  const room = growBox(frame, -scale.em / 3);
  const fit = fitPlaces(extentOf(outlines.topology, drawn, cluster), room.width * size, room.height * size);
  const left = room.x + (room.width - fit.width) * at.across;
  const top = room.y + (room.height - fit.height) * at.down;
  const project = (degrees: Point): Point => {
    const [x, y] = fit.project(degrees);
    return [x + left, y + top];
  };
  const arcs = layArcs(outlines.topology, drawn, project, scale.area);
  const placed = cluster.map((c) => drawCounty(c, outlines.byCode.get(c.code), arcs, { ...fit, project }, scale.px));
  const wishes = placed.map(({ drawn: { name, pole }, shape }) => ({ text: shortName(name), pole, shape }));
  const scene = {
    frame: growBox(frame, -scale.em / 4),
    taken: [],
    shapes: placed.map(({ shape }) => shape),
    lines: [],
  };
  const { labels, cost } = placeAll(wishes, scale.em, scene);
  return { counties: placed.map(({ drawn }, i): DrawnCounty => ({ ...drawn, label: labels[i] ?? null })), cost };
}

/** The counties in their frame, as large as clear labelling allows; in the middle unless names want otherwise. */
function fillFrame(outlines: Outlines, cluster: readonly MapCounty[], frame: Box, scale: Scale): DrawnCounty[] {
  let best = { counties: [] as DrawnCounty[], cost: Number.POSITIVE_INFINITY };
  for (const size of SIZES) {
    const price = SMALLER * (1 - size);
    if (best.cost <= price) break;
    for (const at of ALIGNMENTS) {
      const { counties, cost } = tryInset(outlines, cluster, frame, scale, size, at);
      if (cost + price < best.cost) best = { counties, cost: cost + price };
    }
  }
  return best.counties;
}

/** The box round the counties on the map itself. */
const sourceOf = (placed: readonly Placed[], px: number): Box => {
  const { x, y, width, height } = growBox(boundsOf(placed.flatMap(({ shape }) => shape.rings.flat())), 2 * px);
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
};

/** A line down from the source and across to the frame, below the land if there is room. */
function leaderOf(source: Box, frame: Box, land: number): { d: string; elbow: Point; end: Point } {
  const x = Math.round(source.x + source.width / 2);
  const bottom = frame.y + frame.height;
  const y = Math.round((Math.min(Math.max(land, frame.y), bottom) + bottom) / 2);
  const end = frame.x > x ? frame.x : frame.x + frame.width;
  return { d: `M${x} ${source.y + source.height}V${y}H${end}`, elbow: [x, y], end: [end, y] };
}

/** The prefecture's name, on the leader or under it. */
function nameInset(text: string, [x, y]: Point, end: number, em: number, scene: Scene): Label | null {
  const spots = [y - 0.7 * em, y + 0.8 * em].map((line) => labelAt(text, em, [(x + end) / 2, line]));
  return spots.find((label) => isFree(label, em, scene)) ?? null;
}

/**
 * The inset as a whole.
 * @param placed all counties as the map shows them
 * @param shapes everything the frame must not cover
 * @returns also the boxes that names on the map have to keep off; null without a cluster
 */
export function drawInset(
  outlines: Outlines,
  cluster: readonly MapCounty[],
  placed: readonly Placed[],
  shapes: readonly Shape[],
  map: { width: number; height: number },
  scale: Scale,
): { inset: Inset; taken: Box[] } | null {
  const [first] = cluster;
  if (!first) return null;
  const width = Math.round(map.width * WIDTH);
  const frame = findRoom(
    map.width,
    { width, height: frameHeight(outlines, cluster, width, scale.em) },
    shapes,
    scale.em,
  );
  const source = sourceOf(
    placed.filter(({ county }) => cluster.includes(county)),
    scale.px,
  );
  const { d: leader, elbow, end } = leaderOf(source, frame, map.height);
  const taken = [
    frame,
    source,
    { x: elbow[0], y: source.y, width: 0, height: elbow[1] - source.y },
    { x: Math.min(elbow[0], end[0]), y: elbow[1], width: Math.abs(end[0] - elbow[0]), height: 0 },
  ];
  const scene = { frame: { x: 0, y: 0, width: map.width, height: frame.y + frame.height }, taken, shapes, lines: [] };
  const label = nameInset(shortName(first.prefecture), elbow, end[0], scale.em, scene);
  const counties = fillFrame(outlines, cluster, frame, scale);
  return { inset: { frame, source, leader, label, counties }, taken: label ? [...taken, label.box] : taken };
}
