import { shortName } from '../../../lib/units/names.ts';
import type { CountyName } from '../text/model.ts';

const count = (text: string, word: string) => text.split(word).length - 1;

/** The county that a text speaks of most, or null where none stands out. */
export function findCounty(text: string, counties: readonly CountyName[]): string | null {
  const scores = counties
    .map(({ id, name }) => ({ id, score: count(text, name) + count(text, shortName(name)) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  if (!best || best.score < 2 || (next && next.score * 2 > best.score)) return null;
  return best.id;
}

/** Whether a text begins with a county's name. */
export const beginsWithCounty = (text: string, counties: readonly CountyName[]): boolean =>
  counties.some(({ name }) => text.startsWith(name) || text.startsWith(`${shortName(name)}市`));
