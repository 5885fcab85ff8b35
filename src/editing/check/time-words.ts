import { bounds } from '../../lib/dates/edtf.ts';
import type { Block } from '../../lib/manuscript/blocks.ts';
import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import type { StoryData } from '../../lib/schema/story.ts';

/** A time that words state: a year, and as much of month and day as they say. */
interface Said {
  words: string;
  year: number | null;
  /** The last year of a range. */
  until?: number;
  month: number | null;
  day: number | null;
}

const DIGITS = '〇一二三四五六七八九';
const HAN_YEAR = /(?<![\p{Script=Han}])([一二][〇零○一二三四五六七八九]{3})(?= ?年)/gu;
/** A year of four digits that is not before our era, and what of the calendar follows it. */
const WITH_YEAR =
  /(?<![\d.]|前 ?)(\d{4})\s?年(?:\s?(\d{1,2})\s?月(?!份?起?以?[前后]?的?\d)(?:\s?(\d{1,2})\s?[日号])?)?|(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/g;
const WITHOUT_YEAR = /(?<![年\d] ?)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/g;
/** A range of years: 2016—2020 年. */
const RANGE = /(?<!\d)(\d{4})\s?(?:—|-|–|~|～|至|到)+\s?(\d{4})\s?年/g;

/** The day that a number is told of, within its sentence: 截至 2019 年底，全村…. */
const AS_OF = /截[至止]到?([^。；！？，]*)[^。；！？]*$/u;

/** Every time that words state by the calendar. */
export function timesIn(text: string): Said[] {
  const plain = text.replace(HAN_YEAR, (year) =>
    [...year.replace(/[零○]/g, '〇')].map((digit) => DIGITS.indexOf(digit)).join(''),
  );
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  const ranges = Array.from(plain.matchAll(RANGE), ([words, from, to]): Said => {
    return { words, year: Number(from), until: Number(to), month: null, day: null };
  });
  const single = plain.replace(RANGE, (words) => ' '.repeat(words.length));
  const dated = Array.from(single.matchAll(WITH_YEAR), ([words, a, b, c, d, e, f]): Said => {
    return { words, year: Number(a ?? d), month: number(b ?? e), day: number(c ?? f) };
  });
  const days = Array.from(single.matchAll(WITHOUT_YEAR), ([words, month, day]): Said => {
    return { words, year: null, month: number(month), day: number(day) };
  });
  return [...ranges, ...dated, ...days];
}

const pad = (number: number, digits: number) => String(number).padStart(digits, '0');

/** Whether a date can mean what words say: they have a day in common. */
function agrees(date: string, { year, until, month, day }: Said): boolean {
  const { earliest, latest } = bounds(date);
  const years =
    year === null ? [earliest, latest].flatMap((one) => (one === null ? [] : [Number(one.slice(0, -6))])) : [year];
  if (years.length === 0) return true;
  return years.some((own) => {
    const [from, to] = [
      `${pad(own, 4)}-${pad(month ?? 1, 2)}-${pad(day ?? 1, 2)}`,
      `${pad(until ?? own, 4)}-${pad(month ?? 12, 2)}-${pad(day ?? 31, 2)}`,
    ];
    return (earliest === null || earliest <= to) && (latest === null || latest >= from);
  });
}

/** Dates that none of the times in the words of their mark, or in their printed words, allows. */
export function findOtherTimes(story: StoryData, blocks: readonly Block[], locate: Locate): Finding[] {
  const marks = blocks.flatMap((block) => block.marks).filter((mark) => mark.story === undefined);
  const before = new Map(
    blocks.flatMap(({ text, marks: own }) =>
      own.map((mark) => [`${mark.name} ${mark.id}`, AS_OF.exec(text.slice(0, mark.start))?.[1] ?? ''] as const),
    ),
  );
  const textOf = (name: string, id: string) => marks.find((mark) => mark.name === name && mark.id === id)?.text ?? '';
  const dated = [
    ...story.milestones.map(({ id, date, printed }, index) => ({
      ...{ name: `记事 ${id}`, date, printed, said: textOf('Milestone', id) },
      ...{ place: locate(['milestones', index, 'date']), field: 'date' },
    })),
    ...story.figures.map(({ id, asOf, printed }, index) => ({
      ...{ name: `数字 ${id}`, date: asOf, printed },
      said: `${textOf('Figure', id)} ${before.get(`Figure ${id}`) ?? ''}`,
      ...{ place: locate(['figures', index, 'asOf']), field: 'asOf' },
    })),
  ];
  return dated.flatMap(({ name, date, printed, said, place, field }): Finding[] => {
    if (date === null || date.startsWith('-')) return [];
    const wrong = [printed ?? '', said]
      .map(timesIn)
      .find((times) => times.length > 0 && !times.some((time) => agrees(date, time)));
    const [first] = wrong ?? [];
    if (!first) return [];
    return [
      {
        ...{ ...place, rule: 'date-mismatch' },
        message: `${name}的 ${field} 是“${date}”，写着它的话却说“${first.words}”`,
        cure: '对照原报，改正其一；话里说的是另一件事的时间，就把标记缩到这一件事上',
      },
    ];
  });
}
