import { MAP_PAGE } from '#words/map.ts';
import { markCurrent } from '../current.ts';
import { part } from '../parts.ts';
import type { ListedCounty, Shown } from './county-list.ts';
import type { MapState, MapStore } from './map-store.ts';

/** One panel of the still map. */
export interface StillPanel {
  id: string;
  figure: HTMLElement;
  /** South-west and north-east corner: longitude, latitude, longitude, latitude. */
  extent: [number, number, number, number];
  counties: string[];
}

/** A county on a panel, with its names in each size of type. */
interface StillCounty {
  id: string;
  link: SVGAElement;
  name: string;
  names: SVGElement[];
}

export const readPanels = (page: ParentNode): StillPanel[] =>
  [...page.querySelectorAll<HTMLElement>('.panel')].map((figure) => ({
    id: figure.dataset.panel ?? '',
    figure,
    extent: (figure.dataset.extent ?? '').split(',').map(Number) as StillPanel['extent'],
    counties: [...figure.querySelectorAll<SVGElement>('.panel-county')].map(({ dataset }) => dataset.county ?? ''),
  }));

const readStill = (panels: readonly StillPanel[], list: readonly ListedCounty[]): StillCounty[] =>
  panels.flatMap(({ figure }) =>
    [...figure.querySelectorAll<SVGAElement>('.panel-county')].map((link) => {
      const id = link.dataset.county ?? '';
      const entry = list.find((county) => county.id === id);
      const names = [...figure.querySelectorAll<SVGElement>(`.panel-name[data-county="${id}"]`)];
      return { id, link, name: entry ? part(entry.element, 'h3').textContent : id, names };
    }),
  );

/**
 * Ties the still panels to the state: what a filter leaves of each county is said on it, and one that is chosen is handed on.
 * @param open called for a county that the reader wants to see from near
 */
export function bindPanels(
  panels: readonly StillPanel[],
  list: readonly ListedCounty[],
  store: MapStore,
  open: (county: string) => void,
) {
  const counties = readStill(panels, list);
  for (const { id, link } of counties) {
    const point = () => store.set({ pointed: id });
    const leave = () => store.get().pointed === id && store.set({ pointed: null });
    link.addEventListener('pointerenter', point);
    link.addEventListener('pointerleave', leave);
    link.addEventListener('focus', point);
    link.addEventListener('blur', leave);
    link.addEventListener('click', (event) => {
      // A new tab is the county's page, as every link's.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(id);
    });
  }
  const mark = () => {
    const { county, pointed } = store.get();
    for (const { id, link } of counties) {
      markCurrent(link, id === county);
      link.classList.toggle('county-pointed', id === pointed);
    }
  };
  store.subscribe(mark);
  mark();
  return {
    /** Says of each county what the filter leaves of it. */
    show(shown: ReadonlyMap<string, Shown>) {
      for (const { id, link, name, names } of counties) {
        const left = shown.get(id);
        const words = left ? MAP_PAGE.brief(left.stories, left.milestones) : MAP_PAGE.nothing;
        link.classList.toggle('county-empty', !left);
        link.setAttribute('aria-label', MAP_PAGE.panelCounty(name, words));
        for (const group of names) {
          group.classList.toggle('county-empty', !left);
          const count = group.querySelector('.panel-count');
          if (count) count.textContent = left ? words : '';
        }
      }
    },
  };
}

/** The panel whose middle lies nearest to a point, by degrees. */
export function panelAt(panels: readonly StillPanel[], latitude: number, longitude: number): StillPanel | undefined {
  const far = ({ extent: [west, south, east, north] }: StillPanel) => {
    const across = Math.abs((west + east) / 2 - longitude) % 360;
    return Math.hypot(Math.min(across, 360 - across), (south + north) / 2 - latitude);
  };
  return [...panels].sort((a, b) => far(a) - far(b))[0];
}

/** The panel that an address speaks of. */
export const panelFor = (panels: readonly StillPanel[], { county, view }: MapState): StillPanel | undefined =>
  county
    ? panels.find(({ counties }) => counties.includes(county))
    : view
      ? panelAt(panels, view.latitude, view.longitude)
      : undefined;

export const buttonOf = (figure: HTMLElement): HTMLElement => part(figure, '[data-enlarge]');
