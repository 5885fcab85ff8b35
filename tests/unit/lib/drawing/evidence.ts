import { draw } from '../../../../src/lib/drawing/draw.ts';
import type { Evidence, Telling } from '../../../../src/lib/drawing/evidence.ts';
import type { FormName } from '../../../../src/lib/drawing/names.ts';
import type { Figure, Milestone } from '../../../../src/lib/schema/story.ts';

export const figure = (id: string, value: Figure['value'], unit: string, more: Partial<Figure> = {}): Figure => ({
  ...{ id, label: id, value, unit, asOf: null },
  ...more,
});

export const milestone = (id: string, date: string | null, more: Partial<Milestone> = {}): Milestone => ({
  ...{ id, date, basis: 'stated', title: id, ...(date === null ? { printed: '后来' } : {}) },
  ...more,
});

export const telling = (
  figures: readonly Figure[] = [],
  milestones: readonly Milestone[] = [],
  words: Readonly<Record<string, string>> = {},
  county = '',
): Telling => ({ figures, milestones, words: new Map(Object.entries(words)), county });

export const evidenceOf = (
  own: Telling,
  others: Readonly<Record<string, Telling | null>> = {},
  places: Readonly<Record<string, ReturnType<Evidence['place']>>> = {},
): Evidence => ({
  own,
  of: (slug) => others[slug],
  place: (id) => places[id],
  ids: { stories: Object.keys(others), places: Object.keys(places) },
});

/** What a text's component is drawn as; throws where it is not drawn. */
export function drawn(form: FormName, attributes: Record<string, string>, evidence: Evidence) {
  const { drawing, faults } = draw({ form, attributes }, evidence);
  if (!drawing) throw new Error(JSON.stringify(faults));
  return drawing;
}

export const faultsOf = (form: FormName, attributes: Record<string, string>, evidence: Evidence) =>
  draw({ form, attributes }, evidence).faults.map(({ kind }) => kind);
