import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '#words/story.ts';
import type { Source } from '../../../src/lib/schema/source.ts';
import {
  bylineText,
  creditText,
  sourceDateText,
  sourceRows,
  textKindText,
  voiceText,
} from '../../../src/site/citation.ts';

const source: Source = {
  kind: 'newspaper',
  headline: null,
  publisher: '河南经济报',
  bylines: [
    { role: '记者', names: ['甲一'] },
    { role: '通讯员', names: ['乙二', '丙三'] },
  ],
  date: '2020-11-10/2020-12',
  extent: 'within',
  dateBasis: 'inferred',
};
const unknown: Source = {
  kind: 'newspaper',
  headline: null,
  publisher: null,
  bylines: [],
  date: null,
  dateBasis: 'stated',
};

describe('what is known of the original', () => {
  test('its authors with their roles', () => {
    expect(bylineText(source.bylines)).toBe('记者 甲一，通讯员 乙二、丙三');
    expect(bylineText([{ role: null, names: ['甲一'] }])).toBe('甲一');
    expect(bylineText([])).toBe(UNKNOWN.byline);
  });

  test('its day, as certain as it is known', () => {
    expect(sourceDateText(source)).toBe('2020 年 11 月 10 日至 12 月间（推定）');
    expect(sourceDateText(unknown)).toBe(UNKNOWN.date);
  });

  test('in one line, whether retold or printed in full', () => {
    expect(creditText(source, 'retold')).toBe('据《河南经济报》甲一、乙二、丙三报道改写');
    expect(creditText(unknown, 'full')).toBe(`据${UNKNOWN.byline}报道全文刊出`);
  });
});

describe('a story from another source', () => {
  const letter: Source = { ...unknown, kind: 'letter', sender: '陈某', recipient: '林某', repository: '某馆' };

  test.each([
    [letter, 'retold', [], '据陈某致林某的信改写'],
    [{ ...unknown, kind: 'interview', interviewee: ['陈大'] }, 'transcript', [], '据陈大的访谈整理'],
    [{ ...unknown, kind: 'book', headline: '河志' }, 'summary', [], '据《河志》摘要'],
    [
      { ...unknown, kind: 'broadcast', publisher: '某台', programme: '早间新闻' },
      'retold',
      [],
      '据某台《早间新闻》节目改写',
    ],
    [letter, 'full', [letter, letter], '据陈某致林某的信等 3 件全文刊出'],
  ] as const)('says in one line what it is: %#', (from, text, others, line) => {
    expect(creditText(from as Source, text, others)).toBe(line);
  });

  test('says what the text is of it, and by what right it stands there', () => {
    const say = (text: 'retold' | 'full' | 'summary' | 'transcript', rights?: { licence: string }) =>
      textKindText({ text, source: letter, ...(rights ? { rights } : {}) });
    expect(say('retold')).toMatch(/^本站据原信改写/);
    expect(say('summary')).toMatch(/^本站据原信摘要/);
    expect(say('transcript')).toMatch(/^本站据原信整理成文/);
    expect(say('full')).toBe('本站经授权刊出原文。');
    expect(say('full', { licence: 'CC-PDM-1.0' })).toMatch(/公有领域/);
    expect(say('full', { licence: 'own' })).toMatch(/本站作品/);
    expect(textKindText({ text: 'retold', source })).toBe(
      '本站据原报道改写：事实与数字依原报道，引号里的话照原样，其余文句是本站的。',
    );
  });

  test('has its own lines on the card', () => {
    expect(sourceRows(letter).map(({ label, text }) => `${label} ${text}`)).toEqual([
      '来源种类 书信',
      `写信时间 ${UNKNOWN.date}`,
      '写信人 陈某',
      '收信人 林某',
      '收藏处 某馆',
    ]);
    expect(sourceRows(unknown).map(({ label }) => label)).toEqual([
      '原题',
      '报刊',
      '来源性质',
      '作者',
      '见报时间',
      '文本来历',
    ]);
  });
});

describe('whose voice a source is', () => {
  const contributed: Source = { ...source, nature: ['contributed', 'evening-newspaper'], provenance: 'scan' };
  const rows = (from: Source) => Object.fromEntries(sourceRows(from).map(({ label, text }) => [label, text]));

  test('stands on the card; of a newspaper also that nobody knows', () => {
    expect(rows(contributed)).toMatchObject({ 来源性质: '通讯员来稿、晚报', 文本来历: '据原件的扫描或照片' });
    expect(rows(unknown)).toMatchObject({ 来源性质: UNKNOWN.fact, 文本来历: UNKNOWN.fact });
    expect(Object.keys(rows({ ...unknown, kind: 'letter' }))).not.toContain('来源性质');
  });

  test('stands under the text with whose figures these are', () => {
    expect(voiceText({ source: contributed, figures: [1] })).toBe(
      '来源：通讯员来稿、晚报。文中的数字出自原报道，本站没有核实。',
    );
    expect(voiceText({ source: unknown, figures: [] })).toBe(`来源：${UNKNOWN.fact}。`);
    expect(voiceText({ source: { ...unknown, kind: 'letter' }, figures: [] })).toBe('');
  });
});
