import { describe, expect, it } from 'vitest';
import { LONGEST, parseQuery, writeTerms } from '../../../src/search/query.ts';

const phrases = (text: string) => parseQuery(text).phrases.map((phrase) => phrase.join(' '));

describe('parseQuery', () => {
  it('parts at blanks and punctuation', () => {
    expect(phrases('产业　搬迁，就业')).toEqual(['产 业', '搬 迁', '就 业']);
  });
  it('keeps what is in quotes of any kind together', () => {
    for (const text of [
      '“两不愁、三保障”',
      '「两不愁 三保障」',
      '"两不愁三保障"',
      '＂两不愁，三保障＂',
      '“两不愁三保障',
    ]) {
      expect(phrases(text)).toEqual(['两 不 愁 三 保 障']);
    }
  });
  it('joins what a symbol stands between', () => {
    expect(phrases('6+1帮扶')).toEqual(['6 1 帮 扶']);
  });
  it('takes a minus before a word as exclusion, and only there', () => {
    expect(parseQuery('扶贫 -林业 －“四个不摘”')).toMatchObject({
      phrases: [['扶', '贫']],
      excluded: [
        ['林', '业'],
        ['四', '个', '不', '摘'],
      ],
    });
    expect(parseQuery('2015-2021').excluded).toEqual([]);
  });
  it('normalises widths, case and numbers', () => {
    expect(phrases('ＡＰＰ ３３１ 98.5％')).toEqual(['app', '331', '98.5%']);
  });
  it('makes nothing of quotes, blanks and emoji', () => {
    for (const text of ['', '  ', '“”', '"', '-', '😀', '。，', '\0']) expect(phrases(text)).toEqual([]);
  });
  it('asks the same phrase once and cuts what is too long', () => {
    expect(phrases('扶贫 扶贫')).toHaveLength(1);
    const long = parseQuery('贫'.repeat(5000));
    expect(long.clipped).toBe(true);
    expect(long.phrases[0]).toHaveLength(LONGEST);
  });
});

describe('writeTerms', () => {
  it('parts runs of letters and digits that meet', () => {
    expect(writeTerms(['6', '1', '帮', '扶'])).toBe('6 1帮扶');
  });
});
