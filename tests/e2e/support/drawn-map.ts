import type { Page } from '@playwright/test';
import type { Box } from './boxes.ts';

/** A name on a map, as large as its letters: one em high. */
export interface SeenLabel {
  name: string;
  box: Box;
  kind: 'county' | 'province' | 'inset' | 'place' | 'graticule';
  em: number;
  /** Pixels from it to what it names; 0 where it lies on that. */
  gap: number;
  /** Its corners that lie on what it names. */
  cornersOnOwn: number;
  /** Printed as lying wholly on its county. */
  isInside: boolean;
  /** Other counties on which its middle or a corner lies. */
  covers: string[];
}

export interface SeenMap {
  /** Of the page it is on, to tell it by. */
  title: string;
  frame: Box;
  labels: SeenLabel[];
  counties: { name: string; boxes: Box[] }[];
  /** The enlarged part, and the part of the map that it enlarges. */
  inset: { frame: Box; source: Box } | null;
}

/** Reads all maps in sight that the build has drawn. */
export const readMaps = (page: Page): Promise<SeenMap[]> =>
  page.evaluate(() => {
    const boxOf = (element: Element): Box => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    type Spot = { x: number; y: number };
    const gapBetween = ({ left, right, top, bottom }: Box, { x, y }: Spot) =>
      Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const screenOf = (shape: SVGGraphicsElement) => shape.getScreenCTM() as DOMMatrix;
    const borderOf = (shape: SVGGeometryElement): Spot[] => {
      const length = shape.getTotalLength();
      return Array.from({ length: 240 }, (_, i) =>
        shape.getPointAtLength((length * i) / 240).matrixTransform(screenOf(shape)),
      );
    };
    const lies = (shape: SVGGeometryElement, { x, y }: Spot) =>
      shape.isPointInFill(new DOMPoint(x, y).matrixTransform(screenOf(shape).inverse()));
    const cornersOf = ({ left, right, top, bottom }: Box): Spot[] => [
      { x: left, y: top },
      { x: right, y: top },
      { x: left, y: bottom },
      { x: right, y: bottom },
    ];
    const lettersOf = (text: SVGTextElement) => {
      const { left, right, top, bottom } = boxOf(text);
      const em = Number.parseFloat(getComputedStyle(text).fontSize) * screenOf(text).d;
      const spacing = (Number.parseFloat(getComputedStyle(text).letterSpacing) || 0) * screenOf(text).d;
      const y = (top + bottom) / 2;
      return { em, box: { left, right: right - spacing, top: y - em / 2, bottom: y + em / 2 } };
    };
    // The name of a sheet's own county stands over the rivers, apart from its shape.
    const shapesOf = (owner: Element) => {
      const own = [...owner.querySelectorAll<SVGGeometryElement>('path, circle')];
      const shape = owner.matches('.sheet-name') ? owner.closest('svg') : null;
      return shape ? [...shape.querySelectorAll<SVGGeometryElement>('.locator-county-current :is(path, circle)')] : own;
    };
    const readMap = (svg: SVGSVGElement) => {
      const owners = [...svg.querySelectorAll('.locator-county:not(.sheet-name)')];
      const nameOf = (owner: Element) =>
        owner.getAttribute('aria-label') ?? owner.querySelector('text')?.textContent ?? '?';
      const readLabel = (text: SVGTextElement) => {
        const owner = text.closest('.locator-county, .sheet-place');
        const kind = owner
          ? owner.matches('.sheet-place')
            ? ('place' as const)
            : ('county' as const)
          : text.closest('.locator-inset')
            ? ('inset' as const)
            : text.closest('[aria-hidden]')
              ? ('graticule' as const)
              : ('province' as const);
        const own = owner
          ? shapesOf(owner)
          : kind === 'province'
            ? [...svg.querySelectorAll<SVGPathElement>('.locator-province path')]
            : [];
        const { box, em } = lettersOf(text);
        const centre = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
        const onOwn = (spot: Spot) => own.some((shape) => lies(shape, spot));
        const gap = onOwn(centre) ? 0 : Math.min(...own.flatMap(borderOf).map((spot) => gapBetween(box, spot)));
        const isOwn = (other: Element) =>
          other === owner || (owner?.matches('.sheet-name') && other.matches('.locator-county-current'));
        const others = owners.filter((other) => !isOwn(other));
        return {
          ...{ name: text.textContent?.trim() ?? '', box, kind, em, gap },
          cornersOnOwn: cornersOf(box).filter(onOwn).length,
          isInside: text.matches('.locator-label-inside'),
          covers: others
            .filter((other) =>
              shapesOf(other).some((shape) => [centre, ...cornersOf(box)].some((spot) => lies(shape, spot))),
            )
            .map(nameOf),
        };
      };
      const [source, frame] = [...svg.querySelectorAll('.locator-inset rect')];
      return {
        title: `${location.pathname} ${svg.getAttribute('aria-label') ?? svg.querySelector('title')?.textContent ?? ''}`,
        frame: boxOf(svg),
        // Of the sizes that a name is written in, one is in sight.
        labels: [...svg.querySelectorAll('text')]
          .filter((text) => text.getBoundingClientRect().width > 0)
          .map(readLabel),
        counties: owners.map((owner) => ({ name: nameOf(owner), boxes: shapesOf(owner).map(boxOf) })),
        inset: source && frame ? { frame: boxOf(frame), source: boxOf(source) } : null,
      };
    };
    return [...document.querySelectorAll<SVGSVGElement>('svg.locator-map')]
      .filter((svg) => svg.checkVisibility() && svg.getBoundingClientRect().width > 0)
      .map(readMap);
  });

