import { LIGHT, type Palette, type Token } from './palette.ts';

/** Relative luminance of `#rrggbb`, as WCAG 2 has it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2). */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

type Pairs = readonly (readonly [Token, readonly Token[]])[];

/** Colours of words, and the grounds that they stand on. On a mark all words are ink. */
const WORDS: Pairs = [
  ['ink', ['paper', 'tint', 'land', 'mark', 'place-faded']],
  ['ink-soft', ['paper', 'tint', 'land']],
  ['place', ['paper', 'tint', 'land']],
  ['data', ['paper', 'tint', 'land']],
  // On what is filled: pressed buttons, counties and the occurrence that is looked at.
  ['paper', ['ink', 'place', 'data']],
];
/** Edges of controls and shapes of drawings. */
const SHAPES: Pairs = [
  ['edge', ['paper', 'tint']],
  ['place', ['paper', 'land', 'place-faded']],
  ['data', ['paper', 'land', 'place-faded']],
];

/** What words and shapes must have at least on every ground that they stand on. */
export const LEAST = { words: 7, shapes: 3 } as const;

/** A colour that cannot be told from its ground. */
export interface Faint {
  colour: Token;
  ground: Token;
  ratio: number;
  least: number;
}

/** The pairs of a palette that are too faint. */
export function faintPairs(palette: Palette): Faint[] {
  const below = (pairs: Pairs, least: number) =>
    pairs.flatMap(([colour, grounds]) =>
      grounds
        .map((ground) => ({ colour, ground, ratio: contrast(palette[colour], palette[ground]), least }))
        .filter(({ ratio }) => !(ratio >= least)),
    );
  return [...below(WORDS, LEAST.words), ...below(SHAPES, LEAST.shapes)];
}

/** On paper the ground is white and words are black, whatever the screen has. */
export const printed = (palette: Palette = LIGHT): Palette => ({ ...palette, paper: '#ffffff', ink: '#000000' });
