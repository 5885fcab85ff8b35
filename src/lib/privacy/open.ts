/** What an editor has marked `private: true` is told in its story and stands in no list. */
interface Markable {
  private?: boolean | undefined;
}

/** Whether lists, maps and registers may show it. */
export const isOpen = (one: Markable): boolean => one.private !== true;

/** Ids of the places that are private: those that say so, and all that lies in them. */
export function privatePlaces(
  places: readonly ({ id: string; parent?: string | undefined } & Markable)[],
): ReadonlySet<string> {
  const hidden = new Set(places.filter((place) => !isOpen(place)).map(({ id }) => id));
  // A round of places ends, since each turn adds one at least.
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const { id, parent } of places) if (parent !== undefined && hidden.has(parent)) hidden.add(id);
  }
  return hidden;
}
