import { SEARCH } from '#words/search.ts';
import { sentenceAround, sentencesOf } from '../../lib/text/excerpts.ts';
import { pageAddress } from '../../lib/urls.ts';
import type { Engine } from '../../search/engine.ts';
import type { FieldLine } from '../../search/field-lines.ts';
import type { PageText, Term } from '../../search/types.ts';
import { h } from './dom.ts';
import type { Found } from './result-list.ts';

/** A thing of its own that the archive tells of: a name of its registers, or a milestone or figure of a story. */
export interface Entry {
  kind: string;
  text: string;
  href: string;
  /** The sentence that speaks of it; '' where none does. */
  sentence: string;
}

/** Entries offered. */
const MOST = 6;

/** The names with the sentences that speak of them. Throws where a text does not load. */
export const entriesOf = (named: readonly Term[], engine: Engine): Promise<Entry[]> =>
  Promise.all(
    named.map(async ({ text, also = [], kind = '', href = '', at }) => {
      const page = at && (await engine.text(at[0]));
      const block = page?.blocks.find(({ id }) => id === at?.[1])?.text ?? '';
      const kinds: Readonly<Record<string, string>> = SEARCH.entryKinds;
      return { kind: kinds[kind] ?? '', text, href: pageAddress(href), sentence: sentenceOf(block, [text, ...also]) };
    }),
  );

/** What stories tell of that holds all that was looked up, the shortest first: of it most was meant. */
export function milestoneEntries(found: readonly Found[], taken: number): Entry[] {
  const all = found.flatMap(({ page, fieldLines }) =>
    fieldLines.filter(({ field, whole }) => field.entry && whole).map((line) => ({ page, line })),
  );
  const length = ({ pieces }: FieldLine) => pieces.join('').length;
  return all
    .sort((a, b) => length(a.line) - length(b.line))
    .slice(0, Math.max(0, MOST - taken))
    .map(({ page, line }) => ({
      kind: line.field.label,
      text: line.pieces.join(''),
      href: pageAddress(page.url + (line.id && `#${line.id}`)),
      sentence: nearestSentence(page.blocks.find(({ id }) => line.id && id === line.id)?.text ?? titleOf(page), line),
    }));
}

/** Of a paragraph, the sentence that has most of what was found. */
function nearestSentence(paragraph: string, { pieces }: FieldLine): string {
  const words = [...pieces.join('')];
  const pairs = words.slice(1).map((character, i) => (words[i] ?? '') + character);
  const shared = (sentence: string) => pairs.filter((pair) => sentence.includes(pair)).length;
  const sentences = sentencesOf(paragraph);
  return sentences.reduce((best, one) => (shared(one) > shared(best) ? one : best), sentences[0] ?? '').trim();
}

const titleOf = ({ blocks }: PageText): string => blocks.find(({ title }) => title)?.text ?? '';

function sentenceOf(block: string, names: readonly string[]): string {
  const name = names.find((one) => block.includes(one)) ?? '';
  const { before, hit, after } = sentenceAround(block, block.indexOf(name), name.length);
  return before + hit + after;
}

export const entryItem = ({ kind, text, href, sentence }: Entry): HTMLElement =>
  h(
    'li',
    {},
    h('span', { class: 'entry-kind' }, kind),
    h('a', { href }, text),
    sentence && h('span', { class: 'entry-sentence' }, sentence),
  );
