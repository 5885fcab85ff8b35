import type { Engine } from './engine.ts';
import { searchableIn } from './field-values.ts';
import { type Forms, foldTerms, readForms } from './forms.ts';
import type { Matches } from './source.ts';
import { placesOf, tokenize } from './tokens.ts';
import type { Wanted } from './wanted.ts';

/** What was found of something wanted. */
export interface Found {
  /** Pages that have it. */
  pages: Set<number>;
  /** Where each of its phrases stands that is not excluded. */
  leaves: Matches[];
  /** A phrase, excluded or not, is nowhere: perhaps it stands in the index in other characters. */
  missing: boolean;
}

/** Finds the pages that have what is wanted. Throws where a part of the index does not load. */
export async function find(wanted: Wanted, engine: Engine): Promise<Found> {
  switch (wanted.kind) {
    case 'phrase':
      return leafOf(await engine.find(wanted.terms));
    case 'near':
      return leafOf(await findNear(wanted.of, wanted.within, engine));
    case 'field':
      return leafOf(merge(await Promise.all(wanted.fields.map((field) => engine.findIn(field, wanted.terms)))));
    case 'dated':
      return leafOf(await engine.findDated(wanted.fields, wanted.days));
    case 'not': {
      const { pages, missing } = await find(wanted.of, engine);
      return { pages, leaves: [], missing };
    }
    case 'any': {
      const found = await Promise.all(wanted.of.map((one) => find(one, engine)));
      const pages = new Set(found.flatMap((one) => [...one.pages]));
      const missing = wanted.spelt ? pages.size === 0 : found.some((one) => one.missing);
      return { pages, leaves: found.flatMap(({ leaves }) => leaves), missing };
    }
    case 'all':
      return findAll(wanted.of, engine);
  }
}

const leafOf = (matches: Matches): Found => ({
  pages: new Set(matches.keys()),
  leaves: [matches],
  missing: matches.size === 0,
});

/** Pages of any of them; in a title where one of them says so. */
function merge(all: readonly Matches[]): Matches {
  const merged: Matches = new Map();
  for (const matches of all)
    for (const [page, inTitle] of matches) merged.set(page, (merged.get(page) ?? false) || inTitle);
  return merged;
}

async function findAll(parts: readonly Wanted[], engine: Engine): Promise<Found> {
  const found = await Promise.all(parts.map((part) => find(part, engine)));
  const isExcluded = (i: number) => parts[i]?.kind === 'not';
  const [first, ...others] = found.filter((_, i) => !isExcluded(i));
  const unwanted = found.filter((_, i) => isExcluded(i));
  const pages = [...(first?.pages ?? [])].filter(
    (page) => others.every((one) => one.pages.has(page)) && !unwanted.some((one) => one.pages.has(page)),
  );
  return {
    pages: new Set(pages),
    leaves: found.flatMap(({ leaves }) => leaves),
    missing: found.some(({ missing }) => missing),
  };
}

/** Pages that hold both phrases in one block, with at most so many tokens between them: read in their texts. */
async function findNear([a, b]: [string[], string[]], within: number, engine: Engine): Promise<Matches> {
  const [withA, withB] = await Promise.all([engine.find(a), engine.find(b)]);
  const both = [...withA.keys()].filter((page) => withB.has(page));
  const matches: Matches = new Map();
  await Promise.all(
    both.map(async (page) => {
      const text = await engine.text(page);
      const read = readForms(text.forms);
      const held = searchableIn(text, engine.catalogue.fields).filter(({ text }) => {
        const tokens = tokenize(text, read);
        const [placesA, placesB] = [placesOf(tokens, a), placesOf(tokens, b)];
        return placesA.some(([startA, endA]) =>
          placesB.some(([startB, endB]) => isBetween(startB - endA, within) || isBetween(startA - endB, within)),
        );
      });
      if (held.length > 0)
        matches.set(
          page,
          held.some(({ title }) => title),
        );
    }),
  );
  return matches;
}

const isBetween = (distance: number, most: number): boolean => distance >= 0 && distance <= most;

/** What is wanted, each character as the form that stands for it in the index. */
export function foldWanted(wanted: Wanted, forms: Forms): Wanted {
  if (wanted.kind === 'dated') return wanted;
  if (wanted.kind === 'phrase' || wanted.kind === 'field') return { ...wanted, terms: foldTerms(wanted.terms, forms) };
  if (wanted.kind === 'near')
    return { ...wanted, of: [foldTerms(wanted.of[0], forms), foldTerms(wanted.of[1], forms)] };
  if (wanted.kind === 'not') return { ...wanted, of: foldWanted(wanted.of, forms) };
  return { ...wanted, of: wanted.of.map((one) => foldWanted(one, forms)) };
}
