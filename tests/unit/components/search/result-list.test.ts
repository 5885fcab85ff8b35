import { beforeEach, describe, expect, test } from 'vitest';
import { SEARCH } from '#words/search.ts';
import { STORY_END } from '#words/story.ts';
import {
  citationOf,
  exportRows,
  find,
  lineItems,
  nearHits,
  resultItem,
} from '../../../../src/components/search/result-list.ts';
import { readHtml } from '../../../../src/search/index/read-pages.ts';
import type { PageText } from '../../../../src/search/types.ts';
import type { ResultCard } from '../../../../src/site/search-card.ts';
import { openPage } from '../page.ts';

const ADDRESS = 'https://chronicle.example/stories/baihe-air/';
const card: ResultCard = {
  rights: 'CC BY 4.0',
  title: '空气',
  county: '白河县',
  region: '陕西',
  genre: '报道',
  date: '2019 年',
  cite: `空气[EB/OL]. ${ADDRESS}.`,
  address: ADDRESS,
};
/** Four occurrences; the last stands in a block without an anchor. */
const page = {
  url: '/stories/baihe-air/',
  card,
  blocks: [
    { id: 'p-1', text: '<b>茶园</b>与茶园' },
    { id: 'p-2', text: `${'山'.repeat(40)}茶园${'水'.repeat(40)}` },
    { id: '', text: '茶园' },
  ],
} as PageText;
const found = find(page, { phrases: [['茶', '园']], leaves: [{ kind: 'phrase', terms: ['茶', '园'] }] });

beforeEach(() => {
  openPage('');
});

describe('a story in the list', () => {
  test('shows its first lines and says how often the words occur', () => {
    const item = resultItem(found);
    expect(item.querySelectorAll('.result-lines li')).toHaveLength(3);
    expect(item.querySelector('.number')?.textContent).toBe(SEARCH.times(4));
    expect([...item.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['茶园', '茶园', '茶园']);
  });

  test('leads with each line to its paragraph, and has the words marked there', () => {
    const hrefs = [...resultItem(found).querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(hrefs.map((href) => new URL(href, ADDRESS).hash)).toEqual(['', '#p-1', '#p-1', '#p-2']);
    for (const href of hrefs) expect(new URL(href, ADDRESS).searchParams.getAll('mark')).toHaveLength(1);
  });

  test('shows text as text, and a cut where there is one', () => {
    const lines = [...resultItem(found).querySelectorAll('.result-lines a')].map(({ textContent }) => textContent);
    expect(lines[0]).toBe('<b>茶园</b>与茶园');
    expect(lines[2]).toMatch(/^…山+茶园水+…$/);
  });
});

test('line by line, every occurrence can be cited, with its paragraph where that has an anchor', () => {
  const cites = lineItems(found).map((item) => item.querySelector('button')?.dataset.cite);
  expect(cites).toEqual(found.lines.map((line) => citationOf(found, line)));
  expect(cites[2]).toBe(`空气[EB/OL]. ${ADDRESS}#p-2.`);
  expect(cites[3]).toBe(card.cite);
});

test('the export has a row for every occurrence, under the names of its columns', () => {
  const [head, ...rows] = exportRows([found, found]);
  expect(head).toEqual(SEARCH.columns);
  expect(rows).toHaveLength(8);
  for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
  expect(rows[1]).toEqual(['空气', '白河县', '2019 年', '<b>茶园</b>与', '茶园', '', `${ADDRESS}#p-1`, card.rights]);
  expect(rows[3]?.at(-2)).toBe(ADDRESS);
});

describe('what stands beside the text', () => {
  const html = `<div data-pagefind-body><p id="p-1">茶园通了路</p>
    <div id="unsaid"><p data-pagefind-ignore>${STORY_END.unsaid}</p><ul><li>茶园有多大，原文没有写。</li></ul></div>
    <div id="terms"><span data-pagefind-ignore>${STORY_END.terms}</span><ul><li><a href="#">因病致贫</a></li>
    <li><a href="#">因病返贫</a></li></ul></div></div>`;
  const blocks = readHtml(html);
  const linesFor = (words: string) => find({ ...page, blocks }, { phrases: [[...words]], leaves: [] }).lines;

  test('is found in its own part, which is named before it', () => {
    expect(linesFor('因病致贫')).toMatchObject([{ id: 'terms', before: `${STORY_END.terms}：`, hit: '因病致贫' }]);
    expect(linesFor('原文没有写')).toMatchObject([{ id: 'unsaid', before: `${STORY_END.unsaid}：茶园有多大，` }]);
    expect(linesFor('通了路')).toMatchObject([{ id: 'p-1', before: '茶园' }]);
  });

  test('a phrase does not run from one term into the next, nor are headings found', () => {
    expect(linesFor('致贫因病')).toEqual([]);
    expect(linesFor(STORY_END.terms)).toEqual([]);
  });
});

describe('of a long value beside the text', () => {
  test('what stands round its hits is shown, words of letters whole', () => {
    const [first = '', hit, last = ''] = nearHits([
      `${'Sentences '.repeat(20)}about `,
      'plush toys',
      ` made ${'in town '.repeat(20)}`,
    ]);
    expect(hit).toBe('plush toys');
    expect(first).toMatch(/^…(?:Sentences )+about $/);
    expect(last).toMatch(/^ made (?:in town )*(?:in|in town)? ?…$/);
    expect(Math.max(first.length, last.length)).toBeLessThan(75);
  });
  test('a short one is shown whole', () => {
    expect(nearHits(['通讯员 ', '陈婵', ''])).toEqual(['通讯员 ', '陈婵', '']);
    expect(nearHits([`${'山'.repeat(61)}`, '茶', '水'])).toEqual([`…${'山'.repeat(60)}`, '茶', '水']);
    expect(nearHits(['', '茶', '水'.repeat(119), '茶', ''])).toEqual(['', '茶', '水'.repeat(119), '茶', '']);
    expect(nearHits(['', '茶', '水'.repeat(130), '茶', ''])[2]).toBe(`${'水'.repeat(60)}…${'水'.repeat(60)}`);
  });
});
