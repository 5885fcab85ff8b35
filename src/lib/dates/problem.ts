import edtf from 'edtf';
import { timeOf } from './days.ts';
import { POINT, roughStretch, SEASON, stretchAt } from './stretches.ts';

const FORMS = '2019、2019-10、2019-10-03 或 "2019-10/2019-12"';
const FAR_FORMS = '公元 960 年写 0960，公元前 500 年写 -0499，20 世纪 30 年代写 193X，19 世纪写 18XX';
/** `-0499?-10-03~/-0498?-12-03~` has 25 characters; much longer texts are never dates, and the package takes long to say so. */
const LONGEST = 60;

type Rule = (text: string) => string | null;

/** What is left of a date when its qualifiers are taken away: `2019?-10~` → `2019-10`. */
const withoutQualifiers = (text: string): string => text.replace(/[?~%]/g, '');
const endsOf = (text: string): string[] => withoutQualifiers(text).split('/');

const notEdtf = (text: string): string => `“${text}”不是 EDTF 日期，应写成 ${FORMS}`;

const emptyProblem: Rule = (text) => (text.trim() === '' ? `日期是空的，应写成 ${FORMS}` : null);

const lengthProblem: Rule = (text) =>
  text.length <= LONGEST ? null : `“${text.slice(0, 20)}…”不是 EDTF 日期，应写成 ${FORMS}`;

const widthProblem: Rule = (text) => {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[−–](?=\d)/, '-');
  if (plain === text || edtfProblem(plain) !== null) return null;
  return `“${text}”里有全角字符或空格，应写成 ${plain}`;
};

/** Years, decades and centuries as people write them, each with the year that it begins in. */
const SPOKEN: readonly (readonly [RegExp, (digits: number[]) => string])[] = [
  [/^(?:公元)?前(\d{1,4})年?$/, ([year = 1]) => stretchAt(1 - year, 1)],
  [/^(\d{1,4})BCE?$/i, ([year = 1]) => stretchAt(1 - year, 1)],
  [/^(?:公元)?前(\d{1,2})世纪$/, ([century = 1]) => stretchAt(-100 * century + 1, 100)],
  [/^(?:公元)?(\d{1,4})年?$/, ([year = 0]) => stretchAt(year, 1)],
  [/^-(\d{1,3})$/, ([year = 0]) => stretchAt(-year, 1)],
  [/^(?:公元)?(\d{1,2})世纪$/, ([century = 1]) => stretchAt(100 * (century - 1), 100)],
  [/^(\d{1,2})世纪(\d)0年代$/, ([century = 1, decade = 0]) => stretchAt(100 * (century - 1) + 10 * decade, 10)],
  [/^(\d{3})0(?:年代|s)$/, ([decade = 0]) => stretchAt(10 * decade, 10)],
];

/** What a year, decade or century as people write it is in EDTF; null of all else. */
function inEdtf(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s约]/g, '');
  for (const [pattern, write] of SPOKEN) {
    const match = pattern.exec(plain);
    if (match) return write(match.slice(1).map(Number)) + (text.includes('约') ? '~' : '');
  }
  return null;
}

const NO_YEAR_ZERO = '（公元前 1 年在 EDTF 里是 0000，所以公元前的年数要减一）';

const spokenProblem: Rule = (text) => {
  const right = inEdtf(text);
  if (right === null || right === text) return null;
  const isCounted = /^-\d{4}/.test(right) && !text.startsWith('-');
  return `“${text}”不是 EDTF 日期，应写成 "${right}"${isCounted ? NO_YEAR_ZERO : ''}`;
};

const longYearProblem: Rule = (text) =>
  /(?:^|\/)Y-?\d/i.test(text) || /(?:^|\/)[+-]?\d{5,7}(?:[-/]|$)/.test(text)
    ? `“${text}”不是 EDTF 日期：年份要写成四位，不加 Y，只收公元前 10000 年到公元 9999 年，如${FAR_FORMS}`
    : null;

const zeroProblem: Rule = (text) =>
  endsOf(text).some((end) => /^-0000/.test(end)) ? `“${text}”里没有 -0000 这一年：公元前 1 年写 0000` : null;

// The package ends `[2019-11..2019-12]` on 30 November and refuses `?` inside, so a set would lie about its bounds.
const setProblem: Rule = (text) =>
  /[[\]{}]/.test(text)
    ? `“${text}”是集合写法，本站不用，请改写成起止日期，如 "2019-11/2019-12"，只是其间某一时刻的再加 extent: within`
    : null;

const timeProblem: Rule = (text) =>
  /\dT\d|\d:\d/.test(text) ? `“${text}”带了时刻，日期只写到日，如 2019-10-03，几点几分另写在 time 里` : null;

/** A decade or century, with a qualifier behind it if any. */
const isRough = (end: string): boolean => roughStretch(end.replace(/[?~%]$/, '')) !== null;

