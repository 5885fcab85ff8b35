import { bounds } from '../dates/edtf.ts';
import { stretchAt } from '../dates/stretches.ts';
import { readChineseNumeral } from '../numbers/numerals.ts';
import type { When, Writing } from './suggestion.ts';

/** Words that say when, and what they mean. */
export interface Time extends When {
  start: number;
  end: number;
  /** The year that the words print; null where they leave it to the reader. */
  year: number | null;
  /** It tells of nothing itself: it sets the year of the next sentence (2020 年是收官之年), or says what is to come. */
  frame: 'next' | 'none' | null;
  doubts: string[];
}

/** What the words before tell of the time: the year that was printed last, and years in which something began. */
export interface Setting {
  writing: Writing;
  /** The year printed last in the section; null where none was. */
  year: number | null;
  /** Years of which the text says that something has gone on since. */
  begun: readonly number[];
  /** Whether the text tells of a whole year up to its writing (今年以来), within which things recur. */
  isOfThisYear: boolean;
}

const YEAR = '(?<year>(?<!\\d)[12]\\d{3}(?!\\d)|[一二][〇○零一二三四五六七八九]{3})\\s*年';
const MONTH =
  '(?<month>(?<!\\d)(?:1[0-2]|0?[1-9])(?!\\d)|十[一二]?|[一二三四五六七八九])\\s*月(?!龄|供|租|薪|收入)(?:[底初末]|[上中下]旬)?';
const DAY =
  '(?<day>(?:3[01]|[12]\\d|0?[1-9])(?!\\d)|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])\\s*[日号]';
const PART =
  '(?<part>年?[底末终](?!端)|年?初|上半年|下半年|前[二三两]季度|第?[一二三四]季度|[春夏秋冬][天季]|春节(?:前夕|前后|期间)?|度|全年)';
const SINCE = '(?<since>以来|起(?![来步草点])|至今)';
const BEFORE = '(?<until>截至|截止到?|直?到|至)?\\s*(?:自从?|从)?\\s*';
const HAN_DIGITS = '〇一二三四五六七八九';

/** A kind of words for a time, and how they are read; null where they are none after all. */
type Kind = readonly [RegExp, (groups: Record<string, string | undefined>, match: Match, setting: Setting) => Read];
interface Match {
  words: string;
  before: string;
  after: string;
}
type Read = (When & { year?: number; frame?: Time['frame']; doubts?: string[]; lead?: number }) | null;

const pad = (number: number): string => String(number).padStart(2, '0');
const numberOf = (words: string): number =>
  /^\d/.test(words) ? Number(words) : (readChineseNumeral(words.replace(/^十/, '一十')) ?? Number.NaN);
const yearIn = (words: string): number =>
  /^\d/.test(words)
    ? Number(words)
    : Number([...words.replace(/[○零]/g, '〇')].map((digit) => HAN_DIGITS.indexOf(digit)).join(''));

/** First and last year in which a source can have been written. */
function yearsOf({ date }: Writing): [first: number, last: number] | null {
  if (date === null) return null;
  const { earliest, latest } = bounds(date);
  const [first, last] = [earliest ?? latest, latest ?? earliest].map((day) => Number(day?.slice(0, 4)));
  return first && last ? [first, last] : null;
}

/** The months in which a source can have been written, the first and the last as EDTF. */
function monthsOf({ date }: Writing): [first: string, last: string] | null {
  if (date === null) return null;
  const { earliest, latest } = bounds(date);
  return earliest && latest ? [earliest.slice(0, 7), latest.slice(0, 7)] : null;
}

const stated = (date: string, rest: Omit<When, 'date' | 'basis'> = {}): When => ({ date, basis: 'stated', ...rest });
const vague = (printed: string): When => ({ date: null, printed, basis: 'stated' });
const inferred = (date: string, ground: string, rest: Omit<When, 'date' | 'basis' | 'ground'> = {}): When => ({
  ...{ date, basis: 'inferred', ground },
  ...rest,
});

