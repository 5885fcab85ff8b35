import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findContextFaults } from '../../../src/editing/files/context-file.ts';

const seat = (name: string, point: unknown, kind = 'seat') =>
  JSON.stringify({ type: 'Feature', properties: { kind, name }, geometry: { type: 'Point', coordinates: point } });

function faultsOf(...features: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'context-'));
  try {
    mkdirSync(join(folder, 'site'));
    const text = `{ "type": "FeatureCollection", "features": [\n${features.join(',\n')}\n] }`;
    writeFileSync(join(folder, 'site/context.geojson'), text);
    return findContextFaults(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const near = [seat('东城', [87.6, 43.8]), seat('西城', [86.1, 44.3])];

test('an archive without surroundings, and good ones, have no fault', () => {
  expect(findContextFaults(tmpdir())).toEqual([]);
  expect(faultsOf(...near)).toEqual([]);
});

test.each([
  ['outside the world', seat('北城', [200, 44]), /北城.*\[200, 44\] 不在地球上/],
  ['numbers exchanged', seat('北城', [44, 113]), /应作 \[113, 44\]/],
  ['an unknown kind', seat('北城', [87, 44], 'city'), /kind 是“city”/],
])('%s is told with its line', (_, feature, says) => {
  expect(faultsOf(...near, feature)).toMatchObject([{ line: 4, message: expect.stringMatching(says) }]);
});

test('numbers exchanged where both ways lie on earth are a hint', () => {
  expect(faultsOf(...near, seat('北城', [43.9, 87.3]))).toMatchObject([{ line: 4, hint: true, rule: 'context-file' }]);
});
