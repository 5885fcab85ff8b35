import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NO_ANCHORS } from '../../../src/lib/manuscript/anchors.ts';
import { readStory } from '../../../src/lib/manuscript/manuscript.ts';
import { basisOf } from '../../../src/site/essays.ts';
import { NO_GROUPS } from '../../../src/site/groups.ts';
import { mentionsBy } from '../../../src/site/mentions.ts';
import type { Story } from '../../../src/site/model.ts';
import { searchExamples } from '../../../src/site/search-examples.ts';
import { compareStories, isAbout, isReport, toCounty, toStory } from '../../../src/site/stories.ts';
import { creditLine, dateText, placeText, regionText } from '../../../src/site/story-lines.ts';
import { essayOf } from '../../support/essay.ts';

const MODEL = readFileSync('tests/fixtures/content/stories/jianan/sample-story.mdx', 'utf8');
const county = toCounty(
  'jianan',
  {
    name: '建安区',
    code: '411003',
    province: '河南省',
    prefecture: '许昌市',
    formerly: [],
    centre: [113.84, 34.12],
    intro: '只为测试而写。',
  },
  null,
);

function story(slug = 'sample-story', from = '', to = '') {
  const { data, body } = readStory({ path: '', text: MODEL.replace(from, to) });
  if (!data) throw new Error('The model has errors');
  return toStory({ slug, data, blocks: body.blocks, county, anchors: NO_ANCHORS }, '2027-01-01');
}

test('a county is called by its short name and its region', () => {
  expect(county).toMatchObject({ shortName: '建安', region: '河南许昌', href: '/counties/jianan/' });
});

test('a story says in which language it is where that is not the page’s', () => {
  expect(story()).toMatchObject({ wording: {}, script: undefined });
  expect(story('a', 'genre:', 'lang: en\ngenre:')).toMatchObject({ wording: { lang: 'en' }, script: 'script-latn' });
  expect(story('a', 'genre:', 'lang: ug\ngenre:')).toMatchObject({ wording: { lang: 'ug', dir: 'rtl' } });
});

describe('a story', () => {
  test('has its sections, paragraphs with ids, and length', () => {
    const { sections, paragraphs, characters, minutes, removedAnchors } = story();
    expect(sections).toEqual([{ id: 's-1', title: '开头', depth: 2 }]);
    expect(paragraphs.map(({ text }) => text.slice(0, 5))).toEqual(['2020 ', '全村 32', '第一本记支', '第二本记收']);
    expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(4);
    expect([characters > 40, minutes, removedAnchors]).toEqual([true, 1, []]);
  });

  test('keeps the marks of its paragraphs', () => {
    expect(story().paragraphs[0]?.marks.map(({ name, id }) => `${name} ${id}`)).toEqual([
      'Milestone began',
      'Place jianan-east-village',
      'Person zhang-san',
      'Practice two-books',
    ]);
  });

  test('whose day has come is published', () => {
    const scheduled = (day: string) => `status: scheduled\nscheduledFor: "${day}"`;
    expect(story('a', 'status: published', scheduled('2027-01-01')).status).toBe('published');
    expect(story('a', 'status: published', scheduled('2027-01-02')).status).toBe('scheduled');
  });

  test('of a county that nobody registered stops the build', () => {
    const { data, body } = readStory({ path: '', text: MODEL });
    if (!data) throw new Error('The model has errors');
    const source = { slug: 'a', data, blocks: body.blocks, county: undefined, anchors: NO_ANCHORS };
    expect(() => toStory(source, '2027-01-01')).toThrow('Story a was not checked');
  });
});

test('stories stand in the order of their originals, those without a date last', () => {
  const all = [
    story('undated', 'date: "2020-12"', 'date: null'),
    story('b'),
    story('a'),
    story('early', 'date: "2020-12"', 'date: "2019"'),
  ];
  expect(all.sort(compareStories).map(({ slug }) => slug)).toEqual(['early', 'a', 'b', 'undated']);
});

