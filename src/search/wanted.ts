import type { Days } from './date-forms.ts';
import { isHan, isWildcard } from './tokens.ts';

/** What a page is asked for. */
export type Wanted =
  /** Terms that follow each other; `ONE` and `SOME` stand for others. */
  | { kind: 'phrase'; terms: string[] }
  | { kind: 'all'; of: Wanted[] }
  /** `spelt`: the first in other ways to write it. */
  | { kind: 'any'; of: Wanted[]; spelt?: true }
  | { kind: 'not'; of: Wanted }
  /** Two phrases in one block with at most so many tokens between them, in either order. */
  | { kind: 'near'; of: [string[], string[]]; within: number }
  /** Terms that follow each other in one of these fields. */
  | { kind: 'field'; fields: string[]; terms: string[] }
  /** A date in one of these fields that overlaps the days; in any that is dated where there are none. */
  | { kind: 'dated'; fields: string[]; days: Days };

/** A part of what is wanted that is looked up by itself. */
export type Leaf = Exclude<Wanted, { kind: 'all' | 'any' | 'not' }>;

/** Phrases that are to be found, in order, each once; those of an excluded part, or of a field, are none of them. */
export const phrasesOf = (wanted: Wanted): string[][] =>
  unique(
    leavesOf(wanted).flatMap((leaf) => (leaf.kind === 'phrase' ? [leaf.terms] : leaf.kind === 'near' ? leaf.of : [])),
  );

/** All that is to be found, in order; nothing of an excluded part. */
export function leavesOf(wanted: Wanted): Leaf[] {
  if (wanted.kind === 'all' || wanted.kind === 'any') return wanted.of.flatMap(leavesOf);
  return wanted.kind === 'not' ? [] : [wanted];
}

/** The same with each of its phrases otherwise written; what is excluded stays as it is asked. */
export function rewrite(wanted: Wanted, write: (terms: readonly string[]) => string[]): Wanted {
  if (wanted.kind === 'dated' || wanted.kind === 'not') return wanted;
  if (wanted.kind === 'near') return { ...wanted, of: [write(wanted.of[0]), write(wanted.of[1])] };
  if (wanted.kind === 'all' || wanted.kind === 'any')
    return { ...wanted, of: wanted.of.map((one) => rewrite(one, write)) };
  return { ...wanted, terms: write(wanted.terms) };
}

/** What is wanted, in these fields instead of anywhere. */
export function inFields(wanted: Wanted, fields: string[], ignored: string[]): Wanted {
  if (wanted.kind === 'phrase') return { kind: 'field', fields, terms: wanted.terms };
  if (wanted.kind === 'near') {
    ignored.push('NEAR');
    return { kind: 'all', of: wanted.of.map((terms) => ({ kind: 'field', fields, terms })) };
  }
  if (wanted.kind === 'not') return { kind: 'not', of: inFields(wanted.of, fields, ignored) };
  if (wanted.kind === 'field' || wanted.kind === 'dated') return wanted;
  return { ...wanted, of: wanted.of.map((one) => inFields(one, fields, ignored)) };
}

/** Parts of which all are wanted, or one; null for none. */
export function together(kind: 'all' | 'any', parts: readonly Wanted[]): Wanted | null {
  const seen = new Set<string>();
  const distinct = parts.filter((part) => {
    const key = JSON.stringify(part);
    return !seen.has(key) && seen.add(key);
  });
  const [only] = distinct;
  return distinct.length > 1 ? { kind, of: distinct } : (only ?? null);
}

/** Each phrase once. */
export function unique(phrases: readonly string[][]): string[][] {
  const seen = new Set<string>();
  return phrases.filter((phrase) => {
    const key = phrase.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/** Terms as a reader would write them: Han characters together, other runs apart. */
export const writeTerms = (terms: readonly string[]): string =>
  terms.map((term, i) => (i > 0 && !terms.slice(i - 1, i + 1).some(joins) ? ' ' : '') + term).join('');

const joins = (term: string): boolean => isHan(term) || isWildcard(term);
