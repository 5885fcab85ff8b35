import { crc32, inflateRawSync } from 'node:zlib';

// The directory of a zip is read before anything in it is unpacked: what it claims, and whether that can be.

/** An entry of a zip as its directory has it. */
interface Entry {
  name: string;
  /** Where its bytes lie in the file. */
  start: number;
  packed: number;
  unpacked: number;
  method: number;
  crc: number;
}

/** A zip whose directory is sound; null as a value of `read` means that an entry is not what it says. */
export interface Zip {
  entries: readonly Entry[];
  read: (entry: Entry) => Buffer | null;
}

const [END, DIRECTORY, LOCAL] = ['PK\x05\x06', 'PK\x01\x02', 'PK\x03\x04'];
const [END_LENGTH, ENTRY_LENGTH, LOCAL_LENGTH] = [22, 46, 30];
/** Word writes some twenty, and one for each picture. */
const MOST_ENTRIES = 2000;
/** Deflate makes at most 1,032 bytes of one. */
const MOST_RATIO = 1100;
const STORED = 0;
const DEFLATED = 8;

/** Why a zip is not unpacked: no zip, or made to fill a machine. */
export type ZipFault = 'broken' | 'large';

/** Reads the directory of a zip. */
export function openZip(bytes: Uint8Array): Zip | ZipFault {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(END, undefined, 'latin1');
  if (end === -1 || end + END_LENGTH > file.length) return 'broken';
  const [count, size, offset] = [file.readUInt16LE(end + 10), file.readUInt32LE(end + 12), file.readUInt32LE(end + 16)];
  if (count > MOST_ENTRIES) return 'large';
  // What stands before a zip moves all its places.
  const shift = end - size - offset;
  if (shift < 0) return 'broken';
  const entries = readDirectory(file, offset + shift, end, count, shift);
  if (!entries || overlap(entries)) return 'broken';
  if (entries.some(({ packed, unpacked }) => unpacked > packed * MOST_RATIO + 100)) return 'large';
  return { entries, read: (entry) => unpack(file, entry) };
}

function readDirectory(file: Buffer, start: number, end: number, count: number, shift: number): Entry[] | null {
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_LENGTH > end || file.toString('latin1', at, at + 4) !== DIRECTORY) return null;
    const lengths = [28, 30, 32].map((field) => file.readUInt16LE(at + field));
    const [nameLength = 0] = lengths;
    const local = file.readUInt32LE(at + 42) + shift;
    if (local + LOCAL_LENGTH > start || file.toString('latin1', local, local + 4) !== LOCAL) return null;
    const isEncrypted = (file.readUInt16LE(at + 8) & 1) === 1;
    const entry = {
      name: file.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength).replace(/^\/+/, ''),
      start: local + LOCAL_LENGTH + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
    };
    if (isEncrypted || entry.start + entry.packed > start) return null;
    entries.push(entry);
    at += ENTRY_LENGTH + lengths.reduce((sum, length) => sum + length, 0);
  }
  return entries;
}

/** Entries that share bytes: a small file says so the same thing a thousand times over. */
function overlap(entries: readonly Entry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  return sorted.some((entry, index) => {
    const before = sorted[index - 1];
    return before !== undefined && before.start + before.packed > entry.start - LOCAL_LENGTH;
  });
}

/** No more than the entry says that it is. */
function unpack(file: Buffer, { start, packed, unpacked, method, crc }: Entry): Buffer | null {
  const data = file.subarray(start, start + packed);
  if (method !== STORED && method !== DEFLATED) return null;
  try {
    const whole = method === STORED ? data : inflateRawSync(data, { maxOutputLength: Math.max(unpacked, 1) });
    return whole.length === unpacked && crc32(whole) === crc ? whole : null;
  } catch {
    return null;
  }
}
