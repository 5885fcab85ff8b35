import { asciiAt, viewOf } from './bytes.ts';

// ISO base media file format (ISO/IEC 14496-12), as far as needed to say what a file is and to empty what it tells
// beside picture and sound. Boxes keep their places and lengths, so that no table of positions has to be written anew.

interface Box {
  type: string;
  /** Where the box begins, where what it holds begins, and where it ends. */
  start: number;
  body: number;
  end: number;
}

export interface Track {
  /** `vide`, `soun`, or of something else: `text`, `meta`, `tmcd` … */
  handler: string;
  /** Four letters of how it is encoded: `avc1`, `mp4a`. */
  codec: string;
  /** As it is shown, turned where the file says so; 0 for sound. */
  width: number;
  height: number;
}

export interface Mp4 {
  /** The file without dates, places, names, titles, comments and unknown remarks. */
  bytes: Uint8Array;
  seconds: number;
  tracks: Track[];
}

/** Boxes that hold boxes, as far as anything below them is looked at. */
const HOLDERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'dinf', 'moof', 'traf', 'mvex']);
/** All that is needed to play; every other box is emptied. */
const NEEDED = new Set(
  `ftyp moov mvhd trak tkhd edts elst mdia mdhd hdlr minf vmhd smhd nmhd sthd dinf dref stbl stsd stts ctts cslg stsc
  stsz stz2 stco co64 stss stsh sgpd sbgp sdtp subs mdat free skip wide mvex mehd trex moof mfhd traf tfhd tfdt trun
  sidx mfra tref`.match(/\w+/g),
);
const DEEPEST = 12;

function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] | null {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  for (let start = from; start < to; ) {
    if (start + 8 > to) return null;
    let size = view.getUint32(start);
    let body = start + 8;
    if (size === 1) {
      if (start + 16 > to) return null;
      size = Number(view.getBigUint64(start + 8));
      body += 8;
    }
    if (size === 0) size = to - start;
    if (size < body - start || start + size > to) return null;
    boxes.push({ type: asciiAt(bytes, start + 4, 4), start, body, end: start + size });
    start += size;
  }
  return boxes;
}

/** Reads an MP4 or M4A file. @returns null where it is damaged or another kind of file */
export function readMp4(file: Uint8Array): Mp4 | null {
  try {
    return read(Uint8Array.from(file));
  } catch {
    // The bytes end before what they promise.
    return null;
  }
}

function read(bytes: Uint8Array): Mp4 | null {
  const top = boxesIn(bytes, 0, bytes.length);
  if (top?.[0]?.type !== 'ftyp' || !top.some(({ type }) => type === 'mdat')) return null;
  const movie = top.find(({ type }) => type === 'moov');
  const inside = movie && boxesIn(bytes, movie.body, movie.end);
  const header = inside?.find(({ type }) => type === 'mvhd');
  if (!inside || !header) return null;
  const seconds = durationOf(bytes, header);
  const tracks = inside.filter(({ type }) => type === 'trak').map((box) => trackOf(bytes, box));
  empty(bytes, 0, bytes.length, 0);
  return { bytes, seconds, tracks };
}

function durationOf(bytes: Uint8Array, { body }: Box): number {
  const view = viewOf(bytes);
  const isLong = bytes[body] === 1;
  const scale = view.getUint32(body + (isLong ? 20 : 12));
  const length = isLong ? Number(view.getBigUint64(body + 24)) : view.getUint32(body + 16);
  return scale > 0 ? length / scale : 0;
}

function find(bytes: Uint8Array, box: Box, ...path: string[]): Box | null {
  let found: Box | null = box;
  for (const type of path)
    found = (found && boxesIn(bytes, found.body, found.end)?.find((b) => b.type === type)) ?? null;
  return found;
}

function trackOf(bytes: Uint8Array, box: Box): Track {
  const view = viewOf(bytes);
  const handlerBox = find(bytes, box, 'mdia', 'hdlr');
  const codecs = find(bytes, box, 'mdia', 'minf', 'stbl', 'stsd');
  const header = find(bytes, box, 'tkhd');
  let [width, height] = [0, 0];
  if (header) {
    const matrix = header.body + (bytes[header.body] === 1 ? 52 : 40);
    const [w, h] = [view.getUint32(matrix + 36) / 65_536, view.getUint32(matrix + 40) / 65_536];
    // A quarter turn: the first number of the matrix is nothing, the second is one or minus one.
    const isTurned = view.getInt32(matrix) === 0 && view.getInt32(matrix + 4) !== 0;
    [width, height] = isTurned ? [h, w] : [w, h];
  }
  return {
    handler: handlerBox ? asciiAt(bytes, handlerBox.body + 8, 4) : '',
    codec: codecs ? asciiAt(bytes, codecs.body + 12, 4) : '',
    width: Math.round(width),
    height: Math.round(height),
  };
}

/** Empties, where they stand, all boxes that playing does not need, and dates and names in those that it does. */
function empty(bytes: Uint8Array, from: number, to: number, depth: number): void {
  if (depth > DEEPEST) return;
  for (const { type, start, body, end } of boxesIn(bytes, from, to) ?? []) {
    if (!NEEDED.has(type) || type === 'free' || type === 'skip' || type === 'wide') {
      bytes.set([0x66, 0x72, 0x65, 0x65], start + 4); // `free`
      bytes.fill(0, body, end);
    } else if (HOLDERS.has(type)) empty(bytes, body, end, depth + 1);
    else if (type === 'mvhd' || type === 'tkhd' || type === 'mdhd')
      bytes.fill(0, body + 4, body + (bytes[body] === 1 ? 20 : 12)); // When it was made and changed.
    else if (type === 'hdlr') bytes.fill(0, body + 24, end); // What a program or a person called the track.
  }
}
