/** 「320 KB」「1.4 MB」「38 MB」, rounded up: what a file weighs, for whoever decides to fetch it. */
export function weightOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.ceil(bytes / 1000))} KB`;
  const tenths = Math.ceil(bytes / 100_000);
  return `${tenths < 100 ? tenths / 10 : Math.ceil(tenths / 10)} MB`;
}

/** Taller than that, a picture that fills the column would be higher than a window. */
const TALL = 1.25;

/**
 * What `sizes` of a picture in the text says: the width of the column, as styles/media.css sets it. Tall pictures are
 * narrower where there is room.
 */
export const columnSizes = ({ width, height }: { width: number; height: number }): string =>
  isTall({ width, height })
    ? '(min-width: 26rem) 24rem, calc(100vw - 2rem)'
    : '(min-width: 43rem) 40.5rem, calc(100vw - 2rem)';

export const isTall = ({ width, height }: { width: number; height: number }): boolean => height > TALL * width;

/** In a gallery: two beside each other, three where there is room. */
export const GALLERY_SIZES = '(min-width: 43rem) 13rem, calc(50vw - 1.25rem)';
