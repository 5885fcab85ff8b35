import { oneHouseholdIn } from '../privacy/private-lives.ts';
import { widthOf } from '../schema/common.ts';
import { type Span, sentenceSpans } from '../text/sentences.ts';
import type { FoundFigure } from './figures.ts';
import { clauseBefore } from './labels.ts';
import { type MilestoneSuggestion, meets, type Passage, type When, type Writing } from './suggestion.ts';
import { type Setting, type Time, timesIn, yearsBegun } from './times.ts';

/** A stretch of a sentence that one time governs. */
export interface Dated {
  passage: number;
  start: number;
  end: number;
  time: Time;
}

const TRAILING = /[，、：；。！？…—\s]+$/u;
const LEADING = /^[，、：；。！？\s]+/u;
/** Behind these, and the blanks that follow them, a clause begins. */
const STOPS = '，：；。！？';
/** How far before its time a clause may begin. */
const REACH = 300;

/** A passage with the times in it, and the year that each of them is read by. */
export interface TimedPassage extends Passage {
  times: Time[];
}

/** Reads the times of all passages in order; each section keeps the year that was printed last, a heading sets it anew. */
export function readTimes(passages: readonly Passage[], writing: Writing): TimedPassage[] {
  const all = passages.map(({ text }) => text).join('\n');
  const setting: Setting = {
    writing,
    year: null,
    begun: yearsBegun(all),
    isOfThisYear: /今年(?:[上下]半年)?以来/u.test(all),
  };
  let year: number | null = null;
  return passages.map((passage) => {
    if (passage.kind === 'heading') year = null;
    const times = timesIn(passage.text, { ...setting, year });
    year = times.findLast((time) => time.year !== null)?.year ?? year;
    return { ...passage, times };
  });
}

/** Cuts a text so that no stretch begins or ends with what only parts it from others. */
function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  const lead = LEADING.exec(words)?.[0].length ?? 0;
  const trail = lead < words.length ? (TRAILING.exec(words)?.[0].length ?? 0) : 0;
  return [start + lead, end - trail];
}

/** Where the clause begins in which a time stands. */
function clauseStart(text: string, from: number, at: number): number {
  let start = at;
  for (const last = Math.max(from, at - REACH); start > last; start--) {
    let end = start;
    while (end > last && text.charAt(end - 1).trim() === '') end--;
    if (end === last || STOPS.includes(text.charAt(end - 1))) return start;
  }
  return start;
}

/** The stretches of the sentences that times govern, each up to the clause of the next. */
export function datedStretches(passages: readonly TimedPassage[]): Dated[] {
  return passages.flatMap(({ kind, text, times }, passage) => {
    if (kind === 'heading') return [];
    let frame: Time | null = null;
    return sentenceSpans(text).flatMap(([from, to]): Dated[] => {
      const own = times.filter((time) => time.start >= from && time.start < to);
      const frames = own.filter((time) => time.frame === 'next');
      const telling = own.filter((time) => time.frame === null);
      const before = frame;
      frame = frames.at(-1) ?? null;
      if (own.length === 0) return before ? stretch(passage, text, from, to, before) : [];
      const starts = telling.map((time) => clauseStart(text, from, time.start));
      // What is said before the first time of its own still lies in the year that was set.
      const lead = before && (starts[0] ?? to) > from ? stretch(passage, text, from, starts[0] ?? to, before) : [];
      const told = telling.flatMap((time, index) => {
        const start = starts[index] ?? time.start;
        if (index > 0 && start === starts[index - 1]) return [];
        const next = starts.slice(index + 1).find((one) => one > start) ?? to;
        return stretch(passage, text, start, next, time);
      });
      return [...lead, ...told];
    });
  });
}

function stretch(passage: number, text: string, from: number, to: number, time: Time): Dated[] {
  const [start, end] = trimmed(text, [from, to]);
  const own = Math.max(0, Math.min(time.end, end) - Math.max(time.start, start));
  return end - start - own < 4 ? [] : [{ passage, start, end, time }];
}

/** Whose clause is cut at quotation marks or brackets would be torn by a mark. */
function isWhole(words: string): boolean {
  return ['“”', '《》', '（）', '‘’'].every(
    ([open = '', close = '']) => words.split(open).length === words.split(close).length,
  );
}

const whenOf = ({ date, printed, basis, ground, extent, recurs, planned }: When): When => ({
  ...{ date, basis },
  ...(printed === undefined ? {} : { printed }),
  ...(ground === undefined ? {} : { ground }),
  ...(extent === undefined ? {} : { extent }),
  ...(recurs === undefined ? {} : { recurs }),
  ...(planned === undefined ? {} : { planned }),
});

