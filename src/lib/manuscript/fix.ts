import { findHalfWidth } from '../text/punctuation.ts';
import { runsOf } from './runs.ts';
import { parseBody, splitManuscript } from './tree.ts';

/** What was mended, in the words of the report. */
export interface Fixed {
  text: string;
  done: string[];
}

const PUNCTUATION = '[，。；：！？、…”’）》】]+';
const OPENING = '[“‘（《【]+';
/** `**字。**字` and `字**“字**` stay literal: punctuation inside, a letter outside. */
const BOLD_END = new RegExp(`\\*\\*([^*\\n]+?)(${PUNCTUATION})\\*\\*(?=[\\p{L}\\p{N}])`, 'gu');
const BOLD_START = new RegExp(`(?<=[\\p{L}\\p{N}])\\*\\*(${OPENING})([^*\\n]+?)\\*\\*`, 'gu');

/**
 * Mends what can be mended without a decision: byte order mark, line ends, trailing blanks, half-width punctuation,
 * `~`, bold that stays literal. Front matter keeps its words. What does not parse keeps its body.
 */
export function fixManuscript(source: string): Fixed {
  const done: string[] = [];
  const step = (name: string, from: string, to: string): string => {
    if (from !== to) done.push(name);
    return to;
  };
  let text = step('去掉文件开头的 BOM', source, source.replace(/^\ufeff/, ''));
  text = step('换行改成 LF', text, text.replace(/\r\n?/g, '\n'));
  text = step('删去行末空白', text, text.replace(/[ \t\u00a0\u3000]+$/gmu, ''));
  text = step('文件末尾补上换行', text, text === '' || text.endsWith('\n') ? text : `${text}\n`);
  text = step('让加粗生效', text, mapBody(text, fixBold));
  text = step('半角标点改成全角', text, mapBody(text, fixPunctuation));
  return { text, done };
}

function mapBody(source: string, map: (body: string) => string): string {
  const parts = splitManuscript(source);
  if (!parts) return source;
  const body = parts.body.replace(/^\n+/, '');
  return source.slice(0, source.length - body.length) + map(body);
}

function fixBold(body: string): string {
  const parsed = parseBody(body);
  if ('finding' in parsed) return body;
  const literal = runsOf(parsed.tree, body).some((run) => run.text.includes('**'));
  if (!literal) return body;
  const lines = body.split('\n').map((line) => {
    if (!line.includes('**')) return line;
    return line.replace(BOLD_END, '**$1**$2').replace(BOLD_START, '$1**$2**');
  });
  return lines.join('\n');
}

function fixPunctuation(body: string): string {
  const parsed = parseBody(body);
  if ('finding' in parsed) return body;
  const changes = runsOf(parsed.tree, body).flatMap((run) =>
    findHalfWidth(run.text).flatMap(({ start, end, to }) => {
      const offset = run.offsetAt(start);
      return offset === null ? [] : [{ offset, length: end - start, to }];
    }),
  );
  // From the end, so that the offsets before stay right.
  return changes
    .sort((a, b) => b.offset - a.offset)
    .reduce((text, { offset, length, to }) => text.slice(0, offset) + to + text.slice(offset + length), body);
}
