/** First and last of the six years that the archive is about. */
export const STRIP_YEARS = { first: 2015, last: 2020 } as const;
