import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type { Words } from '../../../../src/lib/words/complete.ts';

// An archive that names itself in English: what is left of Chinese is ours.
vi.mock('#archive', async (original) => ({
  ...(await original<object>()),
  name: 'River Archive',
  unit: { name: 'valley', group: 'Valleys', short: null, levels: ['valley', 'town'], many: 'valleys' },
  licence: { id: 'CC-BY-NC-4.0', covers: 'texts', others: [] },
}));

const FOLDER = join('src', 'lib', 'words');
const FIRST = 'zh-Hans';
const languages = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== FIRST)
  .map(({ name }) => name);
/** What a language puts its words together of is its own affair; its dates have tests of their own. */
const PARTS = ['unit.ts', 'dates.ts', 'years.ts'];
const sectionsOf = (language: string) =>
  readdirSync(join(FOLDER, language))
    .filter((name) => !PARTS.includes(name))
    .sort();
const sections = sectionsOf(FIRST);
const load = async (language: string, section: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ pathToFileURL(join(FOLDER, language, section)).href);

/** Languages are called by their own names in every language, and fields may be asked for by any name of theirs. */
const NAMES = /\.LANGUAGE_NAMES\.|\bSEARCH_FIELDS\.\w+\.names$/;

const parametersOf = (words: unknown): string[] =>
  /^\(([^)]*)\)/
    .exec(String(words))?.[1]
    ?.split(/,\s*/)
    .filter(Boolean)
    .map((name) => name.replace(/^_/, '')) ?? [];

/** Every word by its path, with what kind of thing it is. */
function leaves(words: unknown, path: string): [path: string, words: unknown][] {
  return typeof words === 'object' && words !== null
    ? Object.entries(words).flatMap(([key, value]) => leaves(value, `${path}.${key}`))
    : [[path, words]];
}

test('there is more than one language', () => expect(languages).toContain('en'));

describe.each(languages)('the words in %s', (language) => {
  test('are in the same files as the first language’s', () => expect(sectionsOf(language)).toEqual(sections));

  test.each(sections)('%s says all that is asked of it, and nothing else', async (section) => {
    const kinds = async (of: string) =>
      leaves(await load(of, section), section)
        .map(([path, words]) => `${path}: ${typeof words}`)
        .sort();
    expect(await kinds(language)).toEqual(await kinds(FIRST));
  });

  test.each(sections)('no word of %s is left empty, or untranslated', async (section) => {
    const first = new Map(leaves(await load(FIRST, section), section));
    for (const [path, words] of leaves(await load(language, section), section)) {
      const original = first.get(path);
      if (typeof words !== 'string' || typeof original !== 'string') continue;
      if (original.trim() !== '') expect(words.trim(), path).not.toBe('');
      if (/\p{Script=Han}/u.test(original) && !NAMES.test(path)) expect(words, path).not.toBe(original);
    }
  });
});

/** What a function of words says when it is given the same number throughout, or the number as a text. */
function saidOf(words: unknown, value: number): string {
  const say = words as (...values: unknown[]) => unknown;
  const given = (one: unknown) => String(say(...Array.from({ length: say.length }, () => one)));
  try {
    return given(value);
  } catch {
    return given(String(value));
  }
}

describe('English', () => {
  test.each(sections)('%s has no Chinese, and none of its punctuation', async (section) => {
    for (const [path, words] of leaves(await load('en', section), section)) {
      if (NAMES.test(path)) continue;
      const said = typeof words === 'function' ? [0, 1, 2, 12_345].map((value) => saidOf(words, value)) : [words];
      for (const text of said) expect(text, path).not.toMatch(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u);
    }
  });

  test('one is not many', async () => {
    const { T } = await import('../../../../src/lib/words/en/site.ts');
    expect([T.storyCount(0), T.storyCount(1), T.storyCount(2), T.storyCount(1234)]).toEqual([
      '0 stories',
      '1 story',
      '2 stories',
      '1,234 stories',
    ]);
  });

  test('of one, no verb or noun is left in the plural', async () => {
    for (const section of sections)
      for (const [path, words] of leaves(await load('en', section), section)) {
        if (typeof words !== 'function') continue;
        const text = saidOf(words, 1);
        expect(text, path).not.toMatch(
          /(?<![\d,.])1 (?!(?:is|was|has|holds)\b)(?:\p{L}+ies|\p{L}+(?<!s)s)\b(?! of\b)/u,
        );
        expect(text, path).not.toMatch(/\b1 [^.:;]{1,30} are\b/);
      }
  });
});

describe('a language that is not complete', () => {
  const ZH = {
    title: '数字',
    lists: ['县域', '年份'],
    deep: { all: '全部' },
    pages: [{ path: 'stories/', label: '故事' }],
    lede: (figures: number, stories: number) => `${stories} 篇文章里的 ${figures} 个数字`,
  } as const;
  type Asked = Words<typeof ZH>;
  const lede = (figures: number, stories: number) => `${figures} in ${stories}`;
  const pages = [{ path: 'stories/', label: 'Stories' }] as const;
  const whole = { title: 'Figures', lists: ['county', 'year'], deep: { all: 'All' }, pages, lede } as const;

  test('is refused by the types', () => {
    const { title, lists, deep } = whole;
    whole satisfies Asked;
    // @ts-expect-error a key is missing
    ({ lists, deep, pages, lede }) satisfies Asked;
    // @ts-expect-error a key is missing further down
    ({ title, lists, deep: {}, pages, lede }) satisfies Asked;
    // @ts-expect-error nobody asks for this key
    ({ title, lists, deep, pages, lede, more: 'More' }) satisfies Asked;
    // @ts-expect-error nobody asks for this key further down
    ({ title, lists, deep: { all: 'All', none: 'None' }, pages, lede }) satisfies Asked;
    // @ts-expect-error a list is too short
    ({ title, lists: ['county'], deep, pages, lede }) satisfies Asked;
    // @ts-expect-error a list is too long
    ({ title, lists: ['county', 'year', 'kind'], deep, pages, lede }) satisfies Asked;
    // @ts-expect-error an address is not translated
    ({ title, lists, deep, pages: [{ path: 'tales/', label: 'Stories' }], lede }) satisfies Asked;
    // @ts-expect-error words where a function is called
    ({ title, lists, deep, pages, lede: 'Figures' }) satisfies Asked;
    // @ts-expect-error a function of other values
    ({ title, lists, deep, pages, lede: (figures: string) => figures }) satisfies Asked;
    // @ts-expect-error a function of more values than it is given
    ({ title, lists, deep, pages, lede: (a: number, b: number, c: number) => `${a}${b}${c}` }) satisfies Asked;
    expect(whole.lede(1, 2)).toBe('1 in 2');
  });
});

test.each(languages)('functions in %s name their values as the first language does', async (language) => {
  for (const section of sections) {
    const first = new Map(leaves(await load(FIRST, section), section));
    for (const [path, words] of leaves(await load(language, section), section)) {
      if (typeof words !== 'function') continue;
      expect(parametersOf(words), path).toEqual(parametersOf(first.get(path)).slice(0, words.length));
    }
  }
});