/** A name on the live map, of a river each character, and how it is tied to what it names. */
export interface SeenName {
  name: string;
  box: Box;
  em: number;
  kind: 'county' | 'province' | 'seat' | 'water';
  /**
   * Pixels to the nearest county that is so called, its leader taken for a part of it; of seats and rivers to the nearest
   * dot or line; 0 for a province.
   */
  gap: number;
}

/** Reads the names on the live map, and what of the map is in sight. */
export const readLiveNames = (page: Page): Promise<{ frame: Box; names: SeenName[]; counties: string[] }> =>
  page.evaluate(() => {
    const boxOf = (element: Element): Box => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const live = document.querySelector('.map-live') as HTMLElement;
    type Spot = { x: number; y: number };
    const spotsOf = (path: SVGGeometryElement): Spot[] => {
      const length = path.getTotalLength();
      const screen = path.getScreenCTM() as DOMMatrix;
      return Array.from({ length: 361 }, (_, i) => path.getPointAtLength((length * i) / 360).matrixTransform(screen));
    };
    const gapBetween = ({ left, right, top, bottom }: Box, { x, y }: Spot) =>
      Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const gapOf = (box: Box, spots: readonly Spot[]) => Math.min(...spots.map((spot) => gapBetween(box, spot)));
    const areas = [...live.querySelectorAll<SVGGeometryElement>('path[data-county]')].map((path) => ({
      name: path.getAttribute('aria-label') ?? '',
      box: boxOf(path),
      spots: spotsOf(path),
    }));
    const leaders = [...live.querySelectorAll<SVGGeometryElement>('.live-leader')].map(spotsOf);
    const linesOf = (selector: string) => [...live.querySelectorAll<SVGGeometryElement>(selector)].map(spotsOf);
    const drawn = { seat: linesOf('.live-seat'), water: linesOf('.live-river') };
    const kindOf = ({ classList }: Element): SeenName['kind'] =>
      (['province', 'seat', 'water'] as const).find((kind) => classList.contains(`live-name-${kind}`)) ?? 'county';
    const readName = (element: HTMLElement): SeenName => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const em = Number.parseFloat(getComputedStyle(element).fontSize);
      const y = (top + bottom) / 2;
      const name = element.textContent?.trim() ?? '';
      const box = { left, right, top: y - em / 2, bottom: y + em / 2 };
      const gaps = areas
        .filter((area) => area.name.startsWith(name))
        .map((area) => {
          const holds = area.box.left < left && right < area.box.right && area.box.top < y && y < area.box.bottom;
          const tied = leaders.filter((line) => gapOf(area.box, line) < 2).map((line) => gapOf(box, line));
          return holds ? 0 : Math.min(gapOf(box, area.spots), ...tied);
        });
      const kind = kindOf(element);
      if (kind === 'province') return { name, box, em, kind, gap: 0 };
      return {
        ...{ name, box, em, kind },
        gap: Math.min(...(kind === 'county' ? gaps : drawn[kind].map((line) => gapOf(box, line)))),
      };
    };
    return {
      frame: boxOf(live),
      names: [...live.querySelectorAll<HTMLElement>('.live-name')].map(readName),
      counties: areas.map(({ name }) => name),
    };
  });
