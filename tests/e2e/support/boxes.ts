/** What something covers on the page, in CSS pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const middle = ({ left, right, top, bottom }: Box) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

/** How far two boxes overlap, the lesser of both directions; below 0 where they are apart. */
export const overlap = (a: Box, b: Box): number =>
  Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  );

/** How far a box sticks out of another, at most; 0 or less where it is held. */
export const stickingOut = (inner: Box, outer: Box): number =>
  Math.max(outer.left - inner.left, inner.right - outer.right, outer.top - inner.top, inner.bottom - outer.bottom);

/** Pairs that overlap by more than `most` pixels, named. */
export function clashes<T extends { name: string; box: Box }>(all: readonly T[], most = 0.5): string[] {
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => overlap(a.box, b.box) > most)
      .map((b) => `${a.name} × ${b.name}`),
  );
}
