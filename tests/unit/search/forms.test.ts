import { Converter } from 'opencc-js';
import { describe, expect, test, vi } from 'vitest';
import { linesOf, writtenIn } from '../../../src/search/context.ts';
import { openEngine } from '../../../src/search/engine.ts';
import { foldTerms, formsIn, readForms, writeForms } from '../../../src/search/forms.ts';
import { classesOfForms, formsFor } from '../../../src/search/index/forms.ts';
import { buildLexicon } from '../../../src/search/index/lexicon.ts';
import { search } from '../../../src/search/search.ts';
import { termsOf } from '../../../src/search/tokens.ts';
import type { IndexedPage } from '../../../src/search/types.ts';
import { sameForms } from '../../search/truth.ts';
import { manuscripts } from '../../support/content.ts';
import { makeIndex, pageOf } from './small-index.ts';

const classOf = (character: string) => [...(classesOfForms().get(character) ?? [character])];

describe('characters that are forms of one another', () => {
  test.each([
    ['后', '後'],
    ['发', '發髮'],
    ['里', '裏裡'],
    ['干', '乾幹'],
    ['台', '臺檯颱'],
    ['复', '復複覆'],
    ['着', '著'],
    ['面', '麵麪'],
    ['钟', '鐘鍾'],
    ['历', '歷曆'],
    ['系', '係繫'],
    ['划', '劃畫'],
    ['了', '瞭'],
    ['借', '藉'],
    ['沈', '瀋沉'],
    ['为', '為爲'],
    ['说', '說説'],
    ['线', '線綫'],
    ['卫', '衛衞'],
    ['峰', '峯'],
    ['群', '羣'],
    ['床', '牀'],
    ['吃', '喫'],
    ['泽', '澤沢'],
    ['广', '廣広'],
    ['气', '氣気'],
    ['国', '國'],
  ])('%s is also %s', (one, others) => expect(classOf(one)).toEqual(expect.arrayContaining([...others])));

  test.each(['坐座', '象像', '艺芸', '缺欠', '辨瓣', '人入', '日曰', '己已'])('%s are two', (pair) => {
    const [one = '', other = ''] = pair;
    expect(classOf(one)).not.toContain(other);
  });

  test('are no more than a dozen, so that none is everything', () => {
    for (const members of new Set(classesOfForms().values())) expect(members.length, members.join('')).toBeLessThan(10);
  });

  test('are what conversion to any script makes of a text, and back', () => {
    const texts = manuscripts.flatMap(({ blocks }) => blocks.map(({ text }) => text)).slice(0, 200);
    const forms = formsFor([...classesOfForms().keys()]);
    const fold = (text: string) => foldTerms(termsOf(text), forms).join('');
    /** What OpenCC writes otherwise though both scripts may: 坐标 and 座標. */
    const words = (text: string) => text.replaceAll('座', '坐').replaceAll('像', '象').replaceAll('待', '呆');
    for (const to of ['t', 'tw', 'hk'] as const) {
      const convert = Converter({ from: 'cn', to });
      for (const text of texts) expect(words(fold(convert(text)))).toBe(words(fold(text)));
    }
  });
});

describe('the forms of one index', () => {
  test('lead to what its texts write most', () => {
    expect(formsFor(['网球，网球，網球']).get('網')).toBe('网');
    expect(formsFor(['網球，網球，网球']).get('网')).toBe('網');
    expect(formsFor(['臺灣', '台湾', '台東']).get('臺')).toBe('台');
  });
  test('are those of what its texts write alone', () => {
    const forms = formsFor(['羊群']);
    expect(forms.get('羣')).toBe('群');
    expect(forms.has('網')).toBe(false);
  });
  test('travel as text', () => {
    const forms = readForms('網网𨭎𬭳');
    expect([...forms]).toEqual([
      ['網', '网'],
      ['𨭎', '𬭳'],
    ]);
    expect(readForms(writeForms(forms))).toEqual(forms);
    expect(writeForms(formsIn('上網去', forms))).toBe('網网');
    expect(readForms()).toEqual(new Map());
  });
});

/** A site of pages in several scripts, with what a browser asks of it. */
async function siteOf(pages: readonly IndexedPage[], most?: number, isWhole = false) {
  const forms = formsFor(pages.flatMap(({ blocks }) => blocks.map(({ text }) => text)));
  const index = makeIndex(pages, most, [], forms, isWhole);
  vi.stubGlobal('fetch', vi.fn(index.fetch));
  const engine = await openEngine('/s/', index.load);
  const lexicon = vi.fn(async () => buildLexicon(pages, [], forms));
  return { engine, lexicon, ask: (text: string) => search(text, engine, lexicon) };
}

