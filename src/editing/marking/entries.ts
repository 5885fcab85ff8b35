import { readPractice } from '../../lib/manuscript/manuscript.ts';
import { type ContentFile, idOf } from '../../lib/manuscript/paths.ts';
import { readList } from '../../lib/manuscript/register-file.ts';
import type { Entry } from '../../lib/marking/suggestion.ts';
import { countyOfPlaces, registerLike } from '../../lib/schema/register-table.ts';
import type { PlaceData } from '../../lib/schema/registers.ts';

/**
 * What of the registers a story can name: every practice and person, and the places of its own units.
 * @param names of those who signed its source: they are not whom it tells of
 */
export function entriesFor(
  files: readonly ContentFile[],
  { county, counties = [], names }: { county?: string; counties?: readonly string[]; names: readonly string[] },
): Entry[] {
  const byKind = Map.groupBy(files, ({ path }) => registerLike(path));
  const units = new Set([county, ...counties]);
  const places = (byKind.get('places') ?? [])
    .filter(({ path }) => units.has(countyOfPlaces(path)))
    .flatMap((file) => readList('places', file).value?.places ?? []);
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  return [
    ...(byKind.get('practices') ?? []).flatMap((file): Entry[] => {
      const { data } = readPractice(file);
      return data ? [{ field: 'practices', id: idOf(file), forms: [data.name, ...data.aliases] }] : [];
    }),
    ...places.map((place) => toEntry(place, nameOf.get(place.parent ?? ''))),
    ...(byKind.get('people') ?? [])
      .flatMap((file) => readList('people', file).value?.people ?? [])
      .filter(({ name }) => !names.includes(name))
      .map(({ id, name }): Entry => ({ field: 'people', id, forms: [name] })),
  ];
}

function toEntry({ id, name, aliases, misprints }: PlaceData, owner: string | undefined): Entry {
  const entry: Entry = { field: 'places', id, forms: [name, ...aliases, ...misprints] };
  const rest = owner && name.startsWith(owner) ? name.slice(owner.length) : '';
  return owner && rest !== '' ? { ...entry, part: { owner, rest } } : entry;
}
