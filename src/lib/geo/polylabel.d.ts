/** polylabel 2 ships no types. Source: https://github.com/mapbox/polylabel (README). */
declare module 'polylabel' {
  /**
   * The pole of inaccessibility of a polygon: the inner point farthest from its border.
   * @param polygon rings, outer first, in any unit
   * @param precision in the same unit
   */
  export default function polylabel(
    polygon: readonly (readonly (readonly [number, number])[])[],
    precision?: number,
  ): [number, number] & { distance: number };
}