const unspecifiedProblem: Rule = (text) =>
  /\d/.test(text) && text.split('/').some((end) => /X/i.test(end) && !isRough(end))
    ? `“${text}”里的 X 只能用在年代（193X，20 世纪 30 年代）和世纪（18XX，19 世纪），只知道年就写 2019，只知道年月就写 2019-10`
    : null;

const seasonProblem: Rule = (text) =>
  !SEASON.test(text) && endsOf(text).some((end) => SEASON.test(end))
    ? `“${text}”里的季节不能带 ?、~、%，也不能用在起止日期里，请改写成月份，如 "2019-03/2019-05"`
    : null;

function pointProblem(point: string): string | null {
  const [, year = '', month = '01', day = '01'] = POINT.exec(point) ?? [];
  const unreal = `${point} 不是真实存在的日期`;
  if (Number(month) < 1 || Number(month) > 12) return `${unreal}：月份只有 01 到 12（四季写 21 到 24），请核对后改正`;
  const last = new Date(timeOf(Number(year), Number(month) + 1, 0)).getUTCDate();
  if (Number(day) >= 1 && Number(day) <= last) return null;
  return `${unreal}：${Number(year)} 年 ${Number(month)} 月只有 1 日到 ${last} 日，请核对后改正`;
}

const calendarProblem: Rule = (text) => {
  const points = endsOf(text).filter((end) => POINT.test(end) && !SEASON.test(end));
  return points.map(pointProblem).find((problem) => problem !== null) ?? null;
};

const shapeProblem: Rule = (text) => {
  if (SEASON.test(text)) return null;
  const ends = text.split('/');
  const dates = ends.filter((end) => isRough(end) || POINT.test(withoutQualifiers(end))).length;
  const gaps = ends.filter((end) => withoutQualifiers(end) === '' || end === '..').length;
  return ends.length <= 2 && dates >= 1 && dates + gaps === ends.length ? null : notEdtf(text);
};

/** First and last day of an end of an interval, in milliseconds; null where it is open or unknown. */
function timesOf(end: string): [number, number] | null {
  const rough = roughStretch(end);
  if (rough) return [timeOf(rough.first), timeOf(rough.last, 12, 31)];
  const [, year, month, day] = POINT.exec(end) ?? [];
  if (year === undefined) return null;
  const [y, m, d] = [year, month ?? 1, day ?? 1].map(Number) as [number, number, number];
  if (day !== undefined) return [timeOf(y, m, d), timeOf(y, m, d)];
  return [timeOf(y, m), month === undefined ? timeOf(y, 12, 31) : timeOf(y, m + 1, 0)];
}

const orderProblem: Rule = (text) => {
  const [start = '', end = ''] = endsOf(text);
  const [from, to] = [timesOf(start), timesOf(end)];
  if (!from || !to) return null;
  if (start === end) return `“${text}”的起止是同一个日期，请只写 ${start}`;
  if (to[0] <= from[0] && to[1] >= from[1])
    return `“${text}”的止期包含着起期，请把起止写得一样细，如 "2019-05/2019-12"`;
  if (from[0] <= to[0]) return null;
  return `“${text}”的起止颠倒了，请写成 "${text.split('/').reverse().join('/')}"`;
};

/** The package builds its grammar anew for each date, and an archive says the same dates over and over. */
const parsed = new Map<string, boolean>();

function canParse(end: string): boolean {
  const known = parsed.get(end);
  if (known !== undefined) return known;
  let can = true;
  try {
    edtf(end, { types: ['Date'] });
  } catch {
    can = false;
  }
  parsed.set(end, can);
  return can;
}

// End by end: the package cannot parse some whole intervals (`2018?/2019?-05`), and no decade with a qualifier.
const grammarProblem: Rule = (text) =>
  SEASON.test(text) || text.split('/').every((end) => end === '' || end === '..' || isRough(end) || canParse(end))
    ? null
    : notEdtf(text);

// Order matters: the most telling reason first, the package's own refusal last.
const RULES: readonly Rule[] = [
  emptyProblem,
  lengthProblem,
  widthProblem,
  spokenProblem,
  setProblem,
  timeProblem,
  longYearProblem,
  zeroProblem,
  unspecifiedProblem,
  seasonProblem,
  calendarProblem,
  shapeProblem,
  orderProblem,
  grammarProblem,
];

/**
 * Says in one Chinese sentence why `text` is not a date this site accepts, and the cure; null when it is one.
 *
 * Accepted: year, month, day, from `-9999` (公元前 10000 年) to `9999`, each with `?` `~` `%` (also on a component); decades
 * (`193X`) and centuries (`18XX`, `-04XX`), also with these; closed (`a/b`), open (`a/..`, `../b`) and unknown-ended
 * (`a/`, `/b`) intervals of these; seasons 21–24.
 */
export function edtfProblem(text: string): string | null {
  for (const rule of RULES) {
    const problem = rule(text);
    if (problem !== null) return problem;
  }
  return null;
}
