import { asOfText, figureText, formatFigure } from '../numbers/figures.ts';
import { baseRange, baseUnit } from '../numbers/order.ts';
import { isOpen } from '../privacy/open.ts';
import { type Bound, boundOf } from '../qualifiers/qualifiers.ts';
import type { Figure, Milestone } from '../schema/story.ts';
import { figureAnchor, figurePath, milestoneAnchor, milestonePath } from '../urls.ts';
import type { Reference } from './names.ts';
import type { PlaceMap } from './place-map.ts';

/** What a story states, private rows too. */
export interface Telling {
  figures: readonly Figure[];
  milestones: readonly Milestone[];
  /** The words of the text by the id of the figure they state. */
  words: ReadonlyMap<string, string>;
  /** Of what unit it tells: 青滩; '' where there is none. */
  county: string;
}

/** A place that lists may show. */
export interface DrawnPlace {
  id: string;
  name: string;
  href: string;
  /** What it lies in, largest first: 福建省, 龙岩市, 青滩县, 东河镇. */
  within: readonly string[];
  /** Null where no outline of its county is held. */
  map: PlaceMap | null;
}

/** What a drawing may be made of. */
export interface Evidence {
  own: Telling;
  /** Another story's; null of one that cannot be read, undefined where there is none. */
  of: (story: string) => Telling | null | undefined;
  /** Undefined where there is none, `private` where no list shows it. */
  place: (id: string) => DrawnPlace | 'private' | undefined;
  /** Ids that could have been meant. */
  ids: { stories: readonly string[]; places: readonly string[] };
}

/** A figure as drawings show it. */
export interface Fact {
  id: string;
  /** Where the words stand that state it. */
  href: string;
  /** What is counted. */
  label: string;
  /** 30 余只 */
  text: string;
  /** Without its unit where it has no qualifier: 5000. */
  number: string;
  /** Its words in the text, 一万八; '' where they are not known. */
  said: string;
  /** In its base unit, 元 of 万元; equal where it is no range. */
  low: number;
  high: number;
  /** In which way the true number lies. */
  bound: Bound | null;
  /** 元, 人 */
  unit: string;
  /** As printed: 万元. */
  printedUnit: string;
  /** Of what unit its story tells: 青滩; '' where there is none. */
  county: string;
  asOf: string;
  /** EDTF. */
  date: string | null;
  isPrivate: boolean;
}

export function factOf(
  figure: Figure,
  story: string | null,
  { words, county }: Pick<Telling, 'words' | 'county'>,
): Fact {
  const [low, high] = baseRange(figure);
  const { number } = formatFigure(figure);
  return {
    id: figure.id,
    href: story === null ? `#${figureAnchor(figure.id)}` : figurePath(story, figure.id),
    label: figure.label,
    text: figureText(figure),
    number,
    said: words.get(figure.id) ?? '',
    county,
    ...{ low, high, bound: boundOf(figure.qualifier) },
    ...{ unit: baseUnit(figure.unit), printedUnit: figure.unit },
    ...{ asOf: asOfText(figure), date: figure.asOf, isPrivate: !isOpen(figure) },
  };
}

/** A milestone as drawings show it. */
export interface Event extends Milestone {
  href: string;
  isPrivate: boolean;
}

export const eventOf = (milestone: Milestone, story: string | null): Event => ({
  ...milestone,
  href: story === null ? `#${milestoneAnchor(milestone.id)}` : milestonePath(story, milestone.id),
  isPrivate: !isOpen(milestone),
});

/** What keeps a drawing from being drawn. */
export type DrawingFault =
  | { kind: 'missing'; attribute: string }
  | { kind: 'title' }
  | { kind: 'story'; story: string; among: readonly string[] }
  | { kind: 'id'; of: 'figures' | 'milestones' | 'places'; id: string; story: string | null; among: readonly string[] }
  | { kind: 'private'; of: 'figures' | 'milestones' | 'places'; id: string; story: string | null }
  | { kind: 'twice'; id: string }
  | { kind: 'one'; attribute: string }
  | { kind: 'few'; attribute: string; least: number }
  | { kind: 'unit'; id: string; unit: string; first: string }
  | { kind: 'sum'; added: string; said: string }
  | { kind: 'whole'; parts: string; whole: string }
  | { kind: 'whole-missing' }
  | { kind: 'negative'; id: string }
  | { kind: 'order'; from: string; to: string }
  | { kind: 'dates' }
  | { kind: 'length'; said: string; dates: string }
  | { kind: 'length-unit'; said: string };

/** What names a thing, or why it names none. */
export type Found<T> = { found: T } | { fault: DrawingFault };

function tellingOf({ own, of, ids }: Evidence, { story }: Reference): Found<Telling | null> {
  if (story === null) return { found: own };
  const telling = of(story);
  return telling === undefined ? { fault: { kind: 'story', story, among: ids.stories } } : { found: telling };
}

/** Finds a row of a story; null of a story that cannot be read, whose own errors say more. */
function findRow<T extends { id: string; private?: boolean | undefined }, R>(
  evidence: Evidence,
  reference: Reference,
  of: 'figures' | 'milestones',
  make: (row: T, telling: Telling) => R,
): Found<R | null> {
  const { id, story } = reference;
  const telling = tellingOf(evidence, reference);
  if ('fault' in telling) return telling;
  if (telling.found === null) return { found: null };
  const rows = telling.found[of] as unknown as readonly T[];
  const row = rows.find((one) => one.id === id);
  if (!row) return { fault: { kind: 'id', of, id, story, among: rows.map((one) => one.id) } };
  if (story !== null && !isOpen(row)) return { fault: { kind: 'private', of, id, story } };
  return { found: make(row, telling.found) };
}

export const findFact = (evidence: Evidence, reference: Reference): Found<Fact | null> =>
  findRow(evidence, reference, 'figures', (figure: Figure, telling) => factOf(figure, reference.story, telling));

export const findEvent = (evidence: Evidence, reference: Reference): Found<Event | null> =>
  findRow(evidence, reference, 'milestones', (milestone: Milestone) => eventOf(milestone, reference.story));

export function findPlace({ place, ids }: Evidence, { id }: Reference): Found<DrawnPlace> {
  const found = place(id);
  if (found === undefined) return { fault: { kind: 'id', of: 'places', id, story: null, among: ids.places } };
  return found === 'private' ? { fault: { kind: 'private', of: 'places', id, story: null } } : { found };
}
