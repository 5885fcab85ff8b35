import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { isHan } from '../tokens.ts';
import type { IndexedPage, Lexicon, Term } from '../types.ts';

/** Words of the texts that are kept, beside the names that the site gives. */
const MOST = 1200;
const FEWEST = 3;
/** Han characters in a word. */
const LONGEST = 5;
/** A run that begins or ends so is no word. */
const PARTICLE = /^[的了着过和与就也都不把被对从到在是有这那]|[的了着过和与就也都不把被对从到在是有这那]$/;
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

/**
 * Runs of two to five Han characters, cut where the dictionary cuts, the most frequent first; a longer run counts for
 * more, and what occurs in a longer one only is left out. The dictionary knows few words of administration (巡堤 is two to it), so neighbours are taken together.
 */
function frequentWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  for (const text of texts) {
    const segments = [...segmenter.segment(text)].map(({ segment }) => segment);
    for (let i = 0; i < segments.length; i++) {
      let word = '';
      for (const segment of segments.slice(i, i + LONGEST)) {
        word += segment;
        if (![...segment].every(isHan) || word.length > LONGEST) break;
        if (word.length > 1 && !PARTICLE.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  const frequent = [...counts].filter(([, count]) => count >= FEWEST);
  return frequent
    .filter(
      ([word, count]) => !frequent.some(([other, its]) => its === count && other !== word && other.includes(word)),
    )
    .sort(([a, x], [b, y]) => y * b.length - x * a.length || (a < b ? -1 : 1))
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
