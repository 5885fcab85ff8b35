/** Digits that number a page. */
const DIGITS = 3;
const BASE = 36;
const LANGUAGE = 'und_';

/** Pages that can be numbered. */
export const MOST_PAGES = BASE ** DIGITS;

/**
 * The name by which Pagefind calls a page, in place of its own, which may be the same for two pages of several indexes
 * and would have to be listed. It begins with the page's number; the rest changes with its text, as its address must.
 * @param own Pagefind's name, whose length is kept
 * @param hash of the text, in hexadecimal digits
 */
export function nameOfPage(number: number, hash: string, own: string): string {
  if (number >= MOST_PAGES) throw new Error(`More than ${MOST_PAGES} pages cannot be numbered`);
  const rest = BigInt(`0x${hash}`).toString(BASE);
  const digits = number.toString(BASE).padStart(DIGITS, '0');
  return LANGUAGE + digits + rest.slice(0, own.length - LANGUAGE.length - DIGITS);
}

export const numberOfPage = (name: string): number =>
  Number.parseInt(name.slice(LANGUAGE.length, LANGUAGE.length + DIGITS), BASE);
