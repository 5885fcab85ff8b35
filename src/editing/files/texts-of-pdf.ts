import type { PDFContext, PDFDict, PDFRawStream } from '@cantoo/pdf-lib';

/** Strings of a content stream, what shows them, and what moves on to another line or block. */
const PIECE =
  /\/([^\s/[\]<>()]+)\s+[-\d.]+\s+Tf\b|\(((?:\\[\s\S]|\([^()]*\)|[^\\()])*)\)|<([0-9a-fA-F\s]*)>|\b(?:ET|TJ|Tj|T\*|Td|TD|Tm)\b|['"]/g;
/** `<0003> <674E>` of a table of characters, and `<0003> <0005> <674E>` or `[<674E> …]` of one of ranges. */
const SINGLES = /beginbfchar([\s\S]*?)endbfchar/g;
const RANGES = /beginbfrange([\s\S]*?)endbfrange/g;
const CODE = '<([0-9a-fA-F]+)>';
/** Codes of Chinese fonts that bring no table of their own: GB, Big5 and Unicode. */
const ENCODINGS = ['gb18030', 'big5', 'utf-16be'];

/**
 * The words in a PDF, to be looked through and not to be read: each piece of text in every code that its fonts use, its
 * properties, remarks and files. What is drawn or scanned has none.
 * @returns null where it cannot be opened: damaged or locked; `isWhole` where no words can lie in it beside
 */
export async function textsOfPdf(bytes: Uint8Array): Promise<{ texts: string[]; isWhole: boolean } | null> {
  const pdf = await import('@cantoo/pdf-lib');
  const document = await pdf.PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true }).catch(
    () => null,
  );
  if (!document || document.isEncrypted || document.context.trailerInfo.Encrypt) return null;
  const streams: string[] = [];
  const texts: string[] = [];
  let hasFonts = false;
  let isWhole = true;
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof pdf.PDFRawStream) {
      if (isPicture(object)) continue;
      const data = decoded(object);
      if (data) streams.push(data);
      else isWhole = false;
    } else {
      const own = object.toString();
      hasFonts ||= /\/Type \/Font\b/.test(own);
      if (/[<(]/.test(own)) texts.push(stringsIn(own));
    }
  }
  const tables = streams.filter((stream) => /beginbf(?:char|range)/.test(stream)).map(readTable);
  const fonts = fontsOf(document.context);
  for (const stream of streams) {
    texts.push(Buffer.from(stream, 'latin1').toString('utf8'));
    if (/\b(?:Tj|TJ)\b|['"]\s/.test(stream)) texts.push(...shownIn(stream, tables, fonts));
  }
  // A page without letters is a picture of them.
  return { texts, isWhole: isWhole && hasFonts };

  /** The table of each font, by the names that pages call it; different pages may mean different ones. */
  function fontsOf(context: PDFContext): Map<string, Table[]> {
    const found = new Map<string, Table[]>();
    const visit = (dict: PDFDict): void => {
      for (const [key, value] of dict.entries()) {
        const own = context.lookup(value);
        if (!(own instanceof pdf.PDFDict)) continue;
        const stream = context.lookup(own.get(pdf.PDFName.of('ToUnicode')));
        const data = stream instanceof pdf.PDFRawStream ? decoded(stream) : null;
        const name = key.asString().slice(1);
        if (data) found.set(name, [...(found.get(name) ?? []), readTable(data)]);
        else if (value === own) visit(own);
      }
    };
    for (const [, object] of context.enumerateIndirectObjects())
      if (object instanceof pdf.PDFDict) visit(object);
      else if (object instanceof pdf.PDFRawStream) visit(object.dict);
    return found;
  }

  function decoded(stream: PDFRawStream): string | null {
    try {
      return Buffer.from(pdf.decodePDFRawStream(stream).decode()).toString('latin1');
    } catch {
      return null;
    }
  }
}

const isPicture = (stream: PDFRawStream): boolean => /\/Subtype \/Image\b|\/FontFile/.test(stream.dict.toString());

type Table = ReadonlyMap<string, string>;

function readTable(stream: string): Table {
  const table = new Map<string, string>();
  const utf16 = (hex: string) => new TextDecoder('utf-16be').decode(Buffer.from(hex, 'hex'));
  for (const [, rows = ''] of stream.matchAll(SINGLES))
    for (const [, code = '', to = ''] of rows.matchAll(new RegExp(`${CODE}\\s*${CODE}`, 'g')))
      table.set(code.toLowerCase(), utf16(to));
  for (const [, rows = ''] of stream.matchAll(RANGES))
    for (const [, from = '', until = '', to, list] of rows.matchAll(
      new RegExp(`${CODE}\\s*${CODE}\\s*(?:${CODE}|\\[([^\\]]*)\\])`, 'g'),
    )) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(until, 16)];
      const each = Array.from((list ?? '').matchAll(new RegExp(CODE, 'g')), ([, hex = '']) => utf16(hex));
      for (let code = first; code <= Math.min(last, first + 0xffff); code++) {
        const base = to === undefined ? each[code - first] : shifted(utf16(to), code - first);
        if (base !== undefined) table.set(code.toString(16).padStart(from.length, '0'), base);
      }
    }
  return table;
}

