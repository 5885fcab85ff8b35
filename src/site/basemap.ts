import { MAP_PAGE } from '#words/map.ts';
import type { Config } from './config.ts';

/** Tiles under the outlines: an address for each layer, the lowest first, with {z}, {x} and {y}. */
export interface Basemap {
  layers: string[];
  attribution: string;
}

const layer = ({ host, key }: { host: string; key: string }, name: string) =>
  `${host}/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default&TILEMATRIXSET=w` +
  `&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`;

/** 天地图, vector map and labels in web Mercator, for a site that has a key; else null: no tiles at all. */
export function chooseBasemap({ tianditu }: Pick<Config, 'tianditu'>): Basemap | null {
  if (!tianditu) return null;
  return { layers: [layer(tianditu, 'vec'), layer(tianditu, 'cva')], attribution: MAP_PAGE.basemap };
}

/** The hosts beside this one that images may come from; none without a basemap. */
export const tileHosts = (basemap: Basemap | null): string[] => [
  ...new Set(basemap?.layers.map((url) => new URL(url).origin)),
];
