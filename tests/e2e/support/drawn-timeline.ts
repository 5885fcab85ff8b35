import type { Page } from '@playwright/test';
import type { Box } from './boxes.ts';

/** A milestone as it is seen on the axis. */
export interface SeenSign {
  /** Anchor of its entry in the list. */
  name: string;
  /** All of it, with the edges that fade. */
  box: Box;
  /** What of it is drawn firmly. */
  core: Box;
  shape: 'point' | 'long' | 'from' | 'until';
  /** Where it begins and ends; of what has one place, that place twice. */
  from: number;
  to: number;
}

export interface SeenLane {
  /** Id of its county. */
  county: string;
  name: string;
  /** Null where a lone lane is not named. */
  label: Box | null;
  box: Box;
  signs: SeenSign[];
}

export interface SeenTimeline {
  /** Pixels. */
  em: number;
  axis: Box;
  /** Lines across the lanes with what the axis calls them; `label` is where that stands, null where it has no room. */
  ticks: { text: string; x: number; label: Box | null }[];
  lanes: SeenLane[];
}

/** Reads a drawing from the boxes that the browser gives its parts. */
export const readTimeline = (page: Page): Promise<SeenTimeline> =>
  page.evaluate(() => {
    const boxOf = (element: Element): Box => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const around = (boxes: readonly Box[]): Box => ({
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    });
    const drawing = document.querySelector('.drawing') as HTMLElement;
    const one = (selector: string) => drawing.querySelector(selector) as SVGElement;
    const readSign = (sign: Element) => {
      const parts = [...sign.querySelectorAll('.mark :is(line, rect, circle):not(.mark-hit)')];
      const find = (selector: string) => parts.find((part) => part.matches(selector));
      const long = find('.mark-within, .mark-span, .mark-recurs');
      const box = around(parts.map(boxOf));
      const core = around(parts.filter((part) => !part.matches('.mark-tail-start, .mark-tail-end')).map(boxOf));
      const name = sign.getAttribute('href')?.slice(1) ?? '';
      if (long) return { name, box, core, shape: 'long' as const, from: boxOf(long).left, to: boxOf(long).right };
      const place = boxOf(find('.mark-day, .mark-end') as Element);
      const x = (place.left + place.right) / 2;
      const shaft = find('.mark-shaft');
      const side = shaft && boxOf(shaft).left < x - 1 ? ('until' as const) : ('from' as const);
      return { name, box, core, shape: shaft ? side : ('point' as const), from: x, to: x };
    };
    const labels = [...one('.drawing-axis').querySelectorAll('text')];
    return {
      em: Number.parseFloat(getComputedStyle(drawing).fontSize),
      axis: boxOf(one('.drawing-axis')),
      ticks: [...one('.drawing-grid').querySelectorAll('line')].map((line, i) => {
        const text = labels[i]?.textContent?.trim() ?? '';
        return { text, x: boxOf(line).left, label: text && labels[i] ? boxOf(labels[i]) : null };
      }),
      lanes: [...drawing.querySelectorAll<HTMLElement>('.lane')].map((lane) => {
        const label = lane.querySelector('.lane-name') as HTMLElement;
        return {
          county: lane.dataset.county ?? '',
          name: lane.dataset.name ?? '',
          label: label.checkVisibility() ? boxOf(label) : null,
          box: boxOf(lane.querySelector('.lane-plot') as Element),
          signs: [...lane.querySelectorAll('.lane-plot a')].map(readSign),
        };
      }),
    };
  });

/** Times that a date names, from its first day to the end of its last; null on a side that is not known. */
export interface Stretch {
  first: number | null;
  last: number | null;
  isDay: boolean;
}

/** Reads the plain ones among dates: a day, a month, a year, or from one to another. Null for the rest. */
export function readPlainDate(date: string): Stretch | null {
  const parts = date.replace(/[?~%]/g, '').split('/').map(readPart);
  const [start, end = start] = parts;
  if (start === undefined || end === undefined || (!start.days && !end.days)) return null;
  if (!start.isPlain || !end.isPlain) return null;
  return {
    first: start.days?.[0] ?? null,
    last: end.days?.[1] ?? null,
    isDay: parts.length === 1 && start.isDay,
  };
}

/** A side of a date: its first moment and the first after it, null for an open or unknown side. */
function readPart(text: string): { days: readonly [number, number] | null; isPlain: boolean; isDay: boolean } {
  if (text === '' || text === '..') return { days: null, isPlain: true, isDay: false };
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(text)?.map(Number) ?? [];
  if (year === undefined) return { days: null, isPlain: false, isDay: false };
  const at = (y: number, m = 0, d = 1) => Date.UTC(y, m, d);
  const has = (number: number | undefined): number is number => number !== undefined && !Number.isNaN(number);
  if (has(month) && has(day))
    return { days: [at(year, month - 1, day), at(year, month - 1, day + 1)], isPlain: true, isDay: true };
  if (has(month)) return { days: [at(year, month - 1), at(year, month)], isPlain: true, isDay: false };
  return { days: [at(year), at(year + 1)], isPlain: true, isDay: false };
}

/** Where a moment has to lie, reckoned from the first and the last tick that the axis names: 2019, 2019.3, 2019.3.15. */
export function placeByTicks({ ticks }: SeenTimeline): (time: number) => number {
  const named = ticks
    .filter(({ text }) => text !== '')
    .map(({ text, x }) => {
      const [, before, year = '', month = '1', day = '1'] = /^(\D*)(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text) ?? [];
      // 前 500 is the year −499.
      return {
        x,
        time: new Date(0).setUTCFullYear(before ? 1 - Number(year) : Number(year), Number(month) - 1, Number(day)),
      };
    });
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last || first === last) throw new Error('The axis names fewer than two ticks');
  return (time) => first.x + ((time - first.time) / (last.time - first.time)) * (last.x - first.x);
}
