import { placeLevels } from '#archive';
import { privatePlaces } from '../../lib/privacy/open.ts';
import type { PlaceData } from '../../lib/schema/registers.ts';

/** Levels at which nobody lives, or many do; the archive's own names of levels follow ours. */
const WIDE: ReadonlySet<string> = new Set(['township', 'town', 'site', 'outside']);

/** Ids of the places by which a household can be found: those below a town that are on lists. */
export function smallPlaces(places: readonly Pick<PlaceData, 'id' | 'level' | 'parent' | 'private'>[]): Set<string> {
  const hidden = privatePlaces(places);
  // Of levels that we do not know, the first is the largest.
  const widest = Object.keys(placeLevels)[0];
  const isSmall = ({ level }: Pick<PlaceData, 'level'>) => !WIDE.has(level) && level !== widest;
  return new Set(places.filter((place) => isSmall(place) && !hidden.has(place.id)).map(({ id }) => id));
}
