/** What English asks for beside its words: the number of a noun, and numbers as they are printed. */

/** 1204 → 1,204 */
export const number = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** One story, 2 stories; the plural is the singular with an s unless it is named. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

const several = (one: string, many?: string) => (count: number) => plural(count, one, many);

/** What is counted again and again. */
export const counted = {
  stories: several('story', 'stories'),
  milestones: several('milestone'),
  figures: several('figure'),
  pages: several('page'),
  matches: several('match', 'matches'),
} as const;

/** A word of the archive's own at the head of a sentence: counties → Counties. */
export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