const TENNIS = [
  pageOf('/a/', '网球', '打网球的人，以后再打网球', '里程：十里'),
  pageOf('/b/', '網球', '打網球的人，以後再打網球', '網球裏，網球裡'),
  pageOf('/c/', '臺南', '她看著海，皇后號開走了', '乾杯，幹活，干涉'),
  pageOf('/d/', 'Letters', 'Don’t ask the party; the art of it. A well-kept garden', 'Parties don’t. ART!'),
];

describe('a site in two scripts', () => {
  test.each([
    ['网球', 8],
    ['網球', 8],
    ['網球 打网球', 8],
    ['以後', 2],
    ['以后', 2],
    ['后', 3],
    ['網球里', 2],
    ['网球裡', 2],
    ['台南', 1],
    ['臺南', 1],
    ['看着海', 1],
    ['看著海', 1],
    ['干', 3],
    ['乾', 3],
    ['art', 2],
    ['Art', 2],
    ['party', 1],
    ['parties', 1],
    ['don’t', 2],
    ["don't", 2],
    ['well-kept', 1],
    ['well kept', 2],
  ])('%s stands in %i places', async (query, count) => {
    for (const isWhole of [false, true]) {
      const { ask, engine } = await siteOf(TENNIS, undefined, isWhole);
      const { tier, pages, phrases } = await ask(query);
      expect(tier).toBe('exact');
      const texts = await Promise.all(pages.map((page) => engine.text(page)));
      expect(texts.flatMap((text) => linesOf(text, phrases))).toHaveLength(count);
    }
  });

  test.each(['网球', '網球', '以後', '台', '着', '乾', '裡'])(
    '%s: told by a plain comparison of texts',
    async (query) => {
      const { ask, engine } = await siteOf(TENNIS, 3);
      const { pages, phrases } = await ask(query);
      const count = (text: string) => sameForms(text).split(sameForms(query)).length - 1;
      const truth = TENNIS.map(({ blocks }) => blocks.reduce((sum, { text }) => sum + count(text), 0));
      const found = await Promise.all(
        TENNIS.map(async (_, page) => (pages.includes(page) ? linesOf(await engine.text(page), phrases).length : 0)),
      );
      expect(found).toEqual(truth);
    },
  );

  test('shows and names every place as the page writes it', async () => {
    const { ask, engine } = await siteOf(TENNIS);
    const { phrases } = await ask('网球');
    const [first, second] = await Promise.all([0, 1].map((page) => engine.text(page)));
    expect(linesOf(first ?? never(), phrases).map(({ hit }) => hit)).toEqual(['网球', '网球', '网球']);
    expect(new Set(linesOf(second ?? never(), phrases).map(({ hit }) => hit))).toEqual(new Set(['網球']));
    expect(writtenIn(second ?? never(), phrases)).toEqual([['網', '球']]);
    const inside = (await ask('网球裡')).phrases;
    expect(writtenIn(second ?? never(), inside)).toEqual([
      ['網', '球', '裏'],
      ['網', '球', '裡'],
    ]);
  });

  test('excludes what is written otherwise', async () => {
    const { ask } = await siteOf(TENNIS);
    expect((await ask('打 -网球')).pages).toEqual([]);
    expect((await ask('打 -網球')).pages).toEqual([]);
    expect((await ask('人 -臺南')).pages).toEqual([0, 1]);
  });

  test('needs no table for what is typed as most of it is written', async () => {
    const { ask, lexicon } = await siteOf(TENNIS);
    const { phrases } = await ask('球');
    expect(phrases).toEqual([['球']]);
    expect(lexicon).not.toHaveBeenCalled();
  });

  test('suggests a word with one wrong character, in whatever script it is asked', async () => {
    const pages = [pageOf('/', '', '網球場。網球場', '網球場')];
    const { ask } = await siteOf(pages);
    expect(await ask('网球城')).toMatchObject({ tier: 'suggest', suggestions: ['網球場'] });
    expect(await ask('wangqiuchang')).toMatchObject({ tier: 'suggest', suggestions: ['網球場'] });
  });
});

const never = (): never => {
  throw new Error('no text');
};
