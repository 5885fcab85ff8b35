import { describe, expect, test } from 'vitest';
import { QUALIFIERS } from '../../../../src/lib/qualifiers/qualifiers.ts';
import { milestoneSchema, storySchema } from '../../../../src/lib/schema/story.ts';
import { problemsOf } from './problems.ts';

const han = (length: number) => '字'.repeat(length);
const source = { headline: null, publisher: null, bylines: [], date: null, dateBasis: 'stated' };
const story = {
  title: '两本账',
  genre: 'report',
  county: 'jianan',
  summary: han(60),
  text: 'retold',
  source,
  privacy: 'reviewed',
  status: 'draft',
  published: '2026-12-01',
};
const lists = [
  'sources',
  'counties',
  'tags',
  'authors',
  'people',
  'places',
  'practices',
  'milestones',
  'figures',
  'terms',
  'keyFigures',
  'next',
  'unsaid',
  'gaps',
  'captions',
  'withheld',
  'corrections',
  'media',
];
const undocumented = {
  source: { ...source, date: '2019-11?', dateBasis: 'inferred' },
  milestones: [{ id: 'began', date: '2019?-10-03', basis: 'inferred', title: '开始' }],
  figures: [{ id: 'homes', label: '户数', value: 8, unit: '户', asOf: '2019?' }],
};
const problems = (changes: object) => problemsOf(storySchema, { ...story, ...changes });
const missing = (place: string, fields: readonly string[]) => fields.map((field) => `${place} ${field} 没有填写`);

describe('a story', () => {
  test('needs no list', () => {
    expect(storySchema.parse(story)).toEqual({
      ...story,
      source: { kind: 'newspaper', ...source },
      ...Object.fromEntries(lists.map((name) => [name, []])),
    });
  });

  test('keeps all that it may say', () => {
    const full = {
      ...story,
      subtitle: '第二行',
      rights: { licence: 'authorised', holder: '东村日报' },
      counties: ['ruzhou'],
      series: { id: 'letters', number: 2 },
      tags: ['水灾'],
      authors: [{ id: 'lin-xiao', role: 'arranged' }],
      sources: [{ kind: 'other', ...source }],
      source: {
        kind: 'newspaper',
        headline: '原题',
        publisher: '东村日报',
        bylines: [
          { role: '记者', names: ['张三'] },
          { role: null, names: ['李四'] },
        ],
        date: '2019-10/2019-12',
        extent: 'within',
        dateBasis: 'inferred',
        ground: '文中数据',
        printed: '深秋',
        dateNote: '依据',
        note: '缺页',
        nature: ['staff-report', 'party-newspaper'],
        provenance: 'scan',
      },
      people: ['yao-heng'],
      places: ['moshi-cun'],
      practices: ['m331'],
      milestones: [{ id: 'began', date: '2019', basis: 'stated', title: '开始', place: 'moshi-cun' }],
      figures: [{ id: 'homes', label: '户数', value: [8, 10], unit: '户', qualifier: '约', asOf: '2019', note: '注' }],
      terms: ['以工代赈'],
      keyFigures: ['households'],
      next: ['two-villages'],
      unsaid: ['原报没有说钱从哪里来。'],
      gaps: [{ id: 'lost', note: '缺一段' }],
      captions: [{ text: '一张照片' }],
      media: [{ id: 'yard', kind: 'photo', file: './yard.jpg', alt: '院子' }],
      withheld: [{ id: '0123abcd', as: '某某', in: ['title'] }],
      updated: '2026-12-05',
      scheduledFor: '2026-12-10',
      corrections: [{ date: '2026-12-05', kind: '更正', text: '改了一处' }],
    };
    expect(storySchema.parse(full)).toEqual(full);
  });

  test('says what it cannot do without, and nothing unknown', () => {
    expect(problemsOf(storySchema, { author: '张三' })).toEqual([
      ...['title', 'genre', 'summary', 'privacy', 'status', 'published'].map((field) => `${field} 没有填写`),
      '不认识的栏目：author',
      ...['county', 'text', 'source'].map((field) => `${field} 没有填写`),
    ]);
  });

  test.each([
    ['title', 2, 40],
    ['subtitle', 1, 60],
    ['summary', 40, 120],
  ])('has a %s of %i to %i characters', (field, least, most) => {
    for (const length of [least, most]) expect(problems({ [field]: han(length) })).toEqual([]);
    expect(problems({ [field]: han(most + 1) })).toEqual([`${field} 太长：最多 ${most} 个字`]);
    if (least > 1) expect(problems({ [field]: han(least - 1) })).toEqual([`${field} 太短：至少 ${least} 个字`]);
  });

  test.each([
    ['genre', ['profile', 'report', 'feature', 'brief', 'essay']],
    ['text', ['retold', 'full', 'summary', 'transcript']],
    ['privacy', ['reviewed', '待确认']],
    ['status', ['draft', 'scheduled', 'published', 'retired']],
  ])('has a %s that is one of %j', (field, values) => {
    for (const value of values) expect(problems({ [field]: value })).toEqual([]);
    expect(problems({ [field]: '别的' })).toEqual([`${field} 只能是 ${values.join('、')} 之一`]);
  });
});

