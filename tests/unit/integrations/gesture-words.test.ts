import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutWords } from '../../../src/integrations/gesture-words.ts';

const CODE = readFileSync('node_modules/leaflet-gesture-handling/dist/leaflet-gesture-handling.min.js', 'utf8');

test('the package as it is installed loses its words and nothing else', () => {
  const rest = withoutWords(CODE);
  expect(rest.length).toBeLessThan(CODE.length / 2);
  expect(rest).not.toMatch(/scrollMac:"/);
  expect(rest).toContain('gestureHandlingOptions:{text:{}');
  expect(() => new Function(rest)).not.toThrow();
});

test('one that has them elsewhere is said to have changed', () => {
  expect(() => withoutWords('L.Map.mergeOptions({})')).toThrow('not where they were');
});
