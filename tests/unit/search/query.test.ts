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
  it('ends a quotation where it is closed', () => {
    expect(parseQuery('“不愁”吃穿「三保障」“林、业”')).toMatchObject({
      phrases: [[...'不愁'], [...'吃穿'], [...'三保障'], [...'林业']],
      excluded: [],
    });
  });
  it('excludes nothing by a minus that ends a word', () => {
    expect(parseQuery('2015- 扶贫')).toMatchObject({ phrases: [['2015'], ['扶', '贫']], excluded: [] });
    expect(parseQuery('“林”-业')).toMatchObject({ phrases: [['林'], ['业']], excluded: [] });
  });
  it('excludes nothing by a minus without a blank before it, whatever follows', () => {
    for (const text of ['「甲」-“乙”', '「甲」－「乙」', '甲-“乙”', '「甲」- “乙”'])
      expect(parseQuery(text), text).toMatchObject({ phrases: [['甲'], ['乙']], excluded: [] });
    expect(parseQuery('「甲」 -“乙”')).toMatchObject({ phrases: [['甲']], excluded: [['乙']] });
    expect(parseQuery('-“乙” 「甲」')).toMatchObject({ phrases: [['甲']], excluded: [['乙']] });
  });
  it('excludes one word only', () => {
    expect(parseQuery('-林业 扶贫')).toMatchObject({ phrases: [[...'扶贫']], excluded: [[...'林业']] });
  });
  it('asks for what is written apart as something else than what is written together', () => {
    expect(phrases('ab a+b')).toEqual(['ab', 'a b']);
  });
  it('counts two hundred characters from the first that is not blank', () => {
    const query = parseQuery(`  ${'贫'.repeat(LONGEST)}  `);
    expect(query).toMatchObject({ clipped: false, phrases: [{ length: LONGEST }] });
    expect(parseQuery('𠮷'.repeat(LONGEST)).clipped).toBe(false);
    expect(parseQuery('贫'.repeat(LONGEST + 1)).clipped).toBe(true);
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
    expect(writeTerms(['6', '户', '7', '人'])).toBe('6户7人');
    expect(writeTerms(['331'])).toBe('331');
    expect(writeTerms([])).toBe('');
  });
});
