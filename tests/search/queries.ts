import { Converter } from 'opencc-js';
import { randomFrom } from '../support/random.ts';
import { sameForms, type TruePage, tokensOf, type Wanted } from './truth.ts';

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
      const [a, b] = [cut(4), cut(4)];
      const between = pick([' ', '　', '，']);
      const first = between === '，' ? undefined : withoutBlank(a, b);
      return {
        kind: 'two phrases',
        query: `${write(a)}${between}${write(b)}`,
        all: [a, b],
        ...(first ? { first } : {}),
      };
    },
    () => {
      const run = cut(6);
      const at = run.findIndex((token, i) => /^\d+%?$/.test(token) && HAN.test(run[i + 1] ?? ''));
      if (at < 0 || meets(run)) return plain('substring', run);
      const [a, b] = [run.slice(0, at + 1), run.slice(at + 1)];
      return { kind: 'a blank behind a number', query: `${write(a)} ${write(b)}`, all: [], first: run };
    },
    () => {
      const any = [cut(3), cut(3)];
      return { kind: 'either', query: any.map(write).join(pick([' OR ', '|', ' ｜ '])), all: [], any };
    },
    () => {
      const tokens = tokensOf(pick(pick(pages).blocks));
      const from = Math.floor(random() * tokens.length);
      const [a = '', ...rest] = tokens.slice(from, from + 1 + Math.floor(random() * 8));
      const b = rest.at(-1);
      if (b === undefined || ![a, b].every((one) => HAN.test(one))) return plain('substring', cut());
      const [first, last] = [a, b].map(sameForms);
      return {
        ...{ kind: 'some between', query: `${a}*${b}`, all: [] },
        block: (all) => all.some((one, i) => one === first && all.slice(i + 1, i + 12).includes(last ?? '')),
      };
    },
    () => {
      const run = cut(4);
      if (run.length < 3 || !run.every((token) => HAN.test(token))) return plain('substring', run);
      const known = run.map(sameForms);
      return {
        ...{ kind: 'one between', query: run.map((token, i) => (i === 1 ? '?' : token)).join(''), all: [] },
        block: (all) =>
          all.some((_, at) => known.every((token, i) => at + i < all.length && (i === 1 || all[at + i] === token))),
      };
    },
    () => {
      const tokens = tokensOf(pick(pick(pages).blocks));
      const [a, b] = [tokens[Math.floor(random() * tokens.length)], tokens[Math.floor(random() * tokens.length)]];
      const within = Math.floor(random() * 12);
      if (!a || !b || ![a, b].every((one) => HAN.test(one))) return plain('substring', cut());
      const [one, other] = [a, b].map(sameForms);
      const places = (all: readonly string[], wanted?: string) =>
        all.flatMap((token, i) => (token === wanted ? [i] : []));
      return {
        ...{ kind: 'near', query: `${a} NEAR/${within} ${b}`, all: [] },
        block: (all) =>
          places(all, one).some((i) => places(all, other).some((k) => i !== k && Math.abs(i - k) - 1 <= within)),
      };
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

/** Two runs as they may stand in a text with a blank that parts nothing: 31 家, PM 2.5, 李 四. */
function withoutBlank(a: readonly string[], b: readonly string[]): string[] | undefined {
  if (meets(a) || meets(b)) return undefined;
  const [left = '', right = ''] = [a.at(-1), b[0]];
  if (/[\d%]$/.test(left) && HAN.test(right)) return [...a, ...b];
  if (HAN.test(left) && /^\d/.test(right)) return [...a, ...b];
  if (/^\p{L}+$/u.test(left) && !HAN.test(left) && /^\d/.test(right))
    return [...a.slice(0, -1), left + right, ...b.slice(1)];
  return [a, b].every((run) => run.length === 1 && HAN.test(run[0] ?? '')) ? [...a, ...b] : undefined;
}

/** As one would type it; in quotes where two runs of letters or digits meet, which a blank would part. */
function write(run: readonly string[]): string {
  return meets(run) ? `"${run.join(' ')}"` : run.join('');
}

/** Whether two runs of letters or digits stand side by side. */
const meets = (run: readonly string[]): boolean =>
  run.some((token, i) => i > 0 && !HAN.test(token) && !HAN.test(run[i - 1] ?? ''));
