import { escapeWords } from '../text/escape.ts';
import type { Decision } from '../text/model.ts';
import { attributeOf, elementsIn, isTakenOut, isWord, paragraphsIn, wordsIn } from './word-dom.ts';

// What Word keeps beside the words: tracked changes and comments.

const LONGEST_SHOWN = 80;

/**
 * Changes that were tracked and not yet accepted: what was put in stands in the article, what was taken out here. Moved
 * words are told where they stand; those that were moved to nowhere are told as gone.
 */
export function readChanges(roots: readonly Element[]): Decision[] {
  const all = roots.flatMap((root) => elementsIn(root));
  const seen = roots.flatMap((root) => elementsIn(root, isTakenOut));
  const arrived = all.filter((element) => isWord(element, 'moveTo'));
  const whole = arrived.map((moved) => markedWords(moved)).join('');
  const unchanged = arrived.map((moved) => markedWords(moved, (element) => isWord(element, 'ins'))).join('');
  return [
    ...tell('修订插入，已采纳', 'ins', seen, wordsIn),
    ...tell('修订删除，没有收进文章', 'del', all, markedWords),
    ...tell('修订移来，已采纳', 'moveTo', seen, wordsIn),
    ...tell('修订移走，没有收进文章', 'moveFrom', all, (moved) => {
      const words = wordsIn(moved);
      return whole.includes(words) || unchanged.includes(words) ? '' : words;
    }),
  ];
}

const tell = (what: string, name: string, elements: readonly Element[], words: (change: Element) => string) =>
  elements
    .filter((element) => isWord(element, name))
    .flatMap((change) => {
      const text = words(change);
      const author = attributeOf(change, 'author');
      return text === '' ? [] : [{ line: 0, what: author ? `${what}（${author}）` : what, text: shorten(text) }];
    });

/** The words of a change, those that were taken out too: most programs write them in elements of their own. */
const markedWords = (change: Element, skip?: (element: Element) => boolean): string =>
  elementsIn(change, skip)
    .filter(({ localName }) => localName === 'delText' || localName === 't')
    .map((text) => text.textContent)
    .join('');

/** Words for a report, which need not hold all of them. */
export const shorten = (words: string): string =>
  words.length <= LONGEST_SHOWN ? words : `${words.slice(0, LONGEST_SHOWN)}…（共 ${words.length} 字，见原件）`;

/** The comments of a Word file by their id: who asks what, safe to stand in an article. */
export function readComments(roots: readonly Element[]): Map<string, string> {
  const comments = new Map<string, string>();
  for (const comment of roots.flatMap((root) => elementsIn(root)).filter((element) => isWord(element, 'comment'))) {
    const paragraphs = paragraphsIn(comment).map((runs) => runs.join(''));
    const words = escapeWords(paragraphs.filter(Boolean).join(' ')).replaceAll('\n', ' ');
    const asked = `${attributeOf(comment, 'author') || '无名'}批注“${words}”`;
    const id = attributeOf(comment, 'id');
    comments.set(id, comments.has(id) ? `${comments.get(id)}；${asked}` : asked);
  }
  return comments;
}

/** Stands in the text where a comment is tied to it; no manuscript has these brackets. */
const TOKEN = /⸨批注(-?\d+)⸩/g;
/** Null for an id that is no number, which Word never gives. */
export const commentToken = (id: string): string | null => (/^-?\d+$/.test(id) ? `⸨批注${id}⸩` : null);

/** Takes the tokens of comments out of words. */
export function takeComments(text: string, comments: ReadonlyMap<string, string>): { text: string; asked: string[] } {
  const asked = [...text.matchAll(TOKEN)].flatMap(([, id = '']) => comments.get(id) ?? []);
  return { text: text.replace(TOKEN, ''), asked };
}
