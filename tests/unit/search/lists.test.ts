import { describe, expect, it, vi } from 'vitest';
import { toCsv } from '../../../src/lib/data/csv.ts';
import { linesOf } from '../../../src/search/context.ts';
import { cutPhrase, pairsOf } from '../../../src/search/cut.ts';
import { countFacet, narrow, sortByFacet, sortPages } from '../../../src/search/facets.ts';
import { namedIn } from '../../../src/search/named.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { phrasesOf } from '../../../src/search/wanted.ts';

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
    expect(narrow([0, 1, 2], FACETS, { place: ['jianan'] })).toEqual([]);
    expect(narrow([2, 0], FACETS, { year: ['2019', '2020'] })).toEqual([2, 0]);
  });
  it('count as if their own choice were not made', () => {
    const counts = countFacet('county', [0, 1, 2], FACETS, { county: ['jianan'], year: ['2019'] });
    expect(counts).toEqual([
      { value: 'jianan', count: 1, chosen: true },
      { value: 'ruzhou', count: 1, chosen: false },
    ]);
  });
  it('count nothing chosen where nothing is, and nothing of a facet that is not there', () => {
    expect(countFacet('year', [0, 1], FACETS, {})).toEqual([
      { value: '2019', count: 1, chosen: false },
      { value: '2020', count: 1, chosen: false },
    ]);
    expect(countFacet('place', [0, 1], FACETS, {})).toEqual([]);
  });
  it('leave out values without pages, unless they are chosen', () => {
    expect(countFacet('year', [0], FACETS, {}).map(({ value }) => value)).toEqual(['2019']);
    expect(countFacet('year', [0], FACETS, { year: ['2020'] })).toEqual([
      { value: '2019', count: 1, chosen: false },
      { value: '2020', count: 0, chosen: true },
    ]);
  });
});

