import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { registerNames } from '../../search/names.ts';
import { tokensOf } from '../../search/truth.ts';
import { type Manuscript, manuscripts } from '../../support/content.ts';

// What to ask of the search, cut out of the texts of whatever archive is at hand.

const HAN = /^\p{Script=Han}$/u;
/** Stories that phrases are taken from: enough of any archive. */
const MOST_READ = 40;
const LENGTHS = [2, 3, 4, 5, 6];

const texts = manuscripts.slice(0, MOST_READ).map((story) => ({
  story,
  blocks: story.blocks.filter(({ kind }) => kind !== 'quote').map(({ text }) => tokensOf(text)),
}));
const all = new Set(texts.flatMap(({ blocks }) => blocks.map((tokens) => ` ${tokens.join(' ')} `)));
/** Whether some story has these words one after the other. */
const occurs = (words: string): boolean => {
  const run = ` ${tokensOf(words).join(' ')} `;
  return [...all].some((block) => block.includes(run));
};

/** Every run of Han characters of a length, with how often each story has it. */
function runsOf(length: number): Map<string, Map<Manuscript, number>> {
  const runs = new Map<string, Map<Manuscript, number>>();
  for (const { story, blocks } of texts)
    for (const tokens of blocks)
      for (let at = 0; at + length <= tokens.length; at++) {
        const run = tokens.slice(at, at + length);
        if (!run.every((token) => HAN.test(token))) continue;
        const counts = runs.get(run.join('')) ?? new Map<Manuscript, number>();
        counts.set(story, (counts.get(story) ?? 0) + 1);
        runs.set(run.join(''), counts);
      }
  return runs;
}

const runs = new Map(LENGTHS.flatMap((length) => [...runsOf(length)].filter(([, counts]) => counts.size > 1)));
const sum = (counts: Map<Manuscript, number>) => [...counts.values()].reduce((total, count) => total + count, 0);
const best = (score: (words: string, counts: Map<Manuscript, number>) => number): string | undefined =>
  [...runs].map(([words, counts]) => ({ words, score: score(words, counts) })).sort((a, b) => b.score - a.score)[0]
    ?.words;

/** Words that several stories share, the longer and the more stories the better; undefined where there are none. */
export const PHRASE = best((words, counts) => words.length * counts.size);

/** Two characters that occur most often, in several stories. */
export const COMMON = best((words, counts) => (words.length === 2 ? sum(counts) : 0));

const toTraditional = Converter({ from: 'cn', to: 't' });
/** Characters of more than one traditional form. */
const UNCLEAR = /[著乾後裏麼]/;

/** Shared words that are written otherwise in traditional characters, and how. */
export const TRADITIONAL = [...runs.keys()]
  .sort((a, b) => b.length - a.length)
  .map((simplified) => ({ simplified, traditional: toTraditional(simplified) }))
  .find(
    ({ simplified, traditional }) => simplified !== traditional && !UNCLEAR.test(traditional) && !occurs(traditional),
  );

/** A whole question that no text holds, made of words of one story: the longest one's first and last paragraph. */
export const QUESTION = (() => {
  const [{ blocks } = { blocks: [] }] = [...texts].sort((a, b) => b.story.characters - a.story.characters);
  const long = blocks.filter((tokens) => tokens.length > 20);
  const [first, last] = [long[0]?.slice(2, 14).join(''), long.at(-1)?.slice(2, 14).join('')];
  return first && last && first !== last ? `${first}怎么样${last}` : undefined;
})();

/** A name that a text holds, of three characters or more, so that one wrong character leaves enough of it. */
export const NAME = registerNames().find(
  (name) => name.length >= 3 && name.length <= 5 && [...name].every((c) => HAN.test(c)) && occurs(name),
);
/** The name as one may type who has no Chinese keyboard. */
export const NAME_IN_PINYIN = NAME && pinyin(NAME, { toneType: 'none', type: 'array', v: true }).join('');
/** The name with a wrong character, which no text holds. */
export const NAME_MISSPELT = NAME && `${NAME[0]}龘${NAME.slice(2)}`;
