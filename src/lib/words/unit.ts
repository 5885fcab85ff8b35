import { capital, plural } from './english.ts';

const ONE = 'county';
const MANY = 'counties';

/** What a unit of this archive is called in English: one, several, and at the head of a line. */
export const unit = { name: ONE, group: MANY, capital: capital(ONE), capitals: capital(MANY) } as const;

/** 1 county, 10 counties. */
export const units = (count: number): string => plural(count, ONE, MANY);
