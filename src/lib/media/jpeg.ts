import { concat, viewOf } from './bytes.ts';

/** Markers that a decoder needs no segment of: Exif and XMP, Photoshop and IPTC, remarks, what cameras add. */
const isRemark = (marker: number): boolean => marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);

/** A JPEG as it is, pixel by pixel, without its remarks. What is no JPEG comes back as it came. */
export function withoutRemarks(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return jpeg;
  const view = viewOf(jpeg);
  const kept = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    // The pixels begin.
    if (marker === 0xda) break;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > jpeg.length) return jpeg;
    if (!isRemark(marker)) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  return concat([...kept, jpeg.subarray(at)]);
}
