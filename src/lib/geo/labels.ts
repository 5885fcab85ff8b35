import polylabel from 'polylabel';
import {
  type Box,
  boundsOf,
  boxesOverlap,
  boxHolds,
  cornersOf,
  growBox,
  hasPoint,
  isInside,
  type Point,
  type Rings,
  ringArea,
} from './plane.ts';

/** A name on a drawing. `x`, `y` are those of an SVG text, so `y` is the baseline. */
export interface Label {
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  /** Whether it lies within its own outline. */
  inside: boolean;
  /** What the text covers, reckoned as one em a character. */
  box: Box;
}

/** Something drawn that labels keep off, as dense rings. */
export interface Shape {
  rings: Rings;
  bounds: Box;
}

/** What a label has to fit in with. */
export interface Scene {
  /** Labels stay inside. */
  frame: Box;
  /** Labels had better stay inside this. */
  better: Box;
  /** Labels do not overlap these, nor one another. */
  taken: readonly Box[];
  /** Labels do not cover these. */
  shapes: readonly Shape[];
  /** Points of lines that labels had better not cross. */
  lines: readonly Point[];
}

/** By this part of an em the baseline runs below the middle of a Han character. */
const BASELINE = 0.38;

/** A shape from its rings. */
export const shapeOf = (rings: Rings): Shape => ({ rings, bounds: boundsOf(rings.flat()) });

/** As small a part of its bounds has what encloses nothing. */
const NO_AREA = 1e-6;

/**
 * The inner point of a shape that is farthest from its border (pole of inaccessibility), in whole units; of a line, which
 * has no inside, its own point that lies nearest to the middle of its bounds.
 */
export function poleOf({ rings, bounds }: Shape): Point {
  const area = rings.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0);
  const [x, y] =
    area <= NO_AREA * (bounds.width + bounds.height) ** 2
      ? middleOf(rings.flat(), bounds)
      : polylabel(rings, Math.min(bounds.width, bounds.height) / 50);
  return [Math.round(x), Math.round(y)];
}

function middleOf(points: readonly Point[], { x, y, width, height }: Box): Point {
  const far = (point: Point) => Math.hypot(point[0] - x - width / 2, point[1] - y - height / 2);
  return points.reduce((best, point) => (far(point) < far(best) ? point : best), points[0] ?? [x, y]);
}

/** How far a point is from a box, 0 within it. */
export const distance = (box: Box, [x, y]: Point): number =>
  Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));

/** How far a box is from the nearest part of a shape's border. */
export const gapTo = (box: Box, { rings }: Shape): number =>
  Math.min(...rings.map((ring) => Math.min(...ring.map((point) => distance(box, point)))));

/** Whether the box lies on any part of the shape, whose points are closer together than the box is long. */
export function covers(box: Box, { rings, bounds }: Shape): boolean {
  if (!boxesOverlap(box, bounds)) return false;
  if (rings.some((ring) => ring.some((point) => hasPoint(box, point)))) return true;
  return cornersOf(box).some((corner) => isInside(corner, rings));
}

/** Whether the shape holds the whole box. */
export const surrounds = ({ rings, bounds }: Shape, box: Box): boolean =>
  boxHolds(bounds, box) &&
  !rings.some((ring) => ring.some((point) => hasPoint(box, point))) &&
  cornersOf(box).every((corner) => isInside(corner, rings));

/** A label whose box is centred on the point. `em` is the size of the type in units, `advance` ems a character. */
export function labelAt(
  text: string,
  em: number,
  [x, y]: Point,
  anchor: Label['anchor'] = 'middle',
  advance = 1,
): Label {
  const width = [...text].length * em * advance;
  const before = { start: 0, middle: width / 2, end: width }[anchor];
  const left = Math.round(x - width / 2 + before) - before;
  const baseline = Math.round(y + BASELINE * em);
  const box = { x: left, y: baseline - (BASELINE + 0.5) * em, width, height: em };
  return { text, x: left + before, y: baseline, anchor, inside: false, box };
}

/** Whether the label keeps within its frame and off everything else, with some air. */
export function isFree({ box }: Label, em: number, { frame, taken, shapes }: Scene): boolean {
  const air = growBox(box, em / 6);
  return (
    boxHolds(frame, box) && !taken.some((other) => boxesOverlap(air, other)) && !shapes.some((s) => covers(air, s))
  );
}
