import type { Decision } from '../text/model.ts';
import { type MimePart, readMessage } from './mime.ts';
import type { RawLine } from './text-shape.ts';

// What a mail has around the article that was sent with it.

const FIELD =
  /^(?:发件人|收件人|抄送|密送|主题|附件|发送时间|发送日期|时间|日期|From|To|Cc|Bcc|Subject|Sent|Date|Attachments?)\s*[：:]/iu;
const SUBJECT = /^(?:主题|Subject)\s*[：:]\s*/iu;
const PREFIX = /^(?:(?:转发|回复|答复|投稿|来稿|稿件|Fwd?|Re)\s*[：:]\s*)+/iu;
const GREETING =
  /^.{0,16}(?:老师|编辑|同志|先生|女士|主任|部长|领导|您好|你好|大家好)(?:们)?(?:您好|你好|好)?[：:！!，,]?$/u;
const COVER = /(?:稿件|来稿|投稿|发上|附上|寄上|附件|查收|审阅|审核|斧正|采用|联系|电话|微信)/u;
const CLOSING = /^(?:此致|敬礼[！!]?|顺颂.{0,6}|祝.{0,8}|谢谢[！!]?|致礼[！!]?)$/u;
const QUOTED =
  /^(?:-{3,}.{0,20}(?:原始邮件|转发邮件|Original|Forwarded).{0,20}-*|在\s*\d{4}.{0,60}写道[：:]?|On .{5,80} wrote:)$/iu;
const SIGNATURE = 6;

/** Whether lines begin as a mail does that was saved or pasted as text. */
const isMail = (lines: readonly RawLine[]): boolean =>
  lines.slice(0, 3).filter(({ text }) => FIELD.test(text)).length >= 2;

/**
 * Takes head, greeting, closing and quoted mails from the lines of a mail; all of it is told.
 * @param isKnown of the body of a mail, which has lost its head
 */
export function takeMail(
  lines: readonly RawLine[],
  isKnown = false,
): { lines: RawLine[]; removed: Decision[]; title: string } {
  if (!isKnown && !isMail(lines)) return { lines: [...lines], removed: [], title: '' };
  let start = 0;
  while (start < lines.length && FIELD.test(lines[start]?.text ?? '')) start++;
  const subject = lines.slice(0, start).find(({ text }) => SUBJECT.test(text))?.text ?? '';
  const { from, to } = withoutCover(lines, start);
  return {
    lines: lines.slice(from, to),
    removed: [...lines.slice(0, from), ...lines.slice(to)].map(({ number, text }) => ({
      line: number,
      what: '邮件里的话，没有收进文章',
      text,
    })),
    title: subject.replace(SUBJECT, '').replace(PREFIX, '').trim(),
  };
}

/** Where the article begins after a greeting and what was written to the editor, and where it ends before a closing. */
function withoutCover(lines: readonly RawLine[], start: number): { from: number; to: number } {
  let from = start;
  if (GREETING.test(lines[from]?.text ?? '')) {
    from++;
    while (from < lines.length && from < start + 5) {
      const { text } = lines[from] as RawLine;
      if (!COVER.test(text) || text.length > 120 || !/[。！!，,]$/u.test(text)) break;
      from++;
    }
  }
  const quoted = lines.findIndex(({ text }, index) => index > from && QUOTED.test(text));
  let to = quoted === -1 ? lines.length : quoted;
  const closing = lines.slice(0, to).findLastIndex(({ text }, index) => index > from && CLOSING.test(text));
  const first = closing > 0 && CLOSING.test(lines[closing - 1]?.text ?? '') ? closing - 1 : closing;
  if (first !== -1 && to - first <= SIGNATURE + 2) to = first;
  return { from, to };
}

/** What of a mail, or of a page saved as one file, is to be read. */
export interface Message {
  kind: 'html' | 'text';
  bytes: Uint8Array;
  subject: string;
  told: Decision[];
  /** What came with it, by the names it is called by. */
  beside: (path: string) => Uint8Array | null;
}

const DOCUMENT = /\.(?:docx?|wps|pdf|txt|rtf|odt|html?)$/i;
const LEAST_BODY = 200;

/** Opens a mail or a page saved as one file; one Chinese sentence where the article is not in it. */
export function openMessage(bytes: Uint8Array): Message | { problem: string } {
  const first = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
  const parts = readMessage(bytes);
  const isPage =
    /multipart\/related/i.test(first) || /^(?:From|Subject):.*Blink|Snapshot-Content-Location/im.test(first);
  const attached = parts.filter(({ names, head }) => isAttachment(head) && names.some((name) => DOCUMENT.test(name)));
  const inline = parts.filter((part) => !attached.includes(part));
  const html = inline.find(({ type }) => type === 'text/html');
  const text = inline.find(({ type, body }) => type === 'text/plain' && body.length > 0);
  const chosen = isPage ? (html ?? text) : (text ?? html);
  const names = attached.map(({ names: all }) => all.at(-1) ?? '').join('、');
  if (!chosen || (names && chosen.body.length < LEAST_BODY))
    return {
      problem: names
        ? `稿件像在附件里（${names}）：请从邮件里存出附件，再导入附件`
        : '邮件里没有文字：请在邮件程序里打开，把文字复制出来，存成 .txt 再导入',
    };
  const { head } = chosen;
  const fields = ['from', 'to', 'date', 'subject'].flatMap((name) => {
    const value = head.get(name);
    return value && !isPage ? [{ line: 0, what: '邮件', text: `${name}：${value}` }] : [];
  });
  const others = parts
    .filter(
      (part) =>
        part !== chosen && !part.type.startsWith('image/') && /^text\/(?:html|plain)$|application\//.test(part.type),
    )
    .filter((part) => part !== html && part !== text)
    .map((part) => ({ line: 0, what: '附在里面，没有收进文章', text: part.names.at(-1) ?? part.type }));
  return {
    kind: chosen.type === 'text/html' ? 'html' : 'text',
    bytes: chosen.body,
    subject: (head.get('subject') ?? '').replace(PREFIX, '').trim(),
    told: [...fields, ...others],
    beside: (path) => partNamed(parts, path)?.body ?? null,
  };
}

const isAttachment = (head: ReadonlyMap<string, string>) => /^attachment/i.test(head.get('content-disposition') ?? '');

function partNamed(parts: readonly MimePart[], path: string): MimePart | undefined {
  const wanted = path.replace(/^cid:/i, '');
  return parts.find(
    ({ type, names }) => type.startsWith('image/') && names.some((name) => name === wanted || name === path),
  );
}
