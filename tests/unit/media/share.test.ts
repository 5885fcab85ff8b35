import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIGHT } from '../../../src/lib/colours/palette.ts';
import type { Card } from '../../../src/lib/share/card.ts';
import { makeShare } from '../../../src/media/share.ts';

let cache = '';
beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), 'share-'));
});
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const card = (wanted: Partial<Card>): Card => ({
  site: '山谷档案',
  kicker: '河谷县',
  title: '羊群下山的时候',
  number: '',
  line: '一户人家的三年',
  artwork: { viewBox: [0, 0, 10, 10], shapes: [{ d: 'M0 0h10v10z', fill: 'place-faded' }] },
  ...wanted,
});
const make = (wanted: Partial<Card>, isTraditional = false, fallback?: Card) =>
  makeShare(card(wanted), LIGHT, isTraditional, cache, fallback);
const read = (file: string) => readFileSync(join(cache, file));

describe('the picture of a page for those who link to it', () => {
  test('is a PNG of 1200 by 630 with a palette, of few bytes', async () => {
    const { file } = await make({});
    const { width, height, format, isPalette } = await sharp(read(file)).metadata();
    expect({ width, height, format, isPalette }).toEqual({ width: 1200, height: 630, format: 'png', isPalette: true });
    expect(read(file).length).toBeLessThan(60_000);
  });

  // Fails on purpose where it comes out otherwise: raise RECIPE in src/media/share.ts, or old pictures are kept.
  test('has the same bytes on every machine', async () => {
    const { file } = await make({ number: '30 → 100 余只' });
    expect(createHash('sha256').update(read(file)).digest('hex')).toBe(
      'dc8cf973f0ea70b2f78e494dc6156dabd9f08fc1a594e3519b3235f23813e353',
    );
  });

  test('is drawn once', async () => {
    const { file } = await make({});
    const before = readdirSync(cache).length;
    expect((await make({})).file).toBe(file);
    expect(readdirSync(cache)).toHaveLength(before);
  });

  test.each([
    ['traditional characters', '龍巖縣誌裏的羣山', true],
    ['extension B', '𡐓村的石头', false],
    ['English', 'The captain’s log of “Endeavour”, and who kept it', false],
    ['a very long title', '这个题目很长'.repeat(40), false],
  ])('holds %s', async (_, title, isTraditional) => {
    const { file, missing } = await make({ title }, isTraditional);
    expect(missing).toEqual([]);
    expect(read(file).length).toBeLessThan(100_000);
  });

  test('says which characters no face has, and shows the land without letters', async () => {
    const bare = card({ site: '', kicker: '', title: '', line: '' });
    const { file, missing } = await make({ title: '𠮷㐂的山' }, false, bare);
    expect(missing).toEqual(['𠮷', '㐂']);
    expect(file).toBe((await makeShare(bare, LIGHT, false, cache)).file);
    expect((await make({ title: '𠮷㐂的山' })).file).toBe('');
  });
});
