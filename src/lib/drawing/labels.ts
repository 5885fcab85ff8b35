import type { Fact } from './evidence.ts';

/** Shorter than this a label says nothing. */
const LEAST = 2;

/**
 * What several labels begin with, 上湾村一户的, is said once for all: up to its last 的, so that no word is cut.
 * @returns the common beginning without its 的, '' where there is none, and the rest of each
 */
export function shareLabels(labels: readonly string[]): { common: string; rest: string[] } {
  const [first = ''] = labels;
  let length = 0;
  while (length < first.length && labels.every((label) => label[length] === first[length])) length += 1;
  const end = first.slice(0, length).lastIndexOf('的') + 1;
  const rest = labels.map((label) => label.slice(end));
  if (labels.length < 2 || end === 0 || rest.some((label) => label.length < LEAST))
    return { common: '', rest: [...labels] };
  return { common: first.slice(0, end - 1), rest };
}

/** A label without the county that it begins with, which is said before it: 青滩县的第一书记. */
export function withoutCounty(label: string, county: string): string {
  if (county === '' || !label.startsWith(county)) return label;
  const rest = label
    .slice(county.length)
    .replace(/^[市县区]/u, '')
    .replace(/^的/u, '');
  return rest.length < LEAST ? label : rest;
}

/** The words that all facts have alike; '' where they differ. */
export function sharedBy(facts: readonly Fact[], wordOf: (fact: Fact) => string): string {
  const words = new Set(facts.map(wordOf));
  return words.size === 1 ? (facts[0] ? wordOf(facts[0]) : '') : '';
}

/** Whether the unit can be said once: it is one, and no number has a qualifier or is a percentage. */
export const isUnitApart = (facts: readonly Fact[]): boolean =>
  facts.every(({ bound, printedUnit, low, high }) => bound === null && low === high && !/^$|^[%‰]/.test(printedUnit)) &&
  sharedBy(facts, ({ printedUnit }) => printedUnit) !== '';

/** A number of us in the unit of facts, without the traces of floating point: 18260. */
export const roundOff = (value: number): number => Number(value.toPrecision(12));
