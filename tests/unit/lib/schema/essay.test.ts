import { describe, expect, test } from 'vitest';
import { isEssay } from '../../../../src/lib/schema/essay.ts';
import { storySchema } from '../../../../src/lib/schema/story.ts';
import { problemsOf } from './problems.ts';

const essay = {
  title: '两处的数',
  genre: 'essay',
  counties: ['east', 'west'],
  summary: '字'.repeat(60),
  privacy: 'reviewed',
  status: 'draft',
  published: '2026-12-01',
};
const source = { headline: null, publisher: null, bylines: [], date: null, dateBasis: 'stated' };
const report = { ...essay, county: 'east', counties: [], text: 'retold', source };
const problems = (changes: object) => problemsOf(storySchema, { ...essay, ...changes });

describe('an essay', () => {
  test('has several places and no source', () => {
    expect(problems({})).toEqual([]);
    expect(isEssay(storySchema.parse(essay))).toBe(true);
  });

  test.each([
    ['one place', { counties: ['east'] }, /^counties 札记至少讲两处/],
    ['one place twice', { counties: ['east', 'east'] }, /^counties 札记至少讲两处/],
    ['no place', { counties: undefined }, /^counties 札记至少讲两处/],
    ['a folder of a place', { county: 'east' }, /^county 札记讲几处的事，不写 county/],
    ['a kind of text', { text: 'retold' }, /^text 札记是本站写的/],
    ['a source', { source }, /^source 札记依据的是本站别的文章/],
    ['sources', { sources: [source] }, /^sources 札记依据的是本站别的文章/],
    ['figures', { figures: [{ id: 'a', label: '甲', value: 1, unit: '户', asOf: null }] }, /^figures 札记依据的/],
    ['milestones', { milestones: [{ id: 'a', date: '2020', basis: 'stated', title: '甲' }] }, /^milestones 札记/],
    ['gaps', { gaps: [{ id: 'a', note: '缺' }] }, /^gaps 札记/],
    ['captions', { captions: [{ text: '照片' }] }, /^captions 札记/],
    ['terms', { terms: ['兜底'] }, /^terms 札记/],
  ])('is refused with %s', (_, changes, says) => {
    expect(problems(changes).join('\n')).toMatch(says);
  });
});

describe('a report', () => {
  test.each(['county', 'text', 'source'])('cannot do without its %s', (field) => {
    expect(problemsOf(storySchema, { ...report, genre: 'report', [field]: undefined })).toEqual([`${field} 没有填写`]);
  });

  test('may be of a genre that its archive called essay before there were any', () => {
    expect(problemsOf(storySchema, report)).toEqual([]);
    expect(isEssay(storySchema.parse(report))).toBe(false);
  });
});
