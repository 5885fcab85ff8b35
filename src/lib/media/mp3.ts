import { asciiAt, concat } from './bytes.ts';

/** An MPEG audio file: what of it is sound, and how long that is. */
export interface Mp3 {
  /** Without tags at either end: titles, names, comments, pictures, addresses. */
  sound: Uint8Array;
  seconds: number;
}

const RATES: Readonly<Record<number, readonly number[]>> = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8000],
};
const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

interface Frame {
  length: number;
  seconds: number;
}

/** The frame of layer III that begins at a place; null where none does. */
function frameAt(bytes: Uint8Array, at: number): Frame | null {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
  if (a !== 0xff || (b & 0xe0) !== 0xe0 || ((b >> 1) & 3) !== 1) return null;
  const version = (b >> 3) & 3;
  const bitrate = (version === 3 ? BITRATES_1 : BITRATES_2)[c >> 4];
  const rate = RATES[version]?.[(c >> 2) & 3];
  if (!bitrate || !rate) return null;
  const samples = version === 3 ? 1152 : 576;
  return { length: Math.floor((samples / 8) * 1000 * (bitrate / rate)) + ((c >> 1) & 1), seconds: samples / rate };
}

/** Bytes that tags take at a place: ID3v2, ID3v1 with its extension, APE, Lyrics3; 0 where sound begins. */
function tagAt(bytes: Uint8Array, at: number): number {
  if (asciiAt(bytes, at, 3) === 'ID3') {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 6, at + 10);
    const footer = ((bytes[at + 5] ?? 0) & 0x10) !== 0 ? 10 : 0;
    return 10 + ((a << 21) | (b << 14) | (c << 7) | d) + footer;
  }
  if (asciiAt(bytes, at, 4) === 'TAG+') return 227;
  return asciiAt(bytes, at, 3) === 'TAG' ? 128 : 0;
}

/**
 * Keeps the frames of sound and nothing else, so that no tag of whatever kind is left, wherever it stands.
 * @returns null where the file holds no sound that can be read
 */
export function readMp3(bytes: Uint8Array): Mp3 | null {
  const kept: Uint8Array[] = [];
  let seconds = 0;
  let at = 0;
  while (at < bytes.length) {
    const tag = tagAt(bytes, at);
    const frame = tag > 0 ? null : frameAt(bytes, at);
    if (frame && at + frame.length <= bytes.length) {
      kept.push(bytes.subarray(at, at + frame.length));
      seconds += frame.seconds;
    }
    // Behind what is neither tag nor frame the next frame may begin at any byte.
    at += tag || frame?.length || 1;
  }
  return kept.length > 2 ? { sound: concat(kept), seconds } : null;
}
