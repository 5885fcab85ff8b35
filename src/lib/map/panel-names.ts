import type { RegionName } from '../geo/context.ts';
import type { Placed } from '../geo/drawn-counties.ts';
import { boxesOf, type Graticule } from '../geo/graticule.ts';
import {
  covers,
  gapTo,
  isFree,
  type Label,
  labelAt,
  poleOf,
  type Scene,
  type Shape,
  surrounds,
} from '../geo/labels.ts';
import { placeAll, type Wish } from '../geo/placing.ts';
import {
  type Box,
  boundsOf,
  boxesOverlap,
  boxHolds,
  cornersOf,
  fillIn,
  growBox,
  hasPoint,
  isInside,
  type Point,
  samplesOf,
} from '../geo/plane.ts';
import { shortName } from '../units/names.ts';

/**
 * Sizes of type, in hundredths of the narrow sheet, so that none is ever smaller than 13 px: on a phone, on a wide sheet, and
 * 大字版 on a phone; what is wide has the type of a phone there.
 */
export const LAYERS = { small: 4.6, wide: 2.5, large: 6.5 } as const;
export type LayerName = keyof typeof LAYERS;

/** Where a government sits. */
export interface PanelSeat {
  name: string;
  level: 'prefecture' | 'county';
  dot: Point;
}

/** A county's name, and beside it what there is to read of it. */
export interface CountyLabel {
  name: Label | null;
  count: Label | null;
}

/** Characters along a river, each upright at its own point. */
export interface RiverLabel {
  text: string;
  points: Point[];
}

export interface PanelNames {
  em: number;
  /** In the order of the panel's counties. */
  counties: CountyLabel[];
  seats: Label[];
  /** In the order of the panel's places; null where one has no room, and then it has no dot. */
  places: (Label | null)[];
  /** Where a seat is that is named, or lies in a county that is: no dot is without its word. */
  dots: Record<PanelSeat['level'], Point[]>;
  rivers: RiverLabel[];
  /** Of provinces and of neighbours, letter-spaced. */
  regions: Label[];
}

export interface PanelScene {
  frame: Box;
  placed: Placed[];
  labels: { text: string; count: string }[];
  seats: PanelSeat[];
  places: readonly { name: string; dot: Point }[];
  rivers: { name: string; lines: Point[][] }[];
  /** The part in the frame, and all that is drawn. */
  lands: { name: string; shape: Shape; land: Shape }[];
  regions: RegionName[];
  graticule: Graticule | null;
}

/** Sizes in relation to a county's name. */
export const SIZES = { count: 0.8, seat: 0.85, river: 0.85, region: 1 } as const;
/** Ems a character of a region's name with the space after it, and of digits in a count. */
const WIDE = { region: 1.6, count: 0.72 };
/** Ems between the middles of characters along a river, and from the river to them. */
const ALONG = { step: 1.5, aside: 0.95 };

/** Name and count as one block within the county; null where it has no room for both. */
function blockIn(
  { text, count }: PanelScene['labels'][number],
  { drawn: { pole }, shape }: Placed,
  em: number,
  taken: readonly Box[],
): CountyLabel | null {
  const around = growBox({ x: pole[0], y: pole[1], width: 0, height: 0 }, 1.5 * em);
  const far = ([x, y]: Point) => Math.hypot(x - pole[0], y - pole[1]);
  for (const [x, y] of [pole, ...samplesOf(around, em / 3).sort((a, b) => far(a) - far(b))]) {
    const name = labelAt(text, em, [x, y - 0.6 * em]);
    const below = labelAt(count, em * SIZES.count, [x, y + 0.6 * em], 'middle', WIDE.count);
    const isOff = ({ box }: Label) => !taken.some((other) => boxesOverlap(box, other));
    if ([name, below].every((label) => surrounds(shape, growBox(label.box, em / 10)) && isOff(label)))
      return { name: { ...name, inside: true }, count: { ...below, inside: true } };
  }
  return null;
}

/** As much of a name lies on its county at least that has no room for all of it. */
const MOSTLY = 0.85;

