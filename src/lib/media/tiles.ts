/** A page in tiles, as IIIF's Image API 3.0 names them at level 0. */
export interface TiledPage {
  /** Pixels. */
  width: number;
  height: number;
  /** Pixels of a tile's side. */
  side: number;
}

/** How many times a page is halved until one tile holds it. */
export const levelsOf = ({ width, height, side }: TiledPage): number =>
  Math.max(0, Math.ceil(Math.log2(Math.max(width, height) / side)));

export interface Tile {
  /** Relative to the folder of `info.json`. */
  path: string;
  /** Pixels of the tile itself. */
  width: number;
  height: number;
}

/**
 * The tile in a column and a row, of the page halved so many times.
 * @returns null where the page does not reach
 */
export function tileAt(page: TiledPage, halved: number, column: number, row: number): Tile | null {
  const scale = 2 ** halved;
  const span = page.side * scale;
  const [x, y] = [column * span, row * span];
  if (x < 0 || y < 0 || x >= page.width || y >= page.height) return null;
  const [w, h] = [Math.min(span, page.width - x), Math.min(span, page.height - y)];
  const [width, height] = [Math.ceil(w / scale), Math.ceil(h / scale)];
  const region = w === page.width && h === page.height ? 'full' : `${x},${y},${w},${h}`;
  return { path: `${region}/${width},${height}/0/default.jpg`, width, height };
}

/** What `info.json` says of a page: where it is, and which sizes of it are there. */
export function imageInfo(address: string, page: TiledPage): Record<string, unknown> {
  const { width, height, side } = page;
  const scaleFactors = Array.from({ length: levelsOf(page) + 1 }, (_, level) => 2 ** level);
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id: address,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level0',
    width,
    height,
    sizes: [{ width, height }],
    tiles: [{ width: side, scaleFactors }],
  };
}
