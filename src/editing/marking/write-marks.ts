import { readStory } from '../../lib/manuscript/manuscript.ts';
import { isMark } from '../../lib/manuscript/marks.ts';
import type { ContentFile } from '../../lib/manuscript/paths.ts';
import { isElement, splitManuscript, walk } from '../../lib/manuscript/tree.ts';
import type { When } from '../../lib/marking/suggestion.ts';
import { PAGE_IDS } from '../../lib/schema/page-ids.ts';
import { UNRESOLVED } from '../../lib/schema/unresolved.ts';
import { idFor } from '../names/pinyin.ts';
import { addEntries, type Field, fieldLine, quoted } from './front-lists.ts';
import type { PlacedSuggestion, Suggested } from './suggest-for.ts';

/** A suggestion that is taken up; what it leaves in doubt is written beside it as open, unless the editor has looked at it. */
export interface Chosen {
  suggestion: PlacedSuggestion;
  isLookedAt: boolean;
}

const TAGS = { people: 'Person', places: 'Place', practices: 'Practice' } as const;
/** Which mark stands around the other where both hold the same words. */
const RANKS = { milestone: 0, mention: 1, figure: 2 } as const;

const tagOf = (one: PlacedSuggestion): string =>
  one.kind === 'figure' ? 'Figure' : one.kind === 'milestone' ? 'Milestone' : TAGS[one.field];

/**
 * Writes marks into a story: tags into its text, entries into its fields. No other line is touched, and no word changes.
 * @returns the whole file
 * @throws Error in Chinese where a field is no list, or where the words would not be the same
 */
export function writeMarks(story: ContentFile, { manuscript }: Suggested, chosen: readonly Chosen[]): string {
  const parts = splitManuscript(story.text);
  if (!parts || chosen.length === 0) return story.text;
  const named = nameAll(chosen, idsIn(manuscript));
  // The body counts lines by newlines before it, so that both end alike.
  const marked = withTags(story.text, named, story.text.length - parts.body.length);
  const head = withEntries(parts.frontmatter, named);
  const text = `---\n${head}${marked.slice(4 + parts.frontmatter.length)}`;
  prove(story, text);
  return text;
}

interface Named extends Chosen {
  id: string;
}

/** Every id that the story has, in its marks and its fields. */
function idsIn({ body, head }: Suggested['manuscript']): Set<string> {
  const ids = new Set(body.blocks.flatMap(({ marks }) => marks.map(({ id }) => id)));
  const data = (head.data ?? {}) as Record<string, unknown>;
  for (const field of ['milestones', 'figures', 'gaps', 'media'])
    for (const entry of Array.isArray(data[field]) ? data[field] : [])
      if (typeof entry === 'object' && entry !== null && 'id' in entry) ids.add(String(entry.id));
  return ids;
}

function nameAll(chosen: readonly Chosen[], taken: Set<string>): Named[] {
  return chosen.map((one) => {
    const { suggestion } = one;
    if (suggestion.kind === 'mention') return { ...one, id: suggestion.id };
    const words = suggestion.kind === 'figure' ? suggestion.label : suggestion.title;
    const id = freeId(words, suggestion.kind === 'figure' ? 'figure' : 'event', taken);
    taken.add(id);
    return { ...one, id };
  });
}

/** The most characters of a name that an id is made of. */
const LONGEST = 6;

/** An id that nothing has, made of the words' letters. */
function freeId(words: string, otherwise: string, taken: ReadonlySet<string>): string {
  const han = [...words.replace(/[^\p{Script=Han}]/gu, '')];
  const own =
    han.length > 1 ? idFor((otherwise === 'figure' ? han.slice(-LONGEST) : han.slice(0, LONGEST)).join('')) : '';
  // Reading modes of browsers take out what is called share.
  const base = own === '' || /^tag-|(?:^|-)share(?:-|$)/.test(own) ? otherwise : own;
  const isFree = (id: string) => !taken.has(id) && !PAGE_IDS.has(id);
  if (isFree(base) && base !== otherwise) return base;
  for (let n = base === otherwise ? 1 : 2; ; n++) if (isFree(`${base}-${n}`)) return `${base}-${n}`;
}

function withTags(text: string, named: readonly Named[], shift: number): string {
  const nested = [...named].sort(
    ({ suggestion: a }, { suggestion: b }) => a.from - b.from || b.to - a.to || RANKS[a.kind] - RANKS[b.kind],
  );
  const opens = Map.groupBy(nested, ({ suggestion }) => suggestion.from);
  const closes = Map.groupBy([...nested].reverse(), ({ suggestion }) => suggestion.to);
  const places = [...new Set([...opens.keys(), ...closes.keys()])].sort((a, b) => a - b);
  let written = '';
  let at = 0;
  for (const place of places) {
    const closing = (closes.get(place) ?? []).map(({ suggestion }) => `</${tagOf(suggestion)}>`);
    const opening = (opens.get(place) ?? []).map(({ suggestion, id }) => `<${tagOf(suggestion)} id="${id}">`);
    written += text.slice(at, place + shift) + closing.join('') + opening.join('');
    at = place + shift;
  }
  return written + text.slice(at);
}