/** The place on the county that holds most of the name, and nothing of another county. */
function mostlyIn({ text, shape }: Wish, em: number, scene: Scene): Label | null {
  const others = { ...scene, shapes: scene.shapes.filter((other) => other !== shape) };
  const labels = samplesOf(shape.bounds, em / 4).flatMap((spot) => {
    const label = labelAt(text, em, spot);
    if (!isFree(label, em / 2, others)) return [];
    const samples = samplesOf(label.box, em / 4);
    const part = samples.filter((point) => isInside(point, shape.rings)).length / samples.length;
    return part >= MOSTLY ? [{ label, part }] : [];
  });
  const [best] = labels.sort((a, b) => b.part - a.part);
  return best ? { ...best.label, inside: true } : null;
}

/** Where all that is near is taken: the free place on the whole panel that lies nearest to the county, and to no other. */
function nearestFree({ text, shape }: Wish, em: number, scene: Scene): Label | null {
  const free = samplesOf(scene.frame, em / 3).flatMap((spot) => {
    const label = labelAt(text, em, spot);
    if (!isFree(label, em, scene)) return [];
    const gap = gapTo(label.box, shape);
    const isNear = scene.shapes.every((other) => other === shape || gapTo(label.box, other) > gap);
    return isNear ? [{ label, gap }] : [];
  });
  return free.sort((a, b) => a.gap - b.gap)[0]?.label ?? null;
}

const lastPlace = (wish: Wish, em: number, scene: Scene): Label | null =>
  mostlyIn(wish, em, scene) ?? nearestFree(wish, em, scene);

/** The count under a name, where that is free. */
function countUnder({ box }: Label, count: string, em: number, scene: Scene): Label | null {
  const label = labelAt(count, em * SIZES.count, [box.x + box.width / 2, box.y + 1.65 * em], 'middle', WIDE.count);
  return isFree(label, em / 2, scene) ? label : null;
}

function nameCounties({ placed, labels }: PanelScene, em: number, withCounts: boolean, scene: Scene): CountyLabel[] {
  const blocks = placed.map((one, i) =>
    withCounts && labels[i]?.count ? blockIn(labels[i], one, em, scene.taken) : null,
  );
  const taken = [...scene.taken, ...blocks.flatMap((block) => boxesIn(block))];
  const rest = placed.flatMap(({ drawn: { pole }, shape }, i) =>
    blocks[i] ? [] : [{ i, wish: { text: labels[i]?.text ?? '', pole, shape } }],
  );
  const names = placeAll(
    rest.map(({ wish }) => wish),
    em,
    { ...scene, taken },
  );
  const boxes = [...taken, ...names.flatMap((name) => name?.box ?? [])];
  const found = new Map(
    rest.map(({ i, wish }, n) => {
      const name = names[n] ?? lastPlace(wish, em, { ...scene, taken: boxes });
      if (name && !names[n]) boxes.push(name.box);
      return [i, name];
    }),
  );
  return placed.map((_, i) => {
    const block = blocks[i];
    if (block) return block;
    const name = found.get(i) ?? null;
    const count = labels[i]?.count ?? '';
    const under =
      withCounts && name && !name.inside && count ? countUnder(name, count, em, { ...scene, taken: boxes }) : null;
    if (under) boxes.push(under.box);
    return { name, count: under };
  });
}

const boxesIn = (label: CountyLabel | null): Box[] => [label?.name, label?.count].flatMap((one) => one?.box ?? []);

/** Places round a dot, the best first. */
const around = (text: string, em: number, [x, y]: Point): Label[] => {
  const [half, gap] = [([...text].length * em) / 2, 0.65 * em];
  return [
    labelAt(text, em, [x + half + gap, y], 'start'),
    labelAt(text, em, [x - half - gap, y], 'end'),
    labelAt(text, em, [x, y + 1.1 * em]),
    labelAt(text, em, [x, y - 1.1 * em]),
  ];
};

/** Seats: beside their dot, on no county but their own, and there only as a whole. */
export function nameSeat(
  { name, dot }: Pick<PanelSeat, 'name' | 'dot'>,
  em: number,
  withInside: boolean,
  scene: Scene,
): Label | null {
  const own = scene.shapes.find(({ rings }) => isInside(dot, rings));
  if (own && !withInside) return null;
  const free = around(name, em, dot).filter((label) =>
    own ? surrounds(own, label.box) && isFree(label, em, { ...scene, shapes: [] }) : isFree(label, em, scene),
  );
  const [best] = free;
  return best ? { ...best, inside: own !== undefined } : null;
}

/** Directions in which a place's name may stand, and how far, in ems beyond its dot. */
const TURNS = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);
const FAR = [0, 0.5, 1];

