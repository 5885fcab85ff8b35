import { diffArrays } from 'diff';
import type { Version, VersionBlock } from './versions.ts';

/** A stretch of words that stayed, went or came. */
export interface Run {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** What became of one piece of a text. */
export interface Change {
  of: 'title' | 'summary' | 'heading' | 'text';
  /** Of a paragraph, its id. */
  id: string | null;
  runs: Run[];
}

/** A number is one sign, a word in letters too; of Han each character: no list of words, which would differ from machine to machine. */
const SIGNS = /\p{N}+(?:[.,:]\p{N}+)*%?|[\p{Script=Latin}]+|./gsu;
/** Signs that, alone between two changes, are no more than chance. */
const CHANCE = 2;

/** The words of a text that changed, in stretches that can be read. */
export function changedWords(before: string, now: string): Run[] {
  const signs = (text: string) => text.match(SIGNS) ?? [];
  const parts = diffArrays(signs(before), signs(now)).map(({ value, added, removed }) => ({
    ...{ gone: added ? [] : value, new: removed ? [] : value, isSame: !added && !removed },
  }));
  const runs: { gone: string; new: string; isSame: boolean }[] = [];
  parts.forEach((part, at) => {
    const last = runs.at(-1);
    const isChance = part.isSame && part.gone.length <= CHANCE && at > 0 && at < parts.length - 1;
    const isSame = part.isSame && !isChance;
    const words = { gone: part.gone.join(''), new: part.new.join('') };
    if (last && last.isSame === isSame)
      runs[runs.length - 1] = { ...last, gone: last.gone + words.gone, new: last.new + words.new };
    else runs.push({ ...words, isSame });
  });
  return runs.flatMap((run): Run[] => {
    if (run.isSame) return [{ kind: 'same', text: run.gone }];
    const both: Run[] = [
      { kind: 'gone', text: run.gone },
      { kind: 'new', text: run.new },
    ];
    return both.filter(({ text }) => text !== '');
  });
}

/** All that changed from one version of a story to the next; nothing of what either does not tell. */
export function changesBetween(before: Version, now: Version): Change[] {
  const fields = (['title', 'summary'] as const).flatMap((of) => changeOf(of, null, before[of], now[of]));
  return [
    ...fields,
    ...pairs(before.blocks, now.blocks).flatMap(([old, next]) => {
      const { id = null, depth = 0 } = next ?? old ?? {};
      const of = depth > 0 ? 'heading' : 'text';
      // What one side keeps to itself may be what the other says.
      if (old?.text === null || next?.text === null) return [];
      return changeOf(of, id, old?.text ?? '', next?.text ?? '');
    }),
  ];
}

function changeOf(of: Change['of'], id: string | null, before: string | null, now: string | null): Change[] {
  if (before === null || now === null || before === now) return [];
  return [{ of, id, runs: changedWords(before, now) }];
}

type Pair = readonly [VersionBlock | undefined, VersionBlock | undefined];

/** Which piece became which: paragraphs by their ids, others by their words, and what is left between two pairs in its order. */
function pairs(before: readonly VersionBlock[], now: readonly VersionBlock[]): Pair[] {
  const key = ({ id, text }: VersionBlock) => id ?? `=${text}`;
  const found: Pair[] = [];
  const [olds, news] = [[...before], [...now]];
  let gone: VersionBlock[] = [];
  let come: VersionBlock[] = [];
  const settle = () => {
    // A heading or a row that was put otherwise; paragraphs without a pair are others.
    for (const old of gone) {
      const at = old.id ? -1 : come.findIndex((one) => !one.id && one.depth === old.depth);
      found.push([old, at < 0 ? undefined : come.splice(at, 1)[0]]);
    }
    found.push(...come.map((one) => [undefined, one] as const));
    [gone, come] = [[], []];
  };
  for (const { value, added, removed } of diffArrays(before.map(key), now.map(key))) {
    if (removed) gone.push(...olds.splice(0, value.length));
    else if (added) come.push(...news.splice(0, value.length));
    else {
      settle();
      const same = news.splice(0, value.length);
      found.push(...olds.splice(0, value.length).map((old, at) => [old, same[at]] as const));
    }
  }
  settle();
  return found;
}
