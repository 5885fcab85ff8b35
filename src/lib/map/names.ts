import {
  distance,
  isFree,
  type Label,
  labelAt,
  poleOf,
  type Scene,
  type Shape,
  shapeOf,
  surrounds,
} from '../geo/labels.ts';
import { placeAll } from '../geo/placing.ts';
import { boundsOf, type Point, type Rings, samplesOf } from '../geo/plane.ts';

/** Something that wants its name on the map; pixels of the present zoom. */
export interface Named {
  name: string;
  rings: Rings;
  pole: Point;
}

/** A name on the live map, its middle and what it covers in pixels. */
export interface MapName {
  text: string;
  middle: Point;
  width: number;
  /** On its own outline. */
  inside: boolean;
  /** A line from the outline to a name that stands apart; null where it touches or nearly so. */
  leader: [Point, Point] | null;
}

const EVERYWHERE = { x: -1e7, y: -1e7, width: 2e7, height: 2e7 };
/** Ems between outline and name from which a line has to tie them together. */
const APART = 0.7;
/** Ems a character of a province's name, with the space after it. */
const WIDE = 1.35;

/** A square where a county has no outline. */
const around = ([x, y]: Point): Point[] => [
  [x - 4, y - 4],
  [x + 4, y - 4],
  [x + 4, y + 4],
  [x - 4, y + 4],
  [x - 4, y - 4],
];

const shapeFor = ({ rings, pole }: Named): Shape => shapeOf(rings.length > 0 ? rings : [around(pole)]);

/** The nearest corner or edge of a name to the place that it names. */
function leaderOf({ box }: Label, pole: Point, shape: Shape, em: number): MapName['leader'] {
  const near: Point = [
    Math.min(Math.max(pole[0], box.x), box.x + box.width),
    Math.min(Math.max(pole[1], box.y), box.y + box.height),
  ];
  const gap = Math.min(...shape.rings.flat().map((point) => distance(box, point)));
  return gap > APART * em ? [pole, near] : null;
}

const toName = (label: Label, leader: MapName['leader']): MapName => ({
  text: label.text,
  middle: [label.box.x + label.box.width / 2, label.box.y + label.box.height / 2],
  width: label.box.width,
  inside: label.inside,
  leader,
});

/**
 * Names for the live map: counties first, within or beside their outlines, then provinces where there is room.
 * None covers another. A name without room is left out.
 * @param em pixels
 */
export function placeNames(counties: readonly Named[], provinces: readonly Named[], em: number) {
  const shapes = counties.map(shapeFor);
  const better = boundsOf(shapes.flatMap(({ rings }) => rings.flat()));
  const scene: Scene = { frame: EVERYWHERE, better, taken: [], shapes, lines: [] };
  const wishes = counties.map(({ name, pole }, i) => ({
    text: name,
    pole,
    shape: shapes[i] ?? shapeOf([around(pole)]),
  }));
  const labels = placeAll(wishes, em, scene);
  const names = labels.map((label, i) => {
    const wish = wishes[i];
    return label && wish ? toName(label, label.inside ? null : leaderOf(label, wish.pole, wish.shape, em)) : null;
  });
  const rest = { ...scene, taken: labels.flatMap((label) => label?.box ?? []) };
  return { counties: names, provinces: provinces.map((province) => nameProvince(province, em, rest)) };
}

/** As near to the middle of the province as there is room. */
function nameProvince(province: Named, em: number, scene: Scene): MapName | null {
  const shape = shapeFor(province);
  const pole = poleOf(shape);
  const far = ([x, y]: Point) => Math.hypot(x - pole[0], y - pole[1]);
  const spots = [
    pole,
    ...samplesOf(shape.bounds, Math.max(em, shape.bounds.width / 24)).sort((a, b) => far(a) - far(b)),
  ];
  const labels = spots.map((spot) => labelAt(province.name, em, spot, 'middle', WIDE));
  const label = labels.find(({ box }, i) => surrounds(shape, box) && isFree(labels[i] as Label, em, scene));
  return label ? toName(label, null) : null;
}
