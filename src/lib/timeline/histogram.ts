/** How high the bar of so many is beside that of the most, in em. */
export const barHeight = (count: number, most: number): string =>
  `${Number(((4 * count) / Math.max(1, most)).toFixed(2))}em`;
