import { readForms } from './forms.ts';
import type { Matches, Source } from './source.ts';
import { findTerms, tokenize } from './tokens.ts';
import type { IndexedBlock, PageText } from './types.ts';

/**
 * Those of the pages whose texts hold the terms, wildcards among them. Throws where a text does not load.
 * @param blocksOf what is read of a text
 */
export async function readMatches(
  pages: Iterable<number>,
  terms: readonly string[],
  { text: textOf }: Pick<Source, 'text'>,
  blocksOf: (text: PageText) => IndexedBlock[],
): Promise<Matches> {
  const matches: Matches = new Map();
  const look = async (page: number) => {
    const text = await textOf(page);
    const forms = readForms(text.forms);
    const held = blocksOf(text).filter((block) => findTerms(tokenize(block.text, forms), terms).length > 0);
    if (held.length > 0)
      matches.set(
        page,
        held.some(({ title }) => title),
      );
  };
  await Promise.all([...pages].map(look));
  return matches;
}