/** Parts of a year by their months, as wide as people mean them; the seasons as EDTF has them. */
const PARTS: readonly (readonly [RegExp, (year: string) => string, within: boolean])[] = [
  [/[底末终]/, (year) => `${year}-11/${year}-12`, true],
  [/初/, (year) => `${year}-01/${year}-02`, true],
  [/上半年/, (year) => `${year}-01/${year}-06`, true],
  [/下半年/, (year) => `${year}-07/${year}-12`, true],
  [/前[二两]季度/, (year) => `${year}-01/${year}-06`, false],
  [/前三季度/, (year) => `${year}-01/${year}-09`, false],
  [/一季度/, (year) => `${year}-01/${year}-03`, false],
  [/二季度/, (year) => `${year}-04/${year}-06`, false],
  [/三季度/, (year) => `${year}-07/${year}-09`, false],
  [/四季度/, (year) => `${year}-10/${year}-12`, false],
  [/春节/, (year) => `${year}-01/${year}-02`, true],
  [/春/, (year) => `${year}-21`, false],
  [/夏/, (year) => `${year}-22`, false],
  [/秋/, (year) => `${year}-23`, false],
  [/冬/, (year) => `${year}-24`, false],
];

const CHINESE_DAY = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** The day before the Spring Festival of a year, 除夕, as an ISO day; it lies between 20 January and 20 February. */
export function springEve(year: number): string {
  const isFirst = (day: Date) => /^0?1\D+0?1$/.test(CHINESE_DAY.format(day));
  let day = new Date(Date.UTC(year, 0, 21));
  while (!isFirst(day) && day.getUTCMonth() < 2) day = new Date(day.getTime() + 86_400_000);
  return new Date(day.getTime() - 86_400_000).toISOString().slice(0, 10);
}

/** A year, or a part of it, as EDTF; `year` may carry a `?`, which seasons do not take. */
function partOf(year: string, part: string): { date: string; within: boolean } {
  const plain = Number(year.replace('?', ''));
  if (/春节前夕/.test(part) && year === String(plain)) return { date: `${year}-01/${springEve(plain)}`, within: true };
  const [, write, within] = PARTS.find(([pattern]) => pattern.test(part)) ?? [];
  const date = write?.(year) ?? year;
  return { date: /-2[1-4]$/.test(date) ? date.replace('?', '') : date, within: within ?? false };
}

const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim();
const YEAR_DOUBT = '年份由出处推定；原报印了年份的，去掉 ? 和 ground，basis 改成 stated';

/** What 今年, 去年 … count from the year of writing; the lesser of two that it may be. */
function toldYear(word: string, writing: Writing): { year: string; doubts: string[] } | null {
  const years = yearsOf(writing);
  if (!years) return null;
  const [first, last] = years;
  const offset = { 今: 0, 本: 0, 去: -1, 前: -2, 明: 1, 来: 1 }[word] ?? 0;
  return {
    year: `${first + offset}?`,
    doubts: first === last ? [] : [`出处写于 ${first} 年还是 ${last} 年没有定，“${word}年”要核对`],
  };
}

/** The year of words that print none: the one of the words before where they print one, else that of writing. */
function silentYear({ year, writing }: Setting): { year: string; ground: string } | null {
  const years = yearsOf(writing);
  if (year !== null && year !== years?.[0]) return { year: `${year}?`, ground: '上文' };
  return years ? { year: `${years[0]}?`, ground: writing.ground } : null;
}

/** `2019?`, 11, 3 → `2019?-11-03`. */
const dateOf = (year: string, month?: string, day?: string): string =>
  [year, ...(month ? [pad(numberOf(month))] : []), ...(month && day ? [pad(numberOf(day))] : [])].join('-');

