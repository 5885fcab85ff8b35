import { readValue } from '../field-values.ts';
import { type Forms, formsIn, readForms } from '../forms.ts';
import { MOST_SPLIT, type Spelled, Spelling } from '../spelling.ts';
import { isHan, termsOf } from '../tokens.ts';
import type { Field, IndexedPage } from '../types.ts';

export interface PreparedPage extends IndexedPage {
  spelled: Spelled;
  /** What its fields say; null where they say nothing. */
  record: Spelled | null;
  /** Those that its text holds. */
  forms: Forms;
}

/**
 * Sorts the pages by address and spells them for Pagefind.
 * @param most occurrences above which a character is split
 * @param forms characters that stand in the index as another form of theirs
 * @param fields what is said of pages beside their text
 */
export function preparePages(
  pages: readonly IndexedPage[],
  most: number,
  forms: Forms = readForms(),
  fields: readonly Field[] = [],
): { split: string; prepared: PreparedPage[] } {
  const sorted = [...pages].sort((a, b) => (a.url < b.url ? -1 : 1));
  // As text, parted by blanks: lists of fifteen million terms would need a gigabyte.
  const read = sorted.map((page) => ({
    page,
    blocks: page.blocks.map(({ title = false, text }) => ({ title, terms: termsOf(text, forms).join(' ') })),
    values: fields.flatMap(({ id, title = false, inText = false }, field) =>
      (page.fields?.[id] ?? []).map((value) => {
        return { field, title, inText, terms: termsOf(readValue(value).text, forms).join(' ') };
      }),
    ),
  }));
  const split = commonest(
    read.flatMap(({ blocks, values }) => [...blocks, ...values].map(({ terms }) => terms)),
    most,
  );
  const spelling = new Spelling(split);
  const prepared = read.map(({ page, blocks, values }) => {
    const termsIn = (inTitle: boolean) =>
      blocks.filter(({ title }) => title === inTitle).map(({ terms }) => terms.split(' '));
    const told = Object.values(page.fields ?? {}).flatMap((all) => all.map((value) => readValue(value).text));
    const texts = [...page.blocks.map(({ text }) => text), ...told];
    const held = formsIn(texts.map((text) => text.normalize('NFKC')).join(' '), forms);
    const record =
      values.length > 0 ? spelling.record(values.map((value) => ({ ...value, terms: value.terms.split(' ') }))) : null;
    return { ...page, spelled: spelling.page(termsIn(true), termsIn(false)), record, forms: held };
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
