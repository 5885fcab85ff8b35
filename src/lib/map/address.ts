import type { Genre } from '../schema/story.ts';
import type { MapFilter, YearStop } from './filter.ts';

/** Where the map looks. */
export interface MapView {
  latitude: number;
  longitude: number;
  zoom: number;
}

/** What the address of the map page remembers. */
export interface MapAddress extends MapFilter {
  /** Id of the chosen county. */
  county: string | null;
  /** Null: all counties. */
  view: MapView | null;
}

/** What an address may name. */
export interface Known {
  counties: readonly string[];
  years: readonly YearStop[];
  genres: readonly Genre[];
}

/** Reads a query; what is not known here is as if it were not there. */
export function readAddress(query: string, { counties, years, genres }: Known): MapAddress {
  const given = new URLSearchParams(query);
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === given.get(name));
  return {
    county: one('county', counties) ?? null,
    year: one('year', years) ?? 'all',
    genre: one('genre', genres) ?? '',
    view: readView(given.get('at') ?? ''),
  };
}

/** Writes a query, `?…` or empty; what is as it is at first stays out. */
export function writeAddress({ county, year, genre, view }: MapAddress): string {
  const pairs: [string, string][] = [];
  if (county) pairs.push(['county', county]);
  if (year !== 'all') pairs.push(['year', year]);
  if (genre) pairs.push(['genre', genre]);
  if (view) pairs.push(['at', writeView(view)]);
  const query = pairs.map(([name, value]) => `${name}=${value}`).join('&');
  return query && `?${query}`;
}

/** `32.69,109.03,8`: latitude, longitude, zoom. A hundredth of a degree is as exact as the outlines. */
const writeView = ({ latitude, longitude, zoom }: MapView): string =>
  [latitude.toFixed(2), longitude.toFixed(2), String(Math.round(zoom * 100) / 100)].join(',');

function readView(text: string): MapView | null {
  if (!/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/.test(text)) return null;
  const [latitude = 0, longitude = 0, zoom = 0] = text.split(',').map(Number);
  return Math.abs(latitude) < 85 && Math.abs(longitude) <= 540 ? { latitude, longitude, zoom } : null;
}
