import { edtfProblem } from '../../lib/dates/edtf.ts';
import { type Manuscript, readStory } from '../../lib/manuscript/manuscript.ts';
import type { ContentFile } from '../../lib/manuscript/paths.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { suggestMarks } from '../../lib/marking/suggest.ts';
import type { Suggestion, Writing } from '../../lib/marking/suggestion.ts';
import { ESSAY } from '../../lib/schema/essay.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { explainMissingHead } from '../check/torn.ts';
import { entriesFor } from './entries.ts';
import { type PlacedPassage, passagesOf } from './passages.ts';

/** A suggestion with the place of its tags in the body. */
export type PlacedSuggestion = Suggestion & { from: number; to: number };

/** What could be marked in a story. */
export interface Suggested {
  manuscript: Manuscript<StoryData>;
  passages: PlacedPassage[];
  suggestions: PlacedSuggestion[];
}

/**
 * Suggests marks for a story, a draft with open fields too.
 * @param files of the content folder, for its registers
 * @returns the suggestions in the order of the text, or what keeps the story from being read
 */
export function suggestFor(story: ContentFile, files: readonly ContentFile[]): Suggested | { fault: Finding } {
  const manuscript = readStory(story);
  const { body, head } = manuscript;
  if (!manuscript.hasHead) return { fault: explainMissingHead(story.text) };
  const [broken] = head.findings;
  if (broken) return { fault: broken };
  if (body.fault) return { fault: body.fault };
  const fields = fieldsOf(head.data);
  const passages = passagesOf(body.blocks, body.text);
  const marked = new Set(body.blocks.flatMap(({ marks }) => marks).map(({ name, id }) => `${name} ${id}`));
  const suggestions = suggestMarks(passages, {
    writing: writingOf(fields),
    entries: entriesFor(files, fields),
    isMarked: ({ field, id }) => marked.has(`${MARKS[field]} ${id}`),
  });
  // What an essay states stands in other stories, and is marked there.
  const own = fields.genre === ESSAY ? suggestions.filter(({ kind }) => kind === 'mention') : suggestions;
  const all = own.flatMap((one) => placed(one, passages));
  const kept = passages.flatMap((passage, index) =>
    withinParagraph(
      passage,
      all.filter((one) => one.passage === index),
    ),
  );
  return { manuscript, passages, suggestions: kept };
}

/** Of a line that elements cover without a word between them, MDX makes blocks of their own: the last of them is left out. */
function withinParagraph({ text, taken, milestones }: PlacedPassage, own: PlacedSuggestion[]): PlacedSuggestion[] {
  const lines = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
  const there = [...taken, ...milestones].map(([start, end]) => ({ start, end }));
  for (const line of lines) {
    const inside = (one: { start: number; end: number }) => one.start >= line.start && one.end <= line.end;
    const all = [...there, ...own].filter(inside);
    const outer = all.filter(
      (one) =>
        !all.some((other) => other !== one && other.start <= one.start && one.end <= other.end && !isSame(one, other)),
    );
    const open = [...text.slice(line.start, line.end)].some(
      (sign, at) =>
        sign.trim() !== '' && !outer.some(({ start, end }) => start <= line.start + at && line.start + at < end),
    );
    const count = new Set(outer.map(({ start }) => start)).size;
    if (open || count === 0 || (count === 1 && lines.length === 1)) continue;
    const last = own.findLast((one) => outer.includes(one));
    if (last)
      return withinParagraph(
        { text, taken, milestones } as PlacedPassage,
        own.filter((one) => one !== last),
      );
  }
  return own;
}

const isSame = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start === b.start && a.end === b.end;

const MARKS = { people: 'Person', places: 'Place', practices: 'Practice' } as const;

function placed(one: Suggestion, passages: readonly PlacedPassage[]): PlacedSuggestion[] {
  const span = passages[one.passage]?.spanOf(one.start, one.end);
  return span ? [{ ...one, from: span[0], to: span[1] }] : [];
}

/** The fields of a story as far as they can be trusted: a draft may still lack what its schema wants. */
interface Fields {
  county?: string;
  counties?: string[];
  genre?: string;
  text?: string;
  source?: { date?: unknown; ground?: unknown; kind?: unknown };
  /** Who signed the source. */
  names: string[];
}

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function fieldsOf(data: unknown): Fields {
  if (!isRecord(data)) return { names: [] };
  const source = isRecord(data.source) ? data.source : {};
  const [county, genre, text] = [textIn(data.county), textIn(data.genre), textIn(data.text)];
  const bylines = listIn(source.bylines).flatMap((byline) => (isRecord(byline) ? listIn(byline.names) : []));
  const names = bylines.flatMap((name) => textIn(name) ?? []);
  return {
    ...(county === undefined ? {} : { county }),
    ...(genre === undefined ? {} : { genre }),
    ...(text === undefined ? {} : { text }),
    counties: listIn(data.counties).flatMap((id) => textIn(id) ?? []),
    source: { date: source.date, ground: source.ground, kind: source.kind },
    names,
  };
}

function writingOf({ source, text }: Fields): Writing {
  const date = textIn(source?.date);
  const isKnown = date !== undefined && edtfProblem(date) === null;
  const ground = textIn(source?.ground) ?? (source?.kind === 'webpage' ? '网页日期' : '出处的日期');
  return { date: isKnown ? date : null, ground, isRetold: text !== 'full' && text !== 'transcript' };
}
