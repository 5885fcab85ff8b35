/** Shades above none. */
const MOST = 3;

/**
 * From how many milestones on a county has which shade: none is a shade of its own, and those that have any are parted into
 * three as equal parts as their numbers allow. Fewer where there are fewer numbers.
 * @param counts of all counties
 * @returns the least number of each shade, from 0
 */
export function shadesFor(counts: readonly number[]): number[] {
  const sorted = counts.filter((count) => count > 0).sort((a, b) => a - b);
  const thirds = Array.from({ length: MOST }, (_, i) => sorted[Math.floor((i * sorted.length) / MOST)] ?? 0);
  const darker = thirds.slice(1).filter((least) => least > (sorted[0] ?? 0));
  return [...new Set([0, ...(sorted.length > 0 ? [1] : []), ...darker])];
}

/** The number of the shade for so many milestones. */
export const shadeOf = (count: number, shades: readonly number[]): number =>
  shades.findLastIndex((least) => count >= least);

/** The most that a shade stands for; undefined of the last. */
export const mostOf = (shade: number, shades: readonly number[]): number | undefined => {
  const next = shades[shade + 1];
  return next === undefined ? undefined : next - 1;
};
