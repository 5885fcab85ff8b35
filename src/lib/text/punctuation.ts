/** A half-width mark in Chinese text: where it stands and what belongs there. Offsets in UTF-16 units. */
export interface HalfWidth {
  start: number;
  end: number;
  /** The full-width form. */
  to: string;
}

/** Addresses, ids of notes, 1,000 and 10:10: nothing in them is punctuation. */
const PROTECTED = /[a-z]\d*:\/\/[\x21-\x7e]+|www\.[\x21-\x7e]+|\[\^[^[\]\s]+\]|\d(?:,\d{3})+(?!\d)|\d(?::\d)+/giu;
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e“”‘’…—·%℃]/u;
const SIMPLE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/**
 * Half-width punctuation that stands among Chinese. Numbers (6.5, 1,000, 10:10, 3:1), addresses and English are left.
 * @returns the places in order; replacing them adds and removes no other character
 */
export function findHalfWidth(text: string): HalfWidth[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const marks = [...findMarks(text), ...findBrackets(text), ...findDots(text), ...findQuotes(text)];
  const covered = protectedPlaces(text);
  let at = 0;
  // Both in order of the text.
  return marks
    .sort((a, b) => a.start - b.start)
    .filter(({ start }) => {
      while ((covered[at]?.[1] ?? Number.POSITIVE_INFINITY) <= start) at++;
      return start < (covered[at]?.[0] ?? Number.POSITIVE_INFINITY);
    });
}

/** The text with full-width punctuation where it is Chinese. */
export function widenPunctuation(text: string): string {
  let result = '';
  let from = 0;
  for (const { start, end, to } of findHalfWidth(text)) {
    result += text.slice(from, start) + to;
    from = end;
  }
  return result + text.slice(from);
}

function protectedPlaces(text: string): [number, number][] {
  return [...text.matchAll(PROTECTED)].map((match) => [match.index, match.index + match[0].length]);
}

/** The nearest character that is not a blank, on either side. */
function neighbours(text: string, start: number, end: number): [string, string] {
  let [before, after] = [start - 1, end];
  while (isBlank(text[before])) before--;
  while (isBlank(text[after])) after++;
  return [text[before] ?? '', text[after] ?? ''];
}

const isBlank = (character: string | undefined) => character !== undefined && /\s/.test(character);
const isLatin = (character: string) => /[\x21-\x7e\p{Script=Latin}]/u.test(character);
const one = (start: number, to: string): HalfWidth => ({ start, end: start + 1, to });

/** Commas and the like: Chinese unless Latin letters stand on both sides. */
function findMarks(text: string): HalfWidth[] {
  return [...text.matchAll(/[,;:!?]/g)].flatMap(({ index, 0: mark }) => {
    const [before, after] = neighbours(text, index, index + 1);
    const isEnglish = /\p{Script=Latin}/u.test(before) && (after === '' || isLatin(after));
    if (isEnglish) return [];
    return [one(index, SIMPLE[mark] ?? mark)];
  });
}

/** Round brackets, both or neither: Chinese where Chinese stands in them or beside them. */
function findBrackets(text: string): HalfWidth[] {
  const open: number[] = [];
  const marks: HalfWidth[] = [];
  const hasChinese = chineseWithin(text);
  for (const { index, 0: bracket } of text.matchAll(/[()]/g)) {
    if (bracket === '(') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (!hasChinese((start ?? index) - 1, index + 2)) continue;
    if (start !== undefined) marks.push(one(start, '（'));
    marks.push(one(index, '）'));
  }
  for (const start of open) if (hasChinese(start - 1, start + 2)) marks.push(one(start, '（'));
  return marks;
}

/** Tells of stretches of a text whether Chinese stands in them, however many are asked about and however long they are. */
function chineseWithin(text: string): (from: number, to: number) => boolean {
  const before = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const isPair = text.charCodeAt(i) >> 10 === 0x36;
    before[i + 1] = (before[i] ?? 0) + (CHINESE.test(isPair ? text.slice(i, i + 2) : text.charAt(i)) ? 1 : 0);
  }
  return (from, to) => (before[Math.min(to, text.length)] ?? 0) > (before[Math.max(from, 0)] ?? 0);
}

/** Full stops after Chinese, dots that stand for 省略号, doubled hyphens that stand for a dash, `~` between numbers. */
function findDots(text: string): HalfWidth[] {
  const rules: readonly [RegExp, string][] = [
    [/(?<=[\p{Script=Han}”’）》%])\.(?=\s*$|\s*[\p{Script=Han}“”‘’（《])(?<!^[一二三四五六七八九十]+\.)/gmu, '。'],
    [/(?<=[\p{Script=Han}”’）》，。！？])(?:\.{3,}|。{3,})/gu, '……'],
    [/(?<=[\p{Script=Han}”’）》\d])--+(?=[\p{Script=Han}“‘（《])/gu, '——'],
    [/^--+(?=[\p{Script=Han}“])/gmu, '——'],
    [/~+/gu, '～'],
  ];
  return rules.flatMap(([pattern, to]) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, to })),
  );
}

/** Straight quotes, opening and closing in turn; only where they pair and stand among Chinese. */
function findQuotes(text: string): HalfWidth[] {
  const quotes = [...text.matchAll(/"/g)].map((match) => match.index);
  if (quotes.length % 2 === 1) return [];
  return quotes.flatMap((index, i) => {
    const partner = quotes[i % 2 === 0 ? i + 1 : i - 1] ?? index;
    const [from, to] = [Math.min(index, partner), Math.max(index, partner)];
    if (!CHINESE.test(text.slice(Math.max(0, from - 1), to + 2))) return [];
    return [one(index, i % 2 === 0 ? '“' : '”')];
  });
}
