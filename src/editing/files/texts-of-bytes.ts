import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import JSZip from 'jszip';
import { decodeText } from '../../lib/text/encoding.ts';
import { bytesInBase64, headsInBase64, isRtf, quotedTexts, textOfRtf } from './texts-in-signs.ts';
import { textsOfPdf } from './texts-of-pdf.ts';

/** A text that lies in a file, maybe inside another. */
export interface FoundText {
  text: string;
  /** Where inside the file: '' for the file itself, `word/document.xml` in one that is packed. */
  inside: string;
}

/** Files in files in files. */
const DEEPEST = 3;
/** Unpacked bytes that are looked at; a bomb is no text. */
const MOST = 2 ** 28;
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|tiff?|heic)$/i;
/** What shows its words only to its own program. */
const SEALED = /\.(?:docx?m?|wps|xls|ppt|et|dps|caj|7z|rar)$/i;
/** How packed files begin that are not unpacked here: 7-Zip, RAR, xz, bzip2, Zstandard; and old Office (OLE). */
const SEALS = ['377abcaf271c', '526172211a07', 'fd377a585a00', '425a68', '28b52ffd', 'd0cf11e0a1b11ae1'];

/**
 * Every text in a file: as it is, unpacked (gzip, Brotli, zip as .docx and .odt are, base64 as in mails), in any encoding,
 * of a PDF and an RTF too, and what a picture says of itself.
 * @returns `isWhole` is false where words may lie in the file that cannot be read
 */
export async function textsOf(
  name: string,
  bytes: Uint8Array,
  depth = 0,
): Promise<{ texts: FoundText[]; isWhole: boolean }> {
  if (depth > DEEPEST) return { texts: [], isWhole: false };
  const unpacked = unpack(name, bytes);
  if (unpacked === null) return { texts: [], isWhole: false };
  if (unpacked !== bytes) return textsOf(name.replace(/\.(?:br|gz)$/i, ''), unpacked, depth + 1);
  if (isZip(bytes)) return textsInZip(bytes, depth);
  if (PICTURE.test(name)) return { texts: asTexts(remarksOf(bytes)), isWhole: true };
  if (beginsWith(bytes, '255044462d') || /\.pdf$/i.test(name)) return textsInPdf(bytes);
  const decoded = decodeText(bytes);
  if (!('text' in decoded) || SEALED.test(name))
    return { texts: asTexts(bytes), isWhole: !(SEALED.test(name) || SEALS.some((seal) => beginsWith(bytes, seal))) };
  if (isRtf(decoded.text)) return { texts: [{ text: textOfRtf(decoded.text), inside: '' }], isWhole: true };
  return textsInText(decoded.text, depth);
}

const beginsWith = (bytes: Uint8Array, hex: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, hex.length / 2)).toString('hex') === hex;

/** A text and what it holds in base64. */
async function textsInText(text: string, depth: number): Promise<{ texts: FoundText[]; isWhole: boolean }> {
  const texts = [text, ...headsInBase64(text), ...quotedTexts(text)].map((one) => ({ text: one, inside: '' }));
  let isWhole = true;
  for (const bytes of bytesInBase64(text)) {
    const inner = await textsOf('', bytes, depth + 1);
    texts.push(...inner.texts);
    isWhole &&= inner.isWhole;
  }
  return { texts, isWhole };
}

async function textsInPdf(bytes: Uint8Array): Promise<{ texts: FoundText[]; isWhole: boolean }> {
  const found = await textsOfPdf(bytes);
  if (!found) return { texts: asTexts(bytes), isWhole: false };
  return { texts: found.texts.map((text) => ({ text, inside: '' })), isWhole: found.isWhole };
}

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** How gzip begins, in base64 within a JSON text: so the search index is published. */
const GZIP_IN_JSON = '"H4sI';

function fromJson(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('latin1', 0, GZIP_IN_JSON.length) !== GZIP_IN_JSON) return bytes;
  return Buffer.from(buffer.toString('latin1'), 'base64');
}