/** A time of which the words print the year. */
function readPrinted(groups: Record<string, string | undefined>, match: Match, { writing }: Setting): Read {
  const year = yearIn(groups.year ?? '');
  const { month, day, part = '', since, until } = groups;
  const title = /(?<verb>印发|出台|制[定订]|发布|下发|颁布|印出|编制|通过)[^，。；：]{0,6}《[^》]*$/u.exec(
    match.before,
  );
  if (/《[^》]*$/.test(match.before)) {
    if (!title) return null;
    const lead = title[0].length;
    return { ...inferred(`${year}?`, '文件名'), year, lead, doubts: ['只有文件名里写着年份，哪天印发的要核对'] };
  }
  // Held against, or part of a document's number: nothing of the kind was then.
  if (/[比较同与]\s*$/u.test(match.before) || /^\s*第\s*\d+\s*[号期]/u.test(match.after)) return null;
  if (/^的(?!一天)/u.test(match.after)) return { ...stated(dateOf(String(year), month, day)), year, frame: 'none' };
  const frame = /^[^，。；]{0,2}是[^，。；]{0,16}(?:之年|的一年|年份)/u.test(match.after)
    ? 'next'
    : /^(?:还?没有?过|要(?!求))/u.test(match.after)
      ? 'none'
      : null;
  const plain = String(year);
  if (since) return { ...stated(`${dateOf(plain, month, day)}/..`), year };
  if (part && part !== '度' && !month) {
    const { date, within } = partOf(plain, part);
    const printed = tidy(match.words).replace(/^(?:直?到|至|自从?|从)\s*/u, '');
    return { ...stated(date, date.includes('/') ? { printed, ...(within ? { extent: 'within' } : {}) } : {}), year };
  }
  const isOfWriting = yearsOf(writing)?.[0] === year;
  // A retelling prints the year for its readers: newspapers say 今年 11 月, or leave it out, while it lasts.
  if (month && !until && writing.isRetold && isOfWriting)
    return { ...inferred(dateOf(`${plain}?`, month, day), writing.ground), year, doubts: [YEAR_DOUBT] };
  return { ...stated(dateOf(plain, month, day)), year, frame };
}

/** A time told from the day of writing: 今年 11 月, 去年底. */
function readTold(groups: Record<string, string | undefined>, match: Match, { writing }: Setting): Read {
  const told = toldYear(groups.told ?? '', writing);
  const printed = tidy(match.words).replace(/^(?:直?到|至|自从?|从|截至)\s*/u, '');
  if (!told) return { ...vague(printed), doubts: ['出处的日期还没有定，这个时间换不成年份'] };
  const { month, day, part = '', since } = groups;
  const { ground } = writing;
  const isPart = part !== '' && part !== '度' && part !== '全年';
  const { date, within } = isPart ? partOf(told.year, part) : { date: dateOf(told.year, month, day), within: false };
  const doubts = told.doubts;
  if (since) return { ...inferred(`${date.split('/')[0]}/..`, ground, month ? {} : { printed }), doubts };
  return { ...inferred(date, ground, isPart ? { printed, ...(within ? { extent: 'within' } : {}) } : {}), doubts };
}

/** A month, or a day of it, without its year. */
function readSilent(groups: Record<string, string | undefined>, _match: Match, setting: Setting): Read {
  const silent = silentYear(setting);
  if (!silent) return null;
  const date = dateOf(silent.year, groups.month, groups.day);
  return { ...inferred(groups.since ? `${date}/..` : date, silent.ground), doubts: ['年份由上下文推定，要核对'] };
}

/** 1 至 8 月. */
function readMonths(groups: Record<string, string | undefined>, _match: Match, setting: Setting): Read {
  const printed = groups.year ? String(yearIn(groups.year)) : null;
  const silent = printed ? { year: printed, ground: '' } : silentYear(setting);
  if (!silent) return null;
  const date = `${dateOf(silent.year, groups.from)}/${dateOf(silent.year, groups.to)}`;
  return printed ? stated(date) : { ...inferred(date, silent.ground), doubts: ['年份由上下文推定，要核对'] };
}

