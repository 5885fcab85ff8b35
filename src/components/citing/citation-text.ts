import type { CITING } from '#words/citing.ts';

export type StyleId = keyof typeof CITING.styles;

/** What a story’s file of citations has in a style: the text of our record, and of each original on a line of its own. */
export function citationIn(file: string, style: string): string {
  const block = file.split('\n\n').find((one) => one.startsWith(`${style}\n`)) ?? '';
  return block.slice(style.length).trim();
}

/** A citation with the reader’s day in place of the words that stand for it: `[2026-11-27]` for 〔引用日期〕. */
export function seenOn(citation: string, words: string, day: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return citation.replaceAll(`[${words}]`, `[${date}]`);
}
