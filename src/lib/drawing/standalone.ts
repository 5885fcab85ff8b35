import { escapeHtml } from '../text/escape.ts';
import { BAR_HEIGHT, BAR_WIDTH, type Bar } from './bars.ts';
import type { BarsDrawing, Drawing, PlaceDrawing, SignsDrawing, SpanDrawing } from './draw.ts';
import { GLYPHS, type SignGrid } from './signs.ts';

/** Colours and faces of a picture, all literal: nothing dresses it afterwards. */
export interface Palette {
  ink: string;
  soft: string;
  data: string;
  /** A paler tone of `data`. */
  pale: string;
  place: string;
  land: string;
  paper: string;
  /** `font-family` of all words. */
  face: string;
}

/** A picture that stands alone. */
export interface Standalone {
  svg: string;
  width: number;
  height: number;
}

/**
 * A drawing as an SVG that needs no page: literal colours, words as `<text>`, no links, ids, styles or scripts; so that it
 * can be drawn into a PNG. The heading is left to whoever places it.
 * @param width of the picture, in px; the height follows
 * @param em size of its words, in px
 * @example
 * const { drawing } = draw({ form: 'Growth', attributes: { from: 'lambs', to: 'flock' } }, evidence);
 * if (drawing && !drawing.isPrivate) picture = drawingSvg(drawing, { width: 640, em: 22, palette }).svg;
 */
export function drawingSvg(drawing: Drawing, options: { width: number; em: number; palette: Palette }): Standalone {
  const sheet = new Sheet(options);
  const drawn = { bars: drawBars, signs: drawSigns, span: drawSpan, place: drawPlace }[drawing.kind];
  (drawn as (sheet: Sheet, drawing: Drawing) => void)(sheet, drawing);
  return sheet.finish();
}

interface Words {
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
  bold?: boolean;
}

/** Paper that is written on from the top. */
class Sheet {
  readonly width: number;
  readonly em: number;
  readonly palette: Palette;
  y = 0;
  readonly #parts: string[] = [];
  constructor({ width, em, palette }: { width: number; em: number; palette: Palette }) {
    this.width = width;
    this.em = em;
    this.palette = palette;
  }
  add(markup: string): void {
    this.#parts.push(markup);
  }
  write(
    text: string,
    x: number,
    y: number,
    { size = this.em, anchor = 'start', fill, bold = false }: Words = {},
  ): void {
    const weight = bold ? ' font-weight="700"' : '';
    this.add(
      `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" text-anchor="${anchor}" fill="${fill ?? this.palette.ink}"${weight}>${escapeHtml(text)}</text>`,
    );
  }
  finish(): Standalone {
    const [width, height] = [this.width, Math.ceil(this.y)];
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeHtml(this.palette.face)}">${this.#parts.join('')}</svg>`;
    return { svg, width, height };
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** How wide words are, in em: Han and full-width signs one, all else a little more than half. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, char) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f“”‘’—…]/u.test(char) ? 1 : 0.58),
    0,
  );

/** The words that a width has room for; the last become an ellipsis. */
export function fitWords(text: string, em: number): string {
  if (widthOf(text) <= em) return text;
  let kept = [...text];
  while (kept.length > 1 && widthOf(`${kept.join('')}…`) > em) kept = kept.slice(0, -1);
  return `${kept.join('')}…`;
}

