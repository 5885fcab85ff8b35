import { Converter } from 'opencc-js';
import { randomFrom } from '../support/random.ts';
import { type TruePage, tokensOf, type Wanted } from './truth.ts';

const LONGEST = 10;
const HAN = /^\p{Script=Han}$/u;
const QUOTES = ['“”', '「」', '""', '＂＂', '『』'] as const;

/** Generated queries: runs of 1–10 tokens cut anywhere, then each other kind, in fixed proportions. */
export function generateQueries(pages: readonly TruePage[], count: number, names: readonly string[]): Wanted[] {
  const random = randomFrom(20261121);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const cut = (longest = LONGEST): string[] => {
    const tokens = tokensOf(pick(pick(pages).blocks));
    const length = 1 + Math.floor(random() * Math.min(longest, tokens.length));
    const start = Math.floor(random() * (tokens.length - length + 1));
    return tokens.slice(start, start + length);
  };
  const kinds: (() => Wanted)[] = [
    ...Array.from({ length: 8 }, () => () => plain('substring', cut())),
    () => {
      const run = cut();
      const [open = '', close = ''] = pick(QUOTES);
      return { kind: 'quoted', query: `${open}${run.join(pick(['、', ' ', '，']))}${close}`, all: [run] };
    },
    () => {
      const runs = [cut(4), cut(4)];
      return { kind: 'two phrases', query: runs.map(write).join(pick([' ', '　', '，'])), all: runs };
    },
    () => {
      const [run, not] = [cut(2), cut(3)];
      return { kind: 'exclusion', query: `${write(run)} -${write(not)}`, all: [run], none: [not] };
    },
    () =>
      plain('full width', cut(), (text) =>
        text.replace(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
      ),
    () => plain('upper case', cut(), (text) => text.toUpperCase()),
    () => otherScript(cut(6), pick(SCRIPTS)),
    () => otherScript(cut(6), SIMPLIFIED),
  ];
  const named = names.map((name) => plain('name', tokensOf(name)));
  return [...named, ...Array.from({ length: count }, (_, i) => kinds[i % kinds.length]?.() as Wanted)];
}

const SCRIPTS = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));
const SIMPLIFIED = Converter({ from: 't', to: 'cn' });
/** Pairs by which OpenCC tells apart what both scripts may write: 坐标 and 座標. */
const WORDS = /[坐座象像呆待]/;

/** A run in the characters of another script, whichever it is written in. */
function otherScript(run: string[], convert: (text: string) => string): Wanted {
  const text = write(run);
  return WORDS.test(text) ? plain('substring', run) : { kind: 'another script', query: convert(text), all: [run] };
}

const plain = (kind: string, run: string[], change = (text: string) => text): Wanted => ({
  kind,
  query: change(write(run)),
  all: [run],
});

/** As one would type it; in quotes where two runs of letters or digits meet, which a blank would part. */
function write(run: readonly string[]): string {
  const meet = run.some((token, i) => i > 0 && !HAN.test(token) && !HAN.test(run[i - 1] ?? ''));
  return meet ? `"${run.join(' ')}"` : run.join('');
}
