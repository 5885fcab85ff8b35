import { expect, test } from 'vitest';
import { bagInfo, bagSize, manifests, payloadOxum } from '../../../../src/lib/keeping/bag.ts';

const file = (path: string, bytes: number) => ({ path, bytes, digests: { sha256: `2${path}`, sha512: `5${path}` } });
const FILES = [file('data/b', 5), file('data/a', 7)];

test('a payload is told by octets and streams', () => {
  expect(payloadOxum(FILES)).toBe('12.2');
  expect(payloadOxum([])).toBe('0.0');
});

test('manifests are sorted by path, one for each digest', () => {
  expect(manifests(FILES)).toEqual([
    ['manifest-sha256.txt', '2data/a  data/a\n2data/b  data/b\n'],
    ['manifest-sha512.txt', '5data/a  data/a\n5data/b  data/b\n'],
  ]);
  expect(manifests(FILES, 'tag').map(([name]) => name)).toEqual(['tagmanifest-sha256.txt', 'tagmanifest-sha512.txt']);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [12_883_051, '12.9 MB'],
  [3_000_000_000, '3.0 GB'],
])('%d bytes are %s', (bytes, size) => expect(bagSize(bytes)).toBe(size));

test('what nobody knows is left out, and no value ends its line', () => {
  expect(
    bagInfo([
      ['Source-Organization', '县\n 志 '],
      ['Contact-Email', null],
      ['External-Identifier', ''],
    ]),
  ).toBe('Source-Organization: 县 志\n');
});
