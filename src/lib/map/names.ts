import {
  gapTo,
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
import {
  type Box,
  boundsOf,
  boxHolds,
  fillIn,
  hasPoint,
  type Point,
  type Rings,
  samplesOf,
  stretchesIn,
} from '../geo/plane.ts';
import { placeInColumns } from './columns.ts';
import { nameRegion, nameRiver, nameSeat, spotsNear } from './panel-names.ts';

/** Something that wants its name on the map; pixels of the present zoom. */
export interface Named {
  name: string;
  rings: Rings;
  pole: Point;
  /** Neighbours that belong together: the prefecture. */
  group: string;
}

/** A name with its line. */
interface ColumnName {
  label: Label;
  leader: [Point, Point] | null;
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
/** Ems between outline and name from which a line has to tie them together; nearness to another outline asks for it too. */
const APART = { own: 0.6, other: 0.3 };
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

/** From the middle of the outline to the name, where the eye would not find the one from the other. */
function leaderOf({ box }: Label, pole: Point, shape: Shape, others: readonly Shape[], em: number): MapName['leader'] {
  const gap = gapTo(box, shape);
  const clear = others.every((other) => other === shape || gapTo(box, other) > gap + APART.other * em);
  if (gap < APART.own * em && clear) return null;
  const near: Point = [
    Math.min(Math.max(pole[0], box.x), box.x + box.width),
    Math.min(Math.max(pole[1], box.y), box.y + box.height),
  ];
  return [pole, near];
}

const toName = (label: Label, leader: MapName['leader']): MapName => ({
  text: label.text,
  middle: [label.box.x + label.box.width / 2, label.box.y + label.box.height / 2],
  width: label.box.width,
  inside: label.inside,
  leader,
});

/** Neighbours that would stand in ever less room than this: ems down and across together. */
const CROWDED = 9;

interface Placed extends Named {
  shape: Shape;
}

/** Neighbours whose names go into columns, with their names: those of one group, when the zoom leaves little room. */
function nameCrowd(placed: readonly Placed[], em: number) {
  const groups = new Set(placed.map(({ group }) => group));
  const [crowd = []] = [...groups]
    .map((name) => placed.filter(({ group }) => group === name))
    .sort((a, b) => b.length - a.length);
  const bounds = boundsOf(crowd.flatMap(({ shape }) => shape.rings.flat()));
  if (crowd.length < 3 || bounds.width + bounds.height > CROWDED * em) return new Map<Named, ColumnName>();
  const names = placeInColumns(
    crowd.map(({ name, pole }) => ({ text: name, pole })),
    bounds,
    em,
  );
  return new Map(crowd.map((one, i) => [one as Named, names[i] as ColumnName]));
}

/** Names beside or within their outlines. */
function nameOthers(others: readonly Placed[], em: number, scene: Scene): Map<Named, ColumnName> {
  const wishes = others.map(({ name, pole, shape }) => ({ text: name, pole, shape }));
  const labels = placeAll(wishes, em, scene);
  const named = others.flatMap((one, i): [Named, ColumnName][] => {
    const label = labels[i];
    if (!label) return [];
    return [[one, { label, leader: label.inside ? null : leaderOf(label, one.pole, one.shape, scene.shapes, em) }]];
  });
  return new Map(named);
}

/** What lies round the counties; pixels of the present zoom. */
export interface NamedContext {
  /** What is in sight. */
  sight: Box;
  rivers: { name: string; lines: Point[][] }[];
  seats: { name: string; dot: Point }[];
  regions: { name: string; point: Point }[];
}

/** A name of the surroundings, by the middle of its box, or of a river of each character. */
export interface ContextName {
  text: string;
  kind: 'water' | 'seat' | 'province';
  middle: Point;
  width: number;
}

const NO_CONTEXT: NamedContext = { sight: EVERYWHERE, rivers: [], seats: [], regions: [] };

/** Names of what lies round the counties, where counties and their names leave room. */
function nameContext(
  { sight, rivers, seats, regions }: NamedContext,
  known: ReadonlySet<string>,
  em: number,
  scene: Scene,
) {
  const taken = [...scene.taken];
  const rest: Scene = { ...scene, frame: sight, taken };
  const names: ContextName[] = [];
  const keep = (label: Label | null, kind: ContextName['kind']) => {
    if (!label || known.has(label.text)) return;
    const { box, text } = label;
    taken.push(box);
    names.push({ text, kind, middle: [box.x + box.width / 2, box.y + box.height / 2], width: box.width });
  };
  for (const { name, dot } of seats) if (hasPoint(sight, dot)) keep(nameSeat({ name, dot }, em, false, rest), 'seat');
  for (const { name, point } of regions)
    if (hasPoint(sight, point)) keep(nameRegion(name, spotsNear(point, em), null, em, rest), 'province');
  for (const { name, lines } of rivers) {
    const seen = lines.flatMap((line) => stretchesIn(line, sight));
    const label = nameRiver(name, seen, em, { ...rest, lines: seen.flatMap((line) => fillIn(line, em / 4)) });
    for (const [i, [x, y]] of (label?.points ?? []).entries()) {
      taken.push({ x: x - em / 2, y: y - em / 2, width: em, height: em });
      names.push({ text: [...name][i] ?? '', kind: 'water', middle: [x, y], width: em });
    }
  }
  return names;
}

/**
 * Names for the live map: counties first, within or beside their outlines, then provinces where there is room.
 * None covers another. A name without room is left out.
 * @param em pixels
 */
export function placeNames(
  counties: readonly Named[],
  provinces: readonly Named[],
  em: number,
  context: NamedContext = NO_CONTEXT,
) {
  const placed = counties.map((county): Placed => ({ ...county, shape: shapeFor(county) }));
  const shapes = placed.map(({ shape }) => shape);
  const crowd = nameCrowd(placed, em);
  const taken = [...crowd.values()].map(({ label }) => label.box);
  const scene: Scene = {
    frame: EVERYWHERE,
    better: boundsOf(shapes.flatMap(({ rings }) => rings.flat())),
    taken,
    shapes,
    lines: [],
  };
  const others = nameOthers(
    placed.filter((one) => !crowd.has(one)),
    em,
    scene,
  );
  const names = placed.map((one) => crowd.get(one) ?? others.get(one) ?? null);
  const rest = { ...scene, taken: names.flatMap((name) => (name ? [name.label.box] : [])) };
  const provincesNamed = provinces.map((province) => nameProvince(province, em, context.sight, rest));
  const known = new Set([...counties, ...provinces].map(({ name }) => name));
  const written = provincesNamed.flatMap((name) => (name ? [boxOf(name, em)] : []));
  return {
    counties: names.map((name) => name && toName(name.label, name.leader)),
    provinces: provincesNamed,
    context: nameContext(context, known, em, { ...rest, taken: [...rest.taken, ...written] }),
  };
}

const boxOf = ({ middle: [x, y], width }: MapName, em: number): Box => ({
  ...{ x: x - width / 2, y: y - em / 2 },
  ...{ width, height: em },
});

/** What two boxes have in common; null where they are apart. */
function commonOf(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** As near to the middle of the province as there is room, and in sight where it can be. */
function nameProvince(province: Named, em: number, sight: Box, scene: Scene): MapName | null {
  const shape = shapeFor(province);
  const pole = poleOf(shape);
  const far = ([x, y]: Point) => Math.hypot(x - pole[0], y - pole[1]);
  const within = (box: Box, step: number) => samplesOf(box, step).sort((a, b) => far(a) - far(b));
  const seen = commonOf(shape.bounds, sight);
  const spots = [
    pole,
    ...(seen ? within(seen, Math.max(em, seen.width / 24)) : []),
    ...within(shape.bounds, Math.max(em, shape.bounds.width / 24)),
  ];
  const labels = spots.map((spot) => labelAt(province.name, em, spot, 'middle', WIDE));
  const fits = (label: Label) => surrounds(shape, label.box) && isFree(label, em, scene);
  const label = labels.find((one) => boxHolds(sight, one.box) && fits(one)) ?? labels.find(fits);
  return label ? toName(label, null) : null;
}
