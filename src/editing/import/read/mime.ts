import { decodeText } from '../../../lib/text/encoding.ts';

// Mails and pages saved as one file: parts with heads, one within the other.

/** A part of a message, unpacked. */
export interface MimePart {
  /** `text/html`. */
  type: string;
  /** Field by field, names in lower case, words decoded. */
  head: ReadonlyMap<string, string>;
  body: Uint8Array;
  /** What it was called where it came from: its address, its id or its file's name. */
  names: string[];
}

const DEEPEST = 8;
const MOST_PARTS = 500;

/** Whether the first bytes of a file are the head of a message. */
export const isMessage = (first: string): boolean =>
  /^(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}/.test(first) &&
  /^(?:mime-version|content-type|message-id|received|return-path|delivered-to|dkim-signature):/im.test(first);

/** The parts of a message that hold something, in their order; none where it is no message. */
export function readMessage(bytes: Uint8Array): MimePart[] {
  const parts: MimePart[] = [];
  open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), parts, 0, new Map());
  return parts;
}

function open(bytes: Buffer, parts: MimePart[], depth: number, above: ReadonlyMap<string, string>): void {
  const [start, next] = endOfHead(bytes);
  const head = readHead(bytes.subarray(0, start));
  const body = bytes.subarray(next);
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(head.get('content-type') ?? '')?.[1]?.toLowerCase() ?? 'text/plain';
  const boundary = parameter(head.get('content-type') ?? '', 'boundary');
  const all = depth === 0 ? head : new Map([...above, ...head]);
  if (type.startsWith('multipart/') && boundary && depth < DEEPEST) {
    for (const part of split(body, boundary)) if (parts.length < MOST_PARTS) open(part, parts, depth + 1, all);
    return;
  }
  const names = [
    head.get('content-location') ?? '',
    (head.get('content-id') ?? '').replace(/^<|>$/g, ''),
    parameter(head.get('content-disposition') ?? '', 'filename') || parameter(head.get('content-type') ?? '', 'name'),
  ];
  parts.push({
    type,
    head: all,
    body: decode(body, head.get('content-transfer-encoding') ?? ''),
    names: names.filter(Boolean),
  });
}

/** Where the head ends, and where the body begins. */
function endOfHead(bytes: Buffer): [number, number] {
  const [windows, unix] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')];
  if (windows !== -1 && (unix === -1 || windows < unix)) return [windows, windows + 4];
  return unix === -1 ? [bytes.length, bytes.length] : [unix, unix + 2];
}

function readHead(bytes: Buffer): Map<string, string> {
  const decoded = decodeText(bytes);
  const text = 'problem' in decoded ? bytes.toString('latin1') : decoded.text;
  const fields = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    fields.flatMap((field) => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(field) ?? [];
      return name ? [[name.toLowerCase(), decodeWords(value ?? '')] as const] : [];
    }),
  );
}

/** `=?UTF-8?B?5LiA?=`: words that a head can hold only in letters of its own. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)(?:\*\w+)?\?([bq])\?([^?]*)\?=/gi, (whole, charset: string, how: string, text: string) => {
      const bytes = /b/i.test(how) ? Buffer.from(text, 'base64') : fromQuoted(Buffer.from(text.replaceAll('_', ' ')));
      return inCharset(bytes, charset) ?? whole;
    });
}

function inCharset(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null;
  }
}

const parameter = (field: string, name: string): string => {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(field) ?? [];
  return quoted ?? bare ?? '';
};

function split(body: Buffer, boundary: string): Buffer[] {
  const parts: Buffer[] = [];
  const mark = `--${boundary}`;
  let at = body.indexOf(mark);
  while (at !== -1 && parts.length < MOST_PARTS) {
    const end = at + mark.length;
    if (body.toString('latin1', end, end + 2) === '--') break;
    const from = body.indexOf('\n', end) + 1;
    const next = body.indexOf(`\n${mark}`, from - 1);
    if (from === 0) break;
    parts.push(body.subarray(from, next === -1 ? body.length : next));
    at = next === -1 ? -1 : next + 1;
  }
  return parts;
}

function decode(body: Buffer, how: string): Uint8Array {
  if (/base64/i.test(how)) return Buffer.from(body.toString('latin1'), 'base64');
  return /quoted-printable/i.test(how) ? fromQuoted(body) : body;
}

function fromQuoted(body: Buffer): Uint8Array {
  const text = body
    .toString('latin1')
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '');
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
}
