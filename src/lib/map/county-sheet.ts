import { type Context, NO_CONTEXT } from '../geo/context.ts';
import {
  type DrawnCounty,
  drawCounty,
  extentOf,
  type MapCounty,
  outlinesOf,
  type Placed,
  withAir,
} from '../geo/drawn-counties.ts';
import { drawGraticule, type Graticule } from '../geo/graticule.ts';
import { covers, poleOf, type Shape, shapeOf } from '../geo/labels.ts';
import { type Outlines, outlineOf, provincesOf } from '../geo/outlines.ts';
import { type Box, boxesOverlap, clipRing, growBox, hasPoint, isInside, type Point } from '../geo/plane.ts';
import { type Fit, fitPlaces, layArcs, moveFit } from '../geo/sheet.ts';
import { labelOf } from '../units/names.ts';
import type { AtlasPlace } from './atlas.ts';
import { type LayerName, namePanel, type PanelNames } from './panel-names.ts';
import {
  type DrawnLand,
  type DrawnRiver,
  drawLands,
  drawRegions,
  drawRivers,
  drawSeats,
  type Fineness,
  inFrame,
} from './surroundings.ts';

export type { LayerName };

/** A place on the map of its county. */
export interface DrawnPlace {
  id: string;
  name: string;
  dot: Point;
  /** Known to the township only: drawn hollow. */
  rough: boolean;
  /** Degrees, clockwise from east, towards a place that lies beyond the sheet; its dot is at the edge. Null of all others. */
  beyond: number | null;
}

/** A place with its point on the sheet. */
type Dotted = AtlasPlace & { dot: Point; beyond: number | null };

/** The map of one county, in units of its viewBox. */
export interface CountySheet {
  width: number;
  height: number;
  /** Provinces, cut off by the sheet. */
  provinces: DrawnLand[];
  /** Code of the province that holds a county, by the county's id, where both are drawn. */
  within: Readonly<Record<string, string>>;
  county: DrawnCounty;
  /** Other counties of the archive that reach into the sheet. */
  neighbours: DrawnCounty[];
  places: DrawnPlace[];
  rivers: DrawnRiver[];
  /** Names, placed once for each size of type that they are shown in; of counties that of the county comes first. */
  names: Record<LayerName, PanelNames>;
  /** Where the county or one of its places lies on no land that is drawn; else null. */
  graticule: Graticule | null;
}

/** Units across, so that a sheet is drawn finely at any size; and as it is shown, units a pixel. */
const WIDTH = 900;
const PX = 3;
/** Units of type: 15 px at 288 px, on a phone; 16 at 480, beside a list; and for 大字版 on a phone. */
const SHEET_EM: Readonly<Record<LayerName, number>> = { small: 48, wide: 30, large: 64 };
export const SHEET_LAYERS = Object.entries(SHEET_EM) as [LayerName, number][];
/** Units: within this of its edge nothing is told apart. */
const EDGE = 32;
const FINE: Fineness = { grain: 2 * PX, beyond: 36 };
/** Height to width; the county fills the part within the margins. */
const FORMAT = 0.72;
const MARGIN = 0.2;

const SHEET: Box = { x: 0, y: 0, width: WIDTH, height: Math.round(WIDTH * FORMAT) };

/** Places what the sheet is to show in its middle. */
function frame(places: readonly Point[]): Fit {
  const [width, height] = [WIDTH * (1 - 2 * MARGIN), WIDTH * FORMAT * (1 - 2 * MARGIN)];
  const fit = fitPlaces(places, width, height);
  return moveFit(fit, [(WIDTH - fit.width) / 2, (WIDTH * FORMAT - fit.height) / 2]);
}

/** As much smaller as a map may become for the sake of what lies outside the county. */
const SHRUNK = 4;

/**
 * The county, and of its places those that would lie beyond it; without an outline, its places and the point it has. What
 * lies outside the county is on the sheet where it is not too far for the rest to be told apart.
 */
function frameCounty(outlines: Outlines, county: MapCounty, places: readonly AtlasPlace[]): Fit {
  const own = outlinesOf(outlines, [county]);
  const inside = places.filter(({ isOutside }) => !isOutside).map(({ point }) => point);
  const extent =
    own.length === 0 && inside.length > 0
      ? withAir([county.centre, ...inside])
      : extentOf(outlines.topology, own, [county]);
  const fit = frame(extent);
  const near = inside.every((point) => isSeen(fit, point)) ? fit : frame([...extent, ...inside]);
  const all = places.map(({ point }) => point);
  if (all.every((point) => isSeen(near, point))) return near;
  const far = frame([...extent, ...all]);
  return sizeOf(far, county.centre) * SHRUNK < sizeOf(near, county.centre) ? near : far;
}

const isSeen = ({ project }: Fit, point: Point): boolean => hasPoint(growBox(SHEET, -EDGE), project(point));

/** Units for a hundredth of a degree of longitude. */
const sizeOf = ({ project }: Fit, [x, y]: Point): number => {
  const west = Math.min(x, 179.99);
  return project([west + 0.01, y])[0] - project([west, y])[0];
};

