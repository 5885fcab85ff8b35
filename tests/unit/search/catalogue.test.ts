import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packCatalogue, unpackCatalogue } from '../../../src/search/catalogue.ts';
import { columnsOf } from '../../../src/search/index/catalogue-columns.ts';
import { preparePages } from '../../../src/search/index/prepare.ts';
import { MOST_SPLIT } from '../../../src/search/spelling.ts';
import type { Catalogue, IndexedPage } from '../../../src/search/types.ts';
import { pageOf } from './small-index.ts';

const catalogueOf = (pages: number[][]): Catalogue => ({
  ...{ split: '的', shards: [], titles: [1], dates: ['2020'] },
  facets: { county: { values: pages.map((_, i) => `c${i}`), pages } },
});

describe('the catalogue as it is written', () => {
  it('holds pages as steps', () => {
    expect(packCatalogue(catalogueOf([[3, 4, 9], [0]]))).toEqual(catalogueOf([[3, 1, 5], [0]]));
  });
  it('is read as it was, whatever its pages', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat())), (pages) => {
        expect(unpackCatalogue(packCatalogue(catalogueOf(pages)))).toEqual(catalogueOf(pages));
      }),
    );
  });
});

describe('columnsOf', () => {
  it('tells of each page its date and title, of each value its pages, all in order', () => {
    const pages: IndexedPage[] = [
      { ...pageOf('/a/', '修路', '村'), date: '2020-05', facets: { year: ['2020'], county: ['ruzhou'] } },
      { ...pageOf('/b/', '茶', '村'), facets: { county: ['jianan', 'ruzhou', 'jianan', 'hanbin'] } },
      pageOf('/c/', '', '村'),
    ];
    const { prepared } = preparePages(pages, 99);
    expect(columnsOf(prepared)).toEqual({
      titles: [2, 1, 0],
      dates: ['2020-05', '', ''],
      lengths: [0, 0, 0],
      facets: {
        county: { values: ['hanbin', 'jianan', 'ruzhou'], pages: [[1], [1], [0, 1]] },
        year: { values: ['2020'], pages: [[0]] },
      },
    });
    expect(Object.keys(columnsOf(prepared).facets)).toEqual(['county', 'year']);
  });
});

describe('preparePages', () => {
  it('numbers pages by their addresses, and leaves them as they are', () => {
    const pages = ['/c/', '/a/', '/d/', '/b/'].map((url) => ({ ...pageOf(url, url, '村'), card: url }));
    const { prepared } = preparePages(pages, 99);
    expect(prepared.map(({ url }) => url)).toEqual(['/a/', '/b/', '/c/', '/d/']);
    expect(prepared[0]).toMatchObject(pages[1] ?? {});
    expect(pages.map(({ url }) => url)).toEqual(['/c/', '/a/', '/d/', '/b/']);
  });
  it('puts the title first, wherever it stands', () => {
    const blocks = [
      { id: '', text: '图说' },
      { id: '', text: '村路', title: true },
    ];
    expect(preparePages([{ url: '/', blocks }], 99).prepared[0]?.spelled).toEqual({ text: '村 路 | 图 说', title: 2 });
  });
  it('splits Han characters that occur more often than so, title and text together', () => {
    const pages = [pageOf('/a/', '的一', '的。一', '人aa a a'), pageOf('/b/', '的', '人')];
    expect(preparePages(pages, 2).split).toBe('的');
    expect(preparePages(pages, 1).split).toBe('一人的');
    expect(preparePages(pages, 3).split).toBe('');
  });
  it('splits the commonest, when there are more than have a word', () => {
    const characters = Array.from({ length: MOST_SPLIT + 1 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const [rarest, ...others] = characters;
    const text = rarest + others.join('') + others.join('') + others.reverse().join('');
    expect(preparePages([pageOf('/', '', `${rarest}${text}`)], 0).split).toBe(others.reverse().join(''));
  });
});
