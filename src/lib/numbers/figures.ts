import { formatDate } from '#words/dates.ts';
import { FIGURES_PAGE } from '#words/figures.ts';
import { isInFront, isSurplus, type Qualified, type Qualifier, qualifiersOf } from '../qualifiers/qualifiers.ts';
import { MULTIPLIER, powerOf, scaled } from './numerals.ts';
import { findStatements, type Statement } from './statements.ts';

/** A number, or a range from … to …, in the printed unit. */
export type FigureValue = number | [number, number];

/** A figure as the front matter holds it: 4.76 with 亿元, [8, 10] with 户. */
export interface Quantity {
  value: FigureValue;
  unit: string;
  qualifier?: Qualified;
}

const MULTIPLIERS = new RegExp(`^${MULTIPLIER}*`);
/** Signs that stand close to their number. */
const SIGNS = ['%', '‰'];
const COUNTERS = '人户名口位家';
// A measure must follow its number at once: 3 平方米 is not 3 米, 3 美元 not 3 元, 3 人次 not 3 次.
const MEASURE = /[元米里斤克吨亩顷年月日天时分度瓦次]$/u;

const valuesOf = (value: FigureValue): number[] => (typeof value === 'number' ? [value] : value);

/** Splits 亿元 into its power of ten and its noun. */
export function splitUnit(unit: string): { power: number; noun: string } {
  const text = unit.normalize('NFKC').replace(/\s/g, '');
  const noun = text.replace(MULTIPLIERS, '');
  return { power: powerOf(text.slice(0, text.length - noun.length)), noun };
}

function unitMatches(text: string, units: string, noun: string): boolean {
  if (noun === '') return true;
  if (units === '') return text.normalize('NFKC').includes(noun);
  // 3 人次 is not 3 人, 300 元/亩 not 300 元.
  if (units.startsWith(noun)) return !'次/'.includes(units.charAt(noun.length) || ' ');
  const counted = COUNTERS.includes(noun) && COUNTERS.includes(units.charAt(0));
  return !counted && !MEASURE.test(noun) && units.includes(noun);
}

/** How words and figure compare; another number needs no reason beside the two. */
type Comparison = 'fits' | 'another number' | { reason: string };

function compare(text: string, figure: Quantity): Comparison {
  const statements = findStatements(text);
  const [statement] = statements;
  if (statement === undefined) return { reason: '里面没有数字' };
  if (statements.length > 1) return { reason: '里面不止一个数，请只标出这一个' };
  if (statement.values.some(Number.isNaN)) return { reason: '里面的数读不出来，请写成确切的数' };
  return compareStatement(text, statement, figure);
}

function compareStatement(text: string, statement: Statement, figure: Quantity): Comparison {
  const { power, noun } = splitUnit(figure.unit);
  const values = valuesOf(figure.value).map((value) => scaled(value, power));
  if (values.join() !== statement.values.join()) return 'another number';
  if (!unitMatches(text, statement.units, noun)) return { reason: `单位不同，应是“${noun}”` };
  return compareQualifiers(statement, qualifiersOf(figure.qualifier));
}

/** Every qualifier of the words is in the data, and every one of the data in the words. */
function compareQualifiers({ qualifiers }: Statement, wanted: readonly Qualifier[]): Comparison {
  const [extra] = qualifiers.filter((qualifier) => !wanted.includes(qualifier));
  const [lost] = wanted.filter((qualifier) => !qualifiers.includes(qualifier));
  if (extra && lost) return { reason: `正文是“${extra}”，数据的 qualifier 是 ${lost}` };
  if (extra)
    return {
      reason: `数据少了 qualifier: ${[...wanted, extra].length > 1 ? `[${[...wanted, extra].join(', ')}]` : extra}`,
    };
  return lost ? { reason: `正文少了“${lost}”` } : 'fits';
}

/**
 * Reads the one number, or range, that words state: 「2 万 8 千余人」 is 28000, 人, 余; 「9.88%」 is 9.88, %.
 * `values` have 万 and 亿 applied; `units` are the words that follow. Null where there is none, more than one, or one
 * that is not exact (十几户). Qualifiers are those of the words; 超过 is read as 超, 大约 as 约, 不到 as 不足, 不少于 as 至少.
 */
export function readFigure(text: string): Statement | null {
  const [statement, another] = findStatements(text);
  return statement && !another && !statement.values.some(Number.isNaN) ? statement : null;
}

