import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, faintPairs, printed } from '../../../src/lib/colours/contrast.ts';
import { DARK, LIGHT, palettesIn, recolour } from '../../../src/lib/colours/palette.ts';

// What axe cannot see: words drawn in SVG, the edges of controls, marks. Every pair of colours that stand on each other.
const css = readFileSync('src/styles/tokens.css', 'utf8');

test('the style sheet has the colours that are checked, the dark ones for the system too', () =>
  expect(palettesIn(css)).toEqual([LIGHT, DARK, DARK]));

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
  ['paper', printed(LIGHT)],
])('%s', (_, palette) => {
  test('words have 7:1 and shapes 3:1 on every ground', () => expect(faintPairs(palette)).toEqual([]));
});

test('what is too faint is found', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(faintPairs({ ...LIGHT, 'ink-soft': '#545b57' })).toHaveLength(3);
});

test('an archive’s own colours come in place of ours, by day and by night', () => {
  const own = recolour(css, { light: { place: '#7a1f1f' }, dark: { place: '#f0a0a0', paper: '#101010' } });
  const [light, dark, system] = palettesIn(own);
  expect(light).toEqual({ ...LIGHT, place: '#7a1f1f' });
  expect(dark).toEqual({ ...DARK, place: '#f0a0a0', paper: '#101010' });
  expect(system).toEqual(dark);
});
