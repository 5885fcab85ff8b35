const DATE = /(?<!\d)(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)/u;
const HAN = /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/u;
const DIGITS = '零一二三四五六七八九';
const PAPER = /^《?([\p{Script=Han}]{1,12}(?:报|周刊|网))》?\s*(?=\d{4})/u;
/** What else stands on a date's own line: the time, the day of the week, the page. */
const BESIDE =
  /\d{1,2}:\d{2}(?::\d{2})?|[（(]?(?:星期|周)[一二三四五六日天][）)]?|第?\s*[A-Z]?\d{1,3}\s*版|[日\s\u3000,，|]/giu;

/** A full date, `YYYY-MM-DD`; null where there is none or it is no day of the calendar. */
export function readDate(text: string): string | null {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? HAN.exec(text)?.map(toDigits) ?? [];
  if (year === '') return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

const HERE = 'Asia/Shanghai';
const ZONED = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})/;

/** The day that a program wrote down with its hour and zone, as it was in China; else as `readDate`. */
export function readRecordedDate(text: string): string | null {
  const [zoned] = ZONED.exec(text) ?? [];
  const moment = zoned ? new Date(zoned) : null;
  if (!moment || Number.isNaN(moment.getTime())) return readDate(text);
  return new Intl.DateTimeFormat('en-CA', { timeZone: HERE, dateStyle: 'short' }).format(moment);
}

/** 二〇二〇 as 2020, 十一 as 11, 二十 as 20. */
function toDigits(words: string): string {
  const value = (character: string) => Math.max(0, DIGITS.indexOf(character));
  if (!words.includes('十')) return [...words].map(value).join('');
  const [tens = '', ones = ''] = words.split('十');
  return String((tens === '' ? 1 : value(tens)) * 10 + value(ones));
}

/** A line that says when, and of which paper, and nothing else: 「《东河日报》2008年11月10日 第3版」. */
export const isDateLine = (text: string): boolean =>
  text.length <= 40 &&
  readDate(text) !== null &&
  text.replace(PAPER, '').replace(DATE, '').replace(HAN, '').replace(BESIDE, '') === '';

/** The paper named on such a line. */
export const readMasthead = (text: string): string | null =>
  isDateLine(text) ? (PAPER.exec(text)?.[1] ?? null) : null;
