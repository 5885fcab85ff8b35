/** Years, decades and centuries in words; by themselves, since scripts that need no dates need them. */
export { headingText, stretchShort, yearShort } from '../../dates/eras.ts';