/** A place's name: near its dot, wholly on the county that it lies in, or else on none. */
export function namePlace({ name, dot }: { name: string; dot: Point }, em: number, scene: Scene): Label | null {
  const own = scene.shapes.find(({ rings }) => isInside(dot, rings));
  const fits = (label: Label): boolean =>
    own && surrounds(own, label.box) ? isFree(label, em / 2, { ...scene, shapes: [] }) : isFree(label, em / 2, scene);
  const half = ([...name].length * em) / 2;
  const farther = FAR.slice(1).flatMap((far) =>
    TURNS.map((angle) => {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const reach = (0.65 + far) * em;
      const anchor = cos > 0.4 ? 'start' : cos < -0.4 ? 'end' : 'middle';
      const aside = anchor === 'middle' ? 0 : Math.sign(cos) * half;
      return labelAt(name, em, [dot[0] + cos * reach + aside, dot[1] + sin * (reach + em / 2)], anchor);
    }),
  );
  const best = [...around(name, em, dot), ...farther].find(fits);
  return best ? { ...best, inside: own !== undefined && surrounds(own, best.box) } : null;
}

/** A name with space between its letters, as near as can be to where it belongs. */
export function nameRegion(
  name: string,
  points: readonly Point[],
  within: Shape | null,
  em: number,
  scene: Scene,
): Label | null {
  const labels = points.map((point) => labelAt(name, em, point, 'middle', WIDE.region));
  return labels.find((label) => (!within || surrounds(within, label.box)) && isFree(label, em, scene)) ?? null;
}

/** Where a province's name may stand: the wider the land round it the better. */
function spotsIn(shape: Shape, em: number): Point[] {
  const pole = poleOf(shape);
  const far = ([x, y]: Point) => Math.hypot(x - pole[0], y - pole[1]);
  return [pole, ...samplesOf(shape.bounds, em).sort((a, b) => far(a) - far(b))];
}

/** Where a neighbour's name may stand: where the archive says, or near to it. */
export const spotsNear = ([x, y]: Point, em: number): Point[] => {
  const box = growBox({ x, y, width: 0, height: 0 }, 4 * em);
  return [
    [x, y],
    ...samplesOf(box, em).sort((a, b) => Math.hypot(a[0] - x, a[1] - y) - Math.hypot(b[0] - x, b[1] - y)),
  ];
};

/** A river's name along it, as near as can be to the middle of what is seen. */
export function nameRiver(name: string, lines: readonly Point[][], em: number, scene: Scene): RiverLabel | null {
  const characters = [...name];
  const step = em / 4;
  const stride = Math.round((ALONG.step * em) / step);
  const dense = lines.map((line) => fillIn(line, step)).sort((a, b) => b.length - a.length);
  for (const line of dense) {
    const last = line.length - stride * (characters.length - 1) - 2;
    const starts = Array.from({ length: Math.max(0, Math.floor(last / 4)) }, (_, i) => 1 + 4 * i);
    const middle = last / 2;
    for (const start of starts.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))) {
      for (const side of [-1, 1]) {
        const points = along(line, start, stride, characters.length, side * ALONG.aside * em);
        const boxes = points.map(([x, y]): Box => ({ x: x - em / 2, y: y - em / 2, width: em, height: em }));
        const fits = areApart(boxes) && boxes.every((box) => isClear(box, em, scene));
        if (fits && isInOrder(points)) return { text: name, points };
      }
    }
  }
  return null;
}

/** In a bend the straight line is short, and what is spread on it would lie on one another. */
const areApart = (boxes: readonly Box[]): boolean =>
  boxes.every((box, i) => !boxes.slice(i + 1).some((other) => boxesOverlap(box, other)));

/** Read from left to right, or from above: never backwards. */
const isInOrder = (points: readonly Point[]): boolean => {
  const [x, y] = points[0] ?? [0, 0];
  const [endX, endY] = points.at(-1) ?? [0, 0];
  return Math.abs(endX - x) >= Math.abs(endY - y) ? endX >= x : endY >= y;
};

/** Points evenly along the straight line beside a stretch, so that the characters of a name keep together. */
function along(line: readonly Point[], start: number, stride: number, count: number, by: number): Point[] {
  const a = line[start] ?? [0, 0];
  const b = line[start + stride * (count - 1)] ?? a;
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy) || 1;
  return Array.from({ length: count }, (_, n): Point => {
    const part = count > 1 ? n / (count - 1) : 0;
    return [Math.round(a[0] + part * dx - (dy / length) * by), Math.round(a[1] + part * dy + (dx / length) * by)];
  });
}

