/**
 * Words by which print says that a number is not the exact one. They stay as printed: 余 is not 多, though both say “and
 * some more”.
 */
export const QUALIFIERS = ['余', '多', '近', '约', '左右', '超', '逾', '至少', '以上', '以下', '不足', '等'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** One qualifier, or two that print puts together: 约 1650 余人次. */
export type Qualified = Qualifier | readonly Qualifier[] | undefined;

/** Which way the true number lies from the one that is stated: upward, downward, to both sides. */
export type Bound = 'from' | 'to' | 'about';

const BOUNDS: Readonly<Record<Qualifier, Bound>> = {
  ...{ 余: 'from', 多: 'from', 超: 'from', 逾: 'from', 至少: 'from', 以上: 'from' },
  // A list that goes on: what it names is the least.
  等: 'from',
  ...{ 以下: 'to', 不足: 'to', 近: 'to' },
  ...{ 约: 'about', 左右: 'about' },
};

export const qualifiersOf = (qualified: Qualified): readonly Qualifier[] =>
  qualified === undefined ? [] : typeof qualified === 'string' ? [qualified] : qualified;

/** The bound that qualifiers set; null of a number that has none. One that sets a side goes before 约. */
export function boundOf(qualified: Qualified): Bound | null {
  const bounds = qualifiersOf(qualified).map((qualifier) => BOUNDS[qualifier]);
  return bounds.find((bound) => bound !== 'about') ?? bounds[0] ?? null;
}

/** What stands right before a number, and its like in other words. */
const BEFORE: readonly (readonly [RegExp, Qualifier])[] = [
  [/(?<![附最就邻靠])近$|(?:接|几)近$/u, '近'],
  [/(?<![签节公条合相履契违预制])约[为有占达计]?$|大概有?$/u, '约'],
  [/(?<![不赶])超[过出]?了?$/u, '超'],
  [/逾了?$/u, '逾'],
  [/(?<!甚)[至最]少\p{sc=Han}{0,3}$|起码有?$|不(?:[少低]于|下于?)$/u, '至少'],
  [/(?<![想料遇找看])不到$|不[足满]$|未满$/u, '不足'],
  [/不(?:超过?|[多高]于)$|(?<!甚)[至最]多(?:有|是)?$/u, '以下'],
];

export function qualifiersBefore(words: string): Qualifier[] {
  return BEFORE.filter(([pattern]) => pattern.test(words)).map(([, qualifier]) => qualifier);
}

/** 3 年多, 30%多, 3 个多月: the surplus may follow its unit, or stand within it. */
const SURPLUS =
  /^(?:(?<whole>年|个月|天|小时|公里|里|米|公斤|斤|吨|亩|倍|岁|点|元|块|%|‰)(?<after>[多余])(?!次|样|种|元|数)|(?<part>个)(?<within>[多余])(?=月|小时|星期|世纪|钟头|学期|百分点))/u;
/** 以上 may be anywhere behind the unit: 6266 名以上劳动力. 等 ends what is said: 3 家企业等. */
const BEHIND: readonly (readonly [RegExp, Qualifier])[] = [
  [/左右|上下(?![班学游级楼车山午联])/u, '左右'],
  [/[及或]?以上(?![述级所各就为])/u, '以上'],
  [/[及或]?以(?:下(?![述级所各就为列简])|内)/u, '以下'],
  [/等(?:等)?$/u, '等'],
];

/** The unit that stands behind a number without its qualifiers, and these. */
export function qualifiersBehind(run: string): { units: string; qualifiers: Qualifier[] } {
  const found = BEHIND.map(([pattern, qualifier]) => ({ at: run.search(pattern), qualifier })).filter(
    ({ at }) => at >= 0,
  );
  const end = Math.min(run.length, ...found.map(({ at }) => at));
  const surplus = SURPLUS.exec(run.slice(0, end))?.groups;
  const sign = (surplus?.after ?? surplus?.within) as Qualifier | undefined;
  const units = run.slice(0, end).replace(SURPLUS, '$<whole>$<part>');
  return { units, qualifiers: [...(sign ? [sign] : []), ...found.map(({ qualifier }) => qualifier)] };
}

const FRONT: ReadonlySet<Qualifier> = new Set(['近', '约', '超', '逾', '至少', '不足']);
const SURPLUSES: ReadonlySet<Qualifier> = new Set(['余', '多']);

export const isInFront = (qualifier: Qualifier): boolean => FRONT.has(qualifier);
export const isSurplus = (qualifier: Qualifier): boolean => SURPLUSES.has(qualifier);