/** A place on the sheet. One that lies beyond it is at its edge, where a straight line leads there the shorter way. */
function place(fit: Fit, [fromX, fromY]: Point, at: AtlasPlace): Dotted {
  const [x, y] = fit.project(at.point).map(Math.round) as Point;
  if (hasPoint(SHEET, [x, y])) return { ...at, dot: [x, y], beyond: null };
  const [left, top] = fit.project([fromX, fromY]);
  const east = ((at.point[0] - fromX + 540) % 360) - 180;
  const [dx, dy] = [sizeOf(fit, [fromX, fromY]) * 100 * east, y - top];
  const box = growBox(SHEET, -0.6 * EDGE);
  const part = Math.min(
    dx === 0 ? 1 : ((dx > 0 ? box.x + box.width : box.x) - left) / dx,
    dy === 0 ? 1 : ((dy > 0 ? box.y + box.height : box.y) - top) / dy,
  );
  const dot: Point = [Math.round(left + part * dx), Math.round(top + part * dy)];
  return { ...at, dot, beyond: Math.round((Math.atan2(dy, dx) * 180) / Math.PI) };
}

/** As much of a county as the sheet shows, with a little air; null where that is nothing. */
function cutOff({ drawn, shape, ...placed }: Placed, sheet: Box): Placed | null {
  const rings = shape.rings.map((ring) => clipRing(ring, growBox(sheet, -EDGE / 4))).filter(({ length }) => length > 3);
  if (rings.length === 0) return null;
  const seen = shapeOf(rings);
  return { ...placed, drawn: { ...drawn, pole: poleOf(seen) }, shape: seen };
}

const isOn = (shape: Shape | undefined, { x, y, width, height }: Box): boolean =>
  shape !== undefined && isInside([x + width / 2, y + height / 2], shape.rings);

/**
 * Draws a county by itself, as large as the sheet allows, with what is known of its surroundings.
 * @param others counties of the archive; those that reach into the sheet are drawn
 */
export function drawCountySheet(
  outlines: Outlines,
  county: MapCounty,
  others: readonly MapCounty[],
  places: readonly AtlasPlace[],
  context: Context = NO_CONTEXT,
): CountySheet {
  const sheet = SHEET;
  const fit = frameCounty(outlines, county, places);
  const { project } = fit;
  const all = [county, ...others.filter(({ id }) => id !== county.id)];
  const arcs = layArcs(outlines.topology, outlinesOf(outlines, all), project, FINE.grain);
  const placed = all.map((one) => drawCounty(one, outlineOf(outlines, one), arcs, project, PX));
  const seen = placed.flatMap((one) => cutOff(one, sheet) ?? []);
  const lands = drawLands(outlines, provincesOf(outlines, [county]), fit, sheet, FINE);
  const rivers = drawRivers(context, fit, sheet, FINE);
  const seats = drawSeats(context, fit, sheet, EDGE / 2);
  const dotted = places.map((one) => place(fit, county.centre, one));
  const drawn = placed[0]?.drawn;
  const isLost = [
    drawn?.isLine ? drawn.pole : drawn?.dot,
    ...dotted.filter(({ beyond }) => beyond === null).map(({ dot }) => dot),
  ].some((dot) => dot && !lands.some(({ shape }) => isInside(dot, shape.rings)));
  const dots = dotted.map(({ dot: [x, y] }) => growBox({ x, y, width: 0, height: 0 }, EDGE / 2));
  const isTaken = (box: Box) =>
    dots.some((dot) => boxesOverlap(box, dot)) || seen.some(({ shape }) => covers(box, shape));
  const graticule = isLost ? drawGraticule(fit, sheet, Math.round(SHEET_EM.wide * 0.8), isTaken) : null;
  const scene = {
    ...{ frame: sheet, placed: seen, seats, places: dotted, regions: drawRegions(context, fit), graticule },
    rivers: rivers.map(({ river: { name }, lines }) => ({ name, lines })),
    lands: lands.map(({ name, shape }) => ({ name, shape: inFrame(shape, sheet), land: shape })),
    labels: seen.map((one) => ({ text: labelOf(one.county), count: '' })),
  };
  const own = seen[0]?.shape;
  const nameIn = (layer: LayerName) => {
    const names = namePanel(scene, true, SHEET_EM[layer]);
    // Neighbours are pale: what is written on them is dark.
    return {
      ...names,
      seats: names.seats.map((label) => ({ ...label, inside: label.inside && isOn(own, label.box) })),
    };
  };
  const [named, ...neighbours] = seen.map((one) => one.drawn);
  return {
    ...{ width: WIDTH, height: sheet.height },
    provinces: lands.map(({ land }) => land),
    within: Object.fromEntries(
      seen.flatMap(({ county: { id, code } }) => {
        const province = lands.find(({ land }) => code?.slice(0, 2) === land.code.slice(0, 2));
        return province ? [[id, province.land.code]] : [];
      }),
    ),
    county: named as DrawnCounty,
    neighbours,
    graticule,
    rivers: rivers.map(({ river }) => river),
    places: dotted.map(({ id, name, precision, dot, beyond }) => ({
      ...{ id, name, dot, rough: precision === 'township', beyond },
    })),
    names: { small: nameIn('small'), wide: nameIn('wide'), large: nameIn('large') },
  };
}