function unpack(name: string, bytes: Uint8Array): Uint8Array | null {
  try {
    const packed = fromJson(bytes);
    if (packed[0] === 0x1f && packed[1] === 0x8b) return gunzipSync(packed, { maxOutputLength: MOST });
    return /\.br$/i.test(name) ? brotliDecompressSync(bytes, { maxOutputLength: MOST }) : bytes;
  } catch {
    return null;
  }
}

async function textsInZip(bytes: Uint8Array, depth: number): Promise<{ texts: FoundText[]; isWhole: boolean }> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  if (!zip) return { texts: [], isWhole: false };
  const texts: FoundText[] = [];
  let [isWhole, size] = [true, 0];
  for (const entry of Object.values(zip.files)) {
    texts.push({ text: entry.name, inside: entry.name });
    if (entry.dir) continue;
    const claimed = (entry as unknown as { _data?: { uncompressedSize?: number } })._data?.uncompressedSize ?? 0;
    size += claimed;
    if (size > MOST) return { texts, isWhole: false };
    const inner = await textsOf(entry.name, await entry.async('uint8array'), depth + 1);
    texts.push(
      ...inner.texts.map(({ text, inside }) => ({
        text,
        inside: inside === '' ? entry.name : `${entry.name}/${inside}`,
      })),
    );
    isWhole &&= inner.isWhole;
  }
  return { texts, isWhole };
}

/** Bytes that are no text as a whole, read in each way in which words may stand in them. */
function asTexts(bytes: Uint8Array): FoundText[] {
  const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'];
  const shifted = bytes.subarray(1);
  return [
    ...encodings.map((encoding) => [encoding, bytes] as const),
    ['utf-16le', shifted] as const,
    ['utf-16be', shifted] as const,
    ['gb18030', shifted] as const,
  ].map(([encoding, some]) => ({ text: new TextDecoder(encoding).decode(some), inside: '' }));
}

/** What a picture says beside its pixels: Exif, XMP, IPTC, remarks. All of it where its kind is not known. */
function remarksOf(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.readUInt16BE(0) === 0xffd8) return Buffer.concat(jpegSegments(view));
  if (view.subarray(1, 4).toString('latin1') === 'PNG') return Buffer.concat(pngChunks(view));
  if (view.subarray(0, 4).toString('latin1') === 'RIFF') return Buffer.concat(riffChunks(view));
  return bytes;
}

/** Application segments and remarks (ITU-T T.81); what follows the pixels too. */
function jpegSegments(view: Buffer): Buffer[] {
  const found: Buffer[] = [];
  let at = 2;
  while (at + 4 <= view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    if (marker === 0xda) break;
    const end = at + 2 + view.readUInt16BE(at + 2);
    if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) found.push(view.subarray(at + 4, end), SPACE);
    at = end;
  }
  const tail = view.lastIndexOf(Buffer.from([0xff, 0xd9]));
  return tail > 0 ? [...found, view.subarray(tail + 2)] : found;
}

const SPACE = Buffer.from('\n\n');
const TEXTS = /^(?:tEXt|zTXt|iTXt|eXIf)$/;

function pngChunks(view: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at + 12 <= view.length; ) {
    const length = view.readUInt32BE(at);
    const type = view.subarray(at + 4, at + 8).toString('latin1');
    const data = view.subarray(at + 8, at + 8 + length);
    if (TEXTS.test(type)) found.push(data, SPACE, inflated(data), SPACE);
    at += length + 12;
  }
  return found;
}

/** The packed text of a chunk begins somewhere behind its keyword; nothing where there is none. */
function inflated(data: Buffer): Buffer {
  for (let at = data.indexOf(0x78); at !== -1 && at < 400; at = data.indexOf(0x78, at + 1)) {
    try {
      return inflateSync(data.subarray(at), { maxOutputLength: MOST });
    } catch {
      // Not here.
    }
  }
  return Buffer.alloc(0);
}

function riffChunks(view: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 12; at + 8 <= view.length; ) {
    const type = view.subarray(at, at + 4).toString('latin1');
    const length = view.readUInt32LE(at + 4);
    if (type === 'EXIF' || type === 'XMP ') found.push(view.subarray(at + 8, at + 8 + length), SPACE);
    at += 8 + length + (length % 2);
  }
  return found;
}
