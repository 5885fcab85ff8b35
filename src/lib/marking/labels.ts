import { widthOf } from '../schema/common.ts';

const STOP = /[，。；：！？、“”《》（）…—\n\uFFFC]/u;
const CLAUSE_BEFORE = /[^，。；：！？“”《》（）…—\n\uFFFC]*$/u;
/** From the first number on; PM2.5 is none. */
const NUMBER_ON = /(?<![A-Za-z.\d])\d.*$/u;
/** Words that lead to a number and do not say what is counted. */
const LEADING_TO =
  /(?:(?:[降升增减涨跌]|提高|下降|上升|增加|减少|扩大|缩短)(?:到|至|为|了)|累计|一?共(?:有|计)?|合计|总计|已经?|达到?|只有|都有|有了?|[是为了至到约近计过等]|多达|就是|建到|其中)+$/u;
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** How far around a number its label is looked for. */
const REACH = 200;
/** Characters of what follows a unit that say what is counted. */
const NOUN = 6;

/**
 * What is counted, from the clause around a number: what stands before it, or else what follows its unit, or the clause
 * before. Times are left out, as they stand in a field of their own.
 */
export function labelOf(
  text: string,
  { start, end }: { start: number; end: number },
  times: readonly { start: number; end: number }[] = [],
): string {
  const from = Math.max(0, start - REACH);
  const near = times.filter((time) => time.start < end + REACH && time.end > from);
  const plain = near.reduce(
    (words, time) => {
      const [first, last] = [Math.max(0, time.start - from), time.end - from];
      return words.slice(0, first) + '，'.repeat(Math.max(0, last - first)) + words.slice(last);
    },
    text.slice(from, end + REACH),
  );
  const at = start - from;
  const before = beforeOf(plain, at);
  const counted = nounAfter(plain.slice(end - from));
  const isTold = /\p{L}{2}/u.test(before);
  const own = isTold ? before + (before.length < 8 ? counted : '') : counted;
  const isOfOther = /^(?:同比|环比|年均|月均|约?占|比重|增[长幅加]|下降|减少|提高|上升)/u.test(own);
  let label =
    /\p{L}{2}/u.test(own) && !isOfOther ? own : clauseBefore(plain, at) + own || text.slice(start, end).trim();
  while (widthOf(label) > 40) label = label.slice(1);
  return label;
}

/** The words of a clause before a number; where a list stands there, those before its first number. */
function beforeOf(text: string, start: number): string {
  const clause = CLAUSE_BEFORE.exec(text.slice(0, start))?.[0] ?? '';
  const parts = clause.split('、');
  const part = parts.at(-1) ?? '';
  // 入会的人从 5 万人减少到 800 人: what is counted stands before the first number.
  const first = tidied(part.replace(NUMBER_ON, ''));
  const last = /\p{L}{2}/u.test(first) ? first : tidied(part);
  // In 2 万户、3 万人 both are of what stands before the first of them.
  return /\p{L}{2}/u.test(last) || parts.length === 1 ? last : tidied((parts[0] ?? '').replace(/\d.*$/u, ''));
}

const tidied = (words: string): string =>
  words
    .replace(/\s+/g, '')
    .replace(/^(?:又|也|再|还|并|就|把|由|从|另|将|以)+/u, '')
    .replace(LEADING_TO, '')
    .replace(/[的和及与同从由]+$/u, '')
    .replace(LEADING_TO, '');

/** The clause before the one of the number, in the same sentence: PM2.5 平均浓度，目前降到 31. */
export function clauseBefore(text: string, start: number): string {
  const clauses = (/[^。；！？\n]*$/u.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '').split(
    /[，：、]+/u,
  );
  const told = clauses.slice(0, -1).map((clause) => tidied(clause.replace(NUMBER_ON, '')));
  return told.findLast((clause) => /\p{L}{2}/u.test(clause)) ?? '';
}

/** The noun behind a unit, as far as words can be told apart. */
function nounAfter(text: string): string {
  const after = (text.split(STOP)[0] ?? '').replace(/\s+/g, '').replace(/^[的是]/u, '');
  // What goes on with these says what is done, and not what is counted.
  if (/^(?:都|全[部都]|已|从此?|在|被|把|将|要|就|也|又|还|才|受|没)/u.test(after)) return '';
  let noun = '';
  for (const { segment } of segmenter.segment(after)) {
    if (/^[\d一二两三四五六七八九十]/u.test(segment) || (noun + segment).length > NOUN + (noun.includes('的') ? 4 : 0))
      break;
    noun += segment;
  }
  return noun.replace(/[的得地和及与就都又已全]+$/u, '');
}
