import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { isHan } from '../tokens.ts';
import type { IndexedPage, Lexicon, Term } from '../types.ts';

/** Words of the texts that are kept, beside the names that the site gives. */
const MOST = 800;
const FEWEST = 3;
const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

/** What a search may need that finds nothing: names and frequent words with their pinyin, traditional characters. */
export function buildLexicon(pages: readonly IndexedPage[], terms: readonly Term[]): Lexicon {
  const texts = pages.flatMap(({ blocks }) => blocks.map(({ text }) => text));
  const names = terms.flatMap(({ text, also = [] }) => [text, ...also].map(hanOf)).filter((text) => text.length > 1);
  const words = [...new Set([...names, ...frequentWords(texts)])];
  return {
    words: words.map((word) => [word, pinyin(word, { toneType: 'none', type: 'array', v: true }).join('')]),
    traditional: traditionalFor(new Set(texts.join(''))),
  };
}

const hanOf = (text: string): string => [...text].filter(isHan).join('');

/** Dictionary words of two and more Han characters, and pairs of words up to four, the most frequent first. */
function frequentWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  for (const text of texts) {
    let last = '';
    for (const { segment } of segmenter.segment(text)) {
      const word = [...segment].every(isHan) ? segment : '';
      if (word.length > 1) add(word);
      if (word && last && word.length + last.length <= 4 && word.length + last.length > 2) add(last + word);
      last = word;
    }
  }
  return [...counts]
    .filter(([, count]) => count >= FEWEST)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([word]) => word);
}

/** Every traditional character whose simplified form the texts use, in pairs with it. */
function traditionalFor(used: ReadonlySet<string>): string {
  const simplify = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    const character = String.fromCodePoint(code);
    const simplified = simplify(character);
    if (simplified !== character && used.has(simplified) && !used.has(character)) pairs += character + simplified;
  }
  return pairs;
}
