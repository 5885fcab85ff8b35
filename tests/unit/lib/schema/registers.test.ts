import { describe, expect, test } from 'vitest';
import {
  comparisonsSchema,
  countySchema,
  frontSchema,
  peopleSchema,
  placesSchema,
  practiceSchema,
} from '../../../../src/lib/schema/registers.ts';
import { problemsOf } from './problems.ts';

const han = (length: number) => '字'.repeat(length);

describe('a county', () => {
  const county = {
    name: '建安区',
    code: '411003',
    province: '河南省',
    prefecture: '许昌市',
    centre: [113.84, 34.12],
    intro: '一段介绍。',
  };

  test('has had no other name unless one is given', () => {
    expect(countySchema.parse(county)).toEqual({ ...county, formerly: [] });
  });

  test('may say its earlier names and its seat', () => {
    const full = { ...county, formerly: [{ name: '许昌县', code: '411023', until: '2016' }], seat: '新元大道' };
    expect(countySchema.parse(full)).toEqual(full);
    expect(problemsOf(countySchema, { ...full, formerly: [{}] })).toEqual([
      'formerly 0 name 没有填写',
      'formerly 0 until 没有填写',
    ]);
  });

  test('says all the rest', () => {
    expect(problemsOf(countySchema, { mayor: '某人' })).toEqual([
      'name 没有填写',
      'intro 没有填写',
      '不认识的栏目：mayor',
      'within 没有填写：从大到小写 within: [福建省, 龙岩市]，哪里都不属于的写 within: []',
    ]);
  });

  test('that is a river or a school has no code, and says what it lies in, if in anything', () => {
    const river = { name: '九龙江', centre: [117.02, 24.51], intro: '一段介绍。' };
    for (const within of [[], ['福建省'], ['福建省、广东省', '龙岩市、梅州市']])
      expect(problemsOf(countySchema, { ...river, within })).toEqual([]);
    expect(problemsOf(countySchema, { ...river, within: [], short: '江', label: '江', outline: 'jiulong' })).toEqual(
      [],
    );
    expect(problemsOf(countySchema, { ...county, within: ['河南省'] })).toEqual([
      'within 写了 within 就不再写 province 和 prefecture',
    ]);
    expect(problemsOf(countySchema, { ...river, province: '福建省' })).toEqual([
      'prefecture 没有填写；只有一级的，写 within: [省名]，不写 province',
    ]);
    expect(problemsOf(countySchema, { ...river, prefecture: '龙岩市' })).toEqual([
      'province 没有填写；只有一级的，写 within: [市名]，不写 prefecture',
    ]);
  });
});

describe('a place', () => {
  const place = { id: 'moshi-cun', name: '磨石村', level: 'village' };
  const problems = (changes: object) => problemsOf(placesSchema, { places: [{ ...place, ...changes }] });

  test('has no other names and no point unless they are given', () => {
    expect(placesSchema.parse({ places: [place] })).toEqual({
      places: [{ ...place, aliases: [], misprints: [], precision: 'none' }],
    });
  });

  test.each(['township', 'village', 'group', 'site', 'outside'])('may be a %s', (level) =>
    expect(problems({ level })).toEqual([]),
  );

  test.each(['exact', 'township', 'county', 'none'])('may have a point that is %s', (precision) =>
    expect(
      problems({ precision, point: [113.84, 34.12], parent: 'jiliao', aliases: ['磨石'], misprints: ['魔石'] }),
    ).toEqual([]),
  );

  test('is told what is wrong with it', () => {
    expect(problems({ level: 'city' })).toEqual(['places 0 level 只能是 township、village、group、site、outside 之一']);
    expect(problems({ precision: 'near' })).toEqual(['places 0 precision 只能是 exact、township、county、none 之一']);
    expect(problems({ id: '磨石', twin: 'x' })).toEqual([
      'places 0 id 编号只用小写字母、数字和连字符，以字母开头，例如 chen-hao',
      'places 0 不认识的栏目：twin',
    ]);
    expect(problemsOf(placesSchema, {})).toEqual(['places 没有填写']);
  });
});

describe('a practice', () => {
  const practice = { name: '“331”工作机制', kind: 'mechanism', summary: '一句话。' };

  test('has no other names unless they are given', () => {
    expect(practiceSchema.parse(practice)).toEqual({ ...practice, aliases: [] });
  });

  test.each(['mechanism', 'campaign', 'standard', 'programme'])('may be a %s', (kind) =>
    expect(problemsOf(practiceSchema, { ...practice, kind, aliases: ['331'] })).toEqual([]),
  );

  test('has a summary of one sentence', () => {
    expect(problemsOf(practiceSchema, { ...practice, summary: han(120) })).toEqual([]);
    expect(problemsOf(practiceSchema, { ...practice, summary: han(121) })).toEqual(['summary 太长：最多 120 个字']);
  });

  test('says all the rest', () => {
    expect(problemsOf(practiceSchema, { since: '2016' })).toEqual([
      'name 没有填写',
      'kind 没有填写',
      'summary 没有填写',
      '不认识的栏目：since',
    ]);
  });
});

test('a person has an id, a name and, where they have one, an office and a county, and nothing else', () => {
  const person = { id: 'yao-heng', name: '姚衡', role: '第一书记', county: 'jianan' };
  expect(problemsOf(peopleSchema, { people: [person] })).toEqual([]);
  expect(problemsOf(peopleSchema, { people: [{ phone: '1' }] })).toEqual([
    'people 0 id 没有填写',
    'people 0 name 没有填写',
    'people 0 不认识的栏目：phone',
  ]);
  expect(problemsOf(peopleSchema, { people: [{ id: 'lin-a-po', name: '林阿婆' }] })).toEqual([]);
  expect(problemsOf(peopleSchema, {})).toEqual(['people 没有填写']);
});

test('the front page has a lead and at most four columns, all of which may be left out', () => {
  const columns = ['a', 'b', 'c', 'd'];
  expect(problemsOf(frontSchema, {})).toEqual([]);
  expect(frontSchema.parse({ lead: 'x', columns })).toEqual({ lead: 'x', columns });
  expect(problemsOf(frontSchema, { columns: [...columns, 'e'], banner: 'x' })).toEqual([
    'columns 太长：最多 4 项',
    '不认识的栏目：banner',
  ]);
});

describe('a comparison', () => {
  const item = { story: 'jianan-field', figure: 'households' };
  const comparison = { id: 'homes', title: '搬迁的户数', note: '都是年末的户数。', items: [item, item] };
  const problems = (changes: object) => problemsOf(comparisonsSchema, { comparisons: [{ ...comparison, ...changes }] });

  test('sets two figures or more beside each other', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ items: [item, item, item] })).toEqual([]);
    expect(problems({ items: [item] })).toEqual(['comparisons 0 items 太短：至少 2 项']);
    expect(problems({ items: [item, {}] })).toEqual([
      'comparisons 0 items 1 story 没有填写',
      'comparisons 0 items 1 figure 没有填写',
    ]);
  });

  test('has a title that fits', () => {
    expect(problems({ title: han(40) })).toEqual([]);
    expect(problems({ title: han(41) })).toEqual(['comparisons 0 title 太长：最多 40 个字']);
  });

  test('says all of itself', () => {
    expect(problemsOf(comparisonsSchema, { comparisons: [{}] })).toEqual(
      ['id', 'title', 'note', 'items'].map((field) => `comparisons 0 ${field} 没有填写`),
    );
    expect(problemsOf(comparisonsSchema, {})).toEqual(['comparisons 没有填写']);
  });
});
