import { foldText } from '../../../lib/text/fold.ts';
import type { Decision } from '../text/model.ts';
import {
  attributeOf,
  childrenOf,
  elementsIn,
  isCompatibility,
  isTakenOut,
  isWord,
  paragraphsIn,
  textsIn,
  wordsIn,
} from './word-dom.ts';
import { commentToken, shorten } from './word-xml.ts';

// Whether all words of a Word file came through. Nothing here knows how they are read: what stands in the file as text
// must stand in the page that was made of it, or be told.

const NOTE_MARK = /<a href="#(?:foot|end)note-\d+" id="[^"]*">\[\d+\]<\/a>/g;
const CHARACTERS: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** The words of the page that mammoth makes, without the numbers it gives to notes. */
export const wordsOfPage = (html: string): string =>
  html
    .replace(NOTE_MARK, '')
    .replace(/<(?!\/?(?:a|em|strong|s|sup|sub)\b)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => CHARACTERS[name] ?? '');

/** Letters and digits, in parts where a character has parts: a letter may stand in one run and its accent in the next. */
const letters = (text: string): string =>
  foldText(text)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The first words of a file that a text has not, or not so often. */
export function findLost(roots: readonly Element[], text: string): string | undefined {
  const kept = letters(text);
  let from = 0;
  for (const run of roots.flatMap((root) => textsIn(root))) {
    const words = letters(run.textContent ?? '');
    const next = kept.indexOf(words, from);
    if (next === -1 && !kept.includes(words)) return run.textContent ?? '';
    if (next !== -1) from = next;
  }
  return findFewer(roots, kept);
}

/** The letters that a text has fewer of: the loss of words that stand elsewhere too. */
function findFewer(roots: readonly Element[], kept: string): string | undefined {
  const left = new Map<string, number>();
  for (const letter of kept) left.set(letter, (left.get(letter) ?? 0) + 1);
  const spare = new Set(roots.flatMap(twiceSaid));
  const runs = roots.flatMap((root) => textsIn(root, (element) => isTakenOut(element) || spare.has(element)));
  const missing = runs.flatMap((run) =>
    [...letters(run.textContent ?? '')].filter((letter) => {
      const rest = (left.get(letter) ?? 0) - 1;
      left.set(letter, rest);
      return rest < 0;
    }),
  );
  return missing.length > 0 ? missing.join('') : undefined;
}

/** What is said for new programs where it stands beside it once more, for old ones. */
const twiceSaid = (root: Element): Element[] =>
  elementsIn(root)
    .filter((element) => isCompatibility(element, 'AlternateContent'))
    .map(childrenOf)
    .filter((branches) => branches.some((branch) => isCompatibility(branch, 'Fallback')))
    .flatMap((branches) => branches.filter((branch) => isCompatibility(branch, 'Choice')));

/** The notes that the page has, whose words it must have, and word of those that it has not. */
export function sortNotes(roots: readonly Element[], html: string): { shown: Element[]; left: Decision[] } {
  const notes = roots.flatMap(childrenOf).filter((element) => isWord(element, 'footnote', 'endnote'));
  const isShown = (note: Element) => html.includes(`id="${note.localName}-${attributeOf(note, 'id')}"`);
  return {
    shown: notes.filter(isShown),
    left: notes
      .filter((note) => !isShown(note) && letters(wordsIn(note)) !== '')
      .map((note) => ({
        line: 0,
        what: `${note.localName === 'footnote' ? '脚注' : '尾注'}，没有收进文章`,
        text: shorten(wordsIn(note)),
      })),
  };
}

/** Comments that are tied to nothing in the page. */
export const looseComments = (comments: ReadonlyMap<string, string>, html: string): Decision[] =>
  [...comments]
    .filter(([id]) => {
      const token = commentToken(id);
      return token === null || !html.includes(token);
    })
    .map(([, text]) => ({ line: 0, what: '批注，没有收进文章', text }));

/** The words of pages' heads and feet, part by part; each paragraph once, though boxes hold theirs twice. */
export const wordsAround = (roots: readonly Element[]): string[] =>
  roots.map((root) => {
    const paragraphs = paragraphsIn(root).map((runs) => runs.filter((words) => words.trim() !== '').join(''));
    return [...new Set(paragraphs)].join('');
  });