const isClear = (box: Box, em: number, { frame, taken, shapes, lines }: Scene): boolean =>
  boxHolds(frame, box) &&
  !taken.some((other) => boxesOverlap(growBox(box, em / 10), other)) &&
  !shapes.some((shape) => covers(box, shape)) &&
  !lines.some(([x, y]) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);

/**
 * Finds room for all names of a panel at one size: counties first, then places, then what tells where they are. None covers
 * another.
 * @param isWide whether there is room for counts, seats within counties and neighbours' names said twice
 */
export function namePanel(panel: PanelScene, isWide: boolean, em: number): PanelNames {
  const { frame, placed, seats, places, rivers, lands, regions, graticule } = panel;
  const shapes = placed.map(({ shape }) => shape);
  const dots = [...seats, ...places].map(({ dot: [x, y] }) => growBox({ x, y, width: 0, height: 0 }, 0.3 * em));
  const own = placed.map(({ shape }) => shape);
  const scene: Scene = {
    ...{ frame, shapes: own, lines: [], better: boundsOf(shapes.flatMap(({ rings }) => rings.flat())) },
    taken: [...boxesOf(graticule), ...dots],
  };
  const counties = nameCounties(panel, em, isWide, scene);
  const taken = [...scene.taken, ...counties.flatMap(boxesIn)];
  const rest = { ...scene, taken };
  const keep = <T extends Label | null>(label: T): T => {
    if (label) taken.push(label.box);
    return label;
  };
  const known = new Set(panel.labels.map(({ text }) => text));
  const seatEm = em * SIZES.seat;
  const towns = places.map((place) => keep(namePlace(place, seatEm, rest)));
  const named = new Map<PanelSeat, Label | null>();
  const nameSeats = (level: PanelSeat['level']) => {
    for (const seat of seats)
      if (seat.level === level && !known.has(seat.name)) named.set(seat, keep(nameSeat(seat, seatEm, isWide, rest)));
  };
  nameSeats('prefecture');
  const provinces = lands.map(({ name, shape }) =>
    shape.rings.length > 0 ? keep(nameRegion(shortName(name), spotsIn(shape, em), shape, em, rest)) : null,
  );
  const lying = new Set(lands.map(({ name }) => shortName(name)));
  // A neighbour's name never crosses a border: on the land it belongs to, or off all that is drawn.
  const sides = ([x, y]: Point) => lands.findIndex(({ land }) => isInside([x, y], land.rings));
  const written = new Set<string>();
  const neighbours = regions.map(({ name, point }) => {
    if (lying.has(shortName(name)) || (!isWide && written.has(name)) || !hasPoint(frame, point)) return null;
    const stays = ([x, y]: Point) =>
      cornersOf(labelAt(name, em, [x, y], 'middle', WIDE.region).box).every((corner) => sides(corner) === sides(point));
    const label = keep(nameRegion(name, spotsNear(point, em).filter(stays), null, em, rest));
    if (label) written.add(name);
    return label;
  });
  const water = rivers.flatMap(({ lines }) => lines.flatMap((line) => fillIn(line, em / 4)));
  const waters = rivers.flatMap(({ name, lines }) => {
    const label = nameRiver(name, lines, em * SIZES.river, { ...rest, lines: water });
    for (const [x, y] of label?.points ?? []) taken.push({ x: x - em / 2, y: y - em / 2, width: em, height: em });
    return label ?? [];
  });
  nameSeats('county');
  // A county that is itself a point at its seat has one dot.
  const points = placed.flatMap(({ drawn: { dot } }) => (dot ? [dot.join()] : []));
  const isSeen = (seat: PanelSeat) => named.get(seat) || (known.has(seat.name) && !points.includes(seat.dot.join()));
  const dotsOf = (level: PanelSeat['level']) =>
    seats.flatMap((seat) => (seat.level === level && isSeen(seat) ? [seat.dot] : []));
  return {
    em,
    counties,
    seats: seats.flatMap((seat) => named.get(seat) ?? []),
    places: towns,
    dots: { prefecture: dotsOf('prefecture'), county: dotsOf('county') },
    rivers: waters,
    regions: [...provinces, ...neighbours].flatMap((label) => label ?? []),
  };
}
