import type { Point } from '../geo/plane.ts';
import type { RegisteredPlace } from './atlas.ts';

/** A place whose position a source gives. */
export interface PlacedPlace {
  id: string;
  name: string;
  county: string;
  point: Point;
  /** Else it is known to its town, and drawn hollow: 位置约略. */
  isExact: boolean;
  /** Where the position comes from, in words. */
  source: string | undefined;
}

type Sourced = RegisteredPlace & { source?: { title?: string | undefined; issuer?: string | undefined } | undefined };

/** The places that a map may show: those in their counties with a point that says more than the county's own. */
export const placesOnMap = (places: readonly Sourced[]): PlacedPlace[] =>
  places.flatMap(({ id, name, county, point, precision, outside, source }) =>
    point && !outside && (precision === 'exact' || precision === 'township')
      ? [{ id, name, county, point, isExact: precision === 'exact', source: wordsOf(source) }]
      : [],
  );

/** Whether a place stands on a map at the point of its town only: 位置约略. */
export const isRough = ({ point, precision, outside }: Pick<Sourced, 'point' | 'precision' | 'outside'>): boolean =>
  point !== undefined && precision === 'township' && !outside;

const wordsOf = (source: Sourced['source']): string | undefined =>
  source && [source.issuer, source.title].filter(Boolean).join('：');
