import { figureMatches, readFigure, splitUnit } from '../numbers/figures.ts';
import { MULTIPLIER, scaled } from '../numbers/numerals.ts';
import { type PlacedStatement, placeStatements } from '../numbers/statements.ts';
import type { Qualifier } from '../qualifiers/qualifiers.ts';
import { LONG_UNITS } from '../text/held.ts';
import type { FigureSuggestion } from './suggestion.ts';

/** A number that a text states, with the words that a mark would hold. */
export type FoundFigure = Pick<
  FigureSuggestion,
  'start' | 'end' | 'words' | 'value' | 'unit' | 'qualifiers' | 'doubts'
> & {
  /** Where its number begins: a qualifier may stand before it. */
  number: number;
};

const COUNTED =
  '亩次|场次|架次|班次|课时|学时|千瓦时|口人|元钱|平方|立方|公分|海里|英[寸里尺亩]|人民币|个小时|个星期|个学期|个季度|个世纪';
const ONE =
  '[%‰℃]|[个户人名口位元亩家项次件条座所处套台辆头只棵株种年天届期篇笔场吨斤米里层间栋幢孔眼盏艘架部本册份封张块片类起例宗桩批周倍成尺丈寸度枚颗粒袋箱瓶车趟遍顷克升匹峰羽窝垄畦棚盘盆桶筐双对]';
/** A unit behind a number, with what stands within it or behind it: 余万元, 个多月, 年多, % 以上. */
const UNIT = new RegExp(
  `^\\s*(?<powers>${MULTIPLIER}*)\\s*(?<surplus>[余多]?)\\s*(?<noun>(?:个[多余](?=月|小时|星期|世纪|学期))?(?:${COUNTED}|${LONG_UNITS}|(?<=个[多余])(?:月|小时|星期|世纪|学期)|${ONE})(?:/(?:立方米|平方米|公里|公顷|公斤|小时|[亩户人天日年月斤吨升次件只头株]))?)(?<more>[多余](?![次样种元数人方少]))?(?<behind>\\s*(?:[及或]?以[上下](?![述级所各就为列简])|左右|上下(?![班学游级楼车山午联])))?`,
  'u',
);
/** Qualifiers before a number, as far as a mark has to hold them. */
const BEFORE =
  /(?:(?<![附最就邻靠])(?:接|几)?近|(?<![签节公条合相履契违预制])约[为有占达计]?|大概有?|(?<![不赶])超[过出]?了?|逾了?|(?<!甚)[至最]少|起码有?|不(?:[少低]于|下于?)|(?<![想料遇找看])不到|不[足满]|未满|不(?:超过?|[多高]于)|(?<!甚)[至最]多有?)\s*$/u;
/** Numerals of one character that words are made of, or that point at one of many. */
const SMALL_HAN = /^[两三四五六七八九十]$/u;
/** What is counted in so few that Chinese numerals still count: 两个村, 七项制度, 三个月. */
const TELLING = /^(?:个|个月|户|人|名|家|项|类|种|口|年|条|间|件|座|所|台|辆|只|元|亩|万元|天|周|届|次|场|笔)$/u;
/** Behind these units small numerals point or speak roughly: 三天两头, 两次 … */
const ROUGH_NOUNS = /^(?:方面|层|头|边|手|代|者|地|国|级|会|委|农|门|项?制度?体系)/u;

/** How far before a number what is quoted may begin, and how far around it its words reach. */
const REACH = 200;

const isQuoted = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - REACH), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('《') > before.lastIndexOf('》');
};
const isInTitle = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - REACH), at);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
};

/**
 * The numbers of a passage that a list of figures would want: with a unit, exact, and neither a date, an ordinal, an age
 * nor part of a name.
 */
export function figuresIn(text: string): FoundFigure[] {
  return placeStatements(text).flatMap((statement) => {
    const found = toFigure(text, statement);
    return found ? [found] : [];
  });
}

