import { panels as given } from '#archive';
import { CAPTIONS } from '#words/captions.ts';
import { MAP_PAGE } from '#words/map.ts';
import { drawKeyMap, type KeyMap } from '../lib/map/key-map.ts';
import { type PanelTitle, panelTitle } from '../lib/map/panel-title.ts';
import { drawPanels, type Panel } from '../lib/map/panels.ts';
import { placesOnMap } from '../lib/map/placed.ts';
import { getMapCounties, getMapEntries, getPlaces } from './content.ts';
import { mapContext } from './map-context.ts';
import { mapOutlines } from './map-outlines.ts';

/** A panel with its name. */
export type TitledPanel = Panel & { title: PanelTitle };

/** The map of all counties, in panels; what its pages and files are made of. */
export interface PanelMap {
  panels: TitledPanel[];
  keyMap: KeyMap;
  /** Units of the panels for a kilometre. */
  scale: number;
  caption: string;
}

/** Places of all counties that maps may show, each with where its position comes from. None of a private place. */
export const getPlacesOnMap = async () => placesOnMap(await getPlaces());

let map: Promise<PanelMap | null> | undefined;

/** Drawn once for all pages; null where there is nothing that a map could show. */
export function getPanels(): Promise<PanelMap | null> {
  map ??= draw();
  return map;
}

async function draw(): Promise<PanelMap | null> {
  const { outlines, caption } = mapOutlines();
  const [counties, entries, places] = await Promise.all([getMapCounties(), getMapEntries(), getPlacesOnMap()]);
  if (counties.length === 0) return null;
  const counts = Object.fromEntries(
    entries.map(({ county, stories, milestoneCount }) => [county.id, MAP_PAGE.brief(stories.length, milestoneCount)]),
  );
  const { panels, scale } = drawPanels(outlines, counties, mapContext(), counts, places);
  const titled = panels.map((panel) => {
    const ids = new Set(panel.counties.map(({ id }) => id));
    return {
      ...panel,
      title: panelTitle(
        counties.filter(({ id }) => ids.has(id)),
        given,
      ),
    };
  });
  const hasLand = panels.some(({ lands, counties: some }) => lands.length > 0 || some.some(({ d }) => d !== null));
  return {
    panels: titled,
    keyMap: drawKeyMap(outlines, counties, titled, mapContext()),
    scale,
    caption: hasLand ? caption : CAPTIONS.points,
  };
}