/** 5 年来: back from the writing, or from the year of which the text says that it began, where that many years lie between. */
function readYearsUp(groups: Record<string, string | undefined>, match: Match, setting: Setting): Read {
  const printed = tidy(match.words);
  const count = numberOf((groups.count ?? '').replace('两', '二'));
  const [years, months] = [yearsOf(setting.writing), monthsOf(setting.writing)];
  if (!years || !months || !(count > 0)) return { ...vague(printed), doubts: [] };
  const begun = setting.begun.find((year) => year + count - 1 >= years[0] && year + count - 1 <= years[1]);
  const doubts = ['起止是往回推算的，要核对'];
  if (begun !== undefined)
    return { ...inferred(`${begun}?/${begun + count - 1}?`, `文中“${begun} 年”一句`, { printed }), doubts };
  const [first, last] = months;
  const start = `${Number(first.slice(0, 4)) - count}${first.slice(4)}`;
  return { ...inferred(`${start}?/${last}?`, setting.writing.ground, { printed }), doubts };
}

/** The five-year plans: the first began in 1953, the thirteenth in 2016. */
function readPlan(groups: Record<string, string | undefined>, match: Match): Read {
  const plan = numberOf(groups.plan ?? '');
  const [first, last] = [2016 + (plan - 13) * 5, 2020 + (plan - 13) * 5];
  const printed = tidy(match.words);
  const { phase = '' } = groups;
  if (/开局|收官/.test(match.after.slice(0, 3))) return null;
  if (phase === '以来') return inferred(`${first}?/..`, '五年规划', { printed });
  if (/初/.test(phase)) return vague(printed);
  if (/[末底]/.test(phase)) return inferred(`${last}-11?/${last}-12?`, '五年规划', { printed });
  return inferred(`${first}?/${last}?`, '五年规划', { printed });
}

/** The state that was reported: 目前, 截至发稿. */
function readNow(_: unknown, match: Match, { writing }: Setting): Read {
  if (writing.date === null) return { ...vague(tidy(match.words)), doubts: ['出处的日期还没有定'] };
  const { date, ground } = writing;
  return inferred(/[?%]/.test(date) ? date : `${date}?`, ground, date.includes('/') ? { extent: 'within' } : {});
}

/** 从今日起: the day of the paper, or of the day that the passage prints. */
function readToday(groups: unknown, match: Match, setting: Setting): Read {
  return /\d\s*[日号]/u.test(match.before) ? null : readNow(groups, match, setting);
}

/** What recurs has no date but that of the time in which it did. */
function readRecurring(groups: Record<string, string | undefined>, match: Match, setting: Setting): Read {
  const unit = { 月: 'P1M', 年: 'P1Y', 周: 'P1W', 天: 'P1D', 日: 'P1D' }[groups.unit ?? '月'] ?? 'P1M';
  const years = yearsOf(setting.writing);
  if (!setting.isOfThisYear || !years) return groups.often ? { ...vague(tidy(match.words)), recurs: unit } : null;
  const since = inferred(`${years[0]}?/..`, setting.writing.ground, { printed: '今年以来', recurs: unit });
  return { ...since, doubts: ['例行之事，起于何时据文中“今年以来”'] };
}

/** 这一年, 疫情期间: the year of the words before. */
function readThatYear(_: unknown, match: Match, { year, writing }: Setting): Read {
  if (year !== null) return { ...stated(String(year)), year, doubts: ['年份据上文'] };
  const years = yearsOf(writing);
  return years ? { ...inferred(`${years[0]}?`, writing.ground), doubts: ['年份由出处推定'] } : vague(match.words);
}

function readDuring(_: unknown, match: Match, { year }: Setting): Read {
  const printed = tidy(match.words);
  if (year === null) return vague(printed);
  return { ...inferred(`${year}?`, '上下文', { printed }), doubts: ['年份据上文推定，要核对'] };
}

/** 2016 年到 2019 年, 2016—2019 年. */
function readYearRange(groups: Record<string, string | undefined>): Read {
  const [from, to] = [yearIn(groups.from ?? ''), yearIn(groups.to ?? '')];
  return from < to ? { ...stated(`${from}/${to}`), year: to } : null;
}

