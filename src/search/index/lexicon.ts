import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { readValue } from '../field-values.ts';
import { type Forms, foldTerms, readForms, writeForms } from '../forms.ts';
import { numbersIn } from '../numbers.ts';
import { isHan } from '../tokens.ts';
import type { IndexedPage, Lexicon, Term } from '../types.ts';

/** Words of the texts that are kept, beside the names that the site gives. */
const MOST = 1200;
const FEWEST = 3;
const MOST_NUMBERS = 2000;
const MOST_LETTERS = 2000;
/** Han characters in a word. */
const LONGEST = 5;
/** A word of three letters or more that nothing else is part of. */
const LATIN = /\b[A-Za-z]{3,}\b/g;
/** A run that begins or ends so is no word. */
const PARTICLES = '的了着著过過和与與就也都不把被对對从從到在是有这這那';

/**
 * What a search may need that finds nothing: names and frequent words with their pinyin, and other forms of characters.
 * @param forms those that the index folds
 */
export function buildLexicon(
  pages: readonly IndexedPage[],
  terms: readonly Term[],
  forms: Forms = readForms(),
): Lexicon {
  const texts = pages.flatMap(({ blocks, quiet = [] }) =>
    blocks.filter(({ id }) => id === '' || !quiet.includes(id)).map(({ text }) => text),
  );
  const said = pages.flatMap(({ fields = {} }) => Object.values(fields).flat());
  const latin = [...texts, ...said.map((value) => readValue(value).text)].flatMap((text) => text.match(LATIN) ?? []);
  const letters = mostFrequent(
    latin.map((word) => word.toLowerCase()),
    MOST_LETTERS,
  );
  const names = terms.flatMap(({ text, also = [] }) => [text, ...also].map(hanOf)).filter((text) => text.length > 1);
  const words = [...new Set([...names, ...frequentWords(texts, forms)])];
  return {
    words: words.map((word) => [word, pinyinOf(word)]),
    names: new Set(names).size,
    numbers: mostFrequent(texts.flatMap(numbersIn), MOST_NUMBERS),
    ...(letters.length > 0 ? { letters } : {}),
    forms: writeForms(forms),
  };
}

/** Each word or number once, those that stand most often first. */
function mostFrequent(all: readonly string[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([one]) => one);
}

const hanOf = (text: string): string => [...text].filter(isHan).join('');

const simplify = Converter({ from: 't', to: 'cn' });

/** As a keyboard writes it, a blank between syllables. The dictionary of readings is of simplified words: 長城 alone may be zhangcheng to it. */
const pinyinOf = (word: string): string =>
  pinyin(simplify(word), { toneType: 'none', type: 'array', v: true }).join(' ');

/**
 * Runs of two to five Han characters, cut where the dictionary cuts, the most frequent first; a longer run counts for
 * more, and what occurs in a longer one only is left out. The dictionary knows few words of administration (巡堤 is two to it), so neighbours are taken together.
 * What is written with several forms of its characters is one word, as it is first met.
 */
function frequentWords(texts: readonly string[], forms: Forms): string[] {
  const counts = new Map<string, number>();
  const written = new Map<string, string>();
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  const known = new Map<string, Segment>();
  for (const text of texts) {
    const segments: Segment[] = [];
    for (const { segment } of segmenter.segment(text)) {
      const read = known.get(segment) ?? readSegment(segment, forms);
      known.set(segment, read);
      segments.push(read);
    }
    for (const [i, first] of segments.entries()) {
      if (!first.isHan || first.begins) continue;
      let [word, key] = ['', ''];
      for (let end = i; end < i + LONGEST; end++) {
        const segment = segments[end];
        if (!segment?.isHan) break;
        word += segment.text;
        if (word.length > LONGEST) break;
        key += segment.folded;
        if (word.length < 2 || segment.ends) continue;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (!written.has(key)) written.set(key, word);
      }
    }
  }
  const frequent = [...counts].filter(([, count]) => count >= FEWEST);
  const parts = partsOf(frequent);
  return frequent
    .filter(([word]) => !parts.has(word))
    .sort(([a, x], [b, y]) => y * b.length - x * a.length || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([word]) => written.get(word) ?? word);
}

/** What the dictionary cuts off, and what a run that begins or ends with it needs to know. */
interface Segment {
  text: string;
  /** As it is counted: each character as the form that stands for it. */
  folded: string;
  isHan: boolean;
  /** It begins, or ends, with a particle. */
  begins: boolean;
  ends: boolean;
}

function readSegment(text: string, forms: Forms): Segment {
  const characters = [...text];
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  return {
    ...{ text, folded: foldTerms(characters, forms).join(''), isHan: characters.every(isHan) },
    ...{ begins: PARTICLES.includes(first), ends: PARTICLES.includes(last) },
  };
}

/** Words that stand only inside one longer one: as often as it does. */
export function partsOf(counted: readonly (readonly [word: string, count: number])[]): Set<string> {
  const counts = new Map(counted);
  const parts = new Set<string>();
  for (const [word, count] of counted)
    for (let start = 0; start < word.length; start++)
      for (let end = start + 1; end <= word.length; end++) {
        const part = word.slice(start, end);
        if (part !== word && counts.get(part) === count) parts.add(part);
      }
  return parts;
}
