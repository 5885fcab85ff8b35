import { describe, expect, it } from 'vitest';
import { suggest, wordsSpoken } from '../../../src/search/suggest.ts';
import type { Lexicon } from '../../../src/search/types.ts';

const WORDS: Lexicon['words'] = [
  ['建安区', 'jian an qu'],
  ['建安', 'jian an'],
  ['绿色', 'lv se'],
  ['三保障', 'san bao zhang'],
  ['姚恒', 'yao heng'],
  ['林', 'lin'],
];

describe('suggest', () => {
  it('knows a word by the beginning of its pinyin, one that sounds just so first', () => {
    expect(suggest('jianan', { words: WORDS })).toEqual({ words: ['建安', '建安区'], strong: true });
    expect(suggest('jian', { words: WORDS }).words).toEqual(['建安区', '建安']);
    expect(suggest('anqu', { words: WORDS }).words).toEqual([]);
  });
  it('takes pinyin with blanks, apostrophes and ü', () => {
    for (const text of ["yao'heng", 'yao heng', 'yao’heng'])
      expect(suggest(text, { words: WORDS }).words).toEqual(['姚恒']);
    expect(suggest('lüse', { words: WORDS }).words).toEqual(['绿色']);
  });
  it('knows a word by the initials of its pinyin', () => {
    expect(suggest('yh', { words: WORDS })).toEqual({ words: ['姚恒'], strong: true });
    expect(suggest('ja', { words: WORDS }).words).toEqual(['建安']);
    expect(wordsSpoken('SBZ', WORDS)).toEqual(['三保障']);
    expect(wordsSpoken('lin', WORDS)).toEqual(['林']);
    expect(wordsSpoken('l', WORDS)).toEqual([]);
  });
  it('takes one letter, or letters among characters, for no pinyin', () => {
    for (const text of ['y', '姚heng', 'yaoheng3', '3yaoheng', ''])
      expect(suggest(text, { words: WORDS }).words, text).toEqual([]);
  });
  it('knows a word with one other character, and is sure of it from three on', () => {
    expect(suggest('三包障', { words: WORDS })).toEqual({ words: ['三保障'], strong: true });
    expect(suggest('三、包 障', { words: WORDS })).toEqual({ words: ['三保障'], strong: true });
    expect(suggest('姚横', { words: WORDS })).toEqual({ words: ['姚恒'], strong: false });
  });
  it('takes one of two characters for another only in a name', () => {
    const words: Lexicon['words'] = [
      ['姚恒', 'yao heng'],
      ['成果', 'cheng guo'],
    ];
    expect(suggest('姚桓', { words, names: 1 }).words).toEqual(['姚恒']);
    expect(suggest('苹果', { words, names: 1 }).words).toEqual([]);
  });
  it('does not take a word for another that is longer, or differs in more', () => {
    expect(suggest('三包章', { words: WORDS }).words).toEqual([]);
    expect(suggest('建安县城', { words: WORDS }).words).toEqual([]);
    expect(suggest('三保', { words: WORDS }).words).toEqual([]);
    expect(suggest('山', { words: WORDS }).words).toEqual([]);
    expect(suggest('三保障', { words: WORDS }).words).toEqual([]);
  });
  it('makes five suggestions at most, in the order of importance', () => {
    const many = [...'甲乙丙丁戊己庚'].map((last): [string, string] => [`扶贫${last}`, `fu pin ${last}`]);
    const five = many.slice(0, 5).map(([word]) => word);
    expect(suggest('扶贫人', { words: many }).words).toEqual(five);
    expect(suggest('fupin', { words: many }).words).toEqual(five);
  });
});
