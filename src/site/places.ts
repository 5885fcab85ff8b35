import { placeLevels } from '#archive';

/** A place with the places inside it. */
export type PlaceNode<T> = T & { children: PlaceNode<T>[] };

/** Levels of places, the larger first; what lies outside its unit stands last unless the archive says otherwise. */
const LEVELS = [...new Set([...Object.keys(placeLevels), 'outside'])];

/** Nests a county's places by their parents: 镇 → 村 → 组; those without a parent stand at the top, larger first. */
export function nestPlaces<T extends { id: string; name: string; level: string; parent?: string | undefined }>(
  places: readonly T[],
): PlaceNode<T>[] {
  const under = (parent: string | undefined): PlaceNode<T>[] =>
    places
      .filter((place) => place.parent === parent)
      .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.name.localeCompare(b.name, 'zh-CN'))
      .map((place) => ({ ...place, children: under(place.id) }));
  return under(undefined);
}

/** What a place lies in, below the county, largest first: 东河镇 for 上湾村, '' for a town; null for one not in the county. */
export function placeTrail(
  places: readonly { id: string; name: string; level: string; parent?: string | undefined }[],
  id: string,
): string | null {
  const place = places.find((one) => one.id === id);
  if (!place || place.level === 'outside') return null;
  const parent = places.find((one) => one.id === place.parent);
  return parent ? `${placeTrail(places, parent.id) ?? ''}${parent.name}` : '';
}
