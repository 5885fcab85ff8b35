import { oneHouseholdIn } from '../privacy/private-lives.ts';
import { type FoundFigure, figuresIn } from './figures.ts';
import { labelOf } from './labels.ts';
import { mentionsIn } from './mentions.ts';
import { type Dated, datedIn, milestonesOf, readTimes, type TimedPassage } from './milestones.ts';
import { privatePassages } from './private-passages.ts';
import {
  type Entry,
  type FigureSuggestion,
  type MentionSuggestion,
  meets,
  type Passage,
  type Suggestion,
  type When,
  type Writing,
} from './suggestion.ts';

/** What the engine is told beside the words. */
export interface Known {
  writing: Writing;
  entries: readonly Entry[];
  /** Whether an entry is marked in the text already. */
  isMarked: (entry: Entry) => boolean;
}

/**
 * What of a text could be marked: figures, dated events, mentions of what is registered. In the order of the text; of
 * stretches that would cut into each other, or into marks that are there, one alone is suggested.
 */
export function suggestMarks(printed: readonly Passage[], { writing, entries, isMarked }: Known): Suggestion[] {
  const passages = printed.map((passage) => ({ ...passage, text: widened(passage.text) }));
  const timed = readTimes(passages, writing);
  const mentions = mentionsIn(passages, entries, isMarked);
  const figures = figuresOf(timed, mentions);
  const dated = datedIn(timed, figures, writing);
  const isPrivate = privatePassages(passages);
  const milestones = milestonesOf(dated, timed, isPrivate).map((milestone) => {
    const place = mentions.find((one) => one.field === 'places' && isIn(one, milestone))?.id;
    return place === undefined ? milestone : { ...milestone, place };
  });
  const datedBy = Map.groupBy(dated, ({ passage }) => passage);
  const told = figures.map((figure) => tellOf(figure, timed, datedBy.get(figure.passage) ?? [], isPrivate));
  return withoutCuts([...mentions, ...told, ...milestones], passages).map((one) => ({
    ...one,
    words: printed[one.passage]?.text.slice(one.start, one.end) ?? '',
  }));
}

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

/** Half-width punctuation beside Han as it is meant, character by character; 1,205 and 10:30 stay. */
const widened = (text: string): string =>
  text.replace(/(?<=\p{sc=Han}|[”’》）%])[,;:!?()]|[,;:!?()](?=\p{sc=Han}|[“‘《（])/gu, (sign) => WIDE[sign] ?? sign);

const isIn = (
  one: Pick<Dated, 'passage' | 'start' | 'end'>,
  other: Pick<Dated, 'passage' | 'start' | 'end'>,
): boolean => one.passage === other.passage && one.start >= other.start && one.end <= other.end;

/** The figures of all passages that are no part of a time or of a name. */
function figuresOf(
  passages: readonly TimedPassage[],
  mentions: readonly MentionSuggestion[],
): (FoundFigure & { passage: number })[] {
  const mentioned = Map.groupBy(mentions, ({ passage }) => passage);
  return passages.flatMap(({ kind, text, times, taken }, passage) => {
    if (kind === 'heading') return [];
    const names = mentioned.get(passage) ?? [];
    return figuresIn(text)
      .filter((figure) => !times.some((time) => figure.number < time.end && time.start < figure.end))
      .filter((figure) => !names.some((name) => meets(name, figure) && !isWithin(figure, name)))
      .filter((figure) => !names.some((name) => isWithin(figure, name) && !/\d/.test(figure.words)))
      .filter((figure) => !taken.some(([start, end]) => meets(figure, { start, end })))
      .map((figure) => ({ ...figure, passage }));
  });
}

const isWithin = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start >= other.start && one.end <= other.end;

function tellOf(
  figure: FoundFigure & { passage: number },
  passages: readonly TimedPassage[],
  dated: readonly Dated[],
  privates: readonly boolean[],
): FigureSuggestion {
  const text = passages[figure.passage]?.text ?? '';
  const label = labelOf(text, figure, passages[figure.passage]?.times);
  const time = dated.find((one) => isIn(figure, one))?.time;
  const when: When | null = !time || time.recurs || time.planned || time.date === null ? null : time;
  const isPrivate = oneHouseholdIn(label) !== null || privates[figure.passage] === true;
  const { passage, start, end, words, value, unit, qualifiers } = figure;
  const { doubts } = figure;
  return {
    kind: 'figure',
    passage,
    start,
    end,
    words,
    value,
    unit,
    qualifiers,
    label,
    when,
    private: isPrivate,
    doubts,
  };
}

/** Marks are nested or apart. What would cut into another gives way: mentions and figures stay, milestones go. */
function withoutCuts(all: readonly Suggestion[], passages: readonly Passage[]): Suggestion[] {
  const kept: Suggestion[] = [];
  const there = new Map<number, Suggestion[]>();
  for (const one of all) {
    const { taken = [] } = passages[one.passage] ?? {};
    const cuts = (other: { start: number; end: number }) =>
      meets(one, other) && !isWithin(one, other) && !isWithin(other, one);
    const own = there.get(one.passage) ?? [];
    if (own.some(cuts)) continue;
    const around = taken.map(([start, end]) => ({ start, end }));
    if (around.some((mark) => cuts(mark) || (one.kind !== 'milestone' && meets(one, mark)))) continue;
    const told = (passages[one.passage]?.milestones ?? []).map(([start, end]) => ({ start, end }));
    if (told.some((mark) => cuts(mark) || (one.kind === 'milestone' && meets(one, mark)))) continue;
    kept.push(one);
    own.push(one);
    there.set(one.passage, own);
  }
  return kept.sort((a, b) => a.passage - b.passage || a.start - b.start || b.end - a.end);
}
