import { describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../../src/search/engine.ts';
import { search } from '../../../src/search/search.ts';
import type { Matches } from '../../../src/search/source.ts';
import { findTerms, tokenize } from '../../../src/search/tokens.ts';
import type { Lexicon } from '../../../src/search/types.ts';

const PAGES = ['姚恒在建安区记账，两不愁、三保障都做到了', '汝州的羊群下山，两不愁', '建安区的林业与扶贫产业'];
const LEXICON: Lexicon = {
  words: [
    ['姚恒', 'yao heng'],
    ['三保障', 'san bao zhang'],
    ['建安区', 'jian an qu'],
  ],
  forms: '兩两產产業业',
};

const engine: Engine = {
  catalogue: {
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
  findIn: async () => new Map(),
  findDated: async () => new Map(),
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
  it('excludes a numeral as it is asked, not in other numerals where that would find more', async () => {
    expect(await ask('姚恒 -三')).not.toMatchObject({ tier: 'exact' });
    expect(await ask('姚恒 -3')).toMatchObject({ tier: 'exact', pages: [0] });
  });
  it('does not load the lexicon where something is found', async () => {
    const never = () => Promise.reject(new Error('loaded'));
    await expect(search('两不愁', engine, never)).resolves.toMatchObject({ tier: 'exact' });
  });
  it('rewrites traditional characters', async () => {
    expect(await ask('兩不愁')).toMatchObject({ tier: 'exact', pages: [0, 1] });
  });
  it('falls back to words, then to parts of a question', async () => {
    expect(await ask('姚恒建安区')).toMatchObject({ tier: 'related', pages: [0] });
    expect(await ask('请问是谁在建安区推广林业和扶贫产业呢')).toMatchObject({ tier: 'related' });
    expect((await ask('请问是谁在建安区推广林业和扶贫产业呢')).pages[0]).toBe(2);
  });
  it('finds English words in the forms that the texts have, and says so', async () => {
    const letters = { ...LEXICON, letters: ['secretaries', 'first'] };
    const english = {
      ...engine,
      find: async ([term]: readonly string[]) =>
        new Map(term === 'secretaries' || term === 'first' ? [[1, false]] : []),
    };
    const found = await search('first secretary', english, async () => letters);
    expect(found).toMatchObject({ tier: 'exact', pages: [1] });
    expect(found.inflected).toEqual([{ typed: 'secretary', words: ['secretaries'] }]);
    expect(await search('secretary', english, async () => letters)).toMatchObject({ tier: 'exact', pages: [1] });
  });
  it('offers numbers for a number with its unit, and not for a question that holds one', async () => {
    const numbers = { ...LEXICON, numbers: ['32168 人'] };
    const meant = async (text: string) => (await search(text, engine, async () => numbers)).suggestions;
    expect(await meant('3.2 万人')).toEqual(['32168 人']);
    expect(await meant('3.2 万人住在建安区吗')).toEqual([]);
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
  it('says of an empty query, and of one that is found, no more than that', async () => {
    const plain = { suggestions: [], spoken: [], inflected: [], ignored: [], clipped: false };
    expect(await ask('“”')).toEqual({ tier: 'empty', pages: [], phrases: [], leaves: [], ...plain });
    expect(await ask('两不愁')).toEqual({
      tier: 'exact',
      pages: [0, 1],
      phrases: [[...'两不愁']],
      leaves: [{ kind: 'phrase', terms: [...'两不愁'] }],
      ...plain,
    });
    expect(await ask('姚恒建安区')).toMatchObject({ tier: 'related', ...plain });
    expect(await ask('zzz')).toMatchObject({ tier: 'none', ...plain });
  });
});

/** An index of pages of these texts, without Pagefind. */
const engineOf = (texts: readonly string[]): Engine => ({
  catalogue: { split: '', shards: [], titles: texts.map(() => 0), dates: [], facets: {} },
  find: async (terms) =>
    new Map(
      texts.flatMap((text, page) => (findTerms(tokenize(text), terms).length > 0 ? [[page, false] as const] : [])),
    ),
  findIn: async () => new Map(),
  findDated: async () => new Map(),
  weigh: async () => new Map(),
  text: async (page) => ({ url: '', card: null, blocks: [{ id: '', text: texts[page] ?? '' }] }),
});

/** Asks pages of these texts. */
function askOf(texts: readonly string[], words: readonly string[] = [], traditional = '') {
  const weighed = vi.fn(async () => new Map(texts.map((text, page) => [page, text.length])));
  const engine = { ...engineOf(texts), weigh: weighed };
  const lexicon: Lexicon = { words: words.map((word) => [word, '']), forms: traditional };
  return { ask: (text: string) => search(text, engine, async () => lexicon), weighed };
}

describe('pages that hold all', () => {
  it('are ordered by what Pagefind gives them, which is asked only where there is something to order', async () => {
    const { ask, weighed } = askOf(['修路', '修路修路', '茶']);
    expect((await ask('修路')).pages).toEqual([1, 0]);
    expect(weighed).toHaveBeenCalledExactlyOnceWith([[...'修路']]);
    expect((await ask('茶')).pages).toEqual([2]);
    expect(weighed).toHaveBeenCalledOnce();
  });
});

describe('operators', () => {
  const texts = [
    '镇上有 31 家玩具厂，种茶的也有',
    '玩具卖到 31 个省，家家种香菇',
    '二〇二〇年十月修路',
    '2020年10月5日，茶园',
    '縣裡的路',
  ];
  const read = (lexicon: Partial<Lexicon> = {}) => {
    const engine = engineOf(texts);
    return async (text: string) => search(text, engine, async () => ({ words: [], forms: '', ...lexicon }));
  };
  it.each([
    ['31 家', [0]],
    ['玩具 31', [0, 1]],
    ['玩具 OR 修路', [0, 1, 2]],
    ['玩具 -香菇', [0]],
    ['(茶园 | 香菇) 玩具', [1]],
    ['玩具 NEAR/1 种茶', [0]],
    ['种茶 NEAR/1 玩具', [0]],
    ['玩具 NEAR/0 种茶', []],
    ['玩*茶', [0]],
    ['?具厂', [0]],
    ['2020-10', [2, 3]],
    ['2020/10/5', [3]],
    ['2020年10月', [2, 3]],
  ])('%s', async (text, pages) => {
    const answer = await read()(text);
    expect(answer.tier === 'exact' ? answer.pages.toSorted((a, b) => a - b) : []).toEqual(pages);
  });
  it('marks what it found, read as it was found', async () => {
    expect((await read()('31 家')).phrases).toEqual([['31', '家']]);
    expect((await read()('玩具 NEAR 种茶 -羊')).phrases).toEqual([[...'玩具'], [...'种茶']]);
  });
  it('folds characters in every part, and tells what could not be followed', async () => {
    const ask = read({ forms: '县縣里裡' });
    expect(await ask('县里 OR 羊')).toMatchObject({ tier: 'exact', pages: [4] });
    expect(await ask('修路 OR')).toMatchObject({ tier: 'exact', pages: [2], ignored: ['OR'] });
  });
  it('reads pinyin among other words, and says as what', async () => {
    const ask = read({ words: [['玩具', 'wan ju']] });
    for (const typed of ['wanju', 'wj'])
      expect(await ask(`${typed} 香菇`)).toMatchObject({
        tier: 'exact',
        pages: [1],
        spoken: [{ typed, words: ['玩具'] }],
      });
    expect(await ask('wanju')).toMatchObject({ tier: 'suggest', suggestions: ['玩具'], spoken: [] });
  });
});

describe('what a reader may have meant', () => {
  it('is told before parts of it, when it is near enough', async () => {
    const { ask } = askOf(['三保障者'], ['三保障都']);
    expect(await ask('三保障着')).toMatchObject({ tier: 'suggest', suggestions: ['三保障都'], pages: [] });
  });
  it('is told beside what holds the words, when it is less near', async () => {
    const { ask } = askOf(['恒字和姚字', '茶'], ['姚横']);
    expect(await ask('姚恒')).toMatchObject({ tier: 'related', suggestions: ['姚横'], pages: [0] });
  });
  it('is looked for in simplified characters', async () => {
    const { ask } = askOf(['两不愁'], ['两不愁'], '兩两');
    expect(await ask('兩不仇')).toMatchObject({ tier: 'suggest', suggestions: ['两不愁'] });
  });
  it('is looked for by pinyin in capitals and full width too', async () => {
    const lexicon: Lexicon = { words: [['姚恒', 'yao heng']], forms: '' };
    const none: Engine = { ...engine, find: async () => new Map() };
    expect(await search('ＹＡＯ Heng', none, async () => lexicon)).toMatchObject({ suggestions: ['姚恒'] });
  });
});

describe('pages that hold parts', () => {
  it('hold all of up to four words, names of the site whole', async () => {
    const { ask } = askOf(['学校、养羊、修路、种茶', '养羊、修路、种茶', '种茶'], ['养羊', '修路', '种茶']);
    expect(await ask('种茶修路养羊学校')).toMatchObject({
      tier: 'related',
      pages: [0],
      phrases: [[...'种茶'], [...'修路'], [...'养羊'], [...'学校']],
    });
  });
  it('hold pairs of characters of a longer question; those that are somewhere are marked', async () => {
    const words = ['养羊', '修路', '种茶', '产业'];
    const { ask } = askOf(['学校、养羊、修路、种茶、产业', '种茶', '修路、种茶'], words);
    expect(await ask('种茶修路养羊学校产业')).toMatchObject({
      tier: 'related',
      pages: [0, 2],
      phrases: [[...'种茶'], [...'修路'], [...'养羊'], [...'学校'], [...'产业']],
    });
    expect((await ask('种茶修路养羊学校产业 -学校')).pages).toEqual([2]);
    expect((await ask('种茶修路养羊学校产业，林业 -产业 -林')).pages).toEqual([2]);
  });
  it('hold a tenth of a long question', async () => {
    const characters = Array.from({ length: 30 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const pairs = (count: number) => characters.slice(0, 2 * count).map((one, i) => (i % 2 === 0 ? `。${one}` : one));
    const { ask } = askOf([pairs(2).join(''), pairs(3).join('')].map((text) => text.replaceAll('。', '0')));
    expect((await ask(characters.slice(0, 30).join(''))).pages).toEqual([1]);
    expect((await ask(characters.slice(0, 21).join(''))).pages).toEqual([1, 0]);
  });
  it('are fifty at most', async () => {
    const { ask } = askOf(Array.from({ length: 60 }, () => '种茶0修路'));
    expect((await ask('请问谁在种茶还有修路')).pages).toHaveLength(50);
  });
});
