/** What the timeline can be narrowed by; also the names in its address. */
export const FILTERS = ['county', 'genre', 'practice', 'certainty'] as const;
export type FilterName = (typeof FILTERS)[number];

/** One value for each filter that is set. */
export type Filters = Partial<Record<FilterName, string>>;

/** What a milestone offers to each filter. */
export type Filterable = Readonly<Record<FilterName, readonly string[]>>;

/** Whether a date is stated, inferred, or not there at all. */
export type Certainty = 'stated' | 'inferred' | 'undated';

export const certaintyOf = ({ date, basis }: { date: string | null; basis: 'stated' | 'inferred' }): Certainty =>
  date === null ? 'undated' : basis;

const fits = (entry: Filterable, name: FilterName, filters: Filters): boolean => {
  const wanted = filters[name];
  return wanted === undefined || entry[name].includes(wanted);
};

/** Whether an entry passes all filters that are set. */
export const matches = (entry: Filterable, filters: Filters): boolean =>
  FILTERS.every((name) => fits(entry, name, filters));

/** For each filter, how many entries each of its values would leave, the other filters staying as they are. */
export function countValues(entries: readonly Filterable[], filters: Filters): Record<FilterName, Map<string, number>> {
  const counts = Object.fromEntries(FILTERS.map((name) => [name, new Map()])) as Record<
    FilterName,
    Map<string, number>
  >;
  for (const entry of entries) {
    const failed = FILTERS.filter((name) => !fits(entry, name, filters));
    for (const name of FILTERS) {
      if (failed.some((other) => other !== name)) continue;
      for (const value of entry[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** The filters in an address; empty values are none. */
export function readFilters(parameters: URLSearchParams): Filters {
  const pairs = FILTERS.flatMap((name) => {
    const value = parameters.get(name);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** The address's parameters with these filters in place of its own; the rest stays. */
export function writeFilters(parameters: URLSearchParams, filters: Filters): URLSearchParams {
  const written = new URLSearchParams(parameters);
  for (const name of FILTERS) {
    const value = filters[name];
    if (value) written.set(name, value);
    else written.delete(name);
  }
  return written;
}
