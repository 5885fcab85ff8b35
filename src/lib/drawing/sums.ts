import { splitUnit } from '../numbers/figures.ts';
import { scaled } from '../numbers/numerals.ts';
import { findStatements } from '../numbers/statements.ts';
import type { Bound } from '../qualifiers/qualifiers.ts';
import type { Fact } from './evidence.ts';
import { roundOff } from './labels.ts';

/** Least and most, in the base unit. */
type Range = [low: number, high: number];

/**
 * How fine a number is said: 4.76 亿 to the million, 一万八 to the thousand, 934 and 18000 in figures to one. What is said
 * in words of numbers, or in 万 and 亿, is rounded.
 */
function grainOf({ low, number, printedUnit, said }: Fact): number {
  const { power } = splitUnit(printedUnit);
  const decimals = /\.(\d+)/.exec(number)?.[1]?.length ?? 0;
  const isSpoken = said !== '' && !/[\d０-９]/.test(said) && findStatements(said).length > 0;
  if (isSpoken && power === 0) return 10 ** (/0*$/.exec(String(low))?.[0].length ?? 0);
  return power === 0 && decimals === 0 ? 0 : scaled(1, power - decimals);
}

/** As far as the words of an item leave it open. */
function rangeOf(fact: Fact): Range {
  const { low, high, bound } = fact;
  const slack = Math.max(grainOf(fact), bound ? 10 ** (/0*$/.exec(String(Math.round(high)))?.[0].length ?? 0) : 0);
  if (bound === 'from') return [low, high + slack];
  if (bound === 'to') return [low - slack, high];
  if (bound === 'about') return [low - slack, high + slack];
  const half = grainOf(fact) / 2;
  return [low - half, high + half];
}

/** The sum of items, in their base unit. */
export const sumOf = (items: readonly Fact[]): number => roundOff(items.reduce((sum, { low }) => sum + low, 0));

/** Whether items add up to what is said, as exactly as each of them is said. */
export function addsUp(items: readonly Fact[], total: Fact): boolean {
  const ranges = items.map(rangeOf);
  const [low, high] = [0, 1].map((side) => ranges.reduce((sum, range) => sum + (range[side] ?? 0), 0)) as Range;
  const [least, most] = rangeOf(total);
  const slack = 1e-12 * Math.max(1, Math.abs(most));
  return low <= most + slack && high >= least - slack;
}

/** Whether parts go into a whole. */
export function fitsInto(parts: readonly Fact[], whole: Fact): boolean {
  const least = parts.reduce((sum, fact) => sum + rangeOf(fact)[0], 0);
  return least <= rangeOf(whole)[1] * (1 + 1e-12);
}

/** Which way the true sum lies: as its items do, where they agree. */
function boundOfSum(items: readonly Fact[]): Bound | 'exact' {
  const bounds = new Set(items.flatMap(({ bound, low, high }) => bound ?? (high > low ? 'about' : [])));
  const [first] = bounds;
  return first === undefined ? 'exact' : bounds.size === 1 ? first : 'about';
}

/** A sum in the printed unit of the items, 18260 元, in the smallest of them where they differ. */
export function sumText(items: readonly Fact[]): { number: string; unit: string; bound: Bound | 'exact' } {
  const units = items.map(({ printedUnit }) => printedUnit);
  const unit = units.toSorted((a, b) => splitUnit(a).power - splitUnit(b).power)[0] ?? '';
  const { power } = splitUnit(unit);
  return { number: String(roundOff(scaled(sumOf(items), -power))), unit, bound: boundOfSum(items) };
}
