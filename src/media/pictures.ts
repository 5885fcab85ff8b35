import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import type { Picture } from '../lib/media/published.ts';
import { MEDIA } from '../lib/urls.ts';
import { nameOf, recall, remembered } from './store.ts';

/** Changes where pictures come out otherwise; then all are made anew. */
const RECIPE = 'picture 1';

/**
 * Widths in pixels, each a fifth more than the one before: whatever a screen needs, the next width has less than half as
 * many pixels more. The largest is a column of text at two pixels to one; who looks closer gets the original's size.
 */
const WIDTHS = [160, 192, 230, 276, 331, 397, 476, 571, 685, 822, 986, 1183, 1420];
const QUALITY = { page: 78, large: 86 };

/** Pixels of a tile's side. */
export const TILE = 512;

/** Pixels, above which a decoder gives up; editing/files/inspect-image.ts refuses less before it comes here. */
const MOST_PIXELS = 250_000_000;

type Facts = Omit<Picture, 'path'>;

/**
 * A picture of the content folder in all widths, upright, in sRGB, and without anything that its file says beside: camera,
 * place, names. What it was called is forgotten.
 */
export async function makePicture(file: string, cache: string): Promise<Picture> {
  const original = readFileSync(file);
  const name = nameOf(RECIPE, original);
  const facts = await remembered(cache, name, (folder) => derive(original, folder));
  return { path: `${MEDIA}/${name}`, ...facts };
}

/** The same of one that has been made before; null where it has not. */
export function knownPicture(file: string, cache: string): Picture | null {
  const name = nameOf(RECIPE, readFileSync(file));
  const facts = recall<Facts>(cache, name);
  return facts && { path: `${MEDIA}/${name}`, ...facts };
}

/** sharp is loaded only where there are pictures. */
async function opened(original: Buffer): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  // Metadata is left behind unless one asks for it.
  return sharp(original, { limitInputPixels: MOST_PIXELS }).autoOrient().toColourspace('srgb');
}

async function derive(original: Buffer, folder: string): Promise<Facts> {
  const picture = await opened(original);
  const { hasAlpha, format } = await picture.metadata();
  const large = hasAlpha ? 'large.webp' : 'large.jpg';
  const whole = hasAlpha
    ? picture.clone().webp({ quality: QUALITY.large })
    : picture.clone().jpeg({ quality: QUALITY.large, chromaSubsampling: format === 'png' ? '4:4:4' : '4:2:0' });
  const { width, height } = await whole.toFile(join(folder, large));
  const widths = WIDTHS.filter((one) => one < width);
  // Its own width, where it is not one of those and below the largest.
  if (width <= (WIDTHS.at(-1) ?? 0)) widths.push(width);
  // The original is decoded once more; all widths are made of what is as large as the largest.
  const { data, info } = await picture
    .clone()
    .resize({ width: widths.at(-1) ?? width })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { default: sharp } = await import('sharp');
  const raw = { width: info.width, height: info.height, channels: info.channels };
  await Promise.all(
    widths.map((one) =>
      sharp(data, { raw })
        .resize({ width: one })
        .webp({ quality: QUALITY.page })
        .toFile(join(folder, `${one}.webp`)),
    ),
  );
  return { width, height, widths, large, bytes: statSync(join(folder, large)).size };
}

/** The tiles of a picture. @returns the name of the folder in the cache, which holds `iiif/` */
export async function makeTiles(file: string, cache: string): Promise<string> {
  const original = readFileSync(file);
  const name = nameOf(`tiles 1 ${TILE}`, original);
  await remembered(cache, name, async (folder) => {
    const upright = await (await opened(original)).flatten({ background: '#fff' }).jpeg({ quality: 92 }).toBuffer();
    const { default: sharp } = await import('sharp');
    const whole = join(folder, 'iiif/full/max/0');
    await sharp(upright, { limitInputPixels: MOST_PIXELS })
      .jpeg({ quality: QUALITY.page + 4 })
      .tile({ size: TILE, layout: 'iiif3', id: 'https://tiles.invalid' })
      .toFile(join(folder, 'iiif'));
    rmSync(join(folder, 'iiif/vips-properties.xml'), { force: true });
    mkdirSync(whole, { recursive: true });
    writeFileSync(join(whole, 'default.jpg'), upright);
    return {};
  });
  return name;
}
