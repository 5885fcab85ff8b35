import HKVariants from 'opencc-js/dict/HKVariants';
import HKVariantsRev from 'opencc-js/dict/HKVariantsRev';
import JPShinjitaiCharactersRev from 'opencc-js/dict/JPShinjitaiCharactersRev';
import STCharacters from 'opencc-js/dict/STCharacters';
import STPhrases from 'opencc-js/dict/STPhrases';
import TSCharacters from 'opencc-js/dict/TSCharacters';
import TSPhrases from 'opencc-js/dict/TSPhrases';
import TWVariants from 'opencc-js/dict/TWVariants';
import TWVariantsRev from 'opencc-js/dict/TWVariantsRev';
import type { Forms } from '../forms.ts';
import { isHan, termsOf } from '../tokens.ts';

// Which characters are forms of one another: simplified and traditional, and the variants of Taiwan, Hong Kong and Japan.
// 后 and 後, 发 發 髮, 里 裏 裡, 干 乾 幹 are one class each. Which of them a word is written with depends on where and by
// whom it was written, and a search that asks for one and misses another loses a hit.

/** Tables of which every pair joins. TSPhrases adds what depends on the word: 計畫 is 计划, 反覆 is 反复, 明瞭 is 明了. */
const JOINING = [STCharacters, TSCharacters, TSPhrases, TWVariants, TWVariantsRev, HKVariants, HKVariantsRev];
/**
 * Tables that also tell words apart that everybody writes so (坐标 and 座標; 芸 is a plant, and 藝 in Japan): their pairs
 * join only where what is written instead is none that simplified Chinese uses itself.
 */
const DOUBTFUL = [STPhrases, JPShinjitaiCharactersRev];

/** Two bytes of GB 2312, the standard set of simplified characters: its rows 16 to 87 hold Han. */
const ROWS = { first: 0xb0, last: 0xf7 };
const CELLS = { first: 0xa1, last: 0xfe };

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** For each character that has other forms, its class: all of them, itself too. */
export function classesOfForms(): ReadonlyMap<string, readonly string[]> {
  known ??= readClasses();
  return known;
}

function readClasses(): Map<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  const classOf = (character: string) => classes.get(character) ?? [character];
  const simplified = simplifiedSet();
  const join = ([one, other]: readonly [string, string]) => {
    const [mine, its] = [classOf(one), classOf(other)];
    if (mine.includes(other)) return;
    const joined = [...mine, ...its];
    for (const character of joined) classes.set(character, joined);
  };
  for (const table of JOINING) pairsIn(table).forEach(join);
  for (const table of DOUBTFUL) for (const pair of pairsIn(table)) if (!simplified.has(pair[1])) join(pair);
  return classes;
}

/** Characters of a table that stand in the same place of a word and of what it is written as. */
function pairsIn(table: string): [string, string][] {
  return table.split('|').flatMap((entry) => {
    const [from = [], ...others] = entry.split(' ').map((word) => termsOf(word).filter(isHan));
    return others
      .filter((to) => to.length === from.length)
      .flatMap((to) => from.map((character, i): [string, string] => [character, to[i] ?? character]))
      .filter(([one, other]) => one !== other);
  });
}

/** One character for each class, of those that simplified Chinese uses: 鍾, 钟 and 锺 are 钟. */
export function classOfForm(character: string): string {
  simplified ??= simplifiedSet();
  const all = [...(classesOfForms().get(character) ?? [character])].sort();
  return all.find((one) => simplified?.has(one)) ?? all[0] ?? character;
}

let simplified: ReadonlySet<string> | undefined;

function simplifiedSet(): ReadonlySet<string> {
  const decoder = new TextDecoder('gbk');
  const set = new Set<string>();
  for (let row = ROWS.first; row <= ROWS.last; row++)
    for (let cell = CELLS.first; cell <= CELLS.last; cell++) set.add(decoder.decode(Uint8Array.of(row, cell)));
  return set;
}

/**
 * The forms that one index folds: each other character of a class that the site uses, before the one that its texts
 * use most. So an archive in traditional characters is indexed in them, and what is typed in the site's own script is
 * found without a table.
 * @param texts all that is searched, and the names that may be asked for
 */
export function formsFor(texts: Iterable<string>): Forms {
  const counts = new Map<string, number>();
  const classes = classesOfForms();
  for (const text of texts)
    for (const character of text.normalize('NFKC'))
      if (classes.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  const forms = new Map<string, string>();
  for (const characters of new Set([...counts.keys()].map((character) => classes.get(character) ?? []))) {
    const [first = '', ...others] = [...characters].sort(
      (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
    );
    for (const other of others) forms.set(other, first);
  }
  return new Map([...forms].sort(([a], [b]) => (a < b ? -1 : 1)));
}
