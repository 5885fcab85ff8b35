import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/search/context.ts';
import { toCsv } from '../../../src/search/csv.ts';
import { cutPhrase } from '../../../src/search/cut.ts';
import { countFacet, narrow, sortPages } from '../../../src/search/facets.ts';
import { namedIn } from '../../../src/search/named.ts';
import { toSimplified } from '../../../src/search/traditional.ts';

const FACETS = {
  county: { values: ['jianan', 'ruzhou'], pages: [[0, 1], [2]] },
  year: {
    values: ['2019', '2020'],
    pages: [
      [0, 2],
      [1, 2],
    ],
  },
};

describe('facets', () => {
  it('are alternatives inside one and conditions across', () => {
    expect(narrow([0, 1, 2], FACETS, { county: ['jianan', 'ruzhou'], year: ['2019'] })).toEqual([0, 2]);
    expect(narrow([0, 1, 2], FACETS, { county: ['nowhere'] })).toEqual([]);
    expect(narrow([0, 1, 2], FACETS, { county: [] })).toEqual([0, 1, 2]);
  });
  it('count as if their own choice were not made', () => {
    const counts = countFacet('county', [0, 1, 2], FACETS, { county: ['jianan'], year: ['2019'] });
    expect(counts).toEqual([
      { value: 'jianan', count: 1, chosen: true },
      { value: 'ruzhou', count: 1, chosen: false },
    ]);
  });
});

describe('sortPages', () => {
  it('puts pages without a date last, either way', () => {
    const dates = ['2020', '', '2019'];
    expect(sortPages([0, 1, 2], dates, 'newest')).toEqual([0, 2, 1]);
    expect(sortPages([0, 1, 2], dates, 'oldest')).toEqual([2, 0, 1]);
    expect(sortPages([1, 0], dates, 'relevance')).toEqual([1, 0]);
  });
});

describe('linesOf', () => {
  it('shows each occurrence as printed, in its context', () => {
    const page = { url: '/', card: null, blocks: [{ id: 'p-1', text: '都做到了“两不愁、三保障”。两不愁三保障' }] };
    const lines = linesOf(page, [[...'两不愁三保障']], 3);
    expect(lines).toEqual([
      { id: 'p-1', before: '到了“', hit: '两不愁、三保障', after: '”。两', cutBefore: true, cutAfter: true },
      { id: 'p-1', before: '障”。', hit: '两不愁三保障', after: '', cutBefore: true, cutAfter: false },
    ]);
  });
  it('makes one of what overlaps', () => {
    const page = { url: '/', card: null, blocks: [{ id: '', text: '脱贫攻坚' }] };
    expect(linesOf(page, [[...'脱贫攻'], [...'贫攻坚']]).map(({ hit }) => hit)).toEqual(['脱贫攻坚']);
  });
});

describe('toCsv', () => {
  it('quotes, ends lines as Excel wants them and disarms formulas', () => {
    expect(
      toCsv([
        ['a,b', '"c"'],
        ['=1+1', '行\n二'],
      ]),
    ).toBe('\uFEFF"a,b","""c"""\r\n\'=1+1,"行\n二"\r\n');
  });
});

describe('cutPhrase', () => {
  it('takes the longest name that the site knows', () => {
    expect(cutPhrase([...'在建安区'], new Set(['建安', '建安区'])).at(-1)).toEqual([...'建安区']);
    expect(cutPhrase([], new Set())).toEqual([]);
  });
});

describe('namedIn', () => {
  it('finds names inside a query, longer ones first', () => {
    const terms = [{ text: '姚恒' }, { text: '建安区', also: ['建安'] }, { text: '汝州市' }];
    expect(namedIn([[...'建安区的姚恒']], terms).map(({ text }) => text)).toEqual(['建安区', '姚恒']);
  });
});

describe('toSimplified', () => {
  it('rewrites only what the table holds', () => {
    expect(toSimplified([...'兩不愁'], '兩两')).toEqual([...'两不愁']);
  });
});
