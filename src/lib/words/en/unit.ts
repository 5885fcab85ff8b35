import { unit } from '#archive';
import { capital, number } from '../english.ts';

const IN_WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

const named = (count: number): string => (count === 1 ? unit.name : unit.many);

/** One place of the archive, several, and each at the head of a line: county, counties, County, Counties. */
export const one = unit.name;
export const many = unit.many;
export const One = capital(one);
export const Many = capital(many);

/** So many places: 1 county, 10 counties. */
export const unitCount = (count: number): string => `${number(count)} ${named(count)}`;

/** The same as a heading: Ten counties. */
export const unitHeading = (count: number): string => `${IN_WORDS[count] ?? number(count)} ${named(count)}`;
