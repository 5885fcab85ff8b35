import type { MapCounty } from '../geo/drawn-counties.ts';
import { isFree, type Label, labelAt, poleOf, type Shape, shapeOf, surrounds } from '../geo/labels.ts';
import { type Outlines, provincesOf } from '../geo/outlines.ts';
import { type Box, boundsOf, growBox, type Point, samplesOf } from '../geo/plane.ts';
import { fitPlaces, layArcs, moveFit, pathOf, ringsOf } from '../geo/sheet.ts';
import { shortName } from '../units/names.ts';
import type { Panel } from './panels.ts';

/** The small map that shows where the panels lie; units of its viewBox. */
export interface KeyMap {
  width: number;
  height: number;
  em: number;
  lands: { d: string; label: Label | null }[];
  /** In the order of the panels. */
  frames: { panel: string; box: Box }[];
}

/** Units across; and as it is shown, units a pixel. */
const WIDTH = 720;
const PX = 3;
const EM = 14 * PX;
const GRAIN = 8 * PX;
/** Height to width at the most. */
const FORMAT = 1;
/** Pixels: a smaller frame would not be seen. */
const LEAST = 7;

/** Draws the panels' frames on all the land there is. */
export function drawKeyMap(outlines: Outlines, counties: readonly MapCounty[], panels: readonly Panel[]): KeyMap {
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
  const wide = fitPlaces([...corners, ...land], WIDTH - 4 * PX);
  const fitted =
    wide.height > FORMAT * WIDTH ? fitPlaces([...corners, ...land], WIDTH - 4 * PX, FORMAT * WIDTH - 4 * PX) : wide;
  const fit = moveFit(fitted, [2 * PX, 2 * PX]);
  const [width, height] = [Math.ceil(fitted.width) + 4 * PX, Math.ceil(fitted.height) + 4 * PX];
  const arcs = layArcs(outlines.topology, provinces, fit.project, GRAIN);
  const frames = panels.map((panel) => ({ panel: panel.id, box: frameOf(panel, fit.project) }));
  const sheet = { x: 0, y: 0, width, height };
  const shapes: Shape[] = [];
  const taken = frames.map(({ box }) => growBox(box, PX));
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
    const labels = spots.map((spot) => labelAt(shortName(outline.name), EM, spot, 'middle', 1.3));
    const label = labels.find((one) => surrounds(shape, one.box) && free(one)) ?? null;
    return { d: pathOf(arcs, outline), label: keep(label) };
  });
  return { width, height, em: EM, lands, frames };
}

const toLongitude = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;

function frameOf({ extent: [[west, south], [east, north]] }: Panel, project: (degrees: Point) => Point): Box {
  const box = boundsOf([project([toLongitude(west), south]), project([toLongitude(east), north])]);
  const [more, higher] = [Math.max(0, LEAST * PX - box.width) / 2, Math.max(0, LEAST * PX - box.height) / 2];
  return {
    x: Math.round(box.x - more),
    y: Math.round(box.y - higher),
    width: Math.round(box.width + 2 * more),
    height: Math.round(box.height + 2 * higher),
  };
}
