import { readContent } from '../../src/editing/files/read-content.ts';
import { isClosed } from '../../src/editing/marking/passages.ts';
import { type Suggested, suggestFor } from '../../src/editing/marking/suggest-for.ts';
import { type Block, isOwn } from '../../src/lib/manuscript/blocks.ts';
import { type Manuscript, readStory } from '../../src/lib/manuscript/manuscript.ts';
import { storyAt } from '../../src/lib/manuscript/paths.ts';
import { textOf, walk } from '../../src/lib/manuscript/tree.ts';
import { splitUnit } from '../../src/lib/numbers/figures.ts';
import { scaled } from '../../src/lib/numbers/numerals.ts';
import { qualifiersOf } from '../../src/lib/qualifiers/qualifiers.ts';
import { isEssay } from '../../src/lib/schema/essay.ts';
import type { StoryData } from '../../src/lib/schema/story.ts';
import { stripMarks } from './strip-marks.ts';

export const KINDS = ['figures', 'milestones', 'people', 'places', 'practices'] as const;
export type Kind = (typeof KINDS)[number];

/** A mark, placed by the letters before it: the words are the same with marks and without. */
interface Placed {
  start: number;
  end: number;
  words: string;
  /** What it says: value, unit and qualifier; EDTF date; id. */
  key: string;
  /** Label or title. */
  said?: string;
  /** Whether the engine is unsure of it. */
  isUnsure?: boolean;
  /** Of a milestone that has no date; it is not counted among those that are wanted. */
  isUndated?: boolean;
}
type Marks = Record<Kind, Placed[]>;

/** How suggestions stand to the marks of the editor. */
export interface Tally {
  /** Marks that are wanted: every figure, every dated milestone, every entry that is marked at all. */
  wanted: number;
  /** Of these, suggested where the editor has them, with the same value. An entry may be suggested elsewhere. */
  found: number;
  suggested: number;
  /** Suggestions that say what a mark of the editor says, each of one mark. */
  right: number;
  /** By the keystroke model, in seconds: what is left to the editor with suggestions, and all of it by hand. */
  seconds: number;
  byHand: number;
}

/**
 * The keystroke-level model (Card, Moran & Newell 1980): an average typist's key, and a decision. A Han character takes two
 * to three keys by pinyin. Counted are the keys of marks and entries as the handbook writes them, and a decision for each
 * thing looked at; reading the text, which nobody is spared, is not.
 */
const KEY = 0.28;
const DECISION = 1.35;
const KEYS = {
  /** `<Figure id="…"></Figure>` with its id, and going to either end of the words. */
  mark: 40,
  /** `- { id: …, value: …, unit: …, asOf: … }`, or date, basis and ground, without label or title. */
  entry: 70,
  /** An id in a list. */
  listed: 16,
  han: 2.5,
  /** Going to a label, and marking it to be overwritten. */
  reach: 6,
  /** Leaving out one suggestion by its number: `, 12`. */
  leaveOut: 4,
  /** Going to the next 待确认, and deleting the line. */
  settle: 8,
  /** `npm run mark -- <story>` and the answer. */
  run: 45,
};

const typing = (words: string | undefined): number => KEYS.han * (words ?? '').length;
const seconds = (keys: number, decisions: number): number => keys * KEY + decisions * DECISION;

/** What one mark costs that is set by hand. */
const markByHand = (one: Placed, isMention: boolean): number =>
  seconds(KEYS.mark + (isMention ? KEYS.listed : KEYS.entry + typing(one.said)), 2);

/** One story, marked anew. */
export interface Measured {
  path: string;
  tallies: Record<Kind, Tally>;
  /** What was missed, and what was suggested beside the truth, as lines to read. */
  notes: string[];
}

/** Strips every report that readers can see of its marks, has it marked by suggestions, and holds these against the marks. */
export function measureMarking(folder: string): Measured[] {
  const files = readContent(folder);
  return files.flatMap((file): Measured[] => {
    if (!storyAt(file.path)) return [];
    const story = readStory(file);
    const { data } = story;
    if (!data || isEssay(data) || data.status !== 'published') return [];
    const result = suggestFor({ path: file.path, text: stripMarks(file.text) }, files);
    if ('fault' in result) throw new Error(`${file.path}: ${result.fault.message}`);
    const [truth, mine] = [marksOf(story, data), suggestedOf(result)];
    const compared = KINDS.map((kind) => ({ kind, ...compare(kind, truth[kind], mine[kind]) }));
    return [
      {
        path: file.path,
        tallies: Object.fromEntries(compared.map(({ kind, tally }) => [kind, tally])) as Record<Kind, Tally>,
        notes: compared.flatMap(({ notes }) => notes),
      },
    ];
  });
}

const noMarks = (): Marks => ({ figures: [], milestones: [], people: [], places: [], practices: [] });
const letters = (text: string): string => text.replace(/[\s\uFFFC\u2028]/g, '');
const MENTIONS = { Person: 'people', Place: 'places', Practice: 'practices' } as const;

function figureKey(value: number | readonly number[], unit: string, qualifiers: readonly string[]): string {
  const { power, noun } = splitUnit(unit);
  const values = (typeof value === 'number' ? [value] : value).map((one) => scaled(one, power));
  return `${values.join('—')} ${noun} ${[...qualifiers].sort().join()}`.trim();
}

