import type { Seat } from '../geo/context.ts';
import type { MapCounty } from '../geo/drawn-counties.ts';
import { joinArcs, type Outlines, outlineOf } from '../geo/outlines.ts';
import { type Point, thereAndBack } from '../geo/plane.ts';
import { turnFor } from '../geo/sheet.ts';
import { labelOf } from '../units/names.ts';
import { poleInDegrees, type RegisteredPlace } from './atlas.ts';

export type { RegisteredPlace };

/** A county whose file may say no point. */
type Pointless = Omit<MapCounty, 'centre'> & { centre?: MapCounty['centre'] | undefined };

/** Degrees: a seat of the same name that lies farther off is another's. */
const NEAR = 1;

/**
 * The counties of which a map can show something, each with a point: its own, else the middle of its outline, else that
 * of its places which lies nearest to the middle of all of them. What has none of these is on no map. One that is drawn as a
 * point stands where its seat is, if the surroundings of the map tell of it: else it would be there twice.
 */
export function drawable(
  outlines: Outlines,
  counties: readonly Pointless[],
  places: readonly RegisteredPlace[],
  seats: readonly Seat[] = [],
): MapCounty[] {
  return counties.flatMap((county): MapCounty[] => {
    const known = county.centre ?? middleOfOutline(outlines, county) ?? middlemost(pointsIn(places, county.id));
    const centre = outlineOf(outlines, county) ? known : (seatOf(county, known, seats) ?? known);
    return centre ? [{ ...county, centre }] : [];
  });
}

function seatOf(county: Pointless, known: Point | undefined, seats: readonly Seat[]): Point | undefined {
  const label = labelOf(county);
  return seats.find(
    ({ name, point: [x, y] }) =>
      name === label && known && Math.abs(x - known[0]) < NEAR && Math.abs(y - known[1]) < NEAR,
  )?.point;
}

function middleOfOutline(outlines: Outlines, county: Pointless): Point | undefined {
  const outline = outlineOf(outlines, county);
  if (!outline) return undefined;
  const rings = outline.rings.map((ring) => joinArcs(outlines.topology.arcs as Point[][], ring));
  return poleInDegrees(outline.isLine ? rings.map(thereAndBack) : rings);
}

/** Of what lies outside the county nothing says where it is itself. */
const pointsIn = (places: readonly RegisteredPlace[], county: string): Point[] =>
  places.flatMap(({ county: its, point, outside }) => (its === county && point && !outside ? [point] : []));

function middlemost(points: readonly Point[]): Point | undefined {
  const turn = turnFor(points.map(([longitude]) => longitude));
  const east = (longitude: number) => ((longitude - turn + 540) % 360) - 180;
  const middle = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  const [x, y] = [middle(points.map(([longitude]) => east(longitude))), middle(points.map(([, latitude]) => latitude))];
  const far = ([longitude, latitude]: Point) => Math.hypot(east(longitude) - x, latitude - y);
  return [...points].sort((a, b) => far(a) - far(b))[0];
}
