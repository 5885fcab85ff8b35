import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// What axe cannot see: words drawn in SVG, the edges of controls, marks. Every pair of colours that stand on each other,
// in every set of tokens.css.

/** Relative luminance, as WCAG 2 has it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const css = readFileSync('src/styles/tokens.css', 'utf8');
const setsOf = (text: string) =>
  [...text.matchAll(/\{([^{}]*--paper:[^{}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour])),
  );
const [light = {}, dark = {}, system = {}] = setsOf(css);
const print: Record<string, string> = { ...light, paper: '#ffffff', ink: '#000000' };

/** Colours of words, and the grounds that they stand on. On a mark all words are ink. */
const WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'tint', 'land', 'mark', 'place-faded']],
  ['ink-soft', ['paper', 'tint', 'land']],
  ['place', ['paper', 'tint', 'land']],
  ['data', ['paper', 'tint', 'land']],
  // On what is filled: pressed buttons, counties and the occurrence that is looked at.
  ['paper', ['ink', 'place', 'data']],
];
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['edge', ['paper', 'tint']],
  ['place', ['paper', 'land', 'place-faded']],
  ['data', ['paper', 'land', 'place-faded']],
];

const below = (set: Record<string, string>, pairs: typeof WORDS, least: number) =>
  pairs.flatMap(([colour, grounds]) =>
    grounds
      .map((ground) => ({ pair: `${colour} on ${ground}`, ratio: contrast(set[colour] ?? '', set[ground] ?? '') }))
      .filter(({ ratio }) => !(ratio >= least))
      .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`),
  );

describe.each([
  ['light', light],
  ['dark', dark],
  ['paper', print],
])('%s', (_, set) => {
  test('words have 7:1 on every ground', () => expect(below(set, WORDS, 7)).toEqual([]));
  test('edges and shapes have 3:1', () => expect(below(set, SHAPES, 3)).toEqual([]));
});

test('the dark of the system is the dark of the settings', () => expect(system).toEqual(dark));

test('what is too faint is found', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(below({ ...light, 'ink-soft': '#545b57' }, WORDS, 7)).toHaveLength(3);
});
