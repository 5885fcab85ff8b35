import { runWords, stretchWords } from './eras.ts';
import { pointsOf, type ReadDate } from './read.ts';
import type { Stretch } from './stretches.ts';

/** A time as the source prints it, ready to stand where a date stands. */
export interface PrintedTime {
  /** The printed words; those that lack their year alone with it: 「2019 年下半年以来」. */
  words: string;
  /** Where the words name no year and none can be put before them: the years they are placed in, 「2016—2020 年间」. */
  years: string;
  /** The year was put before the words; the source does not print it there. */
  isCompleted: boolean;
}

/** A year of our era or before it, a decade or a century: words that need no year put before them. */
const HAS_YEAR = /\d{3,4}|世纪|年代|[〇零一二三四五六七八九]{4}/;
/** A year told from the day of writing; 今年底 is 今 + 年底, so its 年 stays. */
const TOLD = /^(?:今|本|去|上|前|明|来|后)年(?=(.?))/;
/** What begins within a year, so that only its year is missing. */
const WITHIN_YEAR =
  /^(?:年[初中底末终]|岁[首末]|[上下]半年|第?[一二三四1-4] ?季度|全年|[春夏秋冬]|\d{1,2} ?月|[一二三四五六七八九十冬腊正]{1,2}月)/;

/** The years that a date begins and ends in; of an open or unknown side, those of the other. */
function stretchesOf(date: ReadDate): [Stretch, Stretch] {
  const whole = (year: number, years: Stretch['years'] = 1): Stretch => ({
    first: year,
    last: year + years - 1,
    years,
  });
  const ends =
    date.kind === 'season'
      ? [whole(date.year)]
      : date.kind === 'point' || date.kind === 'interval'
        ? pointsOf(date).map(({ year, years }) => whole(year, years))
        : [];
  const [first = whole(0), last = first] = ends;
  return [first, last];
}

/** Whether a date lies in one year, or begins in one and is open or unknown on the other side. */
const isOfOneYear = ([a, b]: [Stretch, Stretch]): boolean => a.years === 1 && b.years === 1 && a.first === b.first;

function yearsText([a, b]: [Stretch, Stretch]): string {
  if (a.first === b.first && a.last === b.last) return stretchWords(a);
  return `${runWords(a, b) ?? `${stretchWords(a)}至 ${stretchWords(b)}`.replace(/至 (?=\p{sc=Han})/u, '至')}间`;
}

/**
 * The words of a source in place of a date's own. What is a part of a year gets its year from the date, by which alone it
 * is made finer; whatever else names no year keeps its words and has the years said beside it.
 */
export function printedTime(printed: string, date: ReadDate): PrintedTime {
  if (HAS_YEAR.test(printed)) return { words: printed, years: '', isCompleted: false };
  const years = stretchesOf(date);
  const [told = '', after = ''] = TOLD.exec(printed) ?? [];
  if (!isOfOneYear(years) || (told === '' && !WITHIN_YEAR.test(printed)))
    return { words: printed, years: yearsText(years), isCompleted: false };
  // 今年底 is the end of the year, not a year and a 底.
  const part = (/[初中底末终]/.test(after) ? '年' : '') + printed.slice(told.length).trimStart();
  const year = stretchWords(years[0]);
  const rest = part.replace(/^年/, '');
  return { words: /^\d/.test(rest) ? `${year} ${rest}` : year + rest, years: '', isCompleted: true };
}
