import { formatDate } from '#words/dates.ts';
import { beginningOf, bounds } from '../../lib/dates/edtf.ts';
import { pointsOf, readDate } from '../../lib/dates/read.ts';
import type { Block } from '../../lib/manuscript/blocks.ts';
import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { isMarkedInferred } from '../../lib/schema/common.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { opennessOf, spanOf } from './printed-span.ts';

/** A date of the front matter, whose ever it is. */
interface Dated {
  /** As a sentence calls it: 记事 began. */
  name: string;
  /** Where it stands, and what its field is called there. */
  path: readonly (string | number)[];
  field: 'date' | 'asOf';
  date: string | null;
  /** Of a figure its marks alone say so. */
  basis: 'stated' | 'inferred' | null;
  basisField: 'basis' | 'dateBasis';
  ground: string | undefined;
  printed: string | undefined;
  note: string | undefined;
  planned: boolean;
}

const isInferred = ({ basis, date }: Dated): boolean =>
  basis === null ? isMarkedInferred(date) : basis === 'inferred';

function datesOf(story: StoryData): { sources: Dated[]; told: Dated[] } {
  const sources = [...(story.source ? [story.source] : []), ...story.sources].map(
    ({ date, dateBasis, ground, printed }, index): Dated => ({
      ...{ date, ground, printed, field: 'date', basis: dateBasis, basisField: 'dateBasis', planned: false },
      ...{ name: '出处', path: index === 0 ? ['source'] : ['sources', index - 1], note: undefined },
    }),
  );
  const milestones = story.milestones.map(
    ({ id, date, basis, ground, printed, note, planned = false }, index): Dated => ({
      ...{ date, ground, printed, note, planned, basis, field: 'date', basisField: 'basis' },
      ...{ name: `记事 ${id}`, path: ['milestones', index] },
    }),
  );
  const figures = story.figures.map(
    ({ id, asOf, ground, printed, note }, index): Dated => ({
      ...{ date: asOf, ground, printed, note, planned: false, basis: null, field: 'asOf', basisField: 'basis' },
      ...{ name: `数字 ${id}`, path: ['figures', index] },
    }),
  );
  return { sources, told: [...milestones, ...figures] };
}

/** What dates say of themselves and of each other: how sure and how fine they are, and that no story tells of what was still to come. */
export function findBrokenDates(story: StoryData, blocks: readonly Block[], locate: Locate): Finding[] {
  const { sources, told } = datesOf(story);
  const [source] = sources;
  return [
    ...[...sources, ...told].flatMap((dated) => [
      ...findUnsure(dated, locate),
      ...findUngrounded(dated, locate),
      ...findTooFine(dated, source?.date ?? null, locate),
    ]),
    ...findFinerThanText(story, blocks, locate),
    ...findLate(sources, told, locate),
    ...findOtherYears(sources, told, locate),
  ];
}

/** What is inferred is marked, component by component, and what is marked is inferred. Seasons take no marks. */
function findUnsure(dated: Dated, locate: Locate): Finding[] {
  const { name, date, basis, basisField, path, field } = dated;
  if (date === null || basis === null) return [];
  const isMarked = isMarkedInferred(date);
  if (basis === 'stated' && isMarked)
    return [
      {
        ...locate([...path, basisField]),
        rule: 'date-certainty',
        message: `${name}的日期“${date}”带着 ?，${basisField} 却是 stated`,
        cure: `? 表示推定：推定的写 ${basisField}: inferred 和 ground，原文写明的去掉 ?`,
      },
    ];
  if (basis === 'stated' || isMarked || pointsOf(readDate(date)).length === 0) return [];
  return [
    {
      ...locate([...path, field]),
      rule: 'date-certainty',
      message: `${name}的日期是推定的，“${date}”却没有标出推定的是哪一部分`,
      cure: `推定的部分后面加 ?：${examplesFor(date)}`,
    },
  ];
}