describe('sortPages', () => {
  it('puts pages without a date last, either way', () => {
    const dates = { dates: ['2020', '', '2019'] };
    expect(sortPages([0, 1, 2], dates, 'newest')).toEqual([0, 2, 1]);
    expect(sortPages([0, 1, 2], dates, 'oldest')).toEqual([2, 0, 1]);
    expect(sortPages([1, 0], dates, 'relevance')).toEqual([1, 0]);
    expect(sortPages([0, 2], dates, 'oldest')).toEqual([2, 0]);
    expect(sortPages([2, 0], dates, 'newest')).toEqual([0, 2]);
  });
  it('leaves pages of one date, or none, in the order of their numbers', () => {
    const dates = { dates: ['2020', '2020', '', '', '2019-12', '2020'] };
    expect(sortPages([5, 3, 1, 4, 2, 0], dates, 'newest')).toEqual([0, 1, 5, 4, 2, 3]);
    expect(sortPages([5, 3, 1, 4, 2, 0], dates, 'oldest')).toEqual([4, 0, 1, 5, 2, 3]);
  });
  it('goes by length, and by the values of a facet in an order of its own', () => {
    const lengths = { dates: [], lengths: [3, 1, 3] };
    expect(sortPages([2, 0, 1], lengths, 'longest')).toEqual([0, 2, 1]);
    expect(sortPages([2, 0, 1], lengths, 'shortest')).toEqual([1, 0, 2]);
    const facet = {
      values: ['a', 'b'],
      pages: [
        [0, 2],
        [1, 2],
      ],
    };
    expect(sortByFacet([0, 1, 2, 3], facet, ['b', 'a'])).toEqual([1, 2, 0, 3]);
    expect(sortByFacet([1, 0], undefined, ['b'])).toEqual([0, 1]);
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
  it('says that a block goes on only where it does', () => {
    const page = { url: '/', card: null, blocks: [{ id: '', text: '甲乙丙丁戊' }] };
    const cut = (reach: number) => linesOf(page, [['丙']], reach).map((line) => [line.cutBefore, line.cutAfter]);
    expect([cut(1), cut(2), cut(3)]).toEqual([[[true, true]], [[false, false]], [[false, false]]]);
    expect(linesOf(page, [['丙']])).toMatchObject([{ before: '甲乙', hit: '丙', after: '丁戊', cutBefore: false }]);
  });
  it('goes through the blocks in order, and through each from left to right', () => {
    const page = { url: '/', card: null, blocks: ['贫困村', '村里脱贫'].map((text, i) => ({ id: `p-${i}`, text })) };
    const hits = () => linesOf(page, [['村'], ['脱', '贫'], ['贫']]).map(({ id, hit }) => id + hit);
    expect(hits()).toEqual(['p-0贫', 'p-0村', 'p-1村', 'p-1脱贫']);
    expect(hits()).toEqual(['p-0贫', 'p-0村', 'p-1村', 'p-1脱贫']);
  });
  it('keeps apart what stands side by side', () => {
    const page = { url: '/', card: null, blocks: [{ id: '', text: '人人㍻' }] };
    expect(linesOf(page, [['人'], ['平'], ['成']]).map(({ hit }) => hit)).toEqual(['人', '人', '㍻']);
  });
  it('marks the longer of what begins together', () => {
    const page = { url: '/', card: null, blocks: [{ id: '', text: '脱贫攻坚战' }] };
    expect(linesOf(page, [['脱', '贫'], [...'脱贫攻坚'], ['贫']]).map(({ hit }) => hit)).toEqual(['脱贫攻坚']);
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

describe('a cell', () => {
  it.each([
    ['a=b', 'a=b'],
    ['-5', "'-5"],
    ['@x', "'@x"],
    ['a\rb', '"a\rb"'],
    ['\tx', "'\tx"],
  ])('%j is written as %j', (text, cell) => expect(toCsv([[text]])).toBe(`\uFEFF${cell}\r\n`));
});

describe('cutPhrase', () => {
  it('cuts the rest where the dictionary does, on both sides of a name', () => {
    expect(cutPhrase([...'产业姚恒学校'], new Set(['姚恒']))).toEqual([[...'产业'], [...'姚恒'], [...'学校']]);
    expect(cutPhrase([...'姚恒姚恒'], new Set(['姚恒']))).toEqual([[...'姚恒'], [...'姚恒']]);
    expect(cutPhrase(['2020', '年', 'pm2.5', 'app'], new Set())).toEqual([['2020'], ['年'], ['pm2.5'], ['app']]);
  });
  it('breaks no word by a name of one character', () => {
    expect(cutPhrase([...'产业'], new Set(['业', '产']))).toEqual([[...'产业']]);
  });
  it('leaves the rest whole in a browser without a dictionary', () => {
    vi.stubGlobal('Intl', {});
    expect(cutPhrase([...'姚恒脱贫产业'], new Set(['姚恒']))).toEqual([[...'姚恒'], [...'脱贫产业']]);
    vi.unstubAllGlobals();
  });
  it('takes pairs of what is too long for a phrase', () => {
    expect(pairsOf([...'两不愁'])).toEqual([
      ['两', '不'],
      ['不', '愁'],
    ]);
    expect(pairsOf(['羊'])).toEqual([['羊']]);
  });

  it('takes the longest name that the site knows', () => {
    expect(cutPhrase([...'在建安区'], new Set(['建安', '建安区'])).at(-1)).toEqual([...'建安区']);
    expect(cutPhrase([], new Set())).toEqual([]);
  });
});

describe('namedIn', () => {
  it('knows a name by every printed form, whatever punctuation or blanks part it', () => {
    const terms = [{ text: '“6+1”帮扶机制', also: ['“6 + 1”帮扶'] }, { text: '古丽·买买提' }, { text: '农家书屋' }];
    for (const [typed, name] of [
      ['“6+1”帮扶机制', 0],
      ['６＋１ 帮扶', 0],
      ['古丽 买买提', 1],
      ['哪里有“农家”书屋？', 2],
    ] as const)
      expect(namedIn(typed, parseQuery(typed).readings.flatMap(phrasesOf), terms)).toContain(terms[name]);
  });
  it('finds names inside a query, longer ones first', () => {
    const terms = [{ text: '姚恒' }, { text: '建安区', also: ['建安'] }, { text: '汝州市' }];
    expect(namedIn('', [[...'建安区的姚恒']], terms).map(({ text }) => text)).toEqual(['建安区', '姚恒']);
    expect(namedIn('', [[...'汝州市']], terms)).toEqual([{ text: '汝州市' }]);
  });
  it('finds them in any of the phrases, by any of their forms', () => {
    const terms = [{ text: '姚恒' }, { text: '脱贫攻坚', also: ['脱贫攻坚战', '攻坚'] }];
    expect(namedIn('', [['姚', '恒'], [...'攻坚']], terms).map(({ text }) => text)).toEqual(['姚恒', '脱贫攻坚']);
    expect(namedIn('', [[...'姚恒的脱贫攻坚战']], terms).map(({ text }) => text)).toEqual(['脱贫攻坚', '姚恒']);
  });
  it('takes a number of two digits and more for a name, and no single character', () => {
    const terms = ['331', '5', '羊', 'a1', 'v'].map((text) => ({ text }));
    expect(namedIn('', [['331', '5', '羊', 'a1', 'v']], terms).map(({ text }) => text)).toEqual(['331']);
  });
  it('finds six at most', () => {
    const terms = [...'甲乙丙丁戊己庚'].map((last) => ({ text: `村${last}` }));
    expect(namedIn('', [[...'村甲村乙村丙村丁村戊村己村庚']], terms)).toEqual(terms.slice(0, 6));
  });
});