describe('the source of a story', () => {
  test('says what is known of it, and what is not', () => {
    expect(problems({ source: { pages: '3' } })).toEqual([
      ...missing('source', ['headline', 'bylines', 'date', 'dateBasis']),
      'source 不认识的栏目：pages',
    ]);
    expect(problems({ source: { ...source, publisher: undefined } })).toEqual(missing('source', ['publisher']));
  });

  test('names at least one person in a byline', () => {
    expect(problems({ source: { ...source, bylines: [{ role: null, names: [] }] } })).toEqual([
      'source bylines 0 names 太短：至少 1 项',
    ]);
    expect(problems({ source: { ...source, bylines: [{}] } })).toEqual(missing('source bylines 0', ['role', 'names']));
  });
});

describe('a milestone', () => {
  const milestone = { id: 'began', date: '2019', basis: 'stated', title: '开始' };
  const wrong = (changes: object) => problemsOf(milestoneSchema, { ...milestone, ...changes });

  test('keeps all that it may say', () => {
    const full = {
      ...milestone,
      note: '依据',
      place: 'moshi-cun',
      time: '10:10',
      recurs: 'P1M',
      planned: true,
      extent: 'within',
    };
    expect(milestoneSchema.parse(full)).toEqual(full);
  });

  test('says what it cannot do without', () => {
    expect(wrong({ id: undefined, date: undefined, basis: undefined, title: undefined })).toEqual(
      ['id', 'date', 'basis', 'title'].map((field) => `${field} 没有填写`),
    );
    expect(wrong({ who: '张三' })).toEqual(['不认识的栏目：who']);
  });

  test('has a title of forty characters at most', () => {
    expect(wrong({ title: han(40) })).toEqual([]);
    expect(wrong({ title: han(41) })).toEqual(['title 太长：最多 40 个字']);
  });

  test.each(['00:00', '09:05', '19:59', '23:00'])('may be at %s', (time) => expect(wrong({ time })).toEqual([]));
  test.each(['9:05', '24:00', '10:60', '10:1', '110:10', '10:10:10', '上午'])('is not at %s', (time) =>
    expect(wrong({ time })).toEqual(['time 应写成 "10:10"']),
  );

  test.each(['P1D', 'P2W', 'P12M', 'P1Y'])('may recur every %s', (recurs) => expect(wrong({ recurs })).toEqual([]));
  test.each(['P', 'PM', 'P1H', '1M', 'RP1M', 'P1M2', '每月'])('does not recur every %s', (recurs) =>
    expect(wrong({ recurs })).toEqual(['recurs 应写成 P1M（每月）这样的周期']),
  );

  describe('without a date', () => {
    const undated = { date: null, printed: '近日' };

    test('has the printed words', () => {
      expect(wrong(undated)).toEqual([]);
      expect(wrong({ ...undated, printed: han(20) })).toEqual([]);
      expect(wrong({ ...undated, printed: han(21) })).toEqual(['printed 太长：最多 20 个字']);
      expect(wrong({ date: null })).toEqual(['date 为 null 时要在 printed 里写出原报用语，例如 printed: 近日']);
    });

    test('is not inferred, has no time and no extent', () => {
      expect(wrong({ ...undated, basis: 'inferred' })).toEqual(['basis 没有日期就谈不上推定，应写 stated']);
      expect(wrong({ ...undated, time: '10:10' })).toEqual(['time 没有日期的记事不能填写']);
      expect(wrong({ ...undated, extent: 'within' })).toEqual(['extent 没有日期的记事不能填写']);
      expect(wrong({ ...undated, recurs: 'P1M' })).toEqual([]);
    });
  });
});

