import { MAP_PAGE } from '#words/map.ts';
import { type Label, labelAt } from './labels.ts';
import { type Box, boxesOverlap, growBox, type Point } from './plane.ts';
import type { Fit } from './sheet.ts';

/** Meridians and parallels with their degrees, and a scale, for maps on which no land says where they are. */
export interface Graticule {
  /** All lines, the `d` of one path. */
  d: string;
  labels: Label[];
  /** A bar and what it stands for; null where the map is so large that one bar would be wrong on most of it. */
  scale: { d: string; label: Label; box: Box } | null;
  /** Size of the type. */
  em: number;
}

const STEPS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 45];
/** Lines across the longer side, about. */
const LINES = 5;
/** Degrees of latitude beyond which a length differs too much from one side of the map to the other. */
const ONE_SCALE = 12;
const METRES = 111_195;
/** Ems a character of these labels. */
const WIDE = 0.55;

const write = (degrees: number, [plus, minus]: readonly [string, string]): string => {
  const far = Number(Math.abs(degrees).toFixed(3));
  if (far === 0) return '0°';
  return `${far}°${far === 180 ? '' : degrees > 0 ? plus : minus}`;
};

/** The multiples of a step between two numbers. */
const multiples = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step);
};

/** The largest round length, 1, 2 or 5 of its power of ten, that is no longer than so many metres. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((n) => n * power <= most) ?? 1) * power;
}

/**
 * Draws the lines that cross a sheet.
 * @param fit how the map was fitted, with the sheet's own corner at 0, 0
 * @param em size of the type, in units
 * @param isTaken whether something is drawn in a box, which the scale keeps off
 */
export function drawGraticule(
  { project, invert }: Pick<Fit, 'project' | 'invert'>,
  sheet: Box,
  em: number,
  isTaken: (box: Box) => boolean = () => false,
): Graticule {
  const [right, bottom] = [sheet.x + sheet.width, sheet.y + sheet.height];
  const [west, north] = invert([sheet.x, sheet.y]);
  const [end, south] = invert([right, bottom]);
  const east = end <= west ? end + 360 : end;
  const step = STEPS.find((one) => Math.max(east - west, north - south) / one <= LINES) ?? 60;
  const middle = (north + south) / 2;
  const isLarge = north - south > ONE_SCALE;
  const columns = multiples(west, east, step).map((longitude) => ({
    x: Math.round(project([turned(longitude), middle])[0]),
    text: write(turned(longitude), ['E', 'W']),
  }));
  const rows = multiples(south, north, step).map((latitude) => ({
    y: Math.round(project([turned((west + east) / 2), latitude])[1]),
    text: write(latitude, ['N', 'S']),
  }));
  const width = (text: string) => text.length * em * WIDE;
  const scale = isLarge ? null : drawScale(project, [(west + east) / 2, middle], sheet, em, isTaken);
  const below = columns.filter(({ x, text }) => x + width(text) + em < right);
  const left = rows.filter(({ y }) => y > sheet.y + 1.5 * em && y < bottom - 2 * em);
  // Beside their lines, and none in the corner where the scale stands.
  const labels = [
    ...below.map(({ x, text }) =>
      labelAt(text, em, [x + width(text) / 2 + 0.3 * em, bottom - 0.7 * em], 'start', WIDE),
    ),
    ...left.map(({ y, text }) =>
      labelAt(text, em, [sheet.x + width(text) / 2 + 0.3 * em, y - 0.7 * em], 'start', WIDE),
    ),
  ].filter(({ box }) => !scale || !boxesOverlap(box, growBox(scale.box, em / 2)));
  return {
    d: [
      ...columns.map(({ x }) => `M${x} ${sheet.y}V${bottom}`),
      ...rows.map(({ y }) => `M${sheet.x} ${y}H${right}`),
    ].join(''),
    labels,
    scale,
    em,
  };
}

/** A longitude as it is said: 190 is 170 west. */
const turned = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;

/** A bar with its length over it, in the first corner that is free: on the right rather than on the left, below rather than above. */
function drawScale(
  project: Fit['project'],
  [longitude, latitude]: Point,
  sheet: Box,
  em: number,
  isTaken: (box: Box) => boolean,
) {
  const a = project([turned(longitude), latitude - 0.005]);
  const b = project([turned(longitude), latitude + 0.005]);
  const unit = (0.01 * METRES) / Math.max(1e-9, Math.abs(a[1] - b[1]));
  const metres = roundLength((unit * sheet.width) / 4);
  const width = Math.round(metres / unit);
  const text = MAP_PAGE.metres(metres);
  const room = Math.max(width, labelAt(text, em, [0, 0], 'middle', 0.7).box.width);
  const tick = Math.round(em / 3);
  const corners = [sheet.y + sheet.height - 0.6 * em, sheet.y + 2.1 * em].flatMap((y) =>
    [sheet.x + sheet.width - 0.6 * em - room / 2, sheet.x + 0.6 * em + room / 2].map((x) => {
      const [left, foot] = [Math.round(x - width / 2), Math.round(y)];
      const label = labelAt(text, em, [left + width / 2, foot - em], 'middle', 0.7);
      const box: Box = { x: x - room / 2, y: label.box.y, width: room, height: foot - label.box.y };
      return { d: `M${left} ${foot - tick}V${foot}H${left + width}V${foot - tick}`, label, box };
    }),
  );
  return corners.find(({ box }) => !isTaken(growBox(box, em / 3))) ?? null;
}

/** What names on the map keep off. */
export const boxesOf = (graticule: Graticule | null): Box[] =>
  [...(graticule?.labels ?? []), ...(graticule?.scale ? [graticule.scale] : [])].map(({ box }) => box);
