import type { Decision, Line } from '../text/model.ts';
import { dropRules, joinTables, markCuts, type RawLine } from './text-shape.ts';

/** Blanks, and marks that nobody sees: the end mark of old files, byte order marks in the middle. */
const EDGE = /^[\s\p{Cc}\p{Cf}]+|(?<![\s\p{Cc}\p{Cf}])[\s\p{Cc}\p{Cf}]+$/gu;

/** The names of a form's fields, in the first lines of a text. */
const FIELD = /^(?:标题|题目|副标题|副题|正文)\s*[：:]\s*/u;
const FORM_LINES = 8;

/** The lines of a plain text that have words, without their indents. */
export function readLines(text: string): { lines: Line[]; removed: Decision[] } {
  const all: RawLine[] = [];
  const names: Decision[] = [];
  let blanks = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    const words = raw.replace(EDGE, '');
    if (words === '') {
      blanks++;
      continue;
    }
    const name = all.length < FORM_LINES ? (FIELD.exec(words)?.[0] ?? '') : '';
    if (name) names.push({ line: index + 1, what: '删去表格栏目名', text: name });
    const rest = words.slice(name.length);
    if (rest !== '')
      all.push({ number: index + 1, text: name.startsWith('副') ? `——${rest}` : rest, blanks, apart: false, raw });
    blanks = 0;
  }
  const { lines, removed } = dropRules(all);
  const usual = lines.map((line) => line.blanks).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;
  const shaped = joinTables(markCuts(lines));
  return {
    lines: shaped.map(({ raw, ...line }, index) => ({ ...line, apart: index > 0 && line.blanks >= usual + 2 })),
    removed: [...names, ...removed],
  };
}
