/** What ends a sentence in Chinese, wherever it stands. */
const END = /[。！？；…]/;
/** What ends one in a language with blanks, before a blank or the end. */
const END_BEFORE_BLANK = /[.!?]/;
/** Marks that close speech and brackets: they belong to the sentence before them. */
const CLOSING = /[”’"）)〕】》〉」』\]]/;
/** The end of a line, as of verse. */
const LINE = /[\n\u2028]/;
/** What stands before a full stop that ends no sentence: an initial, `Mr.`, `No.`. */
const ABBREVIATION = /(?:^|[\s(“])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|No|Vol|vs|etc|e\.g|i\.e)$/u;

/** Part of a text, from–to in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/**
 * Cuts a text into its sentences. Each begins where the one before ends, so that all of them joined are the text; marks
 * that close a sentence's speech, and the blanks after it, belong to it. A decimal point ends nothing.
 */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!endsAt(text, at)) continue;
    let end = at + 1;
    while (end < text.length && (END.test(text[end] ?? '') || /[.!?]/.test(text[end] ?? ''))) end++;
    while (CLOSING.test(text[end] ?? '')) end++;
    // 「……」 within a sentence is a breath; at the end of one, or of what is said, it closes it.
    if (text[at] === '…' && !isOver(text, end)) {
      at = end - 1;
      continue;
    }
    while (/\s/.test(text[end] ?? '')) end++;
    spans.push([start, end]);
    start = end;
    at = end - 1;
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans;
}

function endsAt(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  if (END.test(mark) || LINE.test(mark)) return true;
  if (!END_BEFORE_BLANK.test(mark)) return false;
  const after = text.slice(at + 1).replace(/^[.!?]*[”’"）)\]]*/, '');
  if (after !== '' && !/^\s/.test(after)) return false;
  return mark !== '.' || after === '' || !ABBREVIATION.test(text.slice(0, at));
}

/** Whether an ellipsis that ends there closes its sentence: nothing follows, or what is said is over. */
const isOver = (text: string, end: number): boolean => end >= text.length || CLOSING.test(text[end - 1] ?? '');

/** The words up to the first full stop or semicolon, without it. */
export const firstClause = (text: string): string => {
  const [start, end] = sentenceSpans(text.trim())[0] ?? [0, 0];
  return text
    .trim()
    .slice(start, end)
    .replace(/[。；.\s]+$/u, '');
};

/** Where a voice may take breath. */
const BREATH = /[，、：—]+[”’」』）]*|[,:;](?=\s)/gu;

/**
 * Cuts a sentence where a voice may take breath, so that no part is longer than it can be spoken in one go; all of them
 * joined are the sentence.
 * @param most UTF-16 units; a part in which there is no comma may be longer
 */
export function breathSpans(sentence: string, most: number): Span[] {
  const ends = [...sentence.matchAll(BREATH)].map(({ index, 0: mark }) => index + mark.length);
  const spans: Span[] = [];
  let [start, last] = [0, 0];
  for (const end of [...ends, sentence.length]) {
    // The comma before is the last place, where it would be too long behind this one.
    if (end - start > most && last > start) {
      spans.push([start, last]);
      start = last;
    }
    last = end;
  }
  if (start < sentence.length) spans.push([start, sentence.length]);
  return spans;
}
