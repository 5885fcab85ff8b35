import { describe, expect, test } from 'vitest';
import { openingOf } from '../../../src/lib/text/opening.ts';
import type { Story } from '../../../src/site/model.ts';
import { entriesOf, invitationOf, keyFiguresOf, nextReads } from '../../../src/site/reading-on.ts';

const figure = (id: string) => ({ id, label: id, value: 3, unit: '户', asOf: null });
const story = (slug: string, more: object = {}) =>
  ({ slug, next: [], practices: [], counties: [], series: null, ...more }) as unknown as Story;
const slugs = (stories: readonly Story[]) => stories.map(({ slug }) => slug);

describe('key figures', () => {
  const figures = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(figure);
  const ids = (keyFigures: string[], some = figures) => keyFiguresOf({ figures: some, keyFigures }).map(({ id }) => id);
  test('are those chosen, in that order', () => expect(ids(['h', 'b'])).toEqual(['h', 'b']));
  test('else four from all over the text', () => expect(ids([])).toEqual(['a', 'd', 'f', 'h']));
  test('of few, all', () => expect(ids([], figures.slice(0, 3))).toEqual(['a', 'b', 'c']));
  test('of none, none', () => expect(ids([], [])).toEqual([]));
  test('one that is on no list is not among them', () => expect(ids(['private', 'b'])).toEqual(['b']));
});

describe('what leads to a story', () => {
  const invitation = (text: string, isPrivate = false) =>
    invitationOf({ paragraphs: [{ id: 'p-1', text, marks: [], isPrivate }], summary: '摘要。' });
  test('is its opening, as the front page has it', () => {
    const text = '渴了。羊下山，往河边去。';
    expect(invitation(text)).toBe(openingOf([{ text, isPrivate: false }]));
  });
  test('of private people is not quoted', () => expect(invitation('她家有羊。', true)).toBe('摘要。'));
  test('of nothing is the summary', () => expect(invitationOf({ paragraphs: [], summary: '摘要。' })).toBe('摘要。'));
});

describe('what to read next', () => {
  const county = (id: string) => ({ counties: [{ id }] });
  test('is what was chosen', () => {
    const one = story('one', { next: ['three'] });
    expect(slugs(nextReads(one, [one, story('two'), story('three')]))).toEqual(['three']);
  });
  test('else the next of its series before what shares its place, and that before what shares nothing', () => {
    const series = { series: { id: 'letters' } };
    const one = story('one', { ...county('a'), series: { ...series, number: 1 } });
    const all = [story('far'), story('near', county('a')), one, story('follows', { series: { ...series, number: 2 } })];
    expect(slugs(nextReads(one, all))).toEqual(['follows', 'near']);
  });
  test('a rare practice counts more than one that all have', () => {
    const one = story('one', { practices: ['all', 'rare'] });
    const all = [
      one,
      story('b', { practices: ['all'] }),
      story('c', { practices: ['all'] }),
      story('d', { practices: ['rare'] }),
    ];
    expect(slugs(nextReads(one, all))[0]).toBe('d');
  });
  test('of what is equally near, what follows', () => {
    const all = ['a', 'b', 'c', 'd'].map((slug) => story(slug));
    expect(slugs(nextReads(all[2] as Story, all))).toEqual(['d', 'a']);
  });
  test('of one alone is nothing', () => expect(nextReads(story('one'), [story('one')])).toEqual([]));
});

test('entries that stand nowhere are left out', () =>
  expect(entriesOf(['a', 'b'], [{ id: 'b', name: '乙', href: '/b' }])).toEqual([{ id: 'b', name: '乙', href: '/b' }]));
