import { type Context, NO_CONTEXT } from '../geo/context.ts';
import type { MapCounty } from '../geo/drawn-counties.ts';
import { isFree, type Label, labelAt, poleOf, type Shape, shapeOf, surrounds } from '../geo/labels.ts';
import { type Outlines, provincesOf } from '../geo/outlines.ts';
import { type Box, boundsOf, growBox, type Point, samplesOf } from '../geo/plane.ts';
import { fitPlaces, layArcs, moveFit, pathOf, ringsOf } from '../geo/sheet.ts';
import { shortName } from '../units/names.ts';
import type { Panel } from './panels.ts';
import { type DrawnRiver, drawRivers } from './surroundings.ts';

/** The small map that shows where the panels lie; units of its viewBox. */
export interface KeyMap {
  width: number;
  height: number;
  em: number;
  lands: { d: string; label: Label | null }[];
  /** The greater rivers, where no land says where the panels lie. */
  rivers: DrawnRiver[];
  /** In the order of the panels; named where no land says where they lie. */
  frames: { panel: string; box: Box; label: Label | null }[];
}

/** A panel with its name. */
type Named = Pick<Panel, 'id' | 'extent'> & { title?: { name: string } };

/** Units across; and as it is shown, units a pixel. */
const WIDTH = 720;
const PX = 3;
const EM = 14 * PX;
/** Ems a character with the space after it. */
const SPACED = 1.3;
const GRAIN = 8 * PX;
/** Height to width at the most. */
const FORMAT = 1;
/** Pixels: a smaller frame would not be seen. */
const LEAST = 7;
/** Pixels round the frames where there is no land, for their names. */
const ROOM = 36;
/** Rivers of this rank and above are seen at this size. */
const RANK = 2;

/** Draws the panels' frames on all the land there is, or else among the greater rivers. */
export function drawKeyMap(
  outlines: Outlines,
  counties: readonly MapCounty[],
  panels: readonly Named[],
  context: Context = NO_CONTEXT,
): KeyMap {
  const provinces = provincesOf(outlines, counties);
  const corners = panels.flatMap(({ extent: [[west, south], [east, north]] }): Point[] => [
    [toLongitude(west), south],
    [toLongitude(east), south],
    [toLongitude(west), north],
    [toLongitude(east), north],
  ]);
  const land = provinces.flatMap((outline) =>
    outline.rings.flat().flatMap((n) => (outlines.topology.arcs[n < 0 ? ~n : n] ?? []) as Point[]),
  );
  const isBare = provinces.length === 0;
  const edge = (isBare ? ROOM : 2) * PX;
  const wide = fitPlaces([...corners, ...land], WIDTH - 2 * edge);
  const fitted =
    wide.height > FORMAT * WIDTH ? fitPlaces([...corners, ...land], WIDTH - 2 * edge, FORMAT * WIDTH - 2 * edge) : wide;
  const fit = moveFit(fitted, [edge, edge]);
  const [width, height] = [Math.ceil(fitted.width) + 2 * edge, Math.ceil(fitted.height) + 2 * edge];
  const arcs = layArcs(outlines.topology, provinces, fit.project, GRAIN);
  const boxes = panels.map((panel) => frameOf(panel, fit.project));
  const sheet = { x: 0, y: 0, width, height };
  const shapes: Shape[] = [];
  const taken = boxes.map((box) => growBox(box, PX));
  const free = (label: Label) => isFree(label, EM, { frame: sheet, better: sheet, taken, shapes, lines: [] });
  const keep = (label: Label | null) => {
    if (label) taken.push(label.box);
    return label;
  };
  const lands = provinces.map((outline) => {
    const shape = shapeOf(ringsOf(arcs, outline));
    const pole = poleOf(shape);
    const far = ([x, y]: Point) => Math.hypot(x - pole[0], y - pole[1]);
    const spots = [pole, ...samplesOf(shape.bounds, EM / 2).sort((a, b) => far(a) - far(b))];
    const labels = spots.map((spot) => labelAt(shortName(outline.name), EM, spot, 'middle', SPACED));
    const label = labels.find((one) => surrounds(shape, one.box) && free(one)) ?? null;
    return { d: pathOf(arcs, outline), label: keep(label) };
  });
  const great = { ...context, rivers: isBare ? context.rivers.filter(({ rank }) => rank <= RANK) : [] };
  const frames = panels.map(({ id, title }, i) => {
    const box = boxes[i] ?? sheet;
    const spots = isBare && title ? spotsBeside(box, title.name) : [];
    return { panel: id, box, label: keep(spots.find(free) ?? null) };
  });
  const rivers = drawRivers(great, fit, sheet, { grain: GRAIN, beyond: 6 * PX }).map(({ river }) => river);
  return { width, height, em: EM, lands, rivers, frames };
}

/** Where the name of a frame may stand, the best first: beside it, under it, over it. */
function spotsBeside({ x, y, width, height }: Box, name: string): Label[] {
  const half = ([...name].length * EM * SPACED) / 2;
  const [middle, gap] = [y + height / 2, 0.4 * EM];
  return [
    labelAt(name, EM, [x + width + gap + half, middle], 'start', SPACED),
    labelAt(name, EM, [x - gap - half, middle], 'end', SPACED),
    ...[0, half - width / 2, width / 2 - half].flatMap((aside) => [
      labelAt(name, EM, [x + width / 2 + aside, y + height + 0.8 * EM], 'middle', SPACED),
      labelAt(name, EM, [x + width / 2 + aside, y - 0.8 * EM], 'middle', SPACED),
    ]),
  ];
}

const toLongitude = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;

function frameOf({ extent: [[west, south], [east, north]] }: Named, project: (degrees: Point) => Point): Box {
  const box = boundsOf([project([toLongitude(west), south]), project([toLongitude(east), north])]);
  const [more, higher] = [Math.max(0, LEAST * PX - box.width) / 2, Math.max(0, LEAST * PX - box.height) / 2];
  return {
    x: Math.round(box.x - more),
    y: Math.round(box.y - higher),
    width: Math.round(box.width + 2 * more),
    height: Math.round(box.height + 2 * higher),
  };
}