/** 20 世纪 80 年代, 上世纪 80 年代, 19 世纪. */
function readRough(groups: Record<string, string | undefined>, _match: Match, { writing }: Setting): Read {
  const now = yearsOf(writing)?.[0];
  const { century = '', decade } = groups;
  const told = /[上本]/u.test(century)
    ? now
      ? Math.floor(now / 100) + (century === '上' ? 0 : 1)
      : Number.NaN
    : numberOf(century);
  if (!(told > 0 && told < 30)) return null;
  const hundreds = pad(told - 1);
  return stated(decade ? `${hundreds}${String(numberOf(decade)).charAt(0)}X` : `${hundreds}XX`);
}

/** 公元前 500 年, 公元 960 年, 民国二十年. */
function readEra(groups: Record<string, string | undefined>, match: Match): Read {
  const { era = '' } = groups;
  const number = numberOf(groups.number === '元' ? '1' : (groups.number ?? ''));
  if (!(number > 0)) return null;
  if (era === '民国') return stated(String(1911 + number), { printed: tidy(match.words) });
  return stated(stretchAt(/前/.test(era) ? 1 - number : number, 1));
}

/** 本月 20 日, 上月: by the month of writing. */
function readThatMonth(groups: Record<string, string | undefined>, match: Match, { writing }: Setting): Read {
  const [first, last] = monthsOf(writing) ?? [];
  if (!first || first !== last) return vague(tidy(match.words));
  const [year = 0, month = 0] = first.split('-').map(Number);
  const count = year * 12 + month - 1 + ({ 上: -1, 下: 1 }[groups.which ?? ''] ?? 0);
  const date = `${Math.floor(count / 12)}-${pad((count % 12) + 1)}?`;
  return inferred(groups.day ? `${date}-${pad(numberOf(groups.day))}` : date, writing.ground);
}

/** 昨日, of a source whose day is known. */
function readYesterday(_: unknown, match: Match, { writing }: Setting): Read {
  if (!writing.date || !/^\d{4}-\d\d-\d\d$/.test(writing.date)) return vague(match.words);
  const day = new Date(Date.parse(writing.date) - (match.words.startsWith('前') ? 2 : 1) * 86_400_000);
  return inferred(`${day.toISOString().slice(0, 10)}?`, writing.ground);
}