function marksOf({ body }: Manuscript<StoryData>, data: StoryData): Marks {
  const marks = noMarks();
  let before = 0;
  for (const block of body.blocks.filter(isOwn)) {
    for (const { name, id, story, text, start } of block.marks) {
      if (story !== undefined) continue;
      const at = before + letters(ownWords(block, start)).length;
      const mark = { start: at, end: at + letters(text).length, words: text };
      if (name === 'Figure') {
        const figure = data.figures.find((one) => one.id === id);
        if (!figure) continue;
        marks.figures.push({
          ...{ ...mark, said: figure.label },
          key: figureKey(figure.value, figure.unit, qualifiersOf(figure.qualifier)),
        });
      } else if (name === 'Milestone') {
        const { date = null, title = '' } = data.milestones.find((one) => one.id === id) ?? {};
        marks.milestones.push({ ...mark, key: String(date), isUndated: date === null, said: title });
      } else if (name !== 'Gap') marks[MENTIONS[name]].push({ ...mark, key: id });
    }
    before += letters(ownWords(block, block.text.length)).length;
  }
  return marks;
}

/** The words of a block up to a place, without those of notes and links, in which nothing is suggested. */
function ownWords({ text, node }: Block, end: number): string {
  let words = text.slice(0, end);
  walk(node, (inner) => {
    if (!isClosed(inner)) return;
    const closed = textOf(inner).replace(/\s+/g, ' ').trim();
    const at = text.indexOf(closed);
    if (closed !== '' && at >= 0 && at < end) words = words.replace(closed, '');
  });
  return words;
}

function suggestedOf({ suggestions, passages }: Suggested): Marks {
  const marks = noMarks();
  const before = [0];
  for (const { text } of passages) before.push((before.at(-1) ?? 0) + letters(text).length);
  for (const one of suggestions) {
    const text = passages[one.passage]?.text ?? '';
    const start = (before[one.passage] ?? 0) + letters(text.slice(0, one.start)).length;
    const isUnsure = one.doubts.length > 0;
    const mark = { start, end: start + letters(one.words).length, words: one.words, isUnsure };
    if (one.kind === 'figure')
      marks.figures.push({ ...mark, key: figureKey(one.value, one.unit, one.qualifiers), said: one.label });
    else if (one.kind === 'milestone') marks.milestones.push({ ...mark, key: String(one.when.date), said: one.title });
    else marks[one.field].push({ ...mark, key: one.id });
  }
  return marks;
}

const met = (a: Placed, b: Placed): boolean => a.start < b.end && b.start < a.end;

function compare(kind: Kind, truth: readonly Placed[], mine: readonly Placed[]): { tally: Tally; notes: string[] } {
  const isMention = kind !== 'figures' && kind !== 'milestones';
  // An entry is wanted once, wherever it is named; a figure and an event where they are stated.
  const all = isMention ? [...new Map(truth.map((one) => [one.key, one])).values()] : truth;
  const used = new Set<Placed>();
  const missed: Placed[] = [];
  let spent = seconds(0, mine.length);
  for (const one of all) {
    const other = mine.find((own) => !used.has(own) && own.key === one.key && (isMention || met(one, own)));
    if (!other) {
      missed.push(one);
      spent += markByHand(one, isMention);
      continue;
    }
    used.add(other);
    // A mention is taken or left; nothing of it is written as open.
    if (other.isUnsure && !isMention) spent += seconds(KEYS.settle, 1);
    if (one.said !== other.said) spent += seconds(KEYS.reach + typing(one.said), 1);
  }
  spent += seconds(KEYS.leaveOut * (mine.length - used.size), 0);
  const isWanted = ({ isUndated }: Placed) => isUndated !== true;
  const wanted = all.filter(isWanted).length;
  const lost = missed.filter(isWanted);
  return {
    tally: {
      ...{ wanted, found: wanted - lost.length, suggested: mine.length, right: used.size, seconds: spent },
      byHand: all.reduce((sum, one) => sum + markByHand(one, isMention), 0),
    },
    notes: [
      ...lost.map((one) => {
        const near = mine.filter((own) => met(one, own)).map(({ key, words }) => `${key} ${words}`);
        return `missed ${kind} ${one.key} | ${one.words}${near.length > 0 ? ` ← ${near.join(' / ')}` : ''}`;
      }),
      ...mine.filter((own) => !used.has(own)).map(({ key, words }) => `beside ${kind} ${key} | ${words}`),
    ],
  };
}

/** What is asked of the bundled stories, as shares of one. */
export const ASKED = { figures: 0.9, milestones: 0.85, right: 0.9 };

/** Minutes that marking a story takes an editor by the keystroke model, with suggestions and by hand. */
export function minutesOf({ tallies }: Measured): { suggested: number; byHand: number } {
  const sum = (of: (tally: Tally) => number) => KINDS.reduce((all, kind) => all + of(tallies[kind]), 0);
  return {
    suggested: (sum((tally) => tally.seconds) + seconds(KEYS.run, 1)) / 60,
    byHand: sum((tally) => tally.byHand) / 60,
  };
}

/** Sums of all stories by kind, and of all kinds. */
export function sumUp(measured: readonly Measured[]): Record<Kind | 'all', Tally> {
  const add = (tallies: readonly Tally[]): Tally =>
    tallies.reduce<Tally>(
      (sum, one) => ({
        wanted: sum.wanted + one.wanted,
        found: sum.found + one.found,
        suggested: sum.suggested + one.suggested,
        right: sum.right + one.right,
        seconds: sum.seconds + one.seconds,
        byHand: sum.byHand + one.byHand,
      }),
      { wanted: 0, found: 0, suggested: 0, right: 0, seconds: 0, byHand: 0 },
    );
  const byKind = KINDS.map((kind) => [kind, add(measured.map(({ tallies }) => tallies[kind]))] as const);
  return { ...(Object.fromEntries(byKind) as Record<Kind, Tally>), all: add(byKind.map(([, tally]) => tally)) };
}
