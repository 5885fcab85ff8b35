import { placeLevels } from '#archive';

export interface Placed {
  id: string;
  level: string;
  parent?: string | undefined;
  outside?: boolean | undefined;
}

/** Says of every place whether it lies outside its county: by its level, by its own word, or with what it lies in. */
export function markOutside<T extends Placed>(places: readonly T[]): (T & { outside?: boolean | undefined })[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const isOutside = ({ level, outside = false, parent }: Placed, steps = places.length): boolean => {
    const above = parent === undefined ? undefined : byId.get(parent);
    return level === 'outside' || outside || (above !== undefined && steps > 0 && isOutside(above, steps - 1));
  };
  return places.map((place) => (isOutside(place) ? { ...place, outside: true } : place));
}

/** A place with the places inside it. */
export type PlaceNode<T> = T & { children: PlaceNode<T>[] };

/** Levels of places, the larger first; what lies outside its unit stands last unless the archive says otherwise. */
const LEVELS = [...new Set([...Object.keys(placeLevels), 'outside'])];

/** Nests a county's places by their parents: 镇 → 村 → 组; those without a parent stand at the top, larger first, what lies outside last. */
export function nestPlaces<T extends Placed & { name: string }>(places: readonly T[]): PlaceNode<T>[] {
  const under = (parent: string | undefined): PlaceNode<T>[] =>
    places
      .filter((place) => place.parent === parent)
      .sort(
        (a, b) =>
          Number(a.outside ?? false) - Number(b.outside ?? false) ||
          LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
          a.name.localeCompare(b.name, 'zh-CN'),
      )
      .map((place) => ({ ...place, children: under(place.id) }));
  return under(undefined);
}

/** What a place lies in, below the county, largest first: 东河镇 for 上湾村, '' for a town; null for one not in the county. */
export function placeTrail(places: readonly (Placed & { name: string })[], id: string): string | null {
  const place = places.find((one) => one.id === id);
  if (!place || place.outside || place.level === 'outside') return null;
  const parent = places.find((one) => one.id === place.parent);
  return parent ? `${placeTrail(places, parent.id) ?? ''}${parent.name}` : '';
}
