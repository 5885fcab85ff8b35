import { describe, expect, test } from 'vitest';
import { frontRows, layOutFront, numbersOf } from '../../../src/site/front.ts';

const story = (slug: string, county: string, characters: number) => ({ slug, county: { id: county }, characters });
const STORIES = [
  story('a1', 'a', 900),
  story('a2', 'a', 800),
  story('b1', 'b', 700),
  story('c1', 'c', 600),
  story('d1', 'd', 500),
  story('e1', 'e', 400),
];
const slugs = (wanted?: Parameters<typeof layOutFront>[1], stories = STORIES) => {
  const { lead, columns, rest } = layOutFront(stories, wanted);
  return [lead?.slug, columns.map(({ slug }) => slug), rest.map(({ slug }) => slug)];
};

describe('essays', () => {
  const essay = (slug: string, characters: number) => ({ slug, county: null, characters });
  const all = [...STORIES, essay('x', 2000), essay('y', 100)];
  const front = (wanted?: Parameters<typeof layOutFront>[1]) => {
    const { lead, columns, essays, rest } = layOutFront<(typeof all)[number]>(all, wanted);
    return [lead?.slug, ...[columns, essays, rest].map((some) => some.map(({ slug }) => slug).join(' '))];
  };

  test('have a place of their own, and take none of the reports’ unless an editor says so', () => {
    expect(front()).toEqual(['a1', 'b1 c1 d1', 'x y', 'a2 e1']);
    expect(front({ lead: 'x', columns: ['y'] })).toEqual(['x', 'y a1 b1', '', 'a2 c1 d1 e1']);
  });

  test('stand in the order that editors give; those left out stand with the rest', () => {
    expect(front({ essays: ['y', 'gone', 'x'] })[2]).toBe('y x');
    expect(front({ essays: ['y'] })).toEqual(['a1', 'b1 c1 d1', 'y', 'a2 e1 x']);
    expect(front({ essays: [] })[3]).toBe('a2 e1 x y');
  });
});

describe('the front page', () => {
  test('leads with the longest story, under it the longest of three other counties, then the rest in order', () => {
    expect(slugs()).toEqual(['a1', ['b1', 'c1', 'd1'], ['a2', 'e1']]);
  });

  test('follows the editors, and fills up what they leave open', () => {
    expect(slugs({ lead: 'e1', columns: ['a2'] })).toEqual(['e1', ['a2', 'b1', 'c1'], ['a1', 'd1']]);
  });

  test('leaves out what is not published', () => {
    expect(slugs({ lead: 'gone', columns: ['gone', 'e1'] })).toEqual(['a1', ['e1', 'b1', 'c1'], ['a2', 'd1']]);
  });

  test('shows no story twice, whatever the editors name', () => {
    expect(slugs({ lead: 'b1', columns: ['b1', 'c1', 'c1'] })).toEqual(['b1', ['c1', 'a1', 'd1'], ['a2', 'e1']]);
  });

  test('does with fewer stories, and with none', () => {
    expect(slugs({}, STORIES.slice(0, 2))).toEqual(['a1', [], ['a2']]);
    expect(slugs({}, [])).toEqual([undefined, [], []]);
  });
});

test('a story with a picture leads, where no editor says otherwise', () => {
  const stories = STORIES.map((one) => ({ ...one, isPictured: one.slug === 'c1' }));
  expect(layOutFront(stories).lead?.slug).toBe('c1');
  expect(layOutFront(stories, { lead: 'b1' }).lead?.slug).toBe('b1');
});

describe('a number a county', () => {
  const counties = [{ id: 'a' }, { id: 'b' }, { id: 'z' }];
  const stories = STORIES.map((one) => ({ ...one, figures: [{ id: `${one.slug}-1` }, { id: `${one.slug}-2` }] }));
  const ids = (wanted?: { story: string; figure: string }[]) =>
    numbersOf(counties, stories, wanted).map(({ figure }) => figure.id);

  test('is the first of its longest story, and none where nothing is told', () =>
    expect(ids()).toEqual(['a1-1', 'b1-1']));
  test('is the one that editors name', () =>
    expect(
      ids([
        { story: 'a2', figure: 'a2-2' },
        { story: 'b1', figure: 'gone' },
      ]),
    ).toEqual(['a2-2', 'b1-1']));
});

test('the map stands beside what it comes next to', () => {
  expect(frontRows(['lead', 'headlines', 'map', 'years'])).toEqual([['lead'], ['headlines', 'map'], ['years']]);
  expect(frontRows(['map', 'lead'])).toEqual([['map'], ['lead']]);
  expect(frontRows(['lead', 'units'])).toEqual([['lead'], ['units']]);
});
