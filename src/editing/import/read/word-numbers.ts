import { attributeOf, childrenOf, elementsIn, isWord } from './word-dom.ts';
import { childOf, type Properties, type Styles, settingOf } from './word-styles.ts';

// Numbers that Word counts itself stand in no text of the file, and are words of the article all the same.

/** What Word shows before a paragraph. */
export interface Numbered {
  /** 「一、」, 「第二条」; '' for a sign that only marks the item of a list. */
  text: string;
  /** Item of a list, not a numbered clause. */
  isItem: boolean;
  /** 「1.」, 「2)」: what Markdown counts itself. */
  ordered: number | null;
  level: number;
}

/** Counts as it is asked about one paragraph after the other. */
export type Count = (paragraph: Properties, style: string) => Numbered | null;

interface Level {
  start: number;
  format: string;
  pattern: string;
  style: string;
  legal: boolean;
}

const HAN = '零一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number below 10,000 in Chinese: 十一, 一百零五. */
function inChinese(number: number, digits: string, units: readonly string[]): string {
  if (number === 0) return digits.charAt(0);
  const parts = [...String(number)].map((digit, index, all) =>
    digit === '0' ? '\0' : digits.charAt(Number(digit)) + (units[all.length - 1 - index] ?? ''),
  );
  const words = parts.join('').replace(/\0+$/, '').replace(/\0+/g, digits.charAt(0));
  return digits === HAN ? words.replace(/^一十/, '十') : words;
}

function inRoman(number: number): string {
  let rest = number;
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return sign.repeat(times);
  }).join('');
}

const inLetters = (number: number) =>
  String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
const from = (start: number, last: number) => (number: number) =>
  number <= last ? String.fromCodePoint(start + number - 1) : String(number);

const FORMATS: Record<string, (number: number) => string> = {
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: (number) => String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  decimalEnclosedCircle: from(0x2460, 20),
  decimalEnclosedCircleChinese: from(0x2460, 20),
  decimalEnclosedParen: from(0x2474, 20),
  decimalEnclosedFullstop: from(0x2488, 20),
  ideographEnclosedCircle: from(0x3280, 10),
  ideographTraditional: (number) => STEMS.charAt((number - 1) % 10),
  ideographZodiac: (number) => BRANCHES.charAt((number - 1) % 12),
  ideographDigital: (number) => String(number).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit))),
  japaneseDigitalTenThousand: (number) => inChinese(number, HAN, ['', '十', '百', '千']),
  lowerLetter: inLetters,
  upperLetter: (number) => inLetters(number).toUpperCase(),
  lowerRoman: inRoman,
  upperRoman: (number) => inRoman(number).toUpperCase(),
  none: () => '',
};
for (const name of [
  'chineseCounting',
  'chineseCountingThousand',
  'japaneseCounting',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
  'koreanCounting',
])
  FORMATS[name] = (number) => inChinese(number, HAN, ['', '十', '百', '千']);
for (const name of ['chineseLegalSimplified', 'ideographLegalTraditional'])
  FORMATS[name] = (number) => inChinese(number, FORMAL, ['', '拾', '佰', '仟']);

/** A number as Word writes it in one of its formats; in figures where the format is none of those known here. */
export const formatNumber = (number: number, format: string): string => (FORMATS[format] ?? String)(number);

/** Reads how a file counts its paragraphs. */
export function readNumbers(root: Element | undefined, styles: Styles): Count {
  const children = root ? childrenOf(root) : [];
  const abstracts = new Map(
    children
      .filter((element) => isWord(element, 'abstractNum'))
      .map((element) => [attributeOf(element, 'abstractNumId'), element]),
  );
  const nums = new Map(
    children.filter((element) => isWord(element, 'num')).map((element) => [attributeOf(element, 'numId'), element]),
  );
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();

  const abstractOf = (numId: string, depth = 0): Element | undefined => {
    const found = abstracts.get(settingOf(nums.get(numId), 'abstractNumId'));
    const link = settingOf(found, 'numStyleLink');
    if (!link || depth > 3) return found;
    const [numbered] = styles.chain(link, 'pPr').flatMap((pPr) => settingOf(childOf(pPr, 'numPr'), 'numId') || []);
    return numbered ? abstractOf(numbered, depth + 1) : found;
  };

  const levelsOf = (numId: string): Level[] => {
    const levels: Level[] = [];
    const put = (element: Element) => {
      levels[Number(attributeOf(element, 'ilvl'))] = {
        start: Number(settingOf(element, 'start') || '1'),
        format: formatOf(element),
        pattern: settingOf(element, 'lvlText'),
        style: settingOf(element, 'pStyle'),
        legal: childOf(element, 'isLgl') !== undefined,
      };
    };
    const levelsIn = (element: Properties) =>
      element ? childrenOf(element).filter((child) => isWord(child, 'lvl')) : [];
    for (const element of levelsIn(abstractOf(numId))) put(element);
    const num = nums.get(numId);
    for (const override of num ? childrenOf(num).filter((child) => isWord(child, 'lvlOverride')) : [])
      for (const element of levelsIn(override)) put(element);
    return levels;
  };

  const restart = (numId: string, counts: number[]) => {
    if (begun.has(numId)) return;
    begun.add(numId);
    const num = nums.get(numId);
    for (const override of num ? childrenOf(num).filter((child) => isWord(child, 'lvlOverride')) : []) {
      const start = settingOf(override, 'startOverride');
      if (start !== '') counts[Number(attributeOf(override, 'ilvl'))] = Number(start) - 1;
    }
  };

  return (paragraph, style) => {
    const own = childOf(paragraph, 'numPr');
    const styled = styles.chain(style, 'pPr').flatMap((pPr) => childOf(pPr, 'numPr') ?? []);
    const numId = [own, ...styled].map((numPr) => settingOf(numPr, 'numId')).find((id) => id !== '');
    if (!numId || numId === '0') return null;
    const levels = levelsOf(numId);
    const linked = levels.findIndex((level) => level !== undefined && level.style !== '' && level.style === style);
    const given =
      settingOf(own, 'ilvl') ||
      (linked >= 0 ? String(linked) : '') ||
      styled.map((numPr) => settingOf(numPr, 'ilvl')).find(Boolean);
    const at = Number(given || '0');
    const level = levels[at];
    if (!level) return null;
    const key = attributeOf(abstractOf(numId) as Element, 'abstractNumId');
    const counts = counters.get(key) ?? [];
    counters.set(key, counts);
    restart(numId, counts);
    for (let above = 0; above < at; above++) counts[above] ??= levels[above]?.start ?? 1;
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    counts.length = at + 1;
    if (level.format === 'bullet') return { text: '', isItem: true, ordered: null, level: at };
    const text = level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = level.legal ? 'decimal' : (levels[index]?.format ?? 'decimal');
      return formatNumber(counts[index] ?? levels[index]?.start ?? 1, format);
    });
    const isPlain = level.format === 'decimal' && /^%\d[.)．]$/.test(level.pattern);
    return { text, isItem: isPlain, ordered: isPlain ? (counts[at] ?? 1) : null, level: at };
  };
}

/** The format of a level, which new programs write inside what old ones pass over. */
function formatOf(level: Element): string {
  const all = elementsIn(level).filter((element) => isWord(element, 'numFmt'));
  return all.map((element) => attributeOf(element, 'val')).find((format) => format !== 'custom') ?? 'decimal';
}