function drawBars(sheet: Sheet, { rows, total, isWhole }: BarsDrawing): void {
  const { em, width, palette } = sheet;
  const all = [...rows, ...(total ? [total, ...(total.said ? [total.said] : [])] : [])];
  const left = Math.min(0.42 * width, em * (1 + Math.max(...all.map(({ label }) => widthOf(label)))));
  const right = em * (0.8 + Math.max(...all.map(({ text }) => widthOf(text))));
  const room = width - left - right;
  const row = ({ label, text, bar }: { label: string; text: string; bar: Bar }, fill: string, bold = false) => {
    const [line, top] = [sheet.y + em * 1.15, sheet.y + em * 0.35];
    sheet.write(fitWords(label, left / em - 0.6), 0, line, { bold });
    if (isWhole)
      sheet.add(
        `<rect x="${round(left)}" y="${round(top)}" width="${round(room)}" height="${round(em)}" fill="${palette.land}"/>`,
      );
    addBar(sheet, bar, { x: left, y: top, width: room, height: em }, fill);
    sheet.write(text, width, line, { anchor: 'end', fill: palette.data, bold: true });
    sheet.y += em * 1.7;
  };
  for (const one of rows) row(one, palette.data);
  if (!total) return;
  sheet.add(
    `<path d="M0 ${round(sheet.y + em * 0.1)}h${width}" stroke="${palette.ink}" stroke-width="${round(em / 10)}"/>`,
  );
  sheet.y += em * 0.3;
  row(total, palette.pale, true);
  if (total.said) row(total.said, palette.pale);
}

function addBar(
  sheet: Sheet,
  bar: Bar,
  box: { x: number; y: number; width: number; height: number },
  fill: string,
): void {
  const scale = box.width / BAR_WIDTH;
  const rect = (x: number, width: number, opacity = '') =>
    `<rect x="${round(box.x + x * scale)}" y="${round(box.y)}" width="${round(Math.max(1, width * scale))}" height="${round(box.height)}" fill="${fill}"${opacity}/>`;
  sheet.add(rect(bar.x, bar.width));
  if (bar.range > 0) sheet.add(rect(bar.x + bar.width, bar.range, ' fill-opacity=".4"'));
  if (!bar.open) return;
  const stroke = bar.open.isBeside ? fill : sheet.palette.paper;
  sheet.add(
    `<path d="${bar.open.d}" transform="translate(${round(box.x)} ${round(box.y)})scale(${round(scale)} ${round(box.height / BAR_HEIGHT)})" fill="none" stroke="${stroke}" stroke-width="${round(2 / scale)}"/>`,
  );
}

function drawSigns(sheet: Sheet, { rows, grid }: SignsDrawing): void {
  const { em, width, palette } = sheet;
  if (grid) addGrid(sheet, grid, width);
  const most = Math.max(1, ...rows.map((row) => row.grid?.columns ?? 0));
  for (const { label, text, grid: own } of rows) {
    sheet.y += em * 1.5;
    const kept = width / em - widthOf(text) - 1;
    sheet.write(fitWords(label, kept), 0, sheet.y);
    sheet.write(text, width, sheet.y, { anchor: 'end', fill: palette.data, bold: true });
    sheet.y += em * 0.4;
    if (own) addGrid(sheet, own, (width * own.columns) / most);
  }
  sheet.y += em * 0.4;
}

const OPACITY = { full: 1, pale: 0.42, rest: 0.16 } as const;

/** Every sign by itself: what draws PNGs may know no patterns. */
function addGrid(sheet: Sheet, { sign, isPlace, areas, columns, rows, open }: SignGrid, width: number): void {
  const cell = Math.min(width / columns, sheet.em * 2.4);
  const colour = isPlace ? sheet.palette.place : sheet.palette.data;
  const at = (x: number, y: number, scale: number) =>
    `translate(${round(x * cell)} ${round(sheet.y + y * cell)})scale(${round(scale * 1000) / 1000})`;
  for (const { d, tone } of areas)
    for (const [, from, row, to] of d.matchAll(/M([\d.]+) (\d+)H([\d.]+)/g)) {
      for (let x = Math.floor(Number(from) + 1e-9); x < Number(to) - 1e-9; x += 1)
        sheet.add(
          `<path d="${GLYPHS[sign]}" transform="${at(x, Number(row), cell / 16)}" fill="${colour}" fill-opacity="${OPACITY[tone]}"/>`,
        );
    }
  if (open)
    sheet.add(`<path d="${open.d}" transform="${at(0, 0, cell)}" fill="none" stroke="${colour}" stroke-width=".08"/>`);
  sheet.y += rows * cell;
}

