import { readDate } from '../../lib/dates/read.ts';

/** How much time printed words leave open, in days; the finest mention decides. Null where they say nothing of it. */
export type Openness = number | 'undated' | 'source' | null;

const DIGITS = '[\\d〇零一二三四五六七八九十两廿卅]+';
/** 几年前 and 5 年前, but neither 2019 年前 nor 前三季度. */
const AGO = '(?<!\\d)(?:[几数多两三四五六七八九十]|\\d{1,2}) ?(?:年|个月|天)前(?!#)';
const some = (pattern: string) => new RegExp(pattern.replaceAll('#', DIGITS));

/** In order: what is found first decides. */
const KINDS: readonly (readonly [RegExp, Exclude<Openness, null>])[] = [
  [
    some(`近日|日前|近期|近来|近些?[年月]|近几[年月日]|连[日月]|[数几多]个?[日天周月年]|${AGO}|不久|最近|[往历早]年`),
    'undated',
  ],
  [some('目前|如今|当前|现在|现已|迄今|至今|今[日天]'), 'source'],
  [some('\\d{4}-\\d{2}-\\d{2}|# ?[日号](?!游)|初#|当[天日]|除夕|元旦|中秋|端午'), 1],
  [some('旬|月[初中底末]|周|星期'), 7],
  [some('# ?月|[本上下当]月|正月|腊月|冬月|春节|假期|寒假|暑假|[初早孟仲盛深晚季暮隆严][春夏秋冬]'), 28],
  [some('年[初中底末终]|岁[首末]|年头|开年|[”』]末'), 59],
  [some('[春夏秋冬]|季'), 89],
  [some('半年'), 181],
  [some('“?十[一二三四五六七八九]五”?|五年规划|五年计划'), 5 * 365],
  [some('年代'), 3650],
  [some('世纪'), 36_500],
  [some('年'), 365],
];

/** How finely printed words say when. */
export function opennessOf(printed: string): Openness {
  return KINDS.find(([words]) => words.test(printed))?.[1] ?? null;
}

const DAY = 86_400_000;
const days = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / DAY + 1;

/** How much time an EDTF date leaves open, in days: a point or closed interval its length, any other that of its known end. */
export function spanOf(text: string): { days: number; isOpen: boolean } {
  const date = readDate(text);
  if (date.kind === 'point') return { days: days(date.point.first, date.point.last), isOpen: false };
  if (date.kind !== 'interval') return { days: days(date.first, date.last), isOpen: false };
  const { start, end } = date;
  if (typeof start !== 'string' && typeof end !== 'string') return { days: days(start.first, end.last), isOpen: false };
  const known = [start, end].find((one) => typeof one !== 'string');
  return { days: known ? days(known.first, known.last) : Number.POSITIVE_INFINITY, isOpen: true };
}
