/** The item `by` steps on, held at both ends; from nowhere, the first. */
export function stepFrom<T>(all: readonly T[], current: T | null, by: number): T | undefined {
  const index = current === null ? -1 : all.indexOf(current);
  return all[Math.min(all.length - 1, Math.max(0, index + by))];
}

/** The item nearest to a place; of two, the earlier. */
export function nearest<T>(all: readonly T[], place: number, placeOf: (item: T) => number): T | undefined {
  const gaps = all.map((item) => Math.abs(placeOf(item) - place));
  return all[gaps.indexOf(Math.min(...gaps))];
}
