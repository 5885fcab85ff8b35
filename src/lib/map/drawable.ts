import type { MapCounty } from '../geo/drawn-counties.ts';
import { joinArcs, type Outlines, outlineOf } from '../geo/outlines.ts';
import { type Point, thereAndBack } from '../geo/plane.ts';
import { turnFor } from '../geo/sheet.ts';
import { poleInDegrees, type RegisteredPlace } from './atlas.ts';

export type { RegisteredPlace };

/** A county whose file may say no point. */
type Pointless = Omit<MapCounty, 'centre'> & { centre?: MapCounty['centre'] | undefined };

/**
 * The counties of which a map can show something, each with a point: its own, else the middle of its outline, else that
 * of its places which lies nearest to the middle of all of them. What has none of these is on no map.
 */
export function drawable(
  outlines: Outlines,
  counties: readonly Pointless[],
  places: readonly RegisteredPlace[],
): MapCounty[] {
  return counties.flatMap((county): MapCounty[] => {
    const centre = county.centre ?? middleOfOutline(outlines, county) ?? middlemost(pointsIn(places, county.id));
    return centre ? [{ ...county, centre }] : [];
  });
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