test('a date that is inferred has a ground, be it of a milestone, a figure or a source', () => {
  const [milestone] = undocumented.milestones;
  const [figure] = undocumented.figures;
  expect(problems({ milestones: [milestone], figures: [figure], source: undocumented.source })).toEqual([
    'source ground 没有填写：日期是推定的，要用几个字写出凭什么，例如 ground: 文中数据',
    'milestones 0 ground 没有填写：日期是推定的，要用几个字写出凭什么，例如 ground: 同版文章',
    'figures 0 ground 没有填写：日期是推定的，要用几个字写出凭什么，例如 ground: 同版文章',
  ]);
  const ground = '同版文章';
  expect(
    problems({
      milestones: [{ ...milestone, ground }],
      figures: [{ ...figure, ground }],
      source: { ...undocumented.source, ground },
    }),
  ).toEqual([]);
  expect(problems({ source: { ...undocumented.source, date: null } })).toEqual([]);
});

describe('a figure', () => {
  const figure = { id: 'homes', label: '户数', value: 32168, unit: '户', asOf: null };
  const wrong = (changes: object) => problems({ figures: [{ ...figure, ...changes }] });

  test('is a number, or a range, with or without a unit', () => {
    for (const value of [0, 4.76, [8, 10]]) expect(wrong({ value })).toEqual([]);
    expect(wrong({ unit: '' })).toEqual([]);
    for (const value of ['32168', [8], [8, 9, 10]])
      expect(wrong({ value })).toEqual(['figures 0 value 应是数字，或 [8, 10] 这样的范围']);
    for (const value of [null, undefined]) expect(wrong({ value })).toEqual(['figures 0 value 没有填写']);
  });

  test.each([...QUALIFIERS, ['约', '余']])('may be qualified by %s', (qualifier) =>
    expect(wrong({ qualifier })).toEqual([]),
  );

  test('is qualified by nothing else', () => {
    for (const qualifier of ['大概', ['余'], ['约', '大概'], null])
      expect(wrong({ qualifier })).toEqual([
        qualifier === null
          ? 'figures 0 qualifier 没有填写'
          : `figures 0 qualifier 只能是 ${QUALIFIERS.join('、')} 之一，或 [约, 余] 这样的两个`,
      ]);
  });

  test('has a label of forty characters at most', () => {
    expect(wrong({ label: han(40) })).toEqual([]);
    expect(wrong({ label: han(41) })).toEqual(['figures 0 label 太长：最多 40 个字']);
  });

  test('says all of itself', () => {
    expect(problems({ figures: [{}] })).toEqual([...missing('figures 0', ['id', 'label', 'value', 'unit', 'asOf'])]);
  });
});

test('gaps and captions say what is lost and what was shown', () => {
  expect(problems({ gaps: [{ more: 1 }] })).toEqual([
    ...missing('gaps 0', ['id', 'note']),
    'gaps 0 不认识的栏目：more',
  ]);
  expect(problems({ captions: [{ more: 1 }] })).toEqual([
    ...missing('captions 0', ['text']),
    'captions 0 不认识的栏目：more',
  ]);
});

describe('a name withheld', () => {
  const withheld = { id: '0123abcd', as: '某某' };

  test('may stand in no field of the head', () => {
    expect(storySchema.parse({ ...story, withheld: [withheld] }).withheld).toEqual([{ ...withheld, in: [] }]);
  });

  test.each(['0123abc', '0123abcde', 'x0123abcd', '0123ABCD', 'ghijklmn'])('has no id like %s', (id) =>
    expect(problems({ withheld: [{ ...withheld, id }] })).toEqual(['withheld 0 id 由 npm run redact 填写，不要改']),
  );

  test('says what stands in its place', () => {
    expect(problems({ withheld: [{ id: '0123abcd' }] })).toEqual(['withheld 0 as 没有填写']);
  });
});

describe('a correction', () => {
  test.each(['更正', '补充', '说明'])('may be a %s', (kind) =>
    expect(problems({ corrections: [{ date: '2026-12-05', kind, text: '改了一处' }] })).toEqual([]),
  );

  test('says its day, its kind and what was changed', () => {
    expect(problems({ corrections: [{}] })).toEqual(missing('corrections 0', ['date', 'kind', 'text']));
    expect(problems({ corrections: [{ date: '2026-12-05', kind: '删除', text: '删了一处' }] })).toEqual([
      'corrections 0 kind 只能是 更正、补充、说明 之一',
    ]);
  });
});
