import type { Size } from '../../offline/types.ts';

/** From here on saving everything is asked first: an archive of so many stories, or bytes to transfer. */
const LARGE = { stories: 2000, transfer: 20_000_000 };

export const needsAsking = ({ stories, transfer }: Size): boolean =>
  stories >= LARGE.stories || transfer >= LARGE.transfer;

/** 「690 KB」「1.4 MB」「38 MB」, rounded up. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 10_000) * 10} KB`;
  const tenths = Math.ceil(bytes / 100_000);
  return `${tenths < 100 ? tenths / 10 : Math.ceil(tenths / 10)} MB`;
}
