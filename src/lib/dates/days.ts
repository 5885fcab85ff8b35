/** Milliseconds. */
export const DAY = 86_400_000;

/** Milliseconds in UTC as `YYYY-MM-DD`. */
export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
