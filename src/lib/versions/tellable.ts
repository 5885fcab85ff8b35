import { calledBySurname } from '../privacy/private-lives.ts';
import type { Version, VersionBlock } from './versions.ts';

/** A paragraph as it stands now. */
interface Standing {
  id: string;
  text: string;
  isPrivate: boolean;
}

/** Letters that a former text must not share with what is private now. */
const RUN = 6;

/** All that a text says in runs of RUN letters; of a shorter one, the whole. */
function runsOf(text: string): string[] {
  const letters = [...text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')];
  if (letters.length <= RUN) return letters.length > 1 ? [letters.join('')] : [];
  return letters.slice(RUN - 1).map((_, i) => letters.slice(i, i + RUN).join(''));
}

/** What stands where a name was taken out: 某某, 〔名略〕, or the surname alone (郭女士). */
const placeholders = (text: string): number => text.match(/某|〔[^〕]*[略隐][^〕]*〕/g)?.length ?? 0;

/** Whether a text names somebody less than it did. */
const namesLess = (before: string, now: string): boolean => {
  const called = calledBySurname(now);
  return placeholders(now) > placeholders(before) || (called !== null && !before.includes(called));
};

/**
 * What may still be told of a former version: not a paragraph that tells of private people now, nor words that one of those
 * holds, nor a paragraph in which somebody is named less than before. What is left out is null, as what never was kept.
 * @param now the paragraphs as they stand now
 */
export function tellable(version: Version, now: readonly Standing[]): Version {
  const open = new Set(now.filter(({ isPrivate }) => !isPrivate).flatMap(({ text }) => runsOf(text)));
  const hidden = new Set(
    now
      .filter(({ isPrivate }) => isPrivate)
      .flatMap(({ text }) => runsOf(text))
      .filter((run) => !open.has(run)),
  );
  const byId = new Map(now.map((paragraph) => [paragraph.id, paragraph]));
  const longest = Math.max(0, ...[...hidden].map((run) => [...run].length));
  const isHidden = (text: string): boolean => {
    if (longest === 0) return false;
    const letters = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
    return [...hidden].some((run) => letters.includes(run));
  };
  const toldBlock = (block: VersionBlock): VersionBlock => {
    if (block.text === null) return block;
    const same = block.id === undefined ? undefined : byId.get(block.id);
    const isLeftOut = same?.isPrivate || isHidden(block.text) || (same && namesLess(block.text, same.text));
    return isLeftOut ? { ...block, text: null } : block;
  };
  const told = (words: string | null) => (words !== null && isHidden(words) ? null : words);
  return {
    ...version,
    title: told(version.title),
    summary: told(version.summary),
    blocks: version.blocks.map(toldBlock),
  };
}
