import { Converter } from 'opencc-js';

// What must be found, told by other code than the search's own: the DOM's blocks, a plain pattern, a plain comparison.

/** A page: its path and the tokens of each of its blocks. */
export interface TruePage {
  path: string;
  blocks: string[];
  /** What is said of it beside its text; found as its blocks are. */
  record?: readonly string[];
  /** The first and last days of its dates. */
  days?: readonly (readonly [first: string, last: string])[];
  /** The same by the name that is typed before the colon. */
  named?: Readonly<Record<string, { texts?: readonly string[]; days?: readonly (readonly [string, string])[] }>>;
}

/** What a query asks, spelt out. */
export interface Wanted {
  /** As typed. */
  query: string;
  kind: string;
  /** Runs of tokens that must all occur, each within one block. */
  all: string[][];
  none?: string[][];
  /** One of these is enough. */
  any?: string[][];
  /** What is asked first, and alone if any page has it: the runs without the blank between them. */
  first?: string[];
  /** A page must have a block of which this is true. */
  block?: (tokens: readonly string[]) => boolean;
  /** Only of pages of which this is said. */
  only?: (page: TruePage) => boolean;
}

/** Runs in the page: the texts of its searchable blocks, punctuation and all. */
export function readTexts(): string[] {
  const texts = new Map<Element, string>();
  for (const root of document.querySelectorAll('[data-pagefind-body]')) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (
        !parent ||
        parent.closest('[data-pagefind-ignore], [aria-hidden="true"], [data-footnote-ref], [data-footnote-backref]')
      )
        continue;
      let block = parent;
      while (block !== root && block.parentElement && /^(?:inline|contents|ruby)/.test(getComputedStyle(block).display))
        block = block.parentElement;
      texts.set(block, (texts.get(block) ?? '') + node.textContent);
    }
  }
  return [...texts.values()].filter((text) => /[\p{L}\p{N}]/u.test(text));
}

const TO_SIMPLIFIED = (['hk', 'tw', 't'] as const).map((from) => Converter({ from, to: 'cn' }));
/** What OpenCC tells by whole words only, and what one script writes with one character and another with several. */
const ALSO = '覆复藉借瞭了沉沈彷仿甦苏哩里连联俱具畫划画划著着乾干幺么衹只枱台坯坏';
const KNOWN = new Map<string, string>();

/** A character as the one that stands for all of its forms. */
function oneForm(character: string): string {
  let form = KNOWN.get(character);
  if (form === undefined) {
    const simplified = TO_SIMPLIFIED.reduce((text, convert) => convert(text), character);
    const pair = Array.from(ALSO.matchAll(/../gu), ([both]) => both).find((both) =>
      [simplified, character].includes([...both][0] ?? ''),
    );
    form = pair ? ([...pair][1] ?? simplified) : simplified;
    KNOWN.set(character, form);
  }
  return form;
}

/** A run of characters, whatever forms they are written in. */
export const sameForms = (text: string): string => [...text].map(oneForm).join('');

/** One Han character, or one whole run of letters and digits with inner `.` and its `%`, without commas in its thousands. */
export const tokensOf = (text: string): string[] =>
  text
    .replace(/(?<![０-９])，|，(?![０-９])/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}.,])\d{1,3}(?:,\d{3})+(?!\d|,\d)/gu, (number) => number.replaceAll(',', ''))
    .match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.(?:(?!\p{Script=Han})[\p{L}\p{N}])+)*%*/gu) ?? [];

/** A day or a month is asked for in whatever way it is written. */
function spellingsOf(run: readonly string[]): string[][] {
  const [, year = '', month = '', day] =
    /^(\d{4}) (?:年 )?(\d\d?)(?: 月)?(?: (\d\d?)(?: 日)?)?$/.exec(run.join(' ')) ?? [];
  if (Number(month) < 1 || Number(month) > 12 || (day && (Number(day) < 1 || Number(day) > 31))) return [[...run]];
  const parts = day ? [month, day] : [month];
  const ways = [parts, parts.map((part) => String(Number(part))), parts.map((part) => part.padStart(2, '0'))];
  return [
    [...run],
    ...ways.flatMap((way) => [
      [year, '年', ...way.flatMap((part, i) => [part, i ? '日' : '月'])],
      [year, ...way],
      [[year, ...way].join('.')],
    ]),
  ];
}

const textsOf = ({ blocks, record = [] }: TruePage): string[] => [...blocks, ...record];

/** Whether the run is a day or a month that a date of the page may mean. */
function isDated({ days = [] }: TruePage, run: readonly string[]): boolean {
  const [, year = '', month = '', day] =
    /^(\d{4})[年 ]+(\d\d?)(?:[月 ]+(\d\d?)[日 ]*|[月 ]*)$/.exec(run.join(' ')) ?? [];
  if (Number(month) < 1 || Number(month) > 12 || (day && (Number(day) < 1 || Number(day) > 31))) return false;
  const stem = `${year}-${month.padStart(2, '0')}`;
  const [from, to] = day
    ? [`${stem}-${day.padStart(2, '0')}`, `${stem}-${day.padStart(2, '0')}`]
    : [`${stem}-01`, `${stem}-31`];
  return days.some((one) => meetsDays(one, from, to));
}

export const meetsDays = ([first, last]: readonly [string, string], from: string, to: string): boolean =>
  first <= to && from <= last;

/** Whether a text has a run of tokens. */
export const hasRun = (text: string, run: readonly string[]): boolean =>
  ` ${sameForms(tokensOf(text).join(' '))} `.includes(` ${sameForms(run.join(' '))} `);

/** Paths of the pages that a query must find, sorted. */
export function truthOf(
  { all, none = [], any = [], first, block, only = () => true }: Wanted,
  pages: readonly TruePage[],
): string[] {
  const spell = (run: readonly string[]) => ` ${sameForms(run.join(' '))} `;
  const holds = (page: TruePage, run: readonly string[]) =>
    spellingsOf(run).some((way) => textsOf(page).some((text) => spell(tokensOf(text)).includes(spell(way)))) ||
    isDated(page, run);
  const paths = (isRight: (page: TruePage) => boolean) =>
    pages
      .filter(isRight)
      .map(({ path }) => path)
      .sort();
  const strict = first ? paths((page) => holds(page, first)) : [];
  if (strict.length > 0) return strict;
  return paths(
    (page) =>
      all.every((run) => holds(page, run)) &&
      !none.some((run) => holds(page, run)) &&
      (any.length === 0 || any.some((run) => holds(page, run))) &&
      only(page) &&
      (!block || textsOf(page).some((text) => block(tokensOf(text).map(sameForms)))),
  );
}
