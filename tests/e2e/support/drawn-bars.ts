import { expect, type Page } from '@playwright/test';

interface SeenBar {
  /** The words beside it. */
  text: string;
  /** Shares of the width of the drawing, from its left edge. */
  bar: { from: number; to: number };
  range: { from: number; to: number; opacity: number } | null;
  track: number | null;
  opacity: number;
}

/** Reads the plots of the page of figures. */
export const readPlots = (page: Page): Promise<{ title: string; rows: SeenBar[] }[]> =>
  page.locator('.plot').evaluateAll((plots) =>
    plots.map((plot) => ({
      title: plot.querySelector('.plot-title')?.textContent?.trim() ?? '',
      rows: [...plot.querySelectorAll('.plot-row')].map((row) => {
        const drawing = row.querySelector('.plot-drawing') as SVGElement;
        // The line at zero is a border: lengths begin beside it.
        const { left, right } = drawing.getBoundingClientRect();
        const zero = left + Number.parseFloat(getComputedStyle(drawing).borderLeftWidth);
        const read = (selector: string) => {
          const rect = drawing.querySelector(`${selector} rect, rect${selector}`);
          if (!rect) return null;
          const box = rect.getBoundingClientRect();
          const share = (x: number) => (x - zero) / (right - zero);
          const opacity = Number(getComputedStyle(rect).fillOpacity);
          return { from: share(box.left), to: share(box.right), opacity };
        };
        const bar = read('.plot-bar') ?? { from: 0, to: 0, opacity: 1 };
        return {
          text: row.querySelector('.plot-value')?.textContent?.trim() ?? '',
          bar,
          range: read('.plot-range'),
          track: read('.plot-track')?.to ?? null,
          opacity: bar.opacity,
        };
      }),
    })),
  );

/** How opaque a bar is, and the rest of a range if it stood there. */
export const opacities = (page: Page): Promise<number[]> =>
  page
    .locator('.plot-drawing .plot-bar')
    .first()
    .evaluate((bar) => {
      const opacityOf = (group: Element) => Number(getComputedStyle(group.querySelector('rect') ?? group).fillOpacity);
      const range = bar.cloneNode(true) as Element;
      range.setAttribute('class', 'plot-range');
      bar.after(range);
      const both = [opacityOf(bar), opacityOf(range)];
      range.remove();
      return both;
    });

const POWERS: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** The numbers in words such as 4.76 亿元 or 8 至 10 万户: lowest and highest. */
function rangeIn(text: string): [low: number, high: number] {
  const found = [...text.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*([百千万亿]*)(?!分)/g)].map(
    ([, digits = '', powers = '']) => ({
      number: Number(digits.replaceAll(',', '')),
      power: [...powers].reduce((power, char) => power * (POWERS[char] ?? 1), 1),
    }),
  );
  const last = found.at(-1);
  const values = found.map(({ number, power }) => number * (power === 1 ? (last?.power ?? 1) : power));
  return [values[0] ?? Number.NaN, values.at(-1) ?? Number.NaN];
}

/** Lengths are to one scale: against the whole where all are shares of one, else against the greatest. */
export function expectBars(title: string, rows: readonly SeenBar[]): void {
  const ranges = rows.map(({ text }) => rangeIn(text));
  const greatest = Math.max(...ranges.map(([, high]) => high));
  const isShare = rows.every(({ text }) => text.includes('%')) && greatest <= 100;
  const whole = isShare ? 100 : greatest;
  for (const [i, { text, bar, range, track, opacity }] of rows.entries()) {
    const [low, high] = ranges[i] ?? [0, 0];
    const where = `${title}: ${text}`;
    expect.soft(bar.from, `${where} begins at zero`).toBeCloseTo(0, 1);
    expect.soft(Math.abs(bar.to - low / whole), `${where} is as long as that`).toBeLessThan(0.01);
    if (isShare) expect.soft(track, `${where} is a share of a whole`).toBeCloseTo(1, 1);
    if (low === high) expect.soft(range, where).toBeNull();
    else {
      expect
        .soft(Math.abs((range?.from ?? 0) - bar.to), `${where}: the rest begins where the bar ends`)
        .toBeLessThan(0.01);
      expect.soft(Math.abs((range?.to ?? 0) - high / whole), `${where}: up to the higher`).toBeLessThan(0.01);
      expect.soft(range?.opacity ?? 1, `${where}: paler`).toBeLessThan(opacity);
    }
  }
}
