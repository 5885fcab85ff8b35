const BASE = 36;

/**
 * The name by which Pagefind calls a page: its number. Pagefind's own is a hash, which two pages of several indexes may
 * share, and which would have to be listed beside its page.
 */
export const nameOfPage = (number: number): string => number.toString(BASE);

export const numberOfPage = (name: string): number => Number.parseInt(name.replace(RECORD, ''), BASE);

const RECORD = '-';

/** The name of what is said of a page beside its text, which is a page of its own to Pagefind. */
export const nameOfRecord = (number: number): string => RECORD + nameOfPage(number);

export const isRecord = (name: string): boolean => name.startsWith(RECORD);