/** The title of an event: its words without the time, as many clauses as 40 characters hold. */
export function titleOf(words: string, time: string): string {
  const plain = words
    .replace(time, '')
    .replace(/\uFFFC/g, '')
    .replace(/\s+/g, ' ')
    .replace(LEADING, '')
    .replace(TRAILING, '');
  const clauses = plain.split(/(?<=[，；：])/u);
  let title = '';
  for (const clause of clauses) {
    if (title !== '' && widthOf(title + clause) > 38) break;
    title += clause;
  }
  while (widthOf(title) > 40) title = title.slice(0, -1);
  return title.replace(TRAILING, '').trim();
}

const PLAN_HEADING = /(?<year>[12]\d{3})\s*年.{0,3}(?:打算|计划|目标|展望|安排|规划)/u;

/** What is planned under a heading that says so: each item, and each sentence that says what is to be done. */
function plannedUnder(passages: readonly TimedPassage[], writing: Writing): Dated[] {
  let year: number | null = null;
  return passages.flatMap(({ kind, text, times }, passage): Dated[] => {
    if (kind === 'heading') {
      year = Number(PLAN_HEADING.exec(text)?.groups?.year) || null;
      return [];
    }
    if (year === null || times.some((time) => time.frame === null && time.year === null)) return [];
    const isAhead = writing.date === null || Number(writing.date.slice(0, 4)) <= year;
    const when: When = { date: String(year), basis: 'stated', ...(isAhead ? { planned: true } : {}) };
    const time: Time = { ...when, start: 0, end: 0, year, frame: null, doubts: ['时间据小标题'] };
    const spans = sentenceSpans(text);
    const told =
      kind === 'item' ? spans.slice(0, 1) : spans.filter(([from, to]) => /[要将]/u.test(text.slice(from, to)));
    return told.slice(0, 1).flatMap(([from, to]) => stretch(passage, text, from, to, time));
  });
}

/** The state that a report gives without a word of time: what has been summed up when it was written. */
const SUMMED = /累计|共(?:有|计|\s?\d)|已(?!经?成)|全部|达|完成|办了|都在/u;
const FIGURES_NEEDED = 2;

function statesReported(
  passages: readonly TimedPassage[],
  figures: readonly (FoundFigure & { passage: number })[],
  writing: Writing,
): Dated[] {
  const { date, ground } = writing;
  if (date === null || !/[?/]/.test(date)) return [];
  const byPassage = Map.groupBy(figures, ({ passage }) => passage);
  return passages.flatMap(({ kind, text, times }, passage): Dated[] => {
    const own = byPassage.get(passage) ?? [];
    if (kind === 'heading' || own.length < FIGURES_NEEDED) return [];
    return sentenceSpans(text).flatMap(([from, to]) => {
      const inside = own.filter((one) => one.start >= from && one.end <= to);
      const words = text.slice(from, to);
      if (inside.length < FIGURES_NEEDED || !SUMMED.test(words)) return [];
      if (times.some((time) => time.start >= from && time.start < to)) return [];
      const when: When = {
        date,
        basis: 'inferred',
        ground,
        ...(date.includes('/') ? { extent: 'within' as const } : {}),
      };
      const doubts = ['没有写时间，按报道写成之时；不是那时的，不收这一条'];
      return stretch(passage, text, from, to, { ...when, start: from, end: from, year: null, frame: null, doubts });
    });
  });
}

/** Every stretch that a milestone may be of. */
export function datedIn(
  passages: readonly TimedPassage[],
  figures: readonly (FoundFigure & { passage: number })[],
  writing: Writing,
): Dated[] {
  const told = datedStretches(passages);
  const apart = (more: readonly Dated[], from: readonly Dated[]) => {
    const there = Map.groupBy(from, ({ passage }) => passage);
    return more.filter((one) => !there.get(one.passage)?.some((other) => meets(one, other)));
  };
  const planned = apart(plannedUnder(passages, writing), told);
  return [...told, ...planned, ...apart(statesReported(passages, figures, writing), [...told, ...planned])].sort(
    (a, b) => a.passage - b.passage || a.start - b.start,
  );
}

/**
 * Milestones of the stretches that can be marked.
 * @param privates for each passage whether it tells of private people
 */
export function milestonesOf(
  dated: readonly Dated[],
  passages: readonly TimedPassage[],
  privates: readonly boolean[],
): MilestoneSuggestion[] {
  return dated.flatMap(({ passage, start, end, time }) => {
    const text = passages[passage]?.text ?? '';
    const words = text.slice(start, end);
    if (!isWhole(words)) return [];
    const said = text.slice(Math.max(start, time.start), Math.min(end, time.end));
    const told = titleOf(words, said);
    // 为 35 微克: of what, the clause before says.
    const subject = /^(?:为|是|占|达|[降升增减][到至为了])/u.test(told) ? clauseBefore(text, start + 1) : '';
    const title = widthOf(subject + told) <= 40 ? subject + told : told;
    if (title === '') return [];
    const isPrivate = oneHouseholdIn(words) !== null || privates[passage] === true;
    const { doubts } = time;
    return [
      { kind: 'milestone' as const, passage, start, end, words, when: whenOf(time), title, private: isPrivate, doubts },
    ];
  });
}
