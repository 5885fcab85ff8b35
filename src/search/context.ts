import { readForms } from './forms.ts';
import { placesOf, type Token, termsOf, tokenize } from './tokens.ts';
import type { PageText } from './types.ts';

/** One occurrence in its context. */
export interface KwicLine {
  /** Anchor of its block; empty where it has none. */
  id: string;
  before: string;
  hit: string;
  after: string;
  /** The block begins before what is shown, and goes on after it. */
  cutBefore: boolean;
  cutAfter: boolean;
}

export interface Span {
  start: number;
  end: number;
}

const READ = new WeakMap<PageText, Token[][]>();

/** Every occurrence of the phrases in a page, in order, with at most `reach` characters on each side. */
export function linesOf(page: PageText, phrases: readonly (readonly string[])[], reach = 24): KwicLine[] {
  const read = readPage(page);
  return page.blocks.flatMap(({ id, text }, i) =>
    spansOf(read[i] ?? [], phrases).map(({ start, end }) => ({
      id,
      before: text.slice(Math.max(0, start - reach), start),
      hit: text.slice(start, end),
      after: text.slice(end, end + reach),
      cutBefore: start > reach,
      cutAfter: end + reach < text.length,
    })),
  );
}

function readPage(page: PageText): Token[][] {
  const forms = readForms(page.forms);
  const read = READ.get(page) ?? page.blocks.map(({ text }) => tokenize(text, forms));
  READ.set(page, read);
  return read;
}

/**
 * The phrases in every way in which a page writes them: 網球 and 网球 for the same query. By them its text can be
 * searched without a table of forms.
 */
export function writtenIn(page: PageText, phrases: readonly (readonly string[])[]): string[][] {
  if (!page.forms) return phrases.map((phrase) => [...phrase]);
  const written = new Map<string, string[]>();
  for (const [i, tokens] of readPage(page).entries()) {
    const own = termsOf(page.blocks[i]?.text ?? '');
    for (const phrase of phrases)
      for (const [first, end] of placesOf(tokens, phrase)) {
        const terms = own.slice(first, end);
        written.set(terms.join(' '), terms);
      }
  }
  return [...written.values()];
}

/** Where phrases stand in a text, in order; what overlaps or touches inside one word is one span. */
export function spansOf(tokens: readonly Token[], phrases: readonly (readonly string[])[]): Span[] {
  const all = phrases
    .flatMap((phrase) =>
      placesOf(tokens, phrase).map(([first, end]) => {
        const run = tokens.slice(first, end);
        return { start: Math.min(...run.map(({ start }) => start)), end: Math.max(...run.map(({ end }) => end)) };
      }),
    )
    .sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  for (const span of all) {
    const last = spans.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else spans.push(span);
  }
  return spans;
}
