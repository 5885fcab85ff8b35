import type { Feature, FeatureCollection, Point } from 'geojson';
import type { Row } from './tables.ts';

/** Digits after the point: a tenth of a metre, more than anybody measured. */
const DIGITS = 1e6;
const round = (degrees: number): number => Math.round(degrees * DIGITS) / DIGITS;

/** Rows with a point as GeoJSON (RFC 7946): WGS 84, longitude before latitude; the other fields are properties. */
export function toGeoJson(rows: readonly Row[]): FeatureCollection<Point> {
  const features = rows.flatMap(({ longitude, latitude, ...properties }): Feature<Point>[] => {
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return [];
    const coordinates = [round(longitude), round(latitude)];
    return [{ type: 'Feature', id: String(properties.id), geometry: { type: 'Point', coordinates }, properties }];
  });
  return { type: 'FeatureCollection', features };
}
