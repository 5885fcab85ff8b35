import { isDateLine, readDate } from '../arrange/dates.ts';
import type { Decision, Line } from '../text/model.ts';
import { takeMail } from './mail.ts';
import { dropRules, joinTables, markCuts, type RawLine } from './text-shape.ts';

/** Blanks, and marks that nobody sees: the end mark of old files, byte order marks in the middle. */
const EDGE = /^[\s\p{Cc}\p{Cf}]+|(?<![\s\p{Cc}\p{Cf}])[\s\p{Cc}\p{Cf}]+$/gu;

/** The names of a form's fields, in the first lines of a text. */
const FIELD = /^(?:标题|题目|副标题|副题|正文)\s*[：:]\s*/u;
const FORM_LINES = 8;

/** The lines of a plain text that have words, without their indents. */
export function readLines(text: string, isMail = false): { lines: Line[]; removed: Decision[]; title: string } {
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
  const mail = takeMail(all, isMail);
  const repeated = findRepeated(mail.lines);
  const { lines, removed } = dropRules(
    mail.lines.map((line) => (repeated.has(line) ? { ...line, role: 'note' as const } : line)),
  );
  const usual = lines.map((line) => line.blanks).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;
  const shaped = joinTables(markCuts(lines));
  return {
    lines: shaped.map(({ raw, ...line }, index) => ({ ...line, apart: index > 0 && line.blanks >= usual + 2 })),
    removed: [...names, ...mail.removed, ...removed],
    title: mail.title,
  };
}

/** Stands above every page of a paper: the same but for its numbers, with the day or the page in it. */
function findRepeated(lines: readonly RawLine[]): Set<RawLine> {
  const key = ({ text }: RawLine) => text.replace(/[\d\s]+/g, '#');
  const groups = Map.groupBy(
    lines.filter(({ text }) => text.length <= 50 && /\d/.test(text) && !/[。！？；]/u.test(text)),
    key,
  );
  const all = [...groups.values()].filter((group) => group.length > 1).flat();
  return new Set(
    all
      .filter(({ text }) => readDate(text) !== null || /第\s*\d+\s*[版页]/u.test(text))
      .filter(({ text }) => !isDateLine(text) || /报|刊|版/u.test(text)),
  );
}
