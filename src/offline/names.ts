/** Caches of the site under this path: other sites may share the origin. */
export const cachesOf = (base: string): string => `county-chronicle ${base} `;

/** The key in localStorage, of whatever value, where the reader wants nothing kept. */
export const OFF = 'offline-off';
