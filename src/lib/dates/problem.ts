import edtf from 'edtf';

const FORMS = '2019、2019-10、2019-10-03 或 "2019-10/2019-12"';
/** `2019?-10-03~/2019?-12-03~` has 23 characters; much longer texts are never dates, and the package takes long to say so. */
const LONGEST = 60;
const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const SEASON = /^\d{4}-2[1-4]$/;
const DECADE = /^\d{3}X$/;

type Rule = (text: string) => string | null;

/** What is left of a date when its qualifiers are taken away: `2019?-10~` → `2019-10`. */
const withoutQualifiers = (text: string): string => text.replace(/[?~%]/g, '');

const notEdtf = (text: string): string => `“${text}”不是 EDTF 日期，应写成 ${FORMS}`;

const emptyProblem: Rule = (text) => (text.trim() === '' ? `日期是空的，应写成 ${FORMS}` : null);

const lengthProblem: Rule = (text) =>
  text.length <= LONGEST ? null : `“${text.slice(0, 20)}…”不是 EDTF 日期，应写成 ${FORMS}`;

const widthProblem: Rule = (text) => {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (plain === text || edtfProblem(plain) !== null) return null;
  return `“${text}”里有全角字符或空格，应写成 ${plain}`;
};

// The package ends `[2019-11..2019-12]` on 30 November and refuses `?` inside, so a set would lie about its bounds.
const setProblem: Rule = (text) =>
  /[[\]{}]/.test(text)
    ? `“${text}”是集合写法，本站不用，请改写成起止日期，如 "2019-11/2019-12"，只是其间某一时刻的再加 extent: within`
    : null;

const timeProblem: Rule = (text) =>
  /\dT\d|\d:\d/.test(text) ? `“${text}”带了时刻，日期只写到日，如 2019-10-03，几点几分另写在 time 里` : null;

const unspecifiedProblem: Rule = (text) =>
  /\d/.test(text) && /X/i.test(text) && !DECADE.test(text)
    ? `“${text}”里的 X 只能用在年代（201X），只知道年就写 2019，只知道年月就写 2019-10`
    : null;

const seasonProblem: Rule = (text) =>
  !SEASON.test(text) &&
  withoutQualifiers(text)
    .split('/')
    .some((end) => SEASON.test(end))
    ? `“${text}”里的季节不能带 ?、~、%，也不能用在起止日期里，请改写成月份，如 "2019-03/2019-05"`
    : null;

function pointProblem(point: string): string | null {
  const [year, month = '01', day = '01'] = point.split('-');
  const unreal = `${point} 不是真实存在的日期`;
  if (point.startsWith('0')) return `${point} 的年份有误，请写成四位的公元年份，如 2019`;
  if (Number(month) < 1 || Number(month) > 12) return `${unreal}：月份只有 01 到 12（四季写 21 到 24），请核对后改正`;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) >= 1 && Number(day) <= last) return null;
  return `${unreal}：${Number(year)} 年 ${Number(month)} 月只有 1 日到 ${last} 日，请核对后改正`;
}

const calendarProblem: Rule = (text) => {
  const ends = withoutQualifiers(text).split('/');
  const points = ends.filter((end) => POINT.test(end) && !SEASON.test(end));
  return points.map(pointProblem).find((problem) => problem !== null) ?? null;
};

const shapeProblem: Rule = (text) => {
  if (SEASON.test(text) || DECADE.test(text)) return null;
  const ends = withoutQualifiers(text).split('/');
  const dates = ends.filter((end) => POINT.test(end)).length;
  const gaps = ends.filter((end) => end === '' || end === '..').length;
  return ends.length <= 2 && dates >= 1 && dates + gaps === ends.length ? null : notEdtf(text);
};

const orderProblem: Rule = (text) => {
  const [start = '', end = ''] = withoutQualifiers(text).split('/');
  if (!POINT.test(start) || !POINT.test(end)) return null;
  if (start === end) return `“${text}”的起止是同一个日期，请只写 ${start}`;
  if (start.startsWith(end)) return `“${text}”的止期包含着起期，请把起止写得一样细，如 "2019-05/2019-12"`;
  if (start < end) return null;
  return `“${text}”的起止颠倒了，请写成 "${text.split('/').reverse().join('/')}"`;
};

/** The package builds its grammar anew for each date, and an archive says the same dates over and over. */
const parsed = new Map<string, boolean>();

function canParse(end: string): boolean {
  const known = parsed.get(end);
  if (known !== undefined) return known;
  let can = true;
  try {
    edtf(end, { types: ['Date', 'Season'] });
  } catch {
    can = false;
  }
  parsed.set(end, can);
  return can;
}

// End by end: the package cannot parse some whole intervals (`2018?/2019?-05`).
const grammarProblem: Rule = (text) =>
  text.split('/').every((end) => end === '' || end === '..' || canParse(end)) ? null : notEdtf(text);

// Order matters: the most telling reason first, the package's own refusal last.
const RULES: readonly Rule[] = [
  emptyProblem,
  lengthProblem,
  widthProblem,
  setProblem,
  timeProblem,
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
 * Accepted: year, month, day, each with `?` `~` `%` (also on a component); closed (`a/b`), open (`a/..`, `../b`) and
 * unknown-ended (`a/`, `/b`) intervals of these; seasons 21–24; decades (`201X`).
 */
export function edtfProblem(text: string): string | null {
  for (const rule of RULES) {
    const problem = rule(text);
    if (problem !== null) return problem;
  }
  return null;
}
