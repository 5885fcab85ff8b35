import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { middleOf, type Picture } from '../../../src/lib/media/published.ts';
import { levelsOf, tileAt } from '../../../src/lib/media/tiles.ts';
import { makePicture, makeTiles, TILE } from '../../../src/media/pictures.ts';

const MADE = 'tests/fixtures/media/stories/hegang';
let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'pictures-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

const folderOf = ({ path }: Picture) => join(cache, path.replace(/^.*\//, ''));
const picturesIn = (folder: string) => readdirSync(folder).filter((name) => /\.(?:webp|jpg)$/.test(name));

describe('a picture', () => {
  test.each(['码头照片 01.jpg', 'chart.png', 'tide.webp', 'sideways.jpg'])(
    '%s tells nothing but what is to be seen',
    async (name) => {
      const source = join(MADE, name);
      expect((await sharp(source).metadata()).exif).toBeDefined();
      const folder = folderOf(await makePicture(source, cache));
      for (const file of picturesIn(folder)) {
        const { exif, xmp, iptc, icc, comments } = await sharp(join(folder, file)).metadata();
        expect({ exif, xmp, iptc, icc, comments }, file).toEqual({});
        expect(readFileSync(join(folder, file)).toString('latin1'), file).not.toContain('tellingcanary');
      }
    },
  );

  test('stands upright, as large as it is', async () => {
    const picture = await makePicture(join(MADE, 'sideways.jpg'), cache);
    expect(picture).toMatchObject({ width: 800, height: 1200, large: 'large.jpg' });
    const { width, height } = await sharp(join(folderOf(picture), 'large.jpg')).metadata();
    expect([width, height]).toEqual([800, 1200]);
  });

  test('comes in widths of which the next has less than half as many pixels more', async () => {
    const picture = await makePicture(join(MADE, '码头照片 01.jpg'), cache);
    const { widths } = picture;
    for (const [i, width] of widths.slice(1).entries()) expect((width / (widths[i] ?? 0)) ** 2).toBeLessThan(1.5);
    for (const width of widths) {
      const real = await sharp(join(folderOf(picture), `${width}.webp`)).metadata();
      expect(real.width).toBe(width);
      expect((real.height ?? 0) / width).toBeCloseTo(picture.height / picture.width, 1);
    }
    expect(middleOf(picture)).toBe(`${picture.path}/685.webp`);
  });

  test('is not made larger than it is', async () => {
    const picture = await makePicture(join(MADE, 'tide.webp'), cache);
    expect(picture.widths.at(-1)).toBe(600);
    expect(picturesIn(folderOf(picture))).toHaveLength(picture.widths.length + 1);
  });

  test('smaller than all widths has its own', async () => {
    const file = join(cache, 'small.png');
    writeFileSync(
      file,
      await sharp({ create: { width: 90, height: 60, channels: 3, background: '#888' } })
        .png()
        .toBuffer(),
    );
    const picture = await makePicture(file, cache);
    expect(picture.widths).toEqual([90]);
    expect(middleOf(picture)).toBe(`${picture.path}/90.webp`);
  });

  test('keeps what is seen through, and loses the print of colours', async () => {
    const file = join(cache, 'glass.png');
    const glass = {
      create: { width: 400, height: 300, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } },
    } as const;
    writeFileSync(file, await sharp(glass).png().toBuffer());
    const picture = await makePicture(file, cache);
    expect(picture.large).toBe('large.webp');
    expect((await sharp(join(folderOf(picture), 'large.webp')).metadata()).hasAlpha).toBe(true);
    const cmyk = join(cache, 'print.jpg');
    const print = sharp({ create: { width: 400, height: 300, channels: 3, background: '#c33' } });
    writeFileSync(cmyk, await print.toColourspace('cmyk').jpeg().toBuffer());
    const printed = await makePicture(cmyk, cache);
    expect((await sharp(join(folderOf(printed), 'large.jpg')).metadata()).space).toBe('srgb');
  });

  test('made once is not made again, whatever it is called; half of one is', async () => {
    const source = join(MADE, 'tide.webp');
    const first = await makePicture(source, cache);
    const made = join(folderOf(first), '160.webp');
    const { mtimeMs } = statSync(made);
    const copy = join(cache, '另一个名字.webp');
    writeFileSync(copy, readFileSync(source));
    expect(await makePicture(copy, cache)).toEqual(first);
    expect(statSync(made).mtimeMs).toBe(mtimeMs);
    rmSync(join(folderOf(first), 'facts.json'));
    expect(await makePicture(source, cache)).toEqual(first);
    expect(existsSync(join(folderOf(first), 'facts.json'))).toBe(true);
  });
});

test.each([
  [1701, 2403],
  [1025, 513],
  [512, 512],
  [300, 2049],
  [4097, 31],
])('a page of %i × %i has the tiles that a reader of IIIF asks for, and no others', async (width, height) => {
  const file = join(cache, 'page.png');
  writeFileSync(
    file,
    await sharp({ create: { width, height, channels: 3, background: '#eee' } })
      .png()
      .toBuffer(),
  );
  const folder = join(cache, await makeTiles(file, cache), 'iiif');
  const page = { width, height, side: TILE };
  const wanted = new Map<string, string>();
  for (let halved = 0; halved <= levelsOf(page); halved++)
    for (let row = 0; row * TILE * 2 ** halved < height; row++)
      for (let column = 0; column * TILE * 2 ** halved < width; column++) {
        const tile = tileAt(page, halved, column, row);
        if (tile) wanted.set(tile.path, `${tile.width}×${tile.height}`);
      }
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('default.jpg'))
    .map((path) => relative('.', path).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('full/max/'));
  expect(there.sort()).toEqual([...wanted.keys()].sort());
  for (const [path, size] of wanted) {
    const { width: w, height: h } = await sharp(join(folder, path)).metadata();
    expect(`${w}×${h}`, path).toBe(size);
  }
});
