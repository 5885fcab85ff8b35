import { joinArcs, type Outlines } from './outlines.ts';
import { boundsOf, type Point } from './plane.ts';
import { fitPlaces, layArcs, pathOf, ringsOf } from './sheet.ts';

/** A shape to be drawn at any size: attributes of an `svg` and of its one `path`. */
export interface SilhouettePath {
  viewBox: string;
  d: string;
  /** Not to be filled: the line of a river. */
  isLine: boolean;
}

/** Square units: the smallest corner kept. At 320 px over 320 units it is the size of a grain of sand. */
const GRAIN = 2;

/** Units, for half the stroke of a line. */
const STROKE = 8;

/**
 * The outline of a county by itself, north up, cropped to its edges.
 * @param code GB/T 2260
 * @param box what the outline has to fit into, in units of the drawing; 320 suits sizes up to 320 px and more
 * @returns null when there is no outline for the code
 */
export function silhouettePath(
  code: string,
  box: { width: number; height: number } = { width: 320, height: 320 },
  outlines: Outlines,
): SilhouettePath | null {
  const outline = outlines.byCode.get(code);
  if (!outline) return null;
  const rings = outline.rings.map((ring) => joinArcs(outlines.topology.arcs as Point[][], ring));
  const { project } = fitPlaces(rings.flat(), box.width, box.height);
  const { isLine } = outline;
  // Arc by arc, as on every map: where three counties meet there is a corner, and a border runs alike on either side of it.
  const arcs = layArcs(outlines.topology, [outline], project, GRAIN);
  const seen = boundsOf(ringsOf(arcs, outline).flat());
  const room = isLine ? STROKE : 0;
  const [left, top] = [Math.floor(seen.x) - room, Math.floor(seen.y) - room];
  const [right, bottom] = [Math.ceil(seen.x + seen.width) + room, Math.ceil(seen.y + seen.height) + room];
  return { viewBox: [left, top, right - left, bottom - top].join(' '), d: pathOf(arcs, outline), isLine };
}