function drawSpan(sheet: Sheet, { axis, length }: SpanDrawing): void {
  const { em, width, palette } = sheet;
  const x = (percent: number) => (percent / 100) * width;
  if (length)
    sheet.write(length.text, x((axis.from + axis.to) / 2), sheet.y + em, {
      anchor: 'middle',
      bold: true,
      fill: palette.data,
    });
  sheet.y += em * (length ? 1.4 : 0.2);
  const base = sheet.y + em * (axis.levels * 1.5);
  sheet.add(`<path d="M0 ${round(base)}H${width}" stroke="${palette.soft}" stroke-width="1.5"/>`);
  if (length) {
    const y = round(base - em * 0.75);
    sheet.add(
      `<path d="M${round(x(axis.from))} ${y}H${round(x(axis.to))}" stroke="${palette.pale}" stroke-width="${round(em * 0.4)}"/>`,
    );
  }
  for (const { at, label } of axis.ticks) {
    sheet.add(
      `<path d="M${round(x(at))} ${round(base)}v${round(em * 0.3)}" stroke="${palette.soft}" stroke-width="1.5"/>`,
    );
    sheet.write(label, x(at), base + em * 1.2, { size: em * 0.8, anchor: 'middle', fill: palette.soft });
  }
  for (const { number, x: from, end, level, shape, isDoubtful, isPlanned } of axis.events) {
    const y = base - em * (0.75 + level * 1.5);
    const dash = isDoubtful || shape === null ? ` stroke-dasharray="${round(em / 5)}"` : '';
    if (end > from)
      sheet.add(
        `<path d="M${round(x(from))} ${round(y)}H${round(x(end))}" stroke="${palette.pale}" stroke-width="${round(em * 0.4)}"${dash}/>`,
      );
    const hollow = isDoubtful || isPlanned || shape === null;
    sheet.add(
      `<circle cx="${round(x((from + end) / 2))}" cy="${round(y)}" r="${round(em * 0.65)}" fill="${hollow ? palette.paper : palette.data}" stroke="${palette.data}" stroke-width="1.5"${dash}/>`,
    );
    sheet.write(shape === null ? '?' : String(number), x((from + end) / 2), y + em * 0.28, {
      ...{ size: em * 0.8, anchor: 'middle', bold: true, fill: hollow ? palette.data : palette.paper },
    });
  }
  sheet.y = base + em * 1.6;
  for (const { number, date, title } of axis.events) {
    sheet.y += em * 1.4;
    sheet.write(fitWords(`${number}　${date}　${title}`, width / em), 0, sheet.y);
  }
  sheet.y += em * 0.5;
}

function drawPlace(sheet: Sheet, { place }: PlaceDrawing): void {
  const { em, width, palette } = sheet;
  if (!place.map) return;
  const { shape, dot, isRough, seat, rivers } = place.map;
  const [left = 0, top = 0, wide = 1, high = 1] = shape.viewBox.split(' ').map(Number);
  const scale = Math.min(width / wide, (em * 16) / high);
  const at = `translate(${round((width - wide * scale) / 2 - left * scale)} ${round(sheet.y - top * scale)})scale(${round(scale)})`;
  const fill = shape.isLine
    ? `fill="none" stroke="${palette.place}" stroke-width="8"`
    : `fill="${palette.place}" fill-opacity=".22"`;
  const ring = isRough
    ? `fill="none" stroke="${palette.data}" stroke-width="4" r="14"`
    : `fill="${palette.data}" r="8"`;
  sheet.add(
    `<g transform="${at}"><path d="${shape.d}" ${fill}/>${rivers.map(({ d }) => `<path d="${d}" fill="none" stroke="${palette.place}" stroke-width="3"/>`).join('')}${seat ? `<circle cx="${seat.dot[0]}" cy="${seat.dot[1]}" r="5" fill="${palette.ink}"/>` : ''}${dot ? `<circle cx="${dot[0]}" cy="${dot[1]}" ${ring}/>` : ''}</g>`,
  );
  sheet.y += high * scale + em * 0.3;
}
