const BASE = 36;
const LANGUAGE = 'und_';

/**
 * The name by which Pagefind calls a page: its number, as long as Pagefind's own name. That one is a hash, which two
 * pages of several indexes may share and which would have to be listed beside its page.
 */
export const nameOfPage = (number: number, own: string): string =>
  LANGUAGE + number.toString(BASE).padStart(own.length - LANGUAGE.length, '0');

export const numberOfPage = (name: string): number => Number.parseInt(name.slice(LANGUAGE.length), BASE);
