import { readYaml } from '../lib/manuscript/frontmatter.ts';
import { runsOf } from '../lib/manuscript/runs.ts';
import { type Node, parseBody, splitManuscript, walk } from '../lib/manuscript/tree.ts';
import { hasChinesePunctuation, languageTag } from '../lib/text/language.ts';
import { findHalfWidth } from '../lib/text/punctuation.ts';

/** What was mended, in the words of the report. */
export interface Fixed {
  text: string;
  done: string[];
}

const LEADING = /^[\s“‘（《【；，、。：]+/u;
const TRAILING = /(?<![\s，。；：！？、…”’）》】])[\s，。；：！？、…”’）》】]+$/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Mends what can be mended without a decision: byte order mark, line ends, trailing blanks, half-width punctuation among
 * Chinese, `~`, bold that stays literal. Front matter keeps its words. What does not parse keeps its body.
 */
export function fixManuscript(source: string): Fixed {
  const done: string[] = [];
  const step = (name: string, from: string, to: string): string => {
    if (from !== to) done.push(name);
    return to;
  };
  let text = step('去掉文件开头的 BOM', source, source.replace(/^\ufeff/, ''));
  text = step('换行改成 LF', text, text.replace(/\r\n?/g, '\n'));
  text = step('换成检索得到的字形', text, text.normalize('NFC'));
  text = step('删去行末空白', text, text.replace(/(?<![ \t\u00a0\u3000])[ \t\u00a0\u3000]+$/gmu, ''));
  text = step('文件末尾补上换行', text, text === '' || text.endsWith('\n') ? text : `${text}\n`);
  text = step('让加粗生效', text, mapBody(text, fixBold));
  text = step('半角标点改成全角', text, mapBody(text, fixPunctuation));
  return { text, done };
}

function mapBody(source: string, map: (body: string, lang?: string) => string): string {
  const parts = splitManuscript(source);
  if (!parts) return source;
  const body = parts.body.replace(/^\n+/, '');
  const lang = languageTag(readYaml(parts.frontmatter, 2).textOf('lang') ?? '') ?? undefined;
  return source.slice(0, source.length - body.length) + map(body, lang);
}

function fixBold(body: string): string {
  const parsed = parseBody(body);
  if ('finding' in parsed) return body;
  const literal = runsOf(parsed.tree, body).some((run) => run.text.includes('**'));
  if (!literal) return body;
  return body.split('\n').map(moveOutOfBold).join('\n');
}

/** `**字。**字` and `字**“字**` stay literal: punctuation inside, a letter outside. The punctuation moves out. */
export function moveOutOfBold(line: string): string {
  const parts = line.split('**');
  if (parts.length < 3 || parts.length % 2 === 0) return line;
  for (let i = 1; i < parts.length; i += 2) {
    const [before, inside, after] = [parts[i - 1] ?? '', parts[i] ?? '', parts[i + 1] ?? ''];
    const tail = LETTER.test(after.charAt(0)) ? (TRAILING.exec(inside)?.[0] ?? '') : '';
    const rest = inside.slice(0, inside.length - tail.length);
    const head = LETTER.test(before.at(-1) ?? '') ? (LEADING.exec(rest)?.[0] ?? '') : '';
    parts[i - 1] = before + head;
    parts[i] = rest.slice(head.length);
    parts[i + 1] = tail + after;
  }
  return parts.map((part, i) => (i % 2 === 1 && part !== '' ? `**${part}**` : part)).join('');
}

function fixPunctuation(body: string, lang?: string): string {
  const parsed = parseBody(body);
  if ('finding' in parsed) return body;
  const chinese = runsOf(parsed.tree, body, lang).filter((run) => hasChinesePunctuation(run.lang));
  const changes = chinese.flatMap((run) =>
    findHalfWidth(run.text).flatMap(({ start, end, to }) => {
      const offset = run.offsetAt(start);
      return offset === null ? [] : [{ offset, length: end - start, to }];
    }),
  );
  const parts: string[] = [];
  let from = 0;
  for (const { offset, length, to } of [...changes, ...findStrikes(parsed.tree, body)].sort(
    (a, b) => a.offset - b.offset,
  )) {
    if (offset < from) continue;
    parts.push(body.slice(from, offset), to);
    from = offset + length;
  }
  return parts.join('') + body.slice(from);
}

/** The two `~` of words that would be struck out; `~~` is meant. */
function findStrikes(tree: Node, body: string) {
  const places: { offset: number; length: number; to: string }[] = [];
  walk(tree, (node) => {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type !== 'delete' || body.startsWith('~~', from) || body[from] !== '~') return;
    places.push({ offset: from, length: 1, to: '～' }, { offset: to - 1, length: 1, to: '～' });
  });
  return places;
}