/** Whether words state exactly this figure: one number, the same value, unit and qualifier (47600 万元 is 4.76 亿元). */
export function figureMatches(text: string, figure: Quantity): boolean {
  return compare(text, figure) === 'fits';
}

/** Tells editors in one Chinese sentence how words and figure differ; '' where they do not. */
export function explainFigureMismatch(text: string, figure: Quantity): string {
  const comparison = compare(text, figure);
  if (comparison === 'fits') return '';
  const reason = comparison === 'another number' ? '' : `：${comparison.reason}`;
  return `正文写的是“${text.trim()}”，数据是 ${figureText(figure)}${reason}`;
}

/** A figure in two parts for display: 3953 and 余万元, 近 1 and 万元, 8—10 and 户, 2 and 年多, 99 and % 以上. */
export function formatFigure(figure: Quantity): { number: string; unit: string } {
  const { unit } = figure;
  const qualifiers = qualifiersOf(figure.qualifier);
  const values = valuesOf(figure.value).map(String);
  // GB/T 15835: a range of percentages carries the sign on both sides.
  const percents = values.length > 1 && SIGNS.includes(unit);
  const number = percents ? values.map((value) => value + unit).join('—') : values.join('—');
  const surplus = qualifiers.find(isSurplus);
  const rest = percents ? '' : unit;
  const front = qualifiers.filter(isInFront).map((qualifier) => `${qualifier} `);
  const behind = qualifiers.filter((qualifier) => !isInFront(qualifier) && !isSurplus(qualifier)).join('');
  const counted = surplus ? withSurplus(figure.value, rest, surplus) : rest;
  const endsInSign = counted !== '' && SIGNS.includes(counted.slice(-1));
  return { number: front.join('') + number, unit: counted + (behind && endsInSign ? ` ${behind}` : behind) };
}

/** Units of what can be parted: the surplus is a part of one more, and stands behind it. */
const PARTED = /^(?:年|天|小时|分钟|公里|里|米|公斤|斤|吨|亩|公顷|倍|岁|元|块|角|点)$/u;
/** The same where 个 counts them: 3 个多月. */
const PARTED_BY_PIECES = /^个(?=月|小时|星期|世纪|钟头|学期|百分点)/u;

/**
 * 余 or 多 where Chinese has it. Behind a round number of ten and more it stands for what the tens leave out (1650 余人次,
 * 10 多年); else for a part of one unit: behind the power of ten (3 万余元), within or behind the unit (3 个多月, 2 年多).
 */
function withSurplus(value: FigureValue, unit: string, surplus: string): string {
  const last = valuesOf(value).at(-1) ?? 0;
  const { noun, power } = splitUnit(unit);
  const isRound = last >= 10 && last % 10 === 0;
  if (SIGNS.includes(unit)) return `${unit} ${surplus}`;
  if (isRound) return surplus + unit;
  if (PARTED_BY_PIECES.test(unit)) return unit.replace(PARTED_BY_PIECES, `个${surplus}`);
  if (power === 0) return PARTED.test(noun) ? noun + surplus : surplus + unit;
  // 3953 余万元 is as usual as 3953 万余元, 3 余万元 is not Chinese.
  if (last >= 10 && Number.isInteger(last)) return surplus + unit;
  const powers = unit.slice(0, unit.length - noun.length);
  return powers + surplus + noun;
}

/** A figure in running text: 4.76 亿元, 3953 余万元, 近 1 万元, 9.88%, 99% 以上, 2 年多. */
export function figureText(figure: Quantity): string {
  const { number, unit } = formatFigure(figure);
  return unit === '' || startsWithSign(unit) ? number + unit : `${number} ${unit}`;
}

const startsWithSign = (unit: string): boolean => SIGNS.includes(unit.charAt(0));

/** As of when a figure holds, and how that is known. */
export interface AsOf {
  /** EDTF; what of it we inferred is marked as in doubt. */
  asOf: string | null;
  printed?: string | undefined;
  ground?: string | undefined;
}

/**
 * As of when a figure holds, in words. An interval whose ends are ours is that in which the state was reported: it holds of
 * some time in it. Says so where the source gives no date.
 */
export function asOfText({ asOf, printed, ground }: AsOf): string {
  if (asOf === null) return printed ? FIGURES_PAGE.undatedText(printed) : FIGURES_PAGE.undated;
  const basis = /[?%]/.test(asOf) ? 'inferred' : 'stated';
  const isOurs = asOf.split('/').every((end) => /[?%]$/.test(end));
  return formatDate(asOf, { basis, printed, ground, extent: isOurs ? 'within' : undefined });
}
