import { sentencesOf } from './excerpts.ts';

/** In characters: what an opening says at least, and what it fills at most. */
const [LEAST, MOST] = [14, 64];

/**
 * How a text begins: its first sentence, and the next where that is a cry; a long one is cut after a clause.
 * @returns null where it has no paragraph, or begins with what only its own page tells
 */
export function openingOf(paragraphs: readonly { text: string; isPrivate: boolean }[]): string | null {
  const [first] = paragraphs;
  if (!first || first.isPrivate) return null;
  let opening = '';
  for (const sentence of sentencesOf(first.text)) {
    if (
      (opening.length >= LEAST && !opening.endsWith('；')) ||
      (opening !== '' && opening.length + sentence.length > MOST)
    )
      break;
    opening += sentence;
  }
  if (opening.length > MOST) return cut(opening);
  return opening.trim().replace(/；$/, '……');
}

function cut(text: string): string {
  const clause = /^.*[，、：；,]/su.exec(text.slice(0, MOST))?.[0] ?? '';
  // No number and no word of letters is cut in two.
  const words = clause.length >= LEAST ? clause.slice(0, -1) : text.slice(0, MOST).replace(/[\d.,A-Za-z]+$/, '');
  return `${words}……`;
}

const plain = (text: string) => text.replace(/\s+/g, '');

/** Whether words that an editor has chosen stand in what all may see of a text, and what they are if not. */
export function openingStands(
  opening: string,
  paragraphs: readonly { text: string; isPrivate: boolean }[],
): 'stands' | 'private' | 'absent' {
  const found = paragraphs.filter(({ text }) => plain(text).includes(plain(opening)));
  if (found.length === 0) return 'absent';
  return found.some(({ isPrivate }) => !isPrivate) ? 'stands' : 'private';
}
