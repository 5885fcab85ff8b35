import { fieldBlocks, searchableIn } from './field-values.ts';
import { readForms } from './forms.ts';
import type { Matches, Source } from './source.ts';
import { termsOf } from './tokens.ts';
import type { Field, IndexedBlock, PageText } from './types.ts';

/** The blocks of a page as they are looked through: ` 羊 在 山 上 `, one a line, so that nothing matches across them. */
interface Lines {
  title: string;
  rest: string;
}

/** How much a text of usual length gains where a phrase stands more often, and how far its length counts (BM25). */
const OFTEN = 1.2;
const LENGTH = 0.75;

/** All the texts of a site, looked through from end to end: where they are few, that is less than any index of them. */
export class TextSource implements Source {
  readonly #texts: readonly PageText[];
  readonly #fields: readonly Field[];
  readonly #lines: readonly Lines[];
  readonly #inFields = new Map<number, readonly Lines[]>();

  constructor(texts: readonly PageText[], fields: readonly Field[] = []) {
    this.#texts = texts;
    this.#fields = fields;
    this.#lines = texts.map((text) => linesOf(text, searchableIn(text, fields)));
  }

  async find(terms: readonly string[]): Promise<Matches> {
    return matchesIn(this.#lines, terms);
  }

  async findIn(field: number, terms: readonly string[]): Promise<Matches> {
    const own = this.#fields.slice(field, field + 1);
    const lines = this.#inFields.get(field) ?? this.#texts.map((text) => linesOf(text, fieldBlocks(text.fields, own)));
    this.#inFields.set(field, lines);
    return matchesIn(lines, terms);
  }

  async weigh(phrases: readonly (readonly string[])[]): Promise<Map<number, number>> {
    const words = [...new Set(phrases.flat())].map((term) => ` ${term} `);
    const runs = phrases.map((terms) => ` ${terms.join(' ')} `);
    const all = this.#lines.map(({ title, rest }) => title + rest);
    const mean = all.reduce((sum, { length }) => sum + length, 0) / all.length;
    const scores = all.map((lines, page): [number, number] => {
      const spare = OFTEN * (1 - LENGTH + (LENGTH * lines.length) / mean);
      const counts = runs.map((run) => lines.split(run).length - 1);
      return [page, counts.reduce((sum, count) => sum + count / (count + spare), 0)];
    });
    const isHeld = (page: number) => words.every((word) => all[page]?.includes(word));
    return new Map(scores.filter(([page]) => isHeld(page)));
  }

  text = async (page: number): Promise<PageText> => {
    const text = this.#texts[page];
    if (!text) throw new Error(`There is no page ${page}`);
    return text;
  };
}

function linesOf({ forms }: PageText, blocks: readonly IndexedBlock[]): Lines {
  const read = readForms(forms);
  const write = (inTitle: boolean) =>
    blocks
      .filter(({ title = false }) => title === inTitle)
      .map(({ text }) => ` ${termsOf(text, read).join(' ')} \n`)
      .join('');
  return { title: write(true), rest: write(false) };
}

function matchesIn(lines: readonly Lines[], terms: readonly string[]): Matches {
  const run = ` ${terms.join(' ')} `;
  const matches: Matches = new Map();
  for (const [page, { title, rest }] of lines.entries()) {
    const inTitle = title.includes(run);
    if (inTitle || rest.includes(run)) matches.set(page, inTitle);
  }
  return matches;
}
