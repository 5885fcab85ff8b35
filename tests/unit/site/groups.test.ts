import { describe, expect, test } from 'vitest';
import { NO_ANCHORS } from '../../../src/lib/manuscript/anchors.ts';
import { readStory } from '../../../src/lib/manuscript/manuscript.ts';
import { storyAt } from '../../../src/lib/manuscript/paths.ts';
import { authorGroups, feedOf, inSeries, NO_GROUPS, seriesNeighbours } from '../../../src/site/groups.ts';
import type { County, Story } from '../../../src/site/model.ts';
import { isAbout, toStory } from '../../../src/site/stories.ts';
import { storiesByCounty } from '../../../src/site/story-groups.ts';
import { readRecords } from '../../support/records.ts';

const county = (id: string, code: string) => ({ id, code, name: id }) as County;
const counties = [county('dong-he', '998801'), county('xi-tang', '998802')];
const groups = {
  counties,
  series: [{ id: 'letters', title: '堤上来信', href: '/series/letters/' }],
  tags: [
    { id: 'shui-zai', name: '水灾', href: '/tags/shui-zai/' },
    { id: 'jia-shu', name: '家书', href: '/tags/jia-shu/' },
  ],
  authors: [{ id: 'lin-xiao', name: '林小', href: '/authors/lin-xiao/' }],
};

const stories = readRecords()
  .filter(({ path }) => storyAt(path))
  .map((file): Story => {
    const { data, body, slug } = readStory(file);
    if (!data) throw new Error(`${file.path} has errors`);
    const own = counties.find(({ id }) => id === data.county);
    return toStory({ slug, data, blocks: body.blocks, county: own, anchors: NO_ANCHORS, groups }, '2027-01-01');
  });
const slugs = (some: readonly Story[]) => some.map(({ slug }) => slug);
const named = (slug: string) => stories.find((story) => story.slug === slug) as Story;

describe('a story', () => {
  test('belongs to all its units, its own first', () => {
    const { counties: units } = named('first-letter');
    expect(units.map(({ id }) => id)).toEqual(['dong-he', 'xi-tang']);
    expect(isAbout(named('first-letter'), 'xi-tang')).toBe(true);
    expect(isAbout(named('second-letter'), 'xi-tang')).toBe(false);
    expect(slugs(storiesByCounty(stories)[1]?.stories ?? [])).toContain('first-letter');
  });

  test('has its tags, by name or id, and its authors by what they did', () => {
    expect(named('first-letter').tags.map(({ id }) => id)).toEqual(['shui-zai', 'jia-shu']);
    expect(named('second-letter').tags.map(({ name }) => name)).toEqual(['家书']);
    expect(authorGroups(named('first-letter').authors)).toEqual([
      { role: '整理', authors: [{ id: 'lin-xiao', name: '林小', href: '/authors/lin-xiao/', role: '整理' }] },
      { role: '讲述', authors: [{ id: null, name: '陈大', href: null, role: '讲述' }] },
    ]);
  });

  test('of what is not on the site says nothing', () => {
    const file = readRecords().find(({ path }) => path.endsWith('first-letter.mdx'));
    const { data, body, slug } = readStory(file ?? { path: '', text: '' });
    if (!data) throw new Error('The fixture has errors');
    const made = toStory(
      { slug, data, blocks: body.blocks, county: counties[0], anchors: NO_ANCHORS, groups: NO_GROUPS },
      '2027-01-01',
    );
    expect([made.series, made.tags, made.authors.map(({ name }) => name), made.counties]).toEqual([
      null,
      [],
      ['陈大'],
      [counties[0]],
    ]);
  });
});

test('a series is read in its order', () => {
  expect(slugs(inSeries(stories, 'letters'))).toEqual(['first-letter', 'second-letter']);
  expect(seriesNeighbours(named('first-letter'), stories)).toEqual({ next: named('second-letter') });
  expect(seriesNeighbours(named('second-letter'), stories)).toEqual({ previous: named('first-letter') });
  expect(seriesNeighbours(named('bridge-stone'), stories)).toEqual({});
});

describe('what belongs in a feed, newest first', () => {
  test.each([
    [
      { kind: 'site' },
      ['radio-morning', 'school-book', 'bridge-stone', 'flood-voices', 'second-letter', 'first-letter'],
    ],
    [{ kind: 'county', id: 'xi-tang' }, ['radio-morning', 'school-book', 'bridge-stone', 'first-letter']],
    [{ kind: 'series', id: 'letters' }, ['second-letter', 'first-letter']],
    [{ kind: 'tag', id: 'shui-zai' }, ['radio-morning', 'flood-voices', 'first-letter']],
    [{ kind: 'author', id: 'lin-xiao' }, ['flood-voices', 'second-letter', 'first-letter']],
    [{ kind: 'tag', id: 'nothing' }, []],
  ] as const)('%j', (subject, expected) => {
    expect(slugs(feedOf(stories, subject))).toEqual(expected);
  });

  test('a revision brings a story to the front', () => {
    const revised = stories.map((story) =>
      story.slug === 'first-letter' ? { ...story, updated: '2025-01-01' } : story,
    );
    expect(slugs(feedOf(revised, { kind: 'site' }))[0]).toBe('first-letter');
  });
});
