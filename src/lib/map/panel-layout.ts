/** What a panel needs: its counties with a little air, in units. */
export interface Size {
  width: number;
  height: number;
}

/** The room that a panel gets. */
export interface Slot extends Size {
  /** Units of its width that are seen on a wide sheet; the rest is cut off, as much on either side. */
  wide: number;
  /** Units of its width that are seen on any sheet. */
  safe: number;
  /** The part of a narrow sheet's width that it fills. */
  narrow: 'full' | 'half';
}

/** Hundredths of the narrow sheet. */
export const SHEET = {
  narrow: 100,
  /** Two panels beside each other on a narrow sheet. */
  half: 49,
  wide: 176,
  gap: 2,
  /** The smallest panel. */
  least: { width: 36, height: 36 },
};

interface Row {
  items: number[];
  left: number;
}

/** Fills rows of a width in order. */
function rowsOf(widths: readonly number[], order: readonly number[], room: number): Row[] {
  const rows: Row[] = [];
  for (const i of order) {
    const width = widths[i] ?? 0;
    const last = rows.at(-1);
    if (last && last.left >= width + SHEET.gap) {
      last.items.push(i);
      last.left -= width + SHEET.gap;
    } else rows.push({ items: [i], left: Math.max(0, room - width) });
  }
  return rows;
}

/**
 * Finds room for panels at one scale: on a narrow sheet one under the other, small ones in pairs; on a wide one the first at
 * the left and the next beside it, in rows that are filled to their end, so that edges are straight.
 * @param sizes the largest first; units, `unit` of which are a hundredth of the narrow sheet
 */
export function layOut(sizes: readonly Size[], unit: number): Slot[] {
  const needs = sizes.map(({ width, height }) => ({
    width: Math.max(SHEET.least.width, Math.min(SHEET.narrow, Math.ceil(width / unit))),
    height: Math.max(SHEET.least.height, Math.ceil(height / unit)),
  }));
  const narrow = halvesOf(needs.map(({ width }) => width));
  const { wide, heights } = wideOf(needs);
  return needs.map((_, i) => {
    const part = narrow[i] ?? 'full';
    const full = part === 'half' ? SHEET.half : SHEET.narrow;
    return {
      width: Math.max(full, wide[i] ?? full) * unit,
      height: (heights[i] ?? SHEET.least.height) * unit,
      wide: (wide[i] ?? full) * unit,
      safe: Math.min(full, wide[i] ?? full) * unit,
      narrow: part,
    };
  });
}

/** Small panels in pairs that follow one another; one that is left over has the whole width. */
function halvesOf(widths: readonly number[]): Slot['narrow'][] {
  const parts = widths.map((width): Slot['narrow'] => (width <= SHEET.half ? 'half' : 'full'));
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] !== 'half') continue;
    if (parts[i + 1] === 'half') i++;
    else parts[i] = 'full';
  }
  return parts;
}

/** Widths and heights on the wide sheet: rows beside the first panel, as high together as it is, and then whole rows. */
function wideOf(needs: readonly Size[]) {
  const wide = needs.map(({ width }) => width);
  const heights = needs.map(({ height }) => height);
  const [first] = needs;
  if (!first || needs.length === 1) return { wide, heights };
  const beside = SHEET.wide - SHEET.gap - first.width;
  const others = needs.map((_, i) => i).slice(1);
  let high = 0;
  const rows = rowsOf(wide, others, beside);
  const near = rows.filter((row) => {
    const height = Math.max(...row.items.map((i) => heights[i] ?? 0));
    const fits = high + height <= first.height * 1.25 && row.items.every((i) => (wide[i] ?? 0) <= beside);
    high = fits ? high + height : Number.POSITIVE_INFINITY;
    return fits;
  });
  const below = rowsOf(wide, others.slice(near.flatMap(({ items }) => items).length), SHEET.wide);
  for (const row of [...near, ...below]) {
    const height = Math.max(...row.items.map((i) => heights[i] ?? 0));
    // A last row of its own need not be filled: its panels would be mostly empty.
    const part = row === below.at(-1) && row.left > SHEET.wide / 4 ? 0 : Math.floor(row.left / row.items.length);
    for (const i of row.items) {
      wide[i] = (wide[i] ?? 0) + part;
      heights[i] = height;
    }
  }
  return { wide, heights };
}
