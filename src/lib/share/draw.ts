import type { Palette } from '../colours/palette.ts';
import { escapeHtml } from '../text/escape.ts';
import { type Card, EVIDENCE, type Evidence, type Land, type Letters, SIZE } from './card.ts';
import { breakTitle, type SetLine, setLine } from './setting.ts';

const { width: WIDTH, height: HEIGHT } = SIZE;
const MARGIN = 64;
/** Pixels of the column of words, beside an artwork and without one. */
const COLUMN = { land: 660, evidence: 540, alone: WIDTH - 2 * MARGIN };
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
/** Of the largest size, down to which a text rather shrinks than breaks within a clause. */
const SHRUNK = 0.65;
/** Characters that are looked at, of a text that has no room anyway. */
const MOST = 100;
/** Of a line's height, above its foot. */
const BASELINE = 0.98;
/** What is in the picture but the title: from top to bottom, in pixels. */
const NAME = { size: 36, y: 96, rule: 110 };
const KICKER = {
  size: 30,
  gap: 22,
  sizes: [
    [30, 1],
    [26, 1],
  ],
} as const;
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
/** Where land lies: it may run over the edges. */
const LAND = { x: 590, y: 20, width: 700, height: 650 };
/** Where a drawing of evidence stands with its heading, as a picture hung on a wall. */
const PANEL = { x: WIDTH - MARGIN - EVIDENCE.width - 28, y: 64, width: EVIDENCE.width + 56, height: HEIGHT - 128 };
const INSET = 28;
const HEADING = {
  gap: 20,
  sizes: [
    [29, 1],
    [25, 2],
  ],
} as const;

/** Why a card cannot be drawn as it is: characters that no face has. */
export class MissingGlyph extends Error {
  readonly characters: readonly string[];
  constructor(characters: readonly string[]) {
    super(characters.join(''));
    this.characters = characters;
  }
}

const TEXT =
  /<text x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)" text-anchor="(\w+)" fill="([^"]+)"( font-weight="700")?>([^<]*)<\/text>/g;
const plain = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '').normalize('NFC');
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** All that is written on a card, in one. */
export function wordsOf({ site, kicker, title, number, line, artwork }: Card): string {
  const drawn =
    artwork && 'svg' in artwork
      ? [artwork.heading, ...Array.from(artwork.svg.matchAll(TEXT), (all) => plain(all[7] ?? ''))]
      : [];
  return [site, kicker, title, number, line, '\u2026', ...drawn].join('').normalize('NFC');
}

/** The characters of a card that no face has. */
export const missingIn = (card: Card, letters: Letters): string[] =>
  [...new Set(wordsOf(card))].filter((character) => !/\s/u.test(character) && !letters(character, BOLD));

/**
 * The picture as SVG of nothing but paths: it looks the same wherever it is drawn, whatever fonts are there.
 * @throws MissingGlyph
 */
export function drawCard(card: Card, palette: Palette, letters: Letters): string {
  const missing = missingIn(card, letters);
  if (missing.length > 0) throw new MissingGlyph(missing);
  const set = (text: string, weight: number) => setLine(text.normalize('NFC'), weight, letters) ?? EMPTY;
  const { artwork } = card;
  const column = COLUMN[!artwork ? 'alone' : 'svg' in artwork ? 'evidence' : 'land'];
  const name = set(card.site, BOLD);
  const lettering = (text: SetLine, x: number, y: number, size: number, colour: string) =>
    text.glyphs
      .filter(({ glyph }) => glyph.d)
      .map(
        ({ glyph, x: at }) =>
          `<path fill="${colour}" transform="translate(${round(x + (at * size) / 1000)} ${round(y)}) scale(${round(size / 1000, 5)} ${-round(size / 1000, 5)})" d="${glyph.d}"/>`,
      )
      .join('');
  /** The drawing on its ground, all words of it lettered. */
  const evidenceOf = ({ heading, svg, width, height }: Evidence): string => {
    const title = fitted(heading, HEADING.sizes, { width: EVIDENCE.width, height: HEIGHT }, (text) => set(text, BOLD));
    const above = heightOf(title) + HEADING.gap;
    const scale = Math.min(EVIDENCE.width / width, (PANEL.height - 2 * INSET - above) / height);
    const panel = { ...PANEL, height: above + height * scale + 2 * INSET };
    const top = (HEIGHT - panel.height) / 2;
    const left = panel.x + INSET + (EVIDENCE.width - width * scale) / 2;
    const inner = svg.replace(/^<svg[^>]*>|<\/svg>$/g, '').replace(TEXT, (...found: string[]) => {
      const [, x, y, size, anchor, fill, bold, words] = found;
      const text = set(plain(words ?? ''), bold ? BOLD : MEDIUM);
      const back = anchor === 'end' ? 1 : anchor === 'middle' ? 0.5 : 0;
      return lettering(
        text,
        Number(x) - (back * text.width * Number(size)) / 1000,
        Number(y),
        Number(size),
        fill ?? '',
      );
    });
    return [
      `<rect x="${panel.x}" y="${round(top)}" width="${panel.width}" height="${round(panel.height)}" fill="${palette.land}"/>`,
      ...title.lines.map((text, i) =>
        lettering(text, panel.x + INSET, top + INSET + title.size * (i * LEADING + 0.9), title.size, palette.ink),
      ),
      `<g transform="translate(${round(left)} ${round(top + INSET + above)}) scale(${round(scale, 5)})">${inner}</g>`,
    ].join('');
  };
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
    const kicker = fitted(card.kicker, KICKER.sizes, { width: column, height: HEIGHT }, (text) => set(text, BOLD));
    for (const text of kicker.lines)
      words.push(lettering(text, MARGIN, y + KICKER.size * 0.86, kicker.size, palette.place));
    y += KICKER.size + KICKER.gap;
  }
  write(title, palette.ink);
  y += GAP_ABOVE_LINE;
  write(line, colour);
  const ruled = (name.width * NAME.size) / 1000;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.paper}"/>`,
    artwork && ('svg' in artwork ? evidenceOf(artwork) : landOf(artwork, palette)),
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
    // Rather a little smaller than torn.
    for (const isClean of [true, false])
      for (const [size, most] of sizes.filter(([size]) => !isClean || size >= SHRUNK * (sizes[0]?.[0] ?? 0))) {
        const lines = breakTitle(shown, room.width, most, (line) => (set(line).width * size) / 1000, isClean);
        if (lines && lines.length * size * LEADING <= room.height) return { size, lines: lines.map(set) };
      }
  }
  return { size: 0, lines: [] };
}

function landOf({ viewBox: [left, top, width, height], shapes }: Land, palette: Palette): string {
  const scale = Math.min(LAND.width / width, LAND.height / height);
  const x = LAND.x + (LAND.width - width * scale) / 2 - left * scale;
  const y = LAND.y + (LAND.height - height * scale) / 2 - top * scale;
  const paths = shapes.map(({ d, fill, stroke, strokeWidth }) => {
    const lines = stroke
      ? ` stroke="${palette[stroke]}" stroke-width="${strokeWidth ?? 1}" stroke-linecap="round" stroke-linejoin="round"`
      : '';
    return `<path d="${escapeHtml(d)}" fill="${fill ? palette[fill] : 'none'}"${lines}/>`;
  });
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${round(scale, 5)})">${paths.join('')}</g>`;
}
