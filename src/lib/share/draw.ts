import type { Palette } from '../colours/palette.ts';
import { escapeHtml } from '../text/escape.ts';
import { type Artwork, type Card, type Letters, SIZE } from './card.ts';
import { breakTitle, type SetLine, setLine } from './setting.ts';

const { width: WIDTH, height: HEIGHT } = SIZE;
const MARGIN = 64;
/** Pixels of the column of words, beside an artwork and without one. */
const COLUMN = { beside: 660, alone: WIDTH - 2 * MARGIN };
/** Sizes of the title in pixels, the first that fits; with how many lines it may take. */
const TITLES = [
  [104, 2],
  [92, 3],
  [80, 3],
  [70, 3],
  [62, 4],
  [54, 4],
  [46, 5],
] as const;
const LEADING = 1.24;
/** Characters that are looked at, of a text that has no room anyway. */
const MOST = 100;
/** Of a line's height, above its foot. */
const BASELINE = 0.98;
/** What is in the picture but the title: from top to bottom, in pixels. */
const NAME = { size: 36, y: 96, rule: 110 };
const KICKER = { size: 30, gap: 22 };
const NUMBERS = [
  [48, 1],
  [40, 1],
  [34, 2],
] as const;
const LINES = [
  [38, 1],
  [34, 2],
  [30, 3],
] as const;
const GAP_ABOVE_LINE = 22;
/** The room for kicker, title and line. */
const ROOM = { top: 158, bottom: HEIGHT - 52 };
const BOLD = 700;
const SEMIBOLD = 600;
const MEDIUM = 500;
/** Where an artwork stands that must be whole; one that bleeds goes from the column to the edges. */
const WHOLE = { x: 752, y: 150, width: WIDTH - MARGIN - 752, height: 420 };
const BLEED = { x: 590, y: 20, width: 700, height: 650 };

/** Why a card cannot be drawn as it is: characters that no face has. */
export class MissingGlyph extends Error {
  readonly characters: readonly string[];
  constructor(characters: readonly string[]) {
    super(characters.join(''));
    this.characters = characters;
  }
}

/** The characters of a card that no face has. */
export function missingIn({ site, kicker, title, number, line }: Card, letters: Letters): string[] {
  const all = new Set([...`${site}${kicker}${title}${number}${line}`.normalize('NFC')].filter((c) => !/\s/u.test(c)));
  return [...all].filter((character) => !letters(character, BOLD));
}

/**
 * The picture as SVG of nothing but paths: it looks the same wherever it is drawn, whatever fonts are there.
 * @throws MissingGlyph
 */
export function drawCard(card: Card, palette: Palette, letters: Letters): string {
  const missing = missingIn(card, letters);
  if (missing.length > 0) throw new MissingGlyph(missing);
  const set = (text: string, weight: number) => setLine(text.normalize('NFC'), weight, letters) ?? EMPTY;
  const column = card.artwork ? COLUMN.beside : COLUMN.alone;
  const name = set(card.site, BOLD);
  const lettering = (text: SetLine, x: number, y: number, size: number, colour: string) =>
    text.glyphs
      .filter(({ glyph }) => glyph.d)
      .map(
        ({ glyph, x: at }) =>
          `<path fill="${colour}" transform="translate(${round(x + (at * size) / 1000)} ${round(y)}) scale(${round(size / 1000, 5)} ${-round(size / 1000, 5)})" d="${glyph.d}"/>`,
      )
      .join('');
  const [under, weight, colour] = card.number
    ? [card.number, SEMIBOLD, palette.data]
    : [card.line, MEDIUM, palette['ink-soft']];
  const sizes = card.number ? NUMBERS : LINES;
  const line = fitted(under, sizes, { width: column, height: ROOM.bottom - ROOM.top }, (text) => set(text, weight));
  const lineHeight = heightOf(line) + (under ? GAP_ABOVE_LINE : 0);
  const taken = (card.kicker ? KICKER.size + KICKER.gap : 0) + lineHeight;
  const height = ROOM.bottom - ROOM.top - taken;
  const title = fitted(card.title, TITLES, { width: column, height }, (text) => set(text, BOLD));
  let y = ROOM.top + Math.max(0, height - heightOf(title)) * 0.42;
  const words: string[] = [];
  const write = ({ size, lines }: Block, colour: string) => {
    for (const text of lines) {
      words.push(lettering(text, MARGIN, y + size * BASELINE, size, colour));
      y += size * LEADING;
    }
  };
  if (card.kicker) {
    words.push(lettering(set(card.kicker, BOLD), MARGIN, y + KICKER.size * 0.86, KICKER.size, palette.place));
    y += KICKER.size + KICKER.gap;
  }
  write(title, palette.ink);
  y += GAP_ABOVE_LINE;
  write(line, colour);
  const ruled = (name.width * NAME.size) / 1000;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.paper}"/>`,
    card.artwork ? artworkOf(card.artwork, palette) : '',
    lettering(name, MARGIN, NAME.y, NAME.size, palette.ink),
    // The rule of a masthead: thick above thin.
    ruled &&
      `<path fill="${palette.ink}" d="M${MARGIN} ${NAME.rule}h${round(ruled)}v3h${-round(ruled)}zM${MARGIN} ${NAME.rule + 5}h${round(ruled)}v1h${-round(ruled)}z"/>`,
    ...words,
    '</svg>',
  ]
    .filter(Boolean)
    .join('');
}

const EMPTY: SetLine = { glyphs: [], width: 0 };
const heightOf = ({ size, lines }: Block): number => lines.length * size * LEADING;
const round = (number: number, digits = 2): number => Number(number.toFixed(digits));

/** Lines of one size. */
interface Block {
  size: number;
  lines: SetLine[];
}

/** A text in the largest size that has room for it; one that has none is cut short. */
function fitted(
  text: string,
  sizes: readonly (readonly [size: number, lines: number])[],
  room: { width: number; height: number },
  set: (text: string) => SetLine,
): Block {
  const characters = [...text];
  for (let kept = characters.slice(0, MOST); kept.length > 0; kept = kept.slice(0, -1)) {
    const shown = kept.length < characters.length ? `${kept.join('').trim()}\u2026\u2026` : text;
    // Rather smaller than torn.
    for (const isClean of [true, false])
      for (const [size, most] of sizes) {
        const lines = breakTitle(shown, room.width, most, (line) => (set(line).width * size) / 1000, isClean);
        if (lines && lines.length * size * LEADING <= room.height) return { size, lines: lines.map(set) };
      }
  }
  return { size: 0, lines: [] };
}

function artworkOf({ viewBox: [left, top, width, height], shapes, bleeds }: Artwork, palette: Palette): string {
  const box = bleeds ? BLEED : WHOLE;
  const scale = Math.min(box.width / width, box.height / height);
  const x = box.x + (box.width - width * scale) / 2 - left * scale;
  const y = box.y + (box.height - height * scale) / 2 - top * scale;
  const paths = shapes.map(({ d, fill, stroke, strokeWidth }) => {
    const lines = stroke
      ? ` stroke="${palette[stroke]}" stroke-width="${strokeWidth ?? 1}" stroke-linecap="round" stroke-linejoin="round"`
      : '';
    return `<path d="${escapeHtml(d)}" fill="${fill ? palette[fill] : 'none'}"${lines}/>`;
  });
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${round(scale, 5)})">${paths.join('')}</g>`;
}