describe('an essay', () => {
  const { data, body } = readStory({
    path: '',
    text: essayOf(
      '<Figure story="b" id="x">1 户</Figure><Milestone story="a" id="y">那年</Milestone><Figure story="b" id="z">2 户</Figure><Figure story="gone" id="z">2 户</Figure>',
    ),
  });
  if (!data) throw new Error('The essay has errors');
  const other = toCounty(
    'elsewhere',
    { ...{ name: '别处', within: [], formerly: [], centre: [110, 33], intro: '测试。' } },
    null,
  );
  const groups = { ...NO_GROUPS, counties: [county, other] };
  const essay = toStory(
    { slug: 'e', data, blocks: body.blocks, county: undefined, anchors: NO_ANCHORS, groups },
    '2027-01-01',
  );

  test('belongs to all its places and to none of them', () => {
    expect(isReport(essay)).toBe(false);
    expect(essay).toMatchObject({ county: null, source: null, text: null });
    expect([isAbout(essay, 'jianan'), isAbout(essay, 'elsewhere'), isAbout(essay, 'third')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([placeText(essay), regionText(essay), dateText(essay)]).toEqual([
      '建安、别处',
      '建安、别处',
      '2026-12-05 发表',
    ]);
  });

  test('counts its places where they are many', () => {
    expect(placeText({ ...essay, counties: Array.from({ length: 8 }, () => other) })).toMatch(/^8 /);
  });

  test('rests on the reports that its marks point into, in the order of its text', () => {
    const [a, b] = [story('a'), story('b')];
    const basis = basisOf(essay, [a, b, story('c'), essay]);
    expect(basis.map(({ slug }) => slug)).toEqual(['b', 'a']);
    expect(creditLine(essay, basis)).toBe('本站据 2 篇文章写成');
  });

  test('stands behind all reports', () => {
    expect([essay, story('z')].sort(compareStories).map(({ slug }) => slug)).toEqual(['z', 'e']);
  });
});

describe('what is private', () => {
  const own = (from: string, to: string) => story('a', from, to);
  const figure = own('unit: 户, asOf: "2020" }', 'unit: 户, asOf: "2020", private: true }');
  const milestone = own('title: 东村开始记账 }', 'title: 东村开始记账, private: true }');

  test('is told by the story, and in no list of it', () => {
    expect(figure.figures.map(({ id }) => id)).toEqual(['income']);
    expect(figure.told.figures.map(({ id }) => id)).toEqual(['households', 'income']);
    expect(milestone.milestones).toEqual([]);
    expect(milestone.told.milestones.map(({ id }) => id)).toEqual(['began']);
  });

  test('makes its paragraph private, and no other', () => {
    expect(figure.paragraphs.map(({ isPrivate }) => isPrivate)).toEqual([false, true, false, false]);
    expect(milestone.paragraphs.map(({ isPrivate }) => isPrivate)).toEqual([true, false, false, false]);
    expect(story().paragraphs.some(({ isPrivate }) => isPrivate)).toBe(false);
  });

  test('so does a place that is on no list', () => {
    const { data, body } = readStory({ path: '', text: MODEL });
    if (!data) throw new Error('The model has errors');
    const source = { slug: 'a', data, blocks: body.blocks, county, anchors: NO_ANCHORS };
    const firstOf = (places: Set<string>) => toStory({ ...source, places }, '2027-01-01').paragraphs[0]?.isPrivate;
    expect(firstOf(new Set(['jianan-east-village']))).toBe(false);
    expect(firstOf(new Set())).toBe(true);
  });

  test('is quoted by no register, which leads to the story and not to the paragraph', () => {
    const quote = (one: Story) => mentionsBy([one], 'Practice').get('two-books')?.[0];
    expect(quote(story('a'))).toMatchObject({ hit: '“两本账”', before: expect.stringContaining('张三') });
    expect(quote(milestone)).toEqual({
      story: milestone,
      href: milestone.href,
      before: '',
      hit: '“两本账”',
      after: '',
    });
  });

  test('gives the search no example', () => {
    const examples = (one: Story) => Object.values(searchExamples([one], null)).join();
    expect(examples(story('a'))).toContain('东村');
    expect(examples(milestone)).not.toContain('东村');
  });
});