function withEntries(head: string, named: readonly Named[]): string {
  const inOrder = [...named].sort((a, b) => a.suggestion.from - b.suggestion.from);
  const entries = (field: Field, write: (one: Named) => string[] | null): { field: Field; entries: string[][] } => ({
    field,
    entries: inOrder.flatMap((one) => {
      const lines = write(one);
      return lines ? [lines] : [];
    }),
  });
  const mentions = (field: keyof typeof TAGS) =>
    entries(field, ({ suggestion, id }) => (suggestion.kind === 'mention' && suggestion.field === field ? [id] : null));
  return [
    ...(['people', 'places', 'practices'] as const).map(mentions),
    entries('milestones', milestoneLines),
    entries('figures', figureLines),
  ].reduce((text, { field, entries: added }) => addEntries(text, field, added), head);
}

/** What is left open, as a note that keeps the story from being published until somebody has looked. */
const noteOf = ({ suggestion, isLookedAt }: Named): string | null =>
  isLookedAt || suggestion.doubts.length === 0 ? null : `${UNRESOLVED}：${suggestion.doubts.join('；')}`;

function milestoneLines(one: Named): string[] | null {
  const { suggestion, id } = one;
  if (suggestion.kind !== 'milestone') return null;
  const { when, title, place } = suggestion;
  const note = noteOf(one);
  return [
    `id: ${id}`,
    ...whenFields('date', when),
    `basis: ${when.basis}`,
    ...fieldLine('ground', when.ground),
    ...fieldLine('extent', when.extent),
    ...fieldLine('recurs', when.recurs),
    ...(when.planned ? ['planned: true'] : []),
    `title: ${quoted(title)}`,
    ...fieldLine('place', place),
    ...(suggestion.private ? ['private: true'] : []),
    ...fieldLine('note', note ?? undefined),
  ];
}

function figureLines(one: Named): string[] | null {
  const { suggestion, id } = one;
  if (suggestion.kind !== 'figure') return null;
  const { label, value, unit, qualifiers, when } = suggestion;
  const note = noteOf(one);
  const fields = [
    `id: ${id}`,
    `label: ${quoted(label)}`,
    `value: ${typeof value === 'number' ? value : `[${value.join(', ')}]`}`,
    `unit: ${quoted(unit)}`,
    ...(qualifiers.length > 1 ? [`qualifier: [${qualifiers.join(', ')}]`] : qualifiers.map((q) => `qualifier: ${q}`)),
    ...(when ? whenFields('asOf', when) : ['asOf: null']),
    ...(when?.basis === 'inferred' ? fieldLine('ground', when.ground) : []),
    ...(suggestion.private ? ['private: true'] : []),
    ...fieldLine('note', note ?? undefined),
  ];
  return [`{ ${fields.join(', ')} }`];
}

const whenFields = (field: 'date' | 'asOf', { date, printed }: When): string[] => [
  `${field}: ${date === null ? 'null' : `"${date}"`}`,
  ...fieldLine('printed', printed),
];

/** A story's words, block by block. */
const wordsOf = (story: ContentFile): string => {
  const { body } = readStory(story);
  return JSON.stringify(body.fault ?? body.blocks.map(({ kind, depth, text }) => [kind, depth, text]));
};

/** Marks may add nothing but themselves: the words are the same, every mark is where it was meant, no field has broken. */
function prove(before: ContentFile, text: string): void {
  const after = { path: before.path, text };
  const [old, now] = [readStory(before), readStory(after)];
  const faults = now.findings.filter(({ message }) => !old.findings.some((other) => other.message === message));
  const [fault] = [...(now.body.fault ? [now.body.fault] : []), ...now.head.findings, ...faults];
  if (fault) throw new Error(`标记写不进去：第 ${fault.line} 行${fault.message}`);
  if (wordsOf(before) !== wordsOf(after)) throw new Error('写上标记，正文的字就变了，没有写');
  if (stripTags(after) !== stripTags(before)) throw new Error('写上标记，正文的写法就变了，没有写');
}

/** The body as it is written, without its marks. */
export function stripTags(story: ContentFile): string {
  const { body } = readStory(story);
  const cuts: [number, number][] = [];
  if (body.tree)
    walk(body.tree, (node) => {
      if (!isElement(node) || !isMark(node.name) || node.children.length === 0) return;
      const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      const opening = body.text.indexOf('>', from) + 1;
      cuts.push([from, opening], [body.text.lastIndexOf('</', to - 1), to]);
    });
  return cuts
    .sort((a, b) => b[0] - a[0])
    .reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), body.text)
    .replace(/^\n+/, '');
}
