import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import { type Suggested, suggestFor } from '../../../../src/editing/marking/suggest-for.ts';
import { stripTags, writeMarks } from '../../../../src/editing/marking/write-marks.ts';
import { readStory } from '../../../../src/lib/manuscript/manuscript.ts';
import { type ContentFile, storyAt } from '../../../../src/lib/manuscript/paths.ts';
import { splitManuscript } from '../../../../src/lib/manuscript/tree.ts';
import { isEssay } from '../../../../src/lib/schema/essay.ts';
import { stripMarks } from '../../../bench/strip-marks.ts';

const PATH = 'stories/luhe/luhe-trial.mdx';
const ARCHIVE = readContent('tests/fixtures/archive');
const HEAD = [
  'title: 试写',
  'county: luhe',
  'text: retold',
  'source:',
  '  headline: 试写',
  '  bylines: []',
  '  date: "2019-11-20"',
  '  dateBasis: stated',
  'privacy: 待确认 # 还没有看',
  'status: draft',
];
const storyOf = (body: string, head: readonly string[] = HEAD): ContentFile => ({
  path: PATH,
  text: `---\n${head.join('\n')}\n---\n\n${body}\n`,
});

function suggest(story: ContentFile, files = ARCHIVE): Suggested {
  const result = suggestFor(story, files);
  if ('fault' in result) throw new Error(result.fault.message);
  return result;
}
const markAll = (story: ContentFile, files = ARCHIVE, isLookedAt = true): ContentFile => {
  const suggested = suggest(story, files);
  const chosen = suggested.suggestions.map((suggestion) => ({ suggestion, isLookedAt }));
  return { path: story.path, text: writeMarks(story, suggested, chosen) };
};
const bodyOf = ({ text }: ContentFile): string => splitManuscript(text)?.body.replace(/^\n+/, '') ?? '';
const wordsOf = (story: ContentFile) => readStory(story).body.blocks.map(({ kind, text }) => `${kind} ${text}`);

/** What holds of every story that was marked: its words, its way of writing them and its other lines are as they were. */
function expectSame(before: ContentFile, after: ContentFile): void {
  expect(wordsOf(after)).toEqual(wordsOf(before));
  expect(stripTags(after)).toBe(stripTags(before));
  const lines = new Set(after.text.split('\n'));
  for (const line of splitManuscript(before.text)?.frontmatter.split('\n') ?? [])
    expect(lines.has(line) || /^(?:people|places|practices|milestones|figures):/.test(line), line).toBe(true);
}

describe('every story of the archives', () => {
  const stories = [
    'tests/fixtures/archive',
    'tests/fixtures/second-archive',
    'tests/fixtures/texts',
    'src/content',
  ].flatMap((folder) => {
    const files = readContent(folder);
    return files
      .filter((file) => storyAt(file.path))
      .filter((file) => !file.text.includes('genre: essay'))
      .map((file) => ({ name: `${folder} ${file.path}`, file, files }));
  });
  test.each(stories)('$name keeps its words, and is done when it was done', ({ file, files }) => {
    const bare = { path: file.path, text: stripMarks(file.text) };
    const marked = markAll(bare, files);
    expectSame(bare, marked);
    expect(stripTags(marked)).toBe(bodyOf(bare));
    expect(suggest(marked, files).suggestions).toEqual([]);
    expect(markAll(marked, files)).toEqual(marked);
  });
  test.each(stories)('$name may be marked further where it is marked already', ({ file, files }) => {
    const marked = markAll(file, files);
    expectSame(file, marked);
    expect(markAll(marked, files)).toEqual(marked);
  });
});

test('what is written passes the check: words and data agree, dates are no finer than words', () => {
  const files = readContent('tests/fixtures/archive');
  for (const file of files.filter(({ path }) => storyAt(path))) {
    if (isEssay(readStory(file).data ?? { genre: '' })) continue;
    const bare = { path: file.path, text: stripMarks(file.text).replace(/status: \w+/, 'status: draft') };
    const marked = markAll(bare, files);
    const others = files.filter(({ path }) => path !== file.path);
    const faults = checkContent([...others, marked], {
      images: new Map(),
      media: new Map(),
      day: '2026-12-01',
    } as never);
    const own = faults.filter((fault) => fault.file === file.path && !fault.hint);
    expect(own.filter(({ rule }) => /^(?:figure|mark|entry|date|qualifier|field|yaml|id)-/.test(rule))).toEqual([]);
  }
});