const of = (pattern: string): RegExp => new RegExp(pattern, 'gu');
const KINDS: readonly Kind[] = [
  [of('(?<era>公元前|纪元前|公元|民国)\\s*(?<number>\\d{1,4}|元|[一二三四五六七八九十百]+)\\s*年(?!代)'), readEra],
  [
    of(
      '(?:自从?|从)?\\s*(?<!\\d)(?<from>[12]\\d{3})\\s*年?\\s*[至到—–~～-]{1,2}\\s*(?<to>[12]\\d{3})\\s*年(?!\\s*[\\d一二三四五六七八九十]+\\s*月)',
    ),
    readYearRange,
  ],
  [
    of(
      '(?<century>上|本|\\d{1,2}|十[一二三四五六七八九]|二十一?)(?:个)?\\s*世纪(?:\\s*(?<decade>[1-9]0|[二三四五六七八九]十)\\s*年代)?[初中末]?(?:以来)?',
    ),
    readRough,
  ],
  [of(`(?<which>[本上下])月(?:\\s*${DAY})?(?![底初中旬])`), readThatMonth],
  [of('[昨前][天日](?!晚饭|里)'), readYesterday],
  [of(`(?:${YEAR}\\s*)?(?<from>(?<![\\d.])1?\\d)\\s*月?\\s*[至到—–~～-]{1,2}\\s*(?<to>1?\\d)\\s*月`), readMonths],
  [of(`${BEFORE}${YEAR}(?:\\s*${MONTH}(?:\\s*${DAY})?)?\\s*${PART}?\\s*${SINCE}?`), readPrinted],
  [of(`${BEFORE}(?<told>[今本去前明来])年(?:\\s*${MONTH}(?:\\s*${DAY})?)?\\s*${PART}?\\s*${SINCE}?`), readTold],
  [of(`(?<![\\d年每第])(?<![年每第数] )${BEFORE}${MONTH}(?:\\s*${DAY})?\\s*${SINCE}?`), readSilent],
  [of('(?:近|过去|这)?\\s*(?<![\\d.])(?<count>\\d{1,2}|[两三四五六七八九十])\\s*年(?:以)?来(?!自|到|看)'), readYearsUp],
  [of('[“"]?(?<plan>十[一二三四五])五[”"]?(?<phase>以来|时期|期间|末期?|之?初|规划期?)?'), readPlan],
  [
    of('近年来?(?!度)|近些年来?|近几年来|这些年来|多年来|近日|日前|近来|连日来|前?不久前?'),
    (_, match) => vague(match.words),
  ],
  [of('截至目前|到?报道写成时|截至发稿时?|发稿时|目前|现已'), readNow],
  [of('每(?<unit>[月年周天日])(?<often>\\s*(?:[底初末中]|一次|\\d{1,2}\\s*[日号](?:左右|前后)?))?'), readRecurring],
  [of('(?<![\\p{sc=Han}\\d])(?<![\\p{sc=Han}\\d] )(?:月[底初末]|\\d{1,2}\\s*日(?:左右|前后))'), readRecurring],
  [
    of('全年(?!级)'),
    (_, match, { writing }) => {
      const years = yearsOf(writing);
      return years ? inferred(`${years[0]}?`, writing.ground, { printed: match.words }) : null;
    },
  ],
  [of('(?<!从)这一?年(?![的起来多])|当年(?![的各度])|同年|那一?年(?![的头起])'), readThatYear],
  [of('从?(?:这天|当天|今天|今日|即日)起|今日(?!头条)'), readToday],
  [of('疫情期间|汛期(?!以?之?前)|春节期间|国庆期间'), readDuring],
];

/** How far around its words what a time means may depend on others. */
const REACH = 300;

/** Words after which what is said lies ahead. */
const PLANNED = /打算|计划|目标|力争|将要?(?!军)|要在|到时/u;

/**
 * The words of a passage that say when, in order and apart. Of two that overlap, the one that begins first, or is longer,
 * is kept.
 */
export function timesIn(text: string, setting: Setting): Time[] {
  const found = KINDS.flatMap(([pattern, read]) => [...text.matchAll(pattern)].map((match) => ({ match, read }))).sort(
    (a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length,
  );
  const times: Time[] = [];
  let { year } = setting;
  for (const { match, read } of found) {
    const words = match[0];
    const blanks = words.length - words.trimStart().length;
    const [start, end] = [match.index + blanks, match.index + words.trimEnd().length];
    const last = times.at(-1);
    if (last && start < last.end) continue;
    const [before, after] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)];
    const reading = read(match.groups ?? {}, { words: words.trim(), before, after }, { ...setting, year });
    if (reading === null) continue;
    const { lead = 0, doubts = [], frame = null, year: printed = null, ...when } = reading;
    if (printed !== null) year = printed;
    const sentence = `${/[^。！？]*$/u.exec(before)?.[0] ?? ''}${/^[^。！？]*/u.exec(after)?.[0] ?? ''}`;
    const planned = when.date !== null && isAhead(when.date, setting.writing) && PLANNED.test(sentence);
    times.push({ ...when, ...(planned ? { planned } : {}), start: start - lead, end, year: printed, frame, doubts });
  }
  return times;
}

/** Whether a date lies, or may lie, behind the writing. */
function isAhead(date: string, { date: written }: Writing): boolean {
  const [last, end] = [written === null ? null : bounds(written).earliest, bounds(date).latest];
  return last !== null && end !== null && end > last;
}

/** The years of which a text says that something has gone on since, or began. */
export function yearsBegun(text: string): number[] {
  return [...text.matchAll(/(?<!\d)([12]\d{3})\s*年(?:以来|起|[^，。；]{0,6}(?:打响|启动|开始))/gu)].map(([, year]) =>
    Number(year),
  );
}
