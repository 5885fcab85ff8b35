import { describe, expect, test } from 'vitest';
import { readStory } from '../../../../src/lib/manuscript/manuscript.ts';
import { changedWords, changesBetween } from '../../../../src/lib/versions/changes.ts';
import { tellable } from '../../../../src/lib/versions/tellable.ts';
import {
  addVersion,
  namesOf,
  readVersionTable,
  type Version,
  versionOf,
} from '../../../../src/lib/versions/versions.ts';

const of = (day: string, texts: readonly (string | null)[], more: Partial<Version> = {}): Version => ({
  ...{ day, corrections: 0, title: '题目', summary: '摘要' },
  blocks: texts.map((text, i) => ({ id: `p-${i + 1}`, text })),
  ...more,
});

describe('versions follow one another', () => {
  const first = of('2027-01-01', ['甲']);
  test.each<[string, Version, (string | null)[]]>([
    ['the same words are no version', of('2027-01-03', ['甲']), ['甲']],
    ['other words are one', of('2027-01-03', ['乙']), ['甲', '乙']],
    ['of one day the last is kept', of('2027-01-01', ['乙']), ['乙']],
    ['but for what a correction put right', of('2027-01-01', ['乙'], { corrections: 1 }), ['甲', '乙']],
    ['a clock that went back loses none', of('2026-12-30', ['乙'], { corrections: 1 }), ['甲', '乙']],
    ['what became private is no change of words', of('2027-01-03', [null]), ['甲']],
  ])('%s', (_, now, texts) => {
    expect(addVersion([first], now).map(({ blocks }) => blocks[0]?.text)).toEqual(texts);
  });

  test('what was changed and changed back on one day leaves nothing', () => {
    const changed = addVersion([first], of('2027-01-02', ['乙']));
    expect(addVersion(changed, of('2027-01-02', ['甲']))).toEqual([first]);
  });

  test('each has a name of its own', () => {
    expect(namesOf([{ day: '2027-01-01' }, { day: '2027-01-01' }, { day: '2027-01-02' }])).toEqual([
      '2027-01-01',
      '2027-01-01-2',
      '2027-01-02',
    ]);
  });
});

describe('words that changed', () => {
  const shown = (before: string, now: string) =>
    changedWords(before, now)
      .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind])
      .join('');
  test.each([
    ['全村有 128 户。', '全村有 130 户。', '全村有 [-128-]{+130+} 户。'],
    ['收入 1.5 万元', '收入 1.55 万元', '收入 [-1.5-]{+1.55+} 万元'],
    ['他们去了县城。', '他们后来去了县城。', '他们{+后来+}去了县城。'],
    ['修路，架桥。', '修路。', '修路[-，架桥-]。'],
    // One character that chance left is not shown as kept.
    ['桥在村东头', '路在镇西头', '[-桥在村东-]{+路在镇西+}头'],
  ])('%s → %s', (before, now, expected) => expect(shown(before, now)).toBe(expected));

  test('both texts can be read out of them', () => {
    const [before, now] = ['二〇一九年，全村四十户人家搬了家。', '2019 年，村里 40 户人家都搬进了新家。'];
    const runs = changedWords(before, now);
    const text = (kind: 'gone' | 'new') =>
      runs
        .filter((run) => run.kind === kind || run.kind === 'same')
        .map((run) => run.text)
        .join('');
    expect([text('gone'), text('new')]).toEqual([before, now]);
  });

  test('paragraphs are known by their ids, headings by their place', () => {
    const before = { ...of('2027-01-01', ['甲', '乙', '丙']), title: '旧题' };
    before.blocks.unshift({ depth: 2, text: '路修好以前' });
    const now = { ...of('2027-01-02', ['甲', '乙乙', '丙']), title: '新题' };
    now.blocks.splice(0, 1);
    now.blocks.unshift({ depth: 2, text: '路修好以后' });
    expect(changesBetween(before, now).map(({ of: what, id }) => [what, id])).toEqual([
      ['title', null],
      ['heading', null],
      ['text', 'p-1'],
      ['text', 'p-2'],
    ]);
  });

  test('of what either keeps to itself nothing is shown', () => {
    expect(changesBetween(of('2027-01-01', [null, '乙']), of('2027-01-02', ['甲', null]))).toEqual([]);
  });
});

describe('of a former version is not told', () => {
  const now = [
    { id: 'p-1', text: '村里人都来了，路也修好了。', isPrivate: false },
    { id: 'p-2', text: '她家的女儿那年生过一场大病。', isPrivate: true },
    { id: 'p-3', text: '郭女士说她不怕。', isPrivate: false },
  ];
  const told = (text: string, id = 'p-9') => {
    const version = of('2027-01-01', []);
    version.blocks = [{ id, text }];
    return tellable(version, now).blocks[0]?.text ?? null;
  };
  test.each([
    ['a paragraph that is private now', '从前的另一种说法', 'p-2'],
    ['words that stand in one', '路修好了。女儿那年生过一场大病。', 'p-9'],
    ['one in which somebody was named', '郭某花说她不怕。', 'p-3'],
  ])('%s', (_, text, id) => expect(told(text, id)).toBeNull());

  test('all else is', () => {
    expect(told('村里人都来了，路还没有修好。', 'p-1')).toBe('村里人都来了，路还没有修好。');
    expect(told('后来删掉的一段话，说的是修路。')).toBe('后来删掉的一段话，说的是修路。');
  });

  test('a title with such words', () => {
    const version = { ...of('2027-01-01', []), title: '女儿那年生过一场大病', summary: '修路' };
    expect(tellable(version, now)).toMatchObject({ title: null, summary: '修路' });
  });
});

describe('a version is made of a manuscript', () => {
  const text = `---
title: 题目
genre: report
county: luhe
summary: 这是一篇只为测试而写的短文，它有许多话，一件也不能丢；摘要的长度正好够四十个字，不多也不少，真的。
text: retold
source: { headline: null, publisher: null, bylines: [], date: "2014-12", dateBasis: stated }
places: [small]
figures: [{ id: secret, label: 数, value: 12, unit: 元, asOf: null, private: true }]
privacy: reviewed
status: published
published: "2026-11-01"
---

## 小标题

第一段话。

她有 <Figure id="secret">12 元</Figure>。

在<Place id="small">某组</Place>。

| 年份 | 户数 |
| --- | --- |
| 2019 | 12 |
`;
  const read = () =>
    versionOf(readStory({ path: 'stories/luhe/a.mdx', text }), {
      ...{ day: '2026-11-01', ids: ['p-1', 'p-2', 'p-3'], isHiddenPlace: (id: string) => id === 'small' },
    });

  test('with its headings and rows, and without what is private', () => {
    expect(read()?.blocks).toEqual([
      { depth: 2, text: '小标题' },
      { id: 'p-1', text: '第一段话。' },
      { id: 'p-2', text: null },
      { id: 'p-3', text: null },
      { text: '年份｜户数' },
      { text: '2019｜12' },
    ]);
  });

  test('and is read again as it was written', () => {
    const table = { versions: [read()] };
    expect(readVersionTable(JSON.stringify(table))).toEqual(table);
    for (const damaged of ['', '{', '{"versions":[{}]}', '{"versions":[{"day":"gestern"}]}'])
      expect(readVersionTable(damaged), damaged).toBeNull();
  });

  test('none where its fields cannot be read: nobody knows what is private', () => {
    const faulty = readStory({ path: 'stories/luhe/a.mdx', text: text.replace('private: true', 'private: perhaps') });
    expect(versionOf(faulty, { day: '2026-11-01', ids: [], isHiddenPlace: () => false })).toBeNull();
  });
});
