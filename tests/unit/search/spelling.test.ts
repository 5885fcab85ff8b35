import { describe, expect, it } from 'vitest';
import { nameOfPage, numberOfPage } from '../../../src/search/page-name.ts';
import { MOST_SPLIT, Spelling } from '../../../src/search/spelling.ts';

describe('Spelling', () => {
  const spelling = new Spelling('的');
  it('leaves other characters as they are', () => {
    expect(spelling.page([['标', '题']], [['3.5%', '户']])).toEqual({ text: '标 题 | 3ǃ5ǂ 户', title: 2 });
    expect(spelling.phrase(['贫', '困'])).toEqual(['"贫 困"']);
  });
  it('spells a split one by its neighbours, and says once where it is', () => {
    const { text, title } = spelling.page([['我', '的']], [['村', '的', '人'], ['的']]);
    expect(text).toMatch(/^我 (ǀaa[a-h]{2}) \| ǀaax \| 村 ǀaa[a-h]{2} 人 \| ǀaa[a-h]{2}$/);
    expect(title).toBe(4);
  });
  it('knows which part of a phrase costs little', () => {
    expect(spelling.core(['的', '的', '村', '人', '的'])).toMatch(/^"ǀaa[a-h]{2} 村 人"$/);
    expect(spelling.core(['的', '村'])).toBe('"村"');
    expect(spelling.core(['的', '的'])).toBeUndefined();
    expect(spelling.core(['村', '的', '人'])).toBeUndefined();
    expect(spelling.core(['的'])).toBeUndefined();
    expect(spelling.core(['村', '人', '的'])).toBe('"村 人"');
  });
  it('asks for as few of its words as is known', () => {
    expect(spelling.phrase(['的'])).toEqual(['"ǀaax"']);
    expect(spelling.phrase(['村', '的', '人'])).toHaveLength(1);
    expect(spelling.phrase(['村', '的'])).toHaveLength(8);
    expect(spelling.phrase(['的', '的'])).toHaveLength(64);
    expect(spelling.words([['村', '的', '人'], ['的']])).toMatch(/^村 ǀaa[a-h]{2} 人$/);
    expect(spelling.words([['的']])).toBe('ǀaax');
    expect(
      spelling.words([
        ['的', '村'],
        ['人', '的'],
      ]),
    ).toBe('村 人');
    expect(spelling.words([['的', '村', '的']])).toBe('村');
  });
  it('asks for a run as it stands in the text', () => {
    const { text } = spelling.page([], [['村', '的', '的', '人', '的']]);
    expect(text).toContain(spelling.words([['村', '的', '的', '人']]));
    expect(spelling.phrase(['村', '的', '的', '人'])).toEqual([`"${spelling.words([['村', '的', '的', '人']])}"`]);
    expect(spelling.phrase(['的', '人', '的']).filter((query) => text.includes(query.slice(1, -1)))).toHaveLength(1);
  });
  it('says which split characters a page holds in the order of their codes, those of the title there', () => {
    const two = new Spelling('一的');
    const page = two.page([['的', '一', '的']], [['一'], ['的']]);
    expect(page.text).toMatch(/^ǀab.. ǀaa.. ǀab.. \| ǀaax ǀabx \| ǀaa.. \| ǀab..$/);
    expect(page.title).toBe(6);
    expect(two.page([['的']], [['一'], ['的']]).text).toMatch(/^ǀab.. \| ǀabx \| ǀaa.. \| ǀab.. \| ǀaax$/);
    expect(two.phrase(['的'])).toEqual(['"ǀabx"']);
  });
  it('counts no title where there is none, and no block without words', () => {
    expect(spelling.page([], [['村'], [''], ['人']])).toEqual({ text: '村 | 人', title: 0 });
  });
  it('has a word of its own for each of all that can be split', () => {
    const characters = Array.from({ length: MOST_SPLIT }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const all = new Spelling(characters.join(''));
    const words = characters.flatMap((character) => all.phrase([character]));
    expect(new Set(words).size).toBe(26 * 26);
    expect([words[0], words[25], words[26], words.at(-1)]).toEqual(['"ǀaax"', '"ǀazx"', '"ǀbax"', '"ǀzzx"']);
  });
  it('parts the places of a character about evenly', () => {
    const neighbours = Array.from({ length: 800 }, (_, i) => String.fromCodePoint(0x4e00 + 7 * i));
    const counts = Map.groupBy(neighbours, (before) => spelling.words([[before, '的', '人']]).split(' ')[1]);
    expect(counts.size).toBe(8);
    for (const held of counts.values()) expect(held.length).toBeLessThan(200);
  });
  it('leaves nothing that Pagefind would split', () => {
    const spelling = new Spelling('');
    expect(spelling.words([['pm2.5']])).toMatch(/^[\p{L}\p{N}]+$/u);
    expect(spelling.words([['12.5%']])).not.toBe(spelling.words([['125']]));
  });
});

describe('nameOfPage', () => {
  it('tells the number', () => {
    expect(numberOfPage(nameOfPage(12_345))).toBe(12_345);
  });
});
