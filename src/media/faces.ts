import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import type { Glyph, Letters } from '../lib/share/card.ts';

/**
 * The faces that pictures of the site are lettered in, as packages bring them: in slices, each for some ranges of
 * characters, with all weights. The second has what the first lacks, some of it in extension B.
 */
const PACKAGES = ['@fontsource-variable/noto-serif-sc', '@fontsource-variable/noto-serif-hk'] as const;

/** Changes where glyphs come out otherwise. */
export const FACES = PACKAGES.map((name) => `${name} ${(read(name, 'package.json') as { version: string }).version}`);

interface Slice {
  file: string;
  ranges: [first: number, last: number][];
}

/** Packages lie where npm has put them: what Vite makes of this module lies elsewhere. */
function fileOf(name: string, path: string): string {
  return join('node_modules', name, path);
}
function read(name: string, path: string): unknown {
  return JSON.parse(readFileSync(fileOf(name, path), 'utf8'));
}

function slicesOf(name: string): Slice[] {
  const short = name.replace(/^.*\//, '');
  return Object.entries(read(name, 'unicode.json') as Record<string, string>).map(([key, ranges]) => ({
    file: fileOf(name, `files/${short}-${key.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: ranges.split(',').map((range) => {
      const [first = '', last = first] = range.replace('U+', '').split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    }),
  }));
}

/**
 * Opens the faces for the characters of some texts.
 * @param isTraditional whether the face of traditional forms comes first
 */
export async function openFaces(texts: string, isTraditional: boolean): Promise<Letters> {
  const names = isTraditional ? PACKAGES.toReversed() : PACKAGES;
  const slices = names.flatMap(slicesOf);
  const found = new Map<string, Font>();
  for (const character of new Set(texts)) {
    const point = character.codePointAt(0) ?? 0;
    for (const slice of slices.filter(({ ranges }) =>
      ranges.some(([first, last]) => point >= first && point <= last),
    )) {
      const font = await opened(slice.file);
      if (!font.hasGlyphForCodePoint(point)) continue;
      found.set(character, font);
      break;
    }
  }
  // Widths are asked for many times over.
  const glyphs = new Map<string, Glyph>();
  return (character, weight) => {
    const font = found.get(character);
    if (!font) return null;
    const key = `${weight}${character}`;
    const glyph = glyphs.get(key) ?? glyphOf(font, character, weight);
    glyphs.set(key, glyph);
    return glyph;
  };
}

const fonts = new Map<string, Promise<Font>>();
function opened(file: string): Promise<Font> {
  const font = fonts.get(file) ?? open(file);
  fonts.set(file, font);
  return font;
}

/** Unpacked first: fontkitten knows no weights of a packed one. */
async function open(file: string): Promise<Font> {
  const { default: woff2 } = await import('wawoff2');
  // A copy at once: the next is unpacked into the same memory.
  const bytes = Buffer.from(await woff2.decompress(readFileSync(file)));
  const font = create(bytes);
  if (font.isCollection) throw new Error(`${file} holds several fonts`);
  return font;
}

const weights = new Map<Font, Map<number, Font>>();
function weightOf(font: Font, weight: number): Font {
  const known = weights.get(font) ?? new Map<number, Font>();
  const made = known.get(weight) ?? font.getVariation({ wght: weight });
  known.set(weight, made);
  weights.set(font, known);
  return made;
}

function glyphOf(font: Font, character: string, weight: number): Glyph {
  const { path, advanceWidth } = weightOf(font, weight).glyphForCodePoint(character.codePointAt(0) ?? 0);
  const { minX, maxX } = path.cbox;
  const hasInk = path.commands.length > 0;
  const d = path.commands
    .map(({ command, args }) => `${COMMANDS[command]}${args.map((number) => Number(number.toFixed(1))).join(' ')}`)
    .join('');
  return { d, advance: advanceWidth, left: hasInk ? minX : 0, right: hasInk ? maxX : 0 };
}

const COMMANDS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;
