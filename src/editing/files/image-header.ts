import { inflateSync } from 'node:zlib';

/** What a picture says of itself in its first bytes, read without a decoder: that may fill a machine before it says no. */
export interface ImageHeader {
  width: number;
  height: number;
}

/** Of what is packed beside the picture: a profile of colours is some kilobytes. */
const MOST_BESIDE = 4 * 2 ** 20;

/** The size of a picture; null where it is damaged, or holds what unpacks without end. */
export function readImageHeader(type: string, file: Buffer): ImageHeader | null {
  try {
    if (type === 'png') return readPng(file);
    return type === 'webp' ? readWebp(file) : readJpeg(file);
  } catch {
    // The bytes end before what they promise, or unpack to more than they may.
    return null;
  }
}

function readPng(file: Buffer): ImageHeader | null {
  if (file.toString('latin1', 12, 16) !== 'IHDR') return null;
  for (let at = 8; at + 12 <= file.length; ) {
    const [length, name] = [file.readUInt32BE(at), file.toString('latin1', at + 4, at + 8)];
    const data = file.subarray(at + 8, at + 8 + length);
    if (data.length < length) break;
    const packedFrom = packedWords(name, data);
    if (packedFrom !== null) inflateSync(data.subarray(packedFrom), { maxOutputLength: MOST_BESIDE });
    if (name === 'IEND') break;
    at += 12 + length;
  }
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** Where a PNG's chunk of words or colours begins to be packed; null where it is not. */
function packedWords(name: string, data: Buffer): number | null {
  const end = data.indexOf(0);
  if (name === 'iCCP' || name === 'zTXt') return end + 2;
  if (name !== 'iTXt' || data[end + 1] !== 1) return null;
  // Behind the keyword: packed or not, how, a language, the keyword in it.
  return data.indexOf(0, data.indexOf(0, end + 3) + 1) + 1;
}

function readWebp(file: Buffer): ImageHeader | null {
  const kind = file.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ') return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = file.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** Markers that begin a frame; those left out begin tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a length. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

function readJpeg(file: Buffer): ImageHeader | null {
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) return null;
    const marker = file.readUInt8(at + 1);
    if (marker === 0xff) at++;
    else if (isBare(marker)) at += 2;
    else if (isFrame(marker)) return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
    else at += 2 + Math.max(2, file.readUInt16BE(at + 2));
  }
  return null;
}

/** Whether a picture has its end: half of one opens, and shows grey where the rest was. */
export function isComplete(type: string, file: Buffer): boolean {
  if (type === 'png') return file.lastIndexOf('IEND', undefined, 'latin1') > 0;
  if (type === 'webp') return file.length >= file.readUInt32LE(4) + 8;
  // Thumbnails within have an end of their own, before the pixels begin.
  return file.lastIndexOf(Buffer.from([0xff, 0xd9])) > startOfScan(file);
}

function startOfScan(file: Buffer): number {
  for (let at = 2; at + 4 <= file.length; ) {
    const marker = file.readUInt8(at + 1);
    if (file[at] !== 0xff || marker === 0xda) return at;
    if (marker === 0xff) at++;
    else if (isBare(marker)) at += 2;
    else at += 2 + Math.max(2, file.readUInt16BE(at + 2));
  }
  return file.length;
}
