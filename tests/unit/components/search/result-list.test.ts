import { beforeEach, describe, expect, test } from 'vitest';
import { SEARCH } from '#words/search.ts';
import { citationOf, exportRows, find, lineItems, resultItem } from '../../../../src/components/search/result-list.ts';
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
