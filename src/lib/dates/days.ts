/** Milliseconds. */
export const DAY = 86_400_000;

/** The first moment of a day in UTC, whatever its year: `Date.UTC` takes the years 0 to 99 for those of last century. */
export const timeOf = (year: number, month = 1, day = 1): number => new Date(0).setUTCFullYear(year, month - 1, day);

/** Milliseconds in UTC as ISO 8601, `YYYY-MM-DD`; before year 0 with its sign and six digits, `-000499-01-01`. */
export const isoDay = (time: number): string => new Date(time).toISOString().replace(/T.*/, '');

/** The calendar year of an ISO day, as `isoDay` writes it. */
export const yearOf = (day: string): number => Number(/^[+-]?\d+/.exec(day)?.[0]);

/**
 * An ISO day as a text that sorts as the days do, by characters alone: earlier years before our era have larger numbers,
 * so theirs are counted from the other end.
 */
export const sortableDay = (day: string): string =>
  day.startsWith('-') ? `-${String(999_999 + yearOf(day)).padStart(6, '0')}${day.slice(7)}` : day.replace('+', 'a');
