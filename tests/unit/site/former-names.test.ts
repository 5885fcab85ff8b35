import { describe, expect, test } from 'vitest';
import { countySchema } from '../../../src/lib/schema/registers.ts';
import { besideName } from '../../../src/site/stories.ts';
import { problemsOf } from '../lib/schema/problems.ts';

const source = { title: '设区的通知', issuer: '某省人民政府', date: '2018-08-13' };
const county = (more: object) => ({
  name: '东山区',
  within: ['福建省'],
  centre: [118, 25],
  intro: '一段介绍。',
  formerly: [{ name: '东山县', until: '2018', source: { ...source, ...more } }],
});

describe('a name that a place had', () => {
  test('stands beside the name in lists, and is found by it', () => {
    expect(besideName({ region: '福建', formerly: [{ name: '东山县', until: '2018' }] })).toBe('福建 · 曾名东山县');
    expect(besideName({ region: '福建', formerly: [] })).toBe('福建');
    expect(besideName({ region: '', formerly: [] })).toBe('');
  });

  test('has a public source as any background: an address, or why there is none', () => {
    expect(problemsOf(countySchema, county({ url: 'https://example.org/a' }))).toEqual([]);
    expect(problemsOf(countySchema, county({ unseen: '原件没有上网' }))).toEqual([]);
    expect(problemsOf(countySchema, county({}))).toEqual([expect.stringMatching(/^formerly 0 source url 没有填写/)]);
  });
});