function toFigure(text: string, statement: PlacedStatement): FoundFigure | null {
  const { start: number, values } = statement;
  const own = text.slice(number, statement.end);
  const isHan = !/\d/.test(own.normalize('NFKC'));
  if (values.some(Number.isNaN) || isInTitle(text, number)) return null;
  if (isHan && (statement.weak || isQuoted(text, number))) return null;
  if (/[第+＋]\s*$/u.test(text.slice(Math.max(0, number - REACH), number))) return null;
  const tail = readTail(text, statement);
  if (!tail) return null;
  const start = number - (BEFORE.exec(text.slice(Math.max(0, number - 12), number))?.[0].length ?? 0);
  const words = text.slice(start, tail.end);
  const read = readFigure(words);
  if (read === null || read.values.some(Number.isNaN)) return null;
  const qualifiers = read.qualifiers.slice(0, 2);
  const { value, unit } = printedAs(own, read.values, tail.unit);
  if (!figureMatches(words, { value, unit, ...(qualifiers.length ? { qualifier: qualifiers } : {}) })) return null;
  const after = text.slice(tail.end, tail.end + REACH);
  if (isNoFigure(own, unit, after, text.slice(Math.max(0, start - REACH), start), qualifiers)) return null;
  const doubts = isHan && SMALL_HAN.test(own) ? ['小数目用汉字写的，是不是要紧的数由您定'] : [];
  return { start, end: tail.end, words, number, value, unit, qualifiers, doubts };
}

/** The unit behind a number, and where the words that belong to it end. */
function readTail(text: string, { end, units }: PlacedStatement): { unit: string; end: number } | null {
  if (/^[%‰‱]/.test(units) && !/^\s*[%‰‱％]/.test(text.slice(end, end + REACH))) return { unit: units.charAt(0), end };
  const found = UNIT.exec(text.slice(end, end + REACH).replace(/^％/, '%'));
  if (!found?.groups) return null;
  const { powers = '', noun = '' } = found.groups;
  const plain = (powers + noun.replace(/^个[多余]/u, '个')).replace(/\s/g, '');
  return { unit: plain, end: end + found[0].length };
}

/** The number as it is printed: 2.81 万人 stays 2.81 万人, 2 万 8 千人 is 28000 人. */
function printedAs(
  own: string,
  values: readonly number[],
  unit: string,
): { value: number | [number, number]; unit: string } {
  const plain = own.normalize('NFKC').replace(/[\s余多]/g, '');
  const powers = new RegExp(`^[\\d.,]+(${MULTIPLIER}*)$`, 'u').exec(plain)?.[1] ?? '';
  const bare = /^[万亿]+$/u.test(plain) ? plain : '';
  const { power, noun } = splitUnit((powers || bare) + unit);
  const printed = values.map((value) => scaled(value, -power));
  const told = (powers || bare) + unit;
  const [low = 0, high] = printed;
  return { value: high === undefined ? low : [low, high], unit: power > 0 || noun !== '' ? told : unit };
}

function isNoFigure(
  own: string,
  unit: string,
  after: string,
  before: string,
  qualifiers: readonly Qualifier[],
): boolean {
  const plain = own.normalize('NFKC').trim();
  if (unit === '年' && (/^\d{4}$/.test(plain) || /^(?:以?来|[前间内里]|代|级|[底初末])/u.test(after))) return true;
  if (unit === '岁' || (unit === '届' && !/^\d/.test(plain))) return true;
  if (/^(?:次|年|天)$/u.test(unit) && /^[前后内]/u.test(after) && qualifiers.length === 0) return true;
  if (unit === '成' && !/^\d/.test(plain)) return true;
  if (/^一$/u.test(plain)) return qualifiers.length === 0;
  if (!SMALL_HAN.test(plain)) return false;
  if (qualifiers.length > 0) return false;
  return !TELLING.test(unit) || ROUGH_NOUNS.test(after) || /[这那每另各头前后]$/u.test(before);
}
