import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsFor } from '../../../src/search/index/forms.ts';
import { buildLexicon, partsOf } from '../../../src/search/index/lexicon.ts';
import { pageOf } from './small-index.ts';

const wordsOf = (...texts: string[]) => buildLexicon([pageOf('/', '', ...texts)], []).words.map(([word]) => word);

describe('buildLexicon', () => {
  it('gives the names of the site first, their other forms too, in Han characters alone', () => {
    const terms = [{ text: '建安区', also: ['建安', '区'] }, { text: '“6+1”帮扶' }, { text: '331' }];
    expect(buildLexicon([], terms).words).toEqual([
      ['建安区', 'jian an qu'],
      ['建安', 'jian an'],
      ['帮扶', 'bang fu'],
    ]);
  });

  it('gives each word once, with its pinyin as a keyboard writes it', () => {
    const page = pageOf('/', '绿色', '绿色。绿色');
    expect(buildLexicon([page], [{ text: '绿色' }])).toMatchObject({ words: [['绿色', 'lv se']] });
  });

  it('keeps words of letters, of the texts and of what is said beside them, the frequent first', () => {
    const page = {
      ...pageOf('/', 'A report', 'First secretaries. PM2.5 of the first, E10'),
      fields: { abstract: ['The villages'] },
    };
    expect(buildLexicon([page], []).letters).toEqual(['first', 'the', 'report', 'secretaries', 'villages']);
    expect(buildLexicon([pageOf('/', '', '渡口')], [])).not.toHaveProperty('letters');
  });

  it('takes words that the texts hold three times, and not those of two', () => {
    expect(wordsOf('扶贫。扶贫。产业', '扶贫，产业')).toEqual(['扶贫']);
  });

  it('suggests no words of blocks that are quiet', () => {
    const page = pageOf('/', '', '产业。产业。产业', '茶园。茶园。茶园');
    const [, , last] = page.blocks;
    const quiet = [{ ...page, quiet: [last?.id ?? ''] }];
    expect(buildLexicon([page], []).words.map(([word]) => word)).toEqual(['产业', '茶园']);
    expect(buildLexicon(quiet, []).words.map(([word]) => word)).toEqual(['产业']);
  });

  it('takes words together that often stand together, and not the shorter that stands nowhere else', () => {
    expect(wordsOf('脱贫攻坚，脱贫攻坚，脱贫攻坚')).toEqual(['脱贫攻坚']);
    expect(wordsOf('产业扶贫。产业扶贫。产业扶贫。扶贫')).toEqual(['产业扶贫', '扶贫']);
  });

  it('leaves out what stands in a longer word only, as comparing each with each does', () => {
    const word = fc.string({ unit: fc.constantFrom(...'甲乙丙丁'), minLength: 2, maxLength: 5 });
    const counted = fc
      .uniqueArray(fc.tuple(word, fc.integer({ min: 3, max: 5 })), { selector: ([text]) => text, maxLength: 60 })
      .filter(({ length }) => length > 1);
    fc.assert(
      fc.property(counted, (words) => {
        const naive = words.filter(([text, count]) =>
          words.some(([other, its]) => its === count && other !== text && other.includes(text)),
        );
        expect([...partsOf(words)].sort()).toEqual(naive.map(([text]) => text).sort());
      }),
    );
  });

  it('orders words by how much of the texts they are, then by their codes', () => {
    const texts = ['合作社', '合作社', '合作社', '产业', '产业', '产业', '产业', '公路', '公路', '公路'];
    expect(wordsOf(...texts)).toEqual(['合作社', '产业', '公路']);
    expect(wordsOf(...['公路', '产业', '学校'].flatMap((word) => [word, word, word]))).toEqual([
      '产业',
      '公路',
      '学校',
    ]);
  });

  it('takes no run that begins or ends with a particle, though one may stand inside', () => {
    expect(wordsOf('我们的村，我们的村，我们的村')).toEqual(['我们的村']);
    expect(wordsOf('村的。村的。村的')).toEqual([]);
    expect(wordsOf('的村。的村。的村')).toEqual([]);
  });

  it('takes no single character, nothing longer than five, and nothing across a number or a stop', () => {
    expect(wordsOf('羊。羊。羊')).toEqual([]);
    expect(wordsOf('产业3扶贫。产业3扶贫。产业3扶贫')).toEqual(['产业', '扶贫']);
    expect(wordsOf('产业扶贫搬迁', '产业扶贫搬迁', '产业扶贫搬迁')).toEqual(['产业扶贫', '扶贫搬迁']);
    expect(wordsOf('新产业扶贫', '新产业扶贫', '新产业扶贫')).toEqual(['新产业扶贫']);
  });

  it('keeps 1,200 words, beside the names', () => {
    const words = Array.from({ length: 1300 }, (_, i) => String.fromCodePoint(0x4e00 + i, 0x5e00 + i));
    const texts = words.map((word) => `${word}。${word}。${word}`);
    const { words: kept } = buildLexicon([pageOf('/', '', ...texts)], [{ text: '姚恒' }]);
    expect(kept.length).toBeLessThanOrEqual(1201);
    expect(kept[0]).toEqual(['姚恒', 'yao heng']);
  });

  it('takes what is written in two scripts for one word, with the pinyin of its simplified form', () => {
    const page = pageOf('/', '', '長城。長城', '长城');
    const forms = formsFor(page.blocks.map(({ text }) => text));
    expect(buildLexicon([page], [], forms)).toMatchObject({ words: [['長城', 'chang cheng']] });
  });
});
