import { readFileSync } from 'node:fs';
import type { Fault } from '../../lib/manuscript/problem.ts';
import { type ImageHeader, readImageHeader } from './image-header.ts';

const MOST_BYTES = 8 * 2 ** 20;
const MOST_PIXELS = 10_000;
/** In all: some formats are decoded as a whole, at up to eight bytes a pixel. */
const MOST_IN_ALL = 50_000_000;
const LOOKS_LIKE_IMAGE = /\.(?:jpe?g|png|webp|gif|svg|heic|heif|avif|bmp|tiff?|ico|jxl|psd|raw)$/i;
const ALLOWED = /\.(?:jpe?g|png|webp)$/;
const SIGNATURES = new Map<string, (head: Buffer) => boolean>([
  ['jpg', (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['png', (head) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
  ['webp', (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'],
]);

export const isImage = (path: string): boolean => LOOKS_LIKE_IMAGE.test(path);

/** Why a picture cannot be taken, or null. Nothing is decoded before its first bytes say what it is. */
export async function faultOfImage(file: string, bytes: number): Promise<Fault | null> {
  const name = file.replace(/^.*[\\/]/, '');
  if (!ALLOWED.test(name))
    return {
      rule: 'image-format',
      message: `图片“${name}”的格式不收`,
      cure: '另存为 JPEG（照片）或 PNG（图表），扩展名小写',
    };
  if (bytes > MOST_BYTES) {
    return {
      rule: 'image-size',
      message: `图片有 ${(bytes / 2 ** 20).toFixed(1)} MB，超过 ${MOST_BYTES / 2 ** 20} MB`,
      cure: '缩小到长边 2400 像素再放进来',
    };
  }
  const type = name.replace(/^.*\./, '').replace('jpeg', 'jpg');
  const content = readFileSync(file);
  if (!SIGNATURES.get(type)?.(content))
    return {
      rule: 'image-format',
      message: `“${name}”的内容不是它的扩展名所说的格式`,
      cure: '用看图软件打开，另存为 JPEG',
    };
  const unreadable: Fault = {
    rule: 'image-unreadable',
    message: `图片“${name}”打不开，可能损坏或没有下载完`,
    cure: '换一份完好的',
  };
  const header = readImageHeader(type, content);
  if (!header) return unreadable;
  return faultOfSize(header) ?? ((await canOpen(content)) ? null : unreadable);
}

function faultOfSize({ width, height }: ImageHeader): Fault | null {
  const cure = '缩小到长边 2400 像素再放进来';
  if (Math.max(width, height) > MOST_PIXELS)
    return { rule: 'image-size', message: `图片是 ${width}×${height} 像素，长边超过 ${MOST_PIXELS}`, cure };
  if (width * height > MOST_IN_ALL)
    return { rule: 'image-size', message: `图片是 ${width}×${height} 像素，超过 ${MOST_IN_ALL / 10_000} 万`, cure };
  return null;
}

/** The library that the build uses opens it; loaded only where there are pictures. */
async function canOpen(content: Buffer): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  try {
    const { width, height } = await sharp(content).metadata();
    return width > 0 && height > 0;
  } catch {
    return false;
  }
}
