import { MAP_PAGE } from '#words/map.ts';
import { LIST } from '#words/punctuation.ts';
import type { MapCounty } from '../geo/drawn-counties.ts';
import { labelOf, shortName, withinOf } from '../units/names.ts';

export interface PanelTitle {
  name: string;
  /** What its counties lie in: 青山东川、西川. '' where they lie in nothing. */
  region: string;
}

/** A name that an archive gives to a panel, by the units that are in it. */
export interface GivenTitle {
  name: string;
  units: readonly string[];
}

/** As many counties are called by their own names. */
const FEW = 2;

const level = (counties: readonly MapCounty[], i: number): string[] => [
  ...new Set(counties.flatMap((county) => (withinOf(county)[i] ?? '').split('、').filter(Boolean).map(shortName))),
];

function regionOf(counties: readonly MapCounty[]): string {
  const depth = Math.max(0, ...counties.map((county) => withinOf(county).length));
  const levels = Array.from({ length: depth }, (_, i) => level(counties, i));
  return [...new Set(levels.map((names) => names.join(LIST)))].join('');
}

/** The smallest that all of them lie in. */
function commonOf(counties: readonly MapCounty[]): string {
  const [first, ...others] = counties.map(withinOf);
  const shared = (first ?? []).filter((name, i) => others.every((within) => within[i] === name));
  return shortName(shared.at(-1) ?? '');
}

/**
 * What ties the counties of a panel: the name that the archive gives to just these, else their own names, or of many what
 * they all lie in.
 */
export function panelTitle(counties: readonly MapCounty[], given: readonly GivenTitle[] = []): PanelTitle {
  const ids = new Set(counties.map(({ id }) => id));
  const own = given.find(({ units }) => units.length === ids.size && units.every((id) => ids.has(id)));
  const names = counties.map(labelOf);
  const common = commonOf(counties);
  const name =
    own?.name ??
    (names.length <= FEW ? names.join(LIST) : MAP_PAGE.together(common, names.slice(0, FEW).join(LIST), names.length));
  return { name, region: regionOf(counties) };
}
