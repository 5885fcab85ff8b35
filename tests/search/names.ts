import { counties, people, practices } from '../support/content.ts';

/** Each name of the registers, with all the ways in which it is written. */
export const nameForms = (): { name: string; forms: string[] }[] =>
  [...counties, ...counties.flatMap((county) => county.places), ...people, ...practices].map((entry) => ({
    name: entry.name,
    forms: [
      entry.name,
      ...('aliases' in entry ? entry.aliases : []),
      ...('misprints' in entry ? entry.misprints : []),
      ...('formerly' in entry ? entry.formerly.map((former) => former.name) : []),
    ],
  }));

/** Every name of the registers: people, places, practices, counties. */
export function registerNames(): string[] {
  const places = counties.flatMap((county) => county.places);
  return [...new Set([...counties, ...places, ...people, ...practices].map(({ name }) => name))];
}
