import type { Context } from '../geo/context.ts';
import type { MapCounty } from '../geo/drawn-counties.ts';
import type { Label } from '../geo/labels.ts';
import { joinArcs, type Outline, type Outlines, outlineOf } from '../geo/outlines.ts';
import { type Box, hasPoint, type Point, ringArea, stretchesIn } from '../geo/plane.ts';
import { escapeHtml } from '../text/escape.ts';
import { type Panel, UNIT } from './panels.ts';

/** What must go with a panel wherever it is taken. */
export interface PanelWords {
  title: string;
  /** Where its lines come from, and what they are no evidence of. */
  caption: string;
  /** Site, licence and address, one line. */
  credit: string;
}

/** A place of a county whose position a source gives. */
export interface PanelPlace {
  name: string;
  county: string;
  point: Point;
  isExact: boolean;
  source: string | undefined;
}

/** Ink and paper of the site by day; a file that is taken elsewhere has no style sheet. */
const INK = { paper: '#fafaf7', land: '#efece6', edge: '#828883', ink: '#1d211f', soft: '#494f4c', rule: '#c9cbc5' };
const WATER = { line: '#6f97aa', ink: '#2b4f62' };
const PLACE = '#12584f';
const DATA = '#733e10';
const SERIF = "'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', SimSun, serif";
const SANS = "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

type Attributes = Record<string, string | number | undefined>;

const tag = (name: string, attributes: Attributes, inside: string | string[] = ''): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [` ${key}="${escapeHtml(String(value))}"`],
  );
  const content = typeof inside === 'string' ? inside : inside.join('');
  return content ? `<${name}${written.join('')}>${content}</${name}>` : `<${name}${written.join('')}/>`;
};

const wordsAt = ({ x, y, anchor, text }: Label, more: Attributes = {}): string =>
  tag('text', { x, y, 'text-anchor': anchor === 'middle' ? undefined : anchor, ...more }, escapeHtml(text));

/** In ems: a letter is about half as wide as a Han character. */
const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (each < '\u2000' ? 0.56 : 1), 0);

/** Lines of at most `room` ems; an address and a word stay whole where a line holds them. */
function wrap(text: string, room: number): string[] {
  const pieces = text.match(/[!-~]+ ?|[^!-~]/gu) ?? [];
  const parts = pieces.flatMap((piece) => (widthOf(piece) > room ? [...piece] : [piece]));
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line === undefined || widthOf(line + part) > room) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines.map((line) => line.trim());
}

/**
 * A panel as an SVG file of its own: with title, caption and licence in it, in fonts that most systems have, in light colours.
 */