const shifted = (text: string, by: number): string => {
  const letters = [...text];
  const last = letters.pop();
  return last === undefined ? '' : letters.join('') + String.fromCodePoint((last.codePointAt(0) ?? 0) + by);
};

/** Most fonts of one name that are told apart. */
const MOST_FONTS = 8;

/** Everything that a page shows: in the codes of the fonts that it names, and once in every code. */
function shownIn(stream: string, tables: readonly Table[], fonts: ReadonlyMap<string, readonly Table[]>): string[] {
  const shown: { bytes?: Buffer; sign?: string; font: string }[] = [];
  let font = '';
  for (const { 0: whole, 1: name, 2: literal, 3: hex } of stream.matchAll(PIECE)) {
    if (name !== undefined) font = name;
    else if (literal !== undefined) shown.push({ bytes: bytesOf(literal), font });
    else if (hex !== undefined) shown.push({ bytes: Buffer.from(hex.replace(/\s/g, ''), 'hex'), font });
    else shown.push({ sign: whole === 'ET' ? '\n' : ' ', font });
  }
  const say = (read: (bytes: Buffer, font: string) => string) => {
    const words = shown.map(({ bytes, sign = '', font }) => (bytes ? read(bytes, font) : sign)).join('');
    return words.replace(/ *\n\s*/g, '\n').replace(/ +/g, ' ');
  };
  const most = Math.min(MOST_FONTS, Math.max(0, ...[...fonts.values()].map(({ length }) => length)));
  return [
    ...Array.from({ length: most }, (_, i) =>
      say((bytes, font) => {
        const table = fonts.get(font)?.[i] ?? fonts.get(font)?.[0];
        return table ? byTable(bytes, table) : '';
      }),
    ),
    ...tables.map((table) => say((bytes) => byTable(bytes, table))),
    ...ENCODINGS.map((encoding) => say((bytes) => new TextDecoder(encoding).decode(bytes))),
  ];
}

function byTable(bytes: Buffer, table: Table): string {
  const hex = bytes.toString('hex');
  const size = [...table.keys()][0]?.length ?? 4;
  let text = '';
  for (let at = 0; at < hex.length; at += size) text += table.get(hex.slice(at, at + size)) ?? '';
  return text;
}

/** A literal string: `\n`, `\(`, `\101`. */
function bytesOf(literal: string): Buffer {
  const text = literal.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal?: string, sign?: string) =>
    octal === undefined ? (SIGNS[sign ?? ''] ?? sign ?? '') : String.fromCharCode(Number.parseInt(octal, 8) & 255),
  );
  return Buffer.from(text, 'latin1');
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Strings outside of pages: title, author, remarks, bookmarks. */
function stringsIn(object: string): string {
  return Array.from(object.matchAll(PIECE), ([, , literal, hex]) => {
    const bytes = literal === undefined ? Buffer.from((hex ?? '').replace(/\s/g, ''), 'hex') : bytesOf(literal);
    const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
    return new TextDecoder(isUtf16 ? 'utf-16be' : 'utf-8').decode(bytes);
  }).join('\n\n');
}