/** How a date is marked: 「只有年份是推定的写 "2019?-10-03"，全部是推定的写 "2019-10-03?"」. */
function examplesFor(date: string): string {
  const marked = (mark: (end: string) => string) =>
    date
      .split('/')
      .map((end) => (/\d/.test(end) ? mark(end) : end))
      .join('/');
  const isYear = date.split('/').every((end) => !/\d-\d/.test(end));
  const all = marked((end) => (end.endsWith('~') ? end.replace('~', '%') : `${end}?`));
  if (isYear) return `写成 "${all}"`;
  return `只有年份是推定的写 "${marked((end) => end.replace(/^(-?\d{4})/, '$1?'))}"，全部是推定的写 "${all}"`;
}

function findUngrounded(dated: Dated, locate: Locate): Finding[] {
  const { name, ground, path, field, basisField, basis, date } = dated;
  if (ground === undefined || (date !== null && isInferred(dated))) return [];
  const cure =
    date === null
      ? '没有日期就没有推定：删掉 ground'
      : basis === null
        ? `是推定的，在 ${field} 里给推定的部分加 ?；原文写明的，删掉 ground`
        : `是推定的，写 ${basisField}: inferred；原文写明的，删掉 ground`;
  return [
    {
      ...locate([...path, 'ground']),
      rule: 'date-ground',
      message: `${name}写了推定的依据“${ground}”，日期却不是推定的`,
      cure,
    },
  ];
}

/** Months by which 年底 and 年初 are coded: wide enough for all that people call so. */
const CODES = '年底写 "2019-11/2019-12"、年初写 "2019-01/2019-02"、上半年写 "2019-01/2019-06"，再加 extent: within';

/** The words of the source as a note quotes them: 原报作“截至2019年底”. */
const QUOTED_WORDS = /^原[报文件]?[^“”。；]{0,6}“([^”]{1,20})”/;

function findTooFine({ name, date, path, field, ...rest }: Dated, source: string | null, locate: Locate): Finding[] {
  const printed = rest.printed ?? QUOTED_WORDS.exec(rest.note ?? '')?.[1];
  if (printed === undefined || date === null) return [];
  const openness = opennessOf(printed);
  if (openness === null) return [];
  const place = locate([...path, field]);
  if (openness === 'undated')
    return [
      {
        ...{ ...place, rule: 'date-fine' },
        message: `${name}：原文只说“${printed}”，定不出日期，${field} 却写了“${date}”`,
        cure: `写成 ${field}: null，printed 留着`,
      },
    ];
  const { days, isOpen } = spanOf(date);
  const needed = openness === 'source' ? lengthOf(source) : isOpen ? neededOfEnd(openness) : openness;
  if (days >= needed) return [];
  return [
    {
      ...{ ...place, rule: 'date-fine' },
      message: `${name}的日期“${date}”（${formatDate(date)}）比原文的“${printed}”还细`,
      cure: openness === 'source' ? `最细写到出处的时间 "${source}"` : `写得和原文一样粗：${CODES}`,
    },
  ];
}

/** Parts of a year that EDTF has no date for. */
const PART_OF_YEAR = /\d{4} ?年(?:[上下]半年|[初底末])/;

/** Dates that are finer than the words of the text which state them. */
function findFinerThanText({ milestones }: StoryData, blocks: readonly Block[], locate: Locate): Finding[] {
  const marks = blocks.flatMap((block) => block.marks).filter(({ name }) => name === 'Milestone');
  return milestones.flatMap(({ id, date, printed }, index): Finding[] => {
    const [words] = PART_OF_YEAR.exec(marks.find((mark) => mark.id === id)?.text ?? '') ?? [];
    const openness = words === undefined ? null : opennessOf(words);
    if (date === null || printed !== undefined || typeof openness !== 'number') return [];
    const { days, isOpen } = spanOf(date);
    if (isOpen || days >= openness) return [];
    return [
      {
        ...{ ...locate(['milestones', index, 'date']), rule: 'date-fine', hint: true },
        message: `记事 ${id}的日期“${date}”（${formatDate(date)}）比正文的“${words}”还细`,
        cure: `原文也这样说的，加 printed: ${words}，date 写得一样粗：${CODES}`,
      },
    ];
  });
}

/** What begins or ends at some part of a year has a month for its end; what begins in a plan of five years, a year. */
const neededOfEnd = (openness: number): number => {
  if (openness < 365) return Math.min(openness, 28);
  return openness < 3650 ? 365 : openness;
};

