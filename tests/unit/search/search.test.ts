import { describe, expect, it } from 'vitest';
import type { Engine, Matches } from '../../../src/search/engine.ts';
import { search } from '../../../src/search/search.ts';
import { findTerms, tokenize } from '../../../src/search/tokens.ts';
import type { Lexicon } from '../../../src/search/types.ts';

const PAGES = ['姚恒在建安区记账，两不愁、三保障都做到了', '汝州的羊群下山，两不愁', '建安区的林业与扶贫产业'];
const LEXICON: Lexicon = {
  words: [
    ['姚恒', 'yaoheng'],
    ['三保障', 'sanbaozhang'],
    ['建安区', 'jiananqu'],
  ],
  traditional: '兩两產产業业',
};

const engine: Engine = {
  catalogue: {
    version: '',
    split: '',
    shards: [],
    titles: [0, 0, 0],
    dates: ['', '', ''],
    facets: {},
  },
  async find(terms) {
    const matches: Matches = new Map();
    for (const [page, text] of PAGES.entries())
      if (findTerms(tokenize(text), terms).length > 0) matches.set(page, false);
    return matches;
  },
  weigh: async () => new Map(),
  text: async (page) => ({ url: String(page), card: null, blocks: [{ id: '', text: PAGES[page] ?? '' }] }),
};
const ask = (text: string) => search(text, engine, async () => LEXICON);

describe('search', () => {
  it('finds what holds all phrases and none of the excluded', async () => {
    expect(await ask('两不愁')).toMatchObject({ tier: 'exact', pages: [0, 1] });
    expect(await ask('建安区 扶贫')).toMatchObject({ tier: 'exact', pages: [2] });
    expect(await ask('建安区 -林业')).toMatchObject({ tier: 'exact', pages: [0] });
  });
  it('does not load the lexicon where something is found', async () => {
    const never = () => Promise.reject(new Error('loaded'));
    await expect(search('两不愁', engine, never)).resolves.toMatchObject({ tier: 'exact' });
  });
  it('rewrites traditional characters', async () => {
    expect(await ask('兩不愁')).toMatchObject({ tier: 'exact', pages: [0, 1], rewritten: true });
  });
  it('falls back to words, then to parts of a question', async () => {
    expect(await ask('姚恒建安区')).toMatchObject({ tier: 'related', pages: [0] });
    expect(await ask('请问是谁在建安区推广林业和扶贫产业呢')).toMatchObject({ tier: 'related' });
    expect((await ask('请问是谁在建安区推广林业和扶贫产业呢')).pages[0]).toBe(2);
  });
  it('suggests by pinyin and by one wrong character', async () => {
    expect(await ask('yaoheng')).toMatchObject({ tier: 'suggest', suggestions: ['姚恒'] });
    expect(await ask('三包障')).toMatchObject({ tier: 'suggest', suggestions: ['三保障'] });
    expect(await ask('姚横')).toMatchObject({ tier: 'suggest', suggestions: ['姚恒'] });
  });
  it('says that there is nothing, or nothing asked', async () => {
    expect(await ask('zzz')).toMatchObject({ tier: 'none', pages: [] });
    expect(await ask('“”')).toMatchObject({ tier: 'empty', pages: [] });
    expect(await ask('__proto__ constructor')).toMatchObject({ tier: 'none' });
  });
});
