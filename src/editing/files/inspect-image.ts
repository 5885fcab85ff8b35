import { readFileSync } from 'node:fs';
import type { Fault } from '../../lib/manuscript/problem.ts';
import { type ImageHeader, isComplete, readImageHeader } from './image-header.ts';

/** What a picture may have at most. In all: some formats are decoded as a whole, at up to eight bytes a pixel. */
interface Bounds {
  bytes: number;
  side: number;
  pixels: number;
}
const OF_PICTURES: Bounds = { bytes: 8 * 2 ** 20, side: 10_000, pixels: 50_000_000 };
/** A page of a newspaper at 400 dots an inch, which is cut into tiles. */
const OF_SCANS: Bounds = { bytes: 64 * 2 ** 20, side: 20_000, pixels: 200_000_000 };
const LOOKS_LIKE_IMAGE = /\.(?:jpe?g|png|webp|gif|svg|heic|heif|avif|bmp|tiff?|ico|jxl|psd|raw)$/i;
const ALLOWED = /\.(?:jpe?g|png|webp)$/;
const SIGNATURES = new Map<string, (head: Buffer) => boolean>([
  ['jpg', (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['png', (head) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
  ['webp', (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'],
]);

export const isImage = (path: string): boolean => LOOKS_LIKE_IMAGE.test(path);

/** What cameras, scanners and telephones save that no browser or not every one shows, and the way out of each. */
const OTHERS: readonly [RegExp, string, string][] = [
  [
    /\.hei[cf]$/i,
    'HEIC 是苹果手机的格式，多数浏览器打不开',
    '用看图软件另存为 JPEG；手机上“设置—相机—格式”选“兼容性最佳”，以后拍的就是 JPEG',
  ],
  [/\.avif$/i, 'AVIF 不作原件收：已经压得太狠，也有打不开的浏览器', '用看图软件另存为 JPEG，最好从更早的原片另存'],
  [/\.tiff?$/i, 'TIFF 是扫描仪的格式，浏览器打不开', '用看图软件另存为 JPEG，品质选 90 以上；原件自己留好'],
];

/**
 * Why a picture cannot be taken, or null. Nothing is decoded before its first bytes say what it is.
 * @param isScan whether a story shows it as a scanned page, which may be larger
 */
export async function faultOfImage(file: string, bytes: number, isScan = false): Promise<Fault | null> {
  const bounds = isScan ? OF_SCANS : OF_PICTURES;
  const name = file.replace(/^.*[\\/]/, '');
  if (!ALLOWED.test(name)) {
    const [, why = '', cure = '另存为 JPEG（照片）或 PNG（图表），扩展名小写'] =
      OTHERS.find(([ending]) => ending.test(name)) ?? [];
    return { rule: 'image-format', message: `图片“${name}”的格式不收${why && `：${why}`}`, cure };
  }
  if (bytes > bounds.bytes) {
    const cure = isScan
      ? '扫描时选 300 dpi，或另存为品质 85 的 JPEG'
      : '缩小到长边 2400 像素再放进来；整版报纸的扫描，在文章的 media 里写 kind: scan';
    return {
      rule: 'image-size',
      message: `图片有 ${(bytes / 2 ** 20).toFixed(1)} MB，超过 ${bounds.bytes / 2 ** 20} MB`,
      cure,
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
  const large = faultOfSize(header, bounds);
  if (large) return large;
  if (!isComplete(type, content))
    return { ...unreadable, message: `图片“${name}”只有前面一部分，没有下载完或没有拷完` };
  return (await canOpen(content)) ? null : unreadable;
}

function faultOfSize({ width, height }: ImageHeader, { side, pixels }: Bounds): Fault | null {
  const cure = `缩小到长边 ${side === OF_PICTURES.side ? 2400 : 12_000} 像素再放进来`;
  if (Math.max(width, height) > side)
    return { rule: 'image-size', message: `图片是 ${width}×${height} 像素，长边超过 ${side}`, cure };
  if (width * height > pixels)
    return { rule: 'image-size', message: `图片是 ${width}×${height} 像素，超过 ${pixels / 10_000} 万`, cure };
  return null;
}

/** The library that the build uses opens it; loaded only where there are pictures. */
async function canOpen(content: Buffer): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  try {
    const { width, height } = await sharp(content, { limitInputPixels: OF_SCANS.pixels }).metadata();
    return width > 0 && height > 0;
  } catch {
    return false;
  }
}