describe('entries go where they belong', () => {
  const body = '到 2018 年，茶园有 45 亩，又种 3 亩。\n';
  const head = (more: string[]) => [...HEAD.slice(0, 8), ...more, ...HEAD.slice(8)];
  const lists = (story: ContentFile) =>
    parse(splitManuscript(story.text)?.frontmatter ?? '') as Record<string, unknown[]>;

  test('above the fields that stand below them, where there is no list', () => {
    const { text } = markAll(storyOf(body));
    expect(text).toMatch(
      /dateBasis: stated\nmilestones:\n(?: {2}.*\n)+figures:\n(?: {2}.*\n){2}privacy: 待确认 # 还没有看\n/,
    );
  });
  test.each([
    ['an empty list', ['figures: []']],
    ['an empty field', ['figures:']],
    ['a list in one line', ['figures: [{ id: old, label: 旧, value: 1, unit: 户, asOf: null }]']],
    ['a list in lines', ['figures:', '  - { id: old, label: 旧, value: 1, unit: 户, asOf: null } # 看过']],
    ['lines without indent', ['figures:', '- id: old', '  label: 旧', '  value: 1', '  unit: 户', '  asOf: null']],
    [
      'an entry that ends in folded words',
      [
        'figures:',
        '  - id: old',
        '    label: 旧',
        '    value: 1',
        '    unit: 户',
        '    asOf: null',
        '    note: >-',
        '      一句',
        '      两句',
      ],
    ],
  ])('behind what there is: %s', (_, fields) => {
    const before = storyOf(body, head(fields));
    const after = markAll(before);
    const old = (lists(before).figures ?? []) as unknown[];
    expect(lists(after).figures?.slice(0, old.length)).toEqual(old);
    expect(lists(after).figures).toHaveLength(old.length + 2);
    expectSame(before, after);
  });
  test('a field that is no list is not overwritten', () =>
    expect(() => markAll(storyOf(body, head(['figures: 待确认'])))).toThrow('figures 写的不是名单'));
  test('ids are new, and none that pages have', () => {
    const after = markAll(
      storyOf(
        '茶园有 45 亩。\n\n茶园有 46 亩。\n\n茶园有 47 亩。',
        head(['figures: [{ id: cha-yuan, label: 茶园, value: 1, unit: 亩, asOf: null }]']),
      ),
    );
    const ids = lists(after).figures?.map((one) => (one as { id: string }).id) ?? [];
    expect(new Set(ids).size).toBe(4);
  });
  test('what leaves a doubt stays open until somebody has looked at it', () => {
    const story = storyOf('10 月 3 日，公路修到了村口，全村都来看。');
    expect(markAll(story, ARCHIVE, false).text).toContain('note: 待确认：');
    expect(markAll(story, ARCHIVE, true).text).not.toContain('note:');
  });
  test('a household’s money is private', () =>
    expect(markAll(storyOf('赵大娘家里的土地租金一年有 600 元。')).text).toMatch(/value: 600.*private: true/));
});

test.each([
  ['an escaped sign and one by name', '甲 \\* 乙 &amp; 丙，茶园有 45 亩。'],
  ['an item that goes on in the next line', '- 茶园\n  有 45 亩。'],
  ['a quotation of two lines', '> 茶园\n> 有 45 亩。'],
])('beside %s figures are found all the same', (_, body) => {
  const before = storyOf(body);
  const after = markAll(before);
  expect(after.text).toMatch(/<Figure id="[a-z0-9-]+">45 亩<\/Figure>/);
  expectSame(before, after);
});

test('an essay has mentions alone: what it states is marked in other stories', () => {
  const head = ['genre: essay', 'counties: [luhe, qingtan]', ...HEAD.filter((line) => !line.startsWith('county'))];
  const { suggestions } = suggest(storyOf('2018 年，茶园有 45 亩。', head));
  expect(suggestions.filter(({ kind }) => kind !== 'mention')).toEqual([]);
});

test('what cannot be read is said, and nothing is suggested', () => {
  expect(suggestFor(storyOf('浓度<35'), ARCHIVE)).toHaveProperty('fault');
  expect(suggestFor(storyOf('好。', ['title: [', 'x']), ARCHIVE)).toHaveProperty('fault');
  expect(suggestFor({ path: PATH, text: '没有栏目。\n' }, ARCHIVE)).toHaveProperty('fault');
});

/** Words, marks and signs of Markdown as texts have them, in any order. */
const PIECES = [
  ...[
    '2018 年，',
    '截至 2019 年底，',
    '今年 3 月，',
    '10 月 3 日，',
    '目前，',
    '近日，',
    '2016 年以来，',
    '三年来，',
    '每月一次，',
  ],
  ...[
    '全村',
    '投入',
    '建成',
    '累计',
    '4.76 亿元',
    ' 45 户',
    '30 余只',
    '至少 3 件',
    '99% 以上',
    '两个村',
    '“三级询问”',
    '石桥',
    '茶园',
  ],
  ...[
    '，',
    '。',
    '；',
    '：',
    '“',
    '”',
    '（',
    '）',
    '《',
    '》',
    ' ',
    '\n',
    '\n\n',
    '\n\n## ',
    '\n\n- ',
    '\n\n> ',
    '\\*',
    '&amp;',
    '<Note>原报缺字。</Note>',
  ],
  ...[
    '**',
    '[链接](/about/)',
    '[^注]',
    '<Lang code="en">Dear 3 sheep</Lang>',
    '<Figure id="old">12 户</Figure>',
    '<Milestone id="past">2015 年，</Milestone>',
  ],
];
test('of whatever text, in whatever part, marks change no word', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 }),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      (pieces, wanted) => {
        const before = storyOf(pieces.join(''));
        const suggested = suggestFor(before, ARCHIVE);
        if ('fault' in suggested) return;
        const chosen = suggested.suggestions
          .filter((_, index) => wanted[index % wanted.length])
          .map((suggestion) => ({ suggestion, isLookedAt: true }));
        const after = { path: PATH, text: writeMarks(before, suggested, chosen) };
        expectSame(before, after);
        const all = markAll(before);
        expectSame(before, all);
        expect(markAll(all)).toEqual(all);
      },
    ),
    { numRuns: 200 },
  ));
