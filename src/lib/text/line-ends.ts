// A writer may break the lines of a manuscript where he likes. Between Latin words the end of a line is a blank; between
// Chinese characters it is nothing, as they are written without blanks (CSS Text 4, segment break transformation).

/** Characters that are written without blanks: Han, kana, and full-width punctuation. */
const WIDE =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\u30fb-\\u30fe\\uff01-\\uff60\\uffe0-\\uffe6]';
/** Of both kinds of text: they are as wide as their neighbour. */
const EITHER = '[“”‘’…—·]';
const LINE_END = '[^\\S\\n\\u2028\\u3000]*\\n[^\\S\\u2028\\u3000]*';
const LONE = new RegExp(`(?<=${WIDE})${LINE_END}(?=${WIDE}|${EITHER})|(?<=${EITHER})${LINE_END}(?=${WIDE})`, 'gu');

/** The stretches of a text, in order, that are a line's end and are to be nothing. Offsets in UTF-16 units. */
export const loneLineEnds = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(LONE)].map(({ 0: stretch, index }) => ({ start: index, end: index + stretch.length }));

/** The text as it is read: lines joined, without a blank where both sides are Chinese. */
export const joinLines = (text: string): string => text.replace(LONE, '');