export function panelSvg(panel: Panel, { title, caption, credit }: PanelWords): string {
  const { width, height, names, counties, lands, rivers, seats, places, graticule } = panel;
  const { em, regions, rivers: waters, seats: towns, counties: labels } = names.wide;
  const room = Math.floor(width / em) - 1;
  const notes = [...wrap(caption, room), ...wrap(credit, room)];
  const [head, foot] = [Math.round(em * 2.2), Math.round(em * 1.4 * notes.length + em)];
  const halo = (colour: string): Attributes => ({
    ...{ stroke: colour, 'stroke-width': Math.round(em * 0.16), 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
  });
  const own = (code: string) => counties.filter(({ land, d, isLine }) => land === code && d && !isLine);
  const drawing = [
    ...lands.flatMap(({ code, d }) => {
      const paths = [d, ...own(code).map((county) => county.d ?? '')].join('');
      return [
        tag('path', { d: paths, fill: 'none', stroke: INK.edge, 'stroke-width': 11, 'stroke-dasharray': '36 13 7 13' }),
        tag('path', { d: paths, fill: INK.land }),
      ];
    }),
    graticule ? tag('path', { d: graticule.d, fill: 'none', stroke: INK.rule, 'stroke-width': 2 }) : '',
    ...(graticule?.labels ?? []).map((label) => wordsAt(label, { fill: INK.soft, 'font-size': graticule?.em })),
    ...counties.map(({ d, isLine, dot }) => {
      if (!d) return dot ? tag('circle', { cx: dot[0], cy: dot[1], r: UNIT * 1.2, fill: PLACE }) : '';
      return isLine
        ? tag('path', { d, fill: 'none', stroke: PLACE, 'stroke-width': 28 })
        : tag('path', { d, fill: PLACE, stroke: INK.paper, 'stroke-width': 6, 'stroke-linejoin': 'round' });
    }),
    ...rivers.map(({ d, rank }) =>
      tag('path', {
        ...{ d, fill: 'none', stroke: WATER.line, 'stroke-width': rank > 1 ? 8 : 16 },
        ...{ 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
      }),
    ),
    ...seats.map(({ dot, level }) =>
      tag('circle', {
        ...{ cx: dot[0], cy: dot[1], r: level === 'prefecture' ? 13 : 9 },
        ...{ fill: INK.paper, stroke: INK.ink, 'stroke-width': 5 },
      }),
    ),
    tag(
      'g',
      { 'font-family': SERIF, fill: INK.soft, 'letter-spacing': Math.round(em * 0.6), ...halo(INK.land) },
      regions.map((label) => wordsAt(label)),
    ),
    tag(
      'g',
      { 'font-family': SERIF, fill: WATER.ink, 'font-size': Math.round(em * 0.85), ...halo(INK.land) },
      waters.map(({ text, points }) => {
        const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => Math.round(y + em * 0.32))];
        return tag('text', { x: xs.join(' '), y: ys.join(' ') }, escapeHtml(text));
      }),
    ),
    tag(
      'g',
      { 'font-size': Math.round(em * 0.85) },
      towns.map((label) => label && wordsAt(label, inked(label.inside, INK.soft, halo))).filter((one) => one !== null),
    ),
    ...places.flatMap(({ dot: [cx, cy], isExact }, i) => {
      const label = names.wide.places[i];
      const look = isExact ? { fill: DATA, stroke: INK.paper } : { fill: INK.paper, stroke: DATA };
      return label
        ? [
            tag('circle', { cx, cy, r: Math.round(em / 5), ...look, 'stroke-width': 5 }),
            wordsAt(label, { 'font-size': Math.round(em * 0.85), ...inked(label.inside, INK.ink, halo) }),
          ]
        : [];
    }),
    ...labels.flatMap(({ name, count }) => [
      name ? wordsAt(name, { 'font-family': SERIF, 'font-weight': 700, ...inked(name.inside, INK.ink, halo) }) : '',
      count ? wordsAt(count, { 'font-size': Math.round(em * 0.8), ...inked(name?.inside, INK.ink, halo) }) : '',
    ]),
  ];
  const clip = tag('clipPath', { id: 'frame' }, tag('rect', { width, height }));
  const body = [
    tag('title', {}, escapeHtml(title)),
    tag('desc', {}, escapeHtml(`${caption}${credit}`)),
    tag('defs', {}, clip),
    tag('rect', { y: -head, width, height: head + height + foot, fill: INK.paper }),
    tag(
      'text',
      ...[{ x: em * 0.4, y: -Math.round(em * 0.7), 'text-anchor': 'start', 'font-family': SERIF, 'font-weight': 700 }],
      escapeHtml(title),
    ),
    tag('g', { 'clip-path': 'url(#frame)' }, drawing),
    tag('rect', { width, height, fill: 'none', stroke: INK.rule, 'stroke-width': 3 }),
    ...notes.map((line, i) =>
      tag(
        'text',
        {
          ...{ x: em * 0.4, y: Math.round(height + em * 1.4 * (i + 1)), 'text-anchor': 'start' },
          ...{ 'font-size': Math.round(em * 0.85), fill: INK.soft },
        },
        escapeHtml(line),
      ),
    ),
  ];
  const whole = head + height + foot;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 ${-head} ${width} ${whole}`, width: 960 },
      ...{ height: Math.round((960 * whole) / width), role: 'img', 'font-family': SANS, 'font-size': em },
      ...{ fill: INK.ink, 'text-anchor': 'middle' },
    },
    body,
  )}\n`;
}

const inked = (isInside: boolean | undefined, ink: string, halo: (colour: string) => Attributes): Attributes =>
  isInside ? { fill: INK.paper, ...halo(PLACE) } : { fill: ink, ...halo(INK.land) };

