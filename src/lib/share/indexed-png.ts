import { zlibSync } from 'fflate';

/** Colours that a PNG with a palette can hold. */
const MOST = 256;
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

/**
 * A PNG with a palette of what has been drawn in few colours: each of the commonest keeps itself, every other takes the
 * nearest of them. Integers and a compressor in JavaScript, so that every machine writes the same bytes.
 * @param pixels RGBA, opaque
 */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const { palette, indexOf } = paletteOf(pixels);
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0, at = 0, from = 0; y < height; y++) {
    lines[at++] = 0;
    for (let x = 0; x < width; x++, from += 4) lines[at++] = indexOf(colourAt(pixels, from));
  }
  return concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', [...word(width), ...word(height), 8, 3, 0, 0, 0]),
    chunk(
      'PLTE',
      palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
    ),
    chunk('IDAT', zlibSync(lines, { level: 9 })),
    chunk('IEND', []),
  ]);
}

const colourAt = (pixels: Uint8Array, at: number): number =>
  ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);

function paletteOf(pixels: Uint8Array) {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const common = [...counts].sort(([a, n], [b, m]) => m - n || a - b).map(([colour]) => colour);
  const palette = common.slice(0, MOST);
  const indexes = new Map(palette.map((colour, index) => [colour, index]));
  const indexOf = (colour: number): number => {
    const known = indexes.get(colour);
    if (known !== undefined) return known;
    const nearest = nearestTo(colour, palette);
    indexes.set(colour, nearest);
    return nearest;
  };
  return { palette, indexOf };
}

function nearestTo(colour: number, palette: readonly number[]): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, other] of palette.entries()) {
    const [r, g, b] = [
      (colour >> 16) - (other >> 16),
      ((colour >> 8) & 255) - ((other >> 8) & 255),
      (colour & 255) - (other & 255),
    ];
    const distance = 3 * r * r + 6 * g * g + b * b;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

const word = (number: number): number[] => [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255];

function chunk(type: string, data: ArrayLike<number>): Uint8Array {
  const body = concat([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), Uint8Array.from(data)]);
  return concat([Uint8Array.from(word(data.length)), body, Uint8Array.from(word(crc32(body)))]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** As PNG (ISO 15948) asks. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
