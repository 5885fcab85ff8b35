import type { Decision, Line } from './model.ts';
import { dropRules, joinTables, markCuts, type RawLine } from './text-shape.ts';

/** Blanks, and marks that nobody sees: the end mark of old files, byte order marks in the middle. */
const EDGE = /^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu;

/** The lines of a plain text that have words, without their indents. */
export function readLines(text: string): { lines: Line[]; removed: Decision[] } {
  const all: RawLine[] = [];
  let blanks = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    const words = raw.replace(EDGE, '');
    if (words === '') {
      blanks++;
      continue;
    }
    all.push({ number: index + 1, text: words, blanks, apart: false, raw });
    blanks = 0;
  }
  const { lines, removed } = dropRules(all);
  const usual = lines.map((line) => line.blanks).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;
  const shaped = joinTables(markCuts(lines));
  return {
    lines: shaped.map(({ raw, ...line }, index) => ({ ...line, apart: index > 0 && line.blanks >= usual + 2 })),
    removed,
  };
}
