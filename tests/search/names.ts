import { counties, people, practices } from '../support/content.ts';

/** Every name of the registers: people, places, practices, counties. */
export function registerNames(): string[] {
  const places = counties.flatMap((county) => county.places);
  return [...new Set([...counties, ...places, ...people, ...practices].map(({ name }) => name))];
}
