/** Words in their context: what stands before them, they themselves, what stands after. */
export interface Excerpt {
  before: string;
  hit: string;
  after: string;
}

const SENTENCE_END = /[。！？；]/;
/** What belongs to the sentence before it: the marks that close its speech and brackets. */
const CLOSING = /^[”’）〕】》」』]*/;

/**
 * The sentence in which words stand, or as much of it as fits.
 * @param start where the words begin in the text, in UTF-16 units
 * @param reach most characters shown on each side; what is cut is marked with …
 */
export function sentenceAround(text: string, start: number, length: number, reach = 60): Excerpt {
  const end = start + length;
  const stop = lastIndexOf(text, start) + 1;
  const from = stop + closedAt(text, stop);
  const offset = text.slice(end).search(SENTENCE_END);
  const last = offset < 0 ? text.length : end + offset + 1;
  const to = last + closedAt(text, last);
  const before = text.slice(from, start).trimStart();
  const after = text.slice(end, to);
  return {
    before: before.length > reach ? `…${before.slice(-reach)}` : before,
    hit: text.slice(start, end),
    after: after.length > reach ? `${after.slice(0, reach)}…` : after,
  };
}

const closedAt = (text: string, at: number): number => CLOSING.exec(text.slice(at))?.[0].length ?? 0;

function lastIndexOf(text: string, before: number): number {
  for (let i = before - 1; i >= 0; i--) if (SENTENCE_END.test(text.charAt(i))) return i;
  return -1;
}

/** A text in its sentences, each with the marks that close it. */
export const sentencesOf = (text: string): string[] => text.match(/[^。！？；]+[。！？；]*[”’」』）]*/gu) ?? [text];