const lengthOf = (source: string | null): number => (source === null ? 0 : spanOf(source).days);

/** The last day on which any of the sources can have been written; null where one of them says nothing of it. */
function lastDay(sources: readonly Dated[]): string | null {
  const days = sources.map(({ date }) => (date === null ? null : bounds(date).latest));
  return days.reduce<string | null>(
    (last, day) => (last === null || day === null ? null : later(last, day)),
    days[0] ?? null,
  );
}

const later = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? b : a);

function findLate(sources: readonly Dated[], told: readonly Dated[], locate: Locate): Finding[] {
  const last = lastDay(sources);
  if (last === null) return [];
  return told.flatMap(({ name, date, planned, path, field }): Finding[] => {
    const first = date === null ? null : bounds(date).earliest;
    if (planned || first === null || Date.parse(first) <= Date.parse(last)) return [];
    return [
      {
        ...locate([...path, field]),
        rule: 'date-late',
        message: `${name}的时间“${date}”晚于出处的时间（最晚 ${last}）`,
        cure:
          field === 'date'
            ? '核对两个日期；出处写成时还没有发生的，加 planned: true；另有出处的，写进 sources'
            : '核对两个日期；出处里的目标数、预计数写 asOf: null，在 note 里说明',
      },
    ];
  });
}

/** Words that count years from the one of writing. */
const TOLD_YEARS: Readonly<Record<string, number>> = { 今: 0, 本: 0, 去: -1, 上: -1, 前: -2, 明: 1, 来: 1, 后: 2 };
const TOLD = /(?<![\p{Script=Han}])([今本去上前明来后])年/u;
/** In a note only what is quoted is the source's. */
const QUOTED = /“([今本去明来])年/;

/** The year in which a source must have been written for its 今年 to be the year of the date; null where nothing tells. */
function writtenIn({ date, printed = '', ground = '', note = '' }: Dated): { word: string; year: number } | null {
  const [, word] = TOLD.exec(printed) ?? TOLD.exec(ground) ?? QUOTED.exec(ground) ?? QUOTED.exec(note) ?? [];
  const beginning = date === null ? null : beginningOf(date);
  if (word === undefined || beginning === null || beginning.years > 1) return null;
  return { word: `${word}年`, year: beginning.first - (TOLD_YEARS[word] ?? 0) };
}

function findOtherYears([source]: readonly Dated[], told: readonly Dated[], locate: Locate): Finding[] {
  const readings = told.flatMap((dated) => {
    const reading = writtenIn(dated);
    return reading ? [{ dated, ...reading }] : [];
  });
  const [first] = readings;
  if (!first) return [];
  const { earliest = null, latest = null } = source?.date ? bounds(source.date) : {};
  const years = [earliest, latest].flatMap((day) => (day === null ? [] : [Number(day.slice(0, -6))]));
  const findings = readings.flatMap(({ dated, word, year }): Finding[] => {
    const isOther = years.length > 0 ? !years.includes(year) && !isBetween(year, years) : year !== first.year;
    if (!isOther) return [];
    const own =
      years.length > 0
        ? `出处却写于 ${[...new Set(years)].join('—')} 年`
        : `别处的“${first.word}”却要 ${first.year} 年才对`;
    return [
      {
        ...locate([...dated.path, dated.field]),
        rule: 'date-this-year',
        message: `${dated.name}的“${word}”定在“${dated.date}”，那么原文写于 ${year} 年，${own}`,
        cure: '一篇里的“今年”只有一个：核对这个日期和出处的日期',
      },
    ];
  });
  if (findings.length > 0 || new Set(years).size < 2) return findings;
  return [
    {
      ...locate(['source', 'date']),
      rule: 'date-this-year',
      message: `出处的时间“${source?.date}”跨了年，${first.dated.name}的“${first.word}”却定下它写于 ${first.year} 年`,
      cure: `source.date 只写 ${first.year} 年里的时间，或者改正${first.dated.name}的日期`,
    },
  ];
}

const isBetween = (year: number, [from = year, to = year]: readonly number[]): boolean => from <= year && year <= to;
