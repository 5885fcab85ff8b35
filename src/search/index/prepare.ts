import { type Forms, formsIn, readForms } from '../forms.ts';
import { MOST_SPLIT, type Spelled, Spelling } from '../spelling.ts';
import { isHan, termsOf } from '../tokens.ts';
import type { IndexedPage } from '../types.ts';

export interface PreparedPage extends IndexedPage {
  spelled: Spelled;
  /** Those that its text holds. */
  forms: Forms;
}

/**
 * Sorts the pages by address and spells them for Pagefind.
 * @param most occurrences above which a character is split
 * @param forms characters that stand in the index as another form of theirs
 */
export function preparePages(
  pages: readonly IndexedPage[],
  most: number,
  forms: Forms = readForms(),
): { split: string; prepared: PreparedPage[] } {
  const sorted = [...pages].sort((a, b) => (a.url < b.url ? -1 : 1));
  // As text, parted by blanks: lists of fifteen million terms would need a gigabyte.
  const read = sorted.map((page) => ({
    page,
    blocks: page.blocks.map(({ title = false, text }) => ({ title, terms: termsOf(text, forms).join(' ') })),
  }));
  const split = commonest(
    read.flatMap(({ blocks }) => blocks.map(({ terms }) => terms)),
    most,
  );
  const spelling = new Spelling(split);
  const prepared = read.map(({ page, blocks }) => {
    const termsIn = (inTitle: boolean) =>
      blocks.filter(({ title }) => title === inTitle).map(({ terms }) => terms.split(' '));
    const held = formsIn(page.blocks.map(({ text }) => text.normalize('NFKC')).join(' '), forms);
    return { ...page, spelled: spelling.page(termsIn(true), termsIn(false)), forms: held };
  });
  return { split, prepared };
}

/** The Han characters that occur more than so often, in the order of their codes. */
function commonest(texts: readonly string[], most: number): string {
  const counts = new Map<string, number>();
  for (const text of texts) for (const term of text.split(' ')) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .filter(([term, count]) => count > most && isHan(term))
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_SPLIT)
    .map(([term]) => term)
    .sort()
    .join('');
}
