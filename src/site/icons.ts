import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import * as archive from '#archive';
import { LIGHT } from '../lib/colours/palette.ts';
import { escapeHtml } from '../lib/text/escape.ts';
import { config } from './config.ts';

/** Side of the picture on a telephone's desktop, in pixels, as Apple asks. */
const TOUCH = 180;
/** Side of the picture in `favicon.ico`, for programs that know no other. */
const SMALL = 32;

const fileOf = (path: string): Buffer => readFileSync(join(config().contentFolder, path));

/** A tile in the archive's colour with the first character of its name; set as text, since a browser has the fonts. */
function tile(side: number): string {
  const ground = archive.colours.light.place ?? LIGHT.place;
  const ink = archive.colours.light.paper ?? LIGHT.paper;
  const [character = ''] = archive.name;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="${side}" height="${side}"><rect width="16" height="16" rx="2" fill="${ground}"/><text x="8" y="12.2" font-size="12" font-weight="700" text-anchor="middle" fill="${ink}" font-family="'Songti SC','Noto Serif CJK SC','Source Han Serif SC','Microsoft YaHei',serif">${escapeHtml(character)}</text></svg>`;
}

/** The icon of the site as SVG: the archive's own, else made from its name. */
export const iconSvg = (): string =>
  archive.icon ? fileOf(archive.icon).toString('utf8') : tile(SMALL).replace(/ width="\d+" height="\d+"/, '');

const png = (svg: string, side: number): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: (72 * side) / 16 })
    .resize(side, side)
    .png()
    .toBuffer();

/** The picture on a telephone's desktop, PNG, 180 pixels a side. */
export const touchIcon = async (): Promise<Buffer> =>
  archive.touchIcon ? fileOf(archive.touchIcon) : png(archive.icon ? iconSvg() : tile(TOUCH), TOUCH);

/** Sides of the pictures among a device's programs, in pixels, as browsers ask to install a site. */
export const SIDES = [192, 512] as const;
/** Of its side, which an icon keeps whatever shape a device cuts it to: the inner four fifths are safe. */
const SAFE = 0.62;

/** The icon on a ground of its own to its edges, PNG. */
export async function appIcon(side: number): Promise<Buffer> {
  const background = archive.icon
    ? (archive.colours.light.paper ?? LIGHT.paper)
    : (archive.colours.light.place ?? LIGHT.place);
  const inner = Math.round(side * (archive.icon ? SAFE : 1));
  const sign = await png(iconSvg(), inner);
  return sharp({ create: { width: side, height: side, channels: 3, background } })
    .composite([{ input: sign }])
    .png()
    .toBuffer();
}

/** `favicon.ico` with one PNG of 32 pixels: header, directory of one entry, picture (ICO as Windows Vista has it). */
export async function iconIco(): Promise<Buffer> {
  const picture = await png(archive.icon ? iconSvg() : tile(SMALL), SMALL);
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(SMALL, 6);
  head.writeUInt8(SMALL, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(picture.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, picture]);
}

/** The site's lettering as SVG in its page; null where the name is set as text. */
export const logoSvg = (): string | null =>
  archive.logo
    ? fileOf(archive.logo)
        .toString('utf8')
        .replace(/<\?xml[^>]*>|<!--[\s\S]*?-->/g, '')
        .replace(/>\s+</g, '><')
        .trim()
    : null;
