// What must be found, told by other code than the search's own: the DOM's blocks, a plain pattern, a plain comparison.

/** A page: its path and the tokens of each of its blocks. */
export interface TruePage {
  path: string;
  blocks: string[];
}

/** What a query asks, spelt out. */
export interface Wanted {
  /** As typed. */
  query: string;
  kind: string;
  /** Runs of tokens that must all occur, each within one block. */
  all: string[][];
  none?: string[][];
}

/** Runs in the page: the texts of its searchable blocks, punctuation and all. */
export function readTexts(): string[] {
  const texts = new Map<Element, string>();
  for (const root of document.querySelectorAll('[data-pagefind-body]')) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('[data-pagefind-ignore], [aria-hidden="true"]')) continue;
      const block = parent.closest('h1, h2, h3, h4, p, li, figcaption, td, th, dt, dd, blockquote') ?? root;
      texts.set(block, (texts.get(block) ?? '') + node.textContent);
    }
  }
  return [...texts.values()].filter((text) => text.trim());
}

/** One Han character, or one whole run of letters and digits with inner `.` and its `%`. */
export const tokensOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.(?:(?!\p{Script=Han})[\p{L}\p{N}])+)*%*/gu) ?? [];

/** Paths of the pages that a query must find, sorted. */
export function truthOf({ all, none = [] }: Wanted, pages: readonly TruePage[]): string[] {
  const holds = (page: TruePage, run: readonly string[]) =>
    page.blocks.some((block) => ` ${tokensOf(block).join(' ')} `.includes(` ${run.join(' ')} `));
  return pages
    .filter((page) => all.every((run) => holds(page, run)) && !none.some((run) => holds(page, run)))
    .map(({ path }) => path)
    .sort();
}