/** What a GeoJSON file of a panel is made of besides the panel. */
export interface PanelSource {
  outlines: Outlines;
  /** Counties of the whole archive. */
  counties: readonly MapCounty[];
  context: Context;
  places: readonly PanelPlace[];
  /** Addresses of the counties' pages, by id. */
  links: Readonly<Record<string, string>>;
}

type Geometry = { type: string; coordinates: unknown };

const feature = (id: string | undefined, properties: object, geometry: Geometry) => ({
  ...{ type: 'Feature' as const, ...(id ? { id } : {}), properties, geometry },
});

/** Hundred-thousandths of a degree, a metre, are more than any of this is exact. */
const rounded = ([x, y]: Point): Point => [Number(x.toFixed(5)), Number(y.toFixed(5))];

/**
 * A panel as GeoJSON (RFC 7946): its counties, the rivers as far as the panel shows them, seats, places that a source locates.
 * Title, caption and credit stand beside the features.
 */
export function panelGeoJson(panel: Panel, words: PanelWords, source: PanelSource) {
  const { counties, context, places, links, outlines } = source;
  const [[west, south], [east, north]] = panel.extent;
  const frame: Box = { x: west, y: south, width: east - west, height: north - south };
  /** On the panel's side of the meridian of 180. */
  const near = ([x, y]: Point): Point => [x < west && x + 360 <= east ? x + 360 : x, y];
  const isSeen = (point: Point) => hasPoint(frame, near(point));
  const ids = new Set(panel.counties.map(({ id }) => id));
  const features = [
    ...counties
      .filter(({ id }) => ids.has(id))
      .map((county) => {
        const { id, name, code } = county;
        const outline = outlineOf(outlines, county);
        const geometry = outline
          ? geometryOf(outlines, outline)
          : { type: 'Point', coordinates: rounded(county.centre) };
        return feature(id, { kind: 'county', name, code, url: links[id] }, geometry);
      }),
    ...context.rivers.flatMap(({ name, rank, lines }) => {
      const seen = lines.flatMap((line) => stretchesIn(line.map(near), frame)).map((line) => line.map(onEarth));
      return seen.length > 0
        ? [feature(undefined, { kind: 'river', name, rank }, { type: 'MultiLineString', coordinates: seen })]
        : [];
    }),
    ...context.seats
      .filter(({ point }) => isSeen(point))
      .map(({ name, level, point }) =>
        feature(undefined, { kind: 'seat', name, level }, { type: 'Point', coordinates: rounded(point) }),
      ),
    ...places
      .filter(({ county }) => ids.has(county))
      .map(({ name, county, point, isExact, source: given }) =>
        feature(
          undefined,
          { kind: 'place', name, county, precision: isExact ? 'exact' : 'township', source: given },
          { type: 'Point', coordinates: rounded(point) },
        ),
      ),
  ];
  const [from, to] = [onEarth([west, south]), onEarth([east, north])];
  return { type: 'FeatureCollection' as const, ...words, bbox: [...from, ...to], features };
}

/** A longitude within its bounds again; a box across the meridian of 180 then begins east of where it ends, as the RFC has it. */
const onEarth = ([x, y]: Point): Point => rounded([x > 180 ? x - 360 : x, y]);

/** Rings of an outline the way the RFC winds them: outer ones counter-clockwise as seen with north up. */
function geometryOf({ topology, byCode }: Outlines, { code, level, isLine }: Outline): Geometry {
  const arcs = topology.arcs as Point[][];
  const collection = topology.objects[level === 'county' ? 'counties' : 'provinces'];
  const shape = collection.geometries.find(({ id }) => String(id) === code);
  if (isLine || !shape || !('arcs' in shape)) {
    const lines = (byCode.get(code)?.rings ?? []).map((ring) => joinArcs(arcs, ring).map(rounded));
    return { type: 'MultiLineString', coordinates: lines };
  }
  const polygons = (shape.type === 'MultiPolygon' ? shape.arcs : [shape.arcs]) as number[][][];
  const coordinates = polygons.map((polygon) =>
    polygon.map((numbers, i) => {
      const ring = joinArcs(arcs, numbers).map(rounded);
      // With north up a positive area runs counter-clockwise.
      return ringArea(ring) > 0 === (i === 0) ? ring : ring.reverse();
    }),
  );
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0] }
    : { type: 'MultiPolygon', coordinates };
}
