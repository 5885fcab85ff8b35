import { spansOf } from './context.ts';
import { overlaps } from './date-forms.ts';
import { readValue } from './field-values.ts';
import { readForms } from './forms.ts';
import { tokenize } from './tokens.ts';
import type { Field, PageText } from './types.ts';
import type { Leaf } from './wanted.ts';

/** A value of a field in which something was found. */
export interface FieldLine {
  field: Field;
  /** Anchor in the page of what it is about; empty where it has none. */
  id: string;
  /** The value in pieces, every second of them a hit. */
  pieces: string[];
  /** It holds every phrase that was looked up. */
  whole: boolean;
}

/** What was found in what is said of a page beside its text, in the order of the fields. */
export function fieldLinesOf(page: PageText, fields: readonly Field[], leaves: readonly Leaf[]): FieldLine[] {
  const forms = readForms(page.forms);
  const sought = leaves.filter(({ kind }) => kind !== 'dated');
  return fields.flatMap((field) =>
    valuesOf(page, field).flatMap(({ text, id = '', days, before = '' }): FieldLine[] => {
      const meant = leaves.filter((leaf) => isMeant(leaf, field));
      if (meant.some((leaf) => leaf.kind === 'dated' && days && overlaps(days, leaf.days)))
        return [{ field, id, pieces: ['', before + text], whole: leaves.length === 1 }];
      const tokens = tokenize(text, forms);
      const phrases = meant.flatMap(termsIn);
      const spans = spansOf(tokens, phrases);
      if (spans.length === 0) return [];
      const whole = sought.every((leaf) => termsIn(leaf).every((terms) => spansOf(tokens, [terms]).length > 0));
      const ends = [0, ...spans.flatMap(({ start, end }) => [start, end]), text.length];
      const pieces = ends.slice(1).map((end, i) => (i === 0 ? before : '') + text.slice(ends[i], end));
      return [{ field, id, pieces, whole }];
    }),
  );
}

/** Of dates, the narrowest first. */
const valuesOf = ({ fields }: PageText, { id }: Field) =>
  (fields?.[id] ?? []).map(readValue).sort((a, b) => widthOf(a.days) - widthOf(b.days));

const widthOf = (days = ''): number => {
  const [first = '', last = first] = days.split('/');
  return Date.parse(last) - Date.parse(first) || 0;
};

const termsIn = (leaf: Leaf): string[][] =>
  leaf.kind === 'near' ? leaf.of : leaf.kind === 'dated' ? [] : [leaf.terms];

/** Whether a leaf looks into the field: what is in the text as well, only where it is named. */
function isMeant(leaf: Leaf, { id, inText = false, dated = false }: Field): boolean {
  if (leaf.kind === 'field') return leaf.fields.includes(id);
  if (leaf.kind === 'dated') return leaf.fields.length === 0 ? dated : leaf.fields.includes(id);
  return !inText;
}
