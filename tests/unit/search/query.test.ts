import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LONGEST, parseQuery } from '../../../src/search/query.ts';
import { type Wanted, writeTerms } from '../../../src/search/wanted.ts';

/** What is wanted, in a line. */
function say(wanted: Wanted): string {
  if (wanted.kind === 'phrase') return writeTerms(wanted.terms);
  if (wanted.kind === 'not') return `not ${say(wanted.of)}`;
  if (wanted.kind === 'near') return `${wanted.of.map(writeTerms).join(' near ')} ${wanted.within}`;
  if (wanted.kind === 'field') return `${wanted.fields.join('+')}: ${writeTerms(wanted.terms)}`;
  if (wanted.kind === 'dated') return `${wanted.fields.join('+')}: ${wanted.days.join('..')}`;
  return `${wanted.kind}(${wanted.of.map(say).join(', ')})`;
}
const readings = (text: string): string[] => parseQuery(text).readings.map(say);
/** Of a query that can be read in one way only. */
function only(text: string): string | undefined {
  const all = readings(text);
  expect(all.length, text).toBeLessThan(2);
  return all[0];
}

describe('parseQuery', () => {
  test.each([
    ['blanks and punctuation part', '产业　搬迁，就业', 'all(产业, 搬迁, 就业)'],
    ['a symbol joins', '6+1帮扶', '6 1帮扶'],
    ['what is written apart is something else than what is written together', 'ab a+b', 'all(ab, a b)'],
    ['widths, case and numbers', 'ＡＰＰ ，３３１， 98.5％', 'all(app, 331, 98.5%)'],
    ['an apostrophe or a hyphen inside a word', 'don’t well-kept', 'all(don t, well kept)'],
    ['a quotation ends where it is closed', '“不愁”吃穿「三保障」“林、业”', 'all(不愁, 吃穿, 三保障, 林业)'],
    ['the same phrase twice', '扶贫 扶贫', '扶贫'],
  ])('%s', (_, text, wanted) => expect(only(text)).toBe(wanted));

  it('keeps what is in quotes of any kind together', () => {
    for (const text of [
      '“两不愁、三保障”',
      '「两不愁 三保障」',
      '"两不愁三保障"',
      '＂两不愁，三保障＂',
      '“两不愁三保障',
    ])
      expect(only(text)).toBe('两不愁三保障');
  });
  it('makes nothing of quotes, blanks, emoji and what is only excluded', () => {
    for (const text of ['', '  ', '“”', '"', '-', '😀', '。，', '\0', '-林业', 'NOT 林业', '*', '?', '()', '|'])
      expect(readings(text), text).toEqual([]);
  });
  it('counts two hundred characters from the first that is not blank', () => {
    const query = parseQuery(`  ${'贫'.repeat(LONGEST)}  `);
    expect(query).toMatchObject({ clipped: false, readings: [{ terms: { length: LONGEST } }] });
    expect(parseQuery('𠮷'.repeat(LONGEST)).clipped).toBe(false);
    expect(parseQuery('贫'.repeat(5000))).toMatchObject({ clipped: true, readings: [{ terms: { length: LONGEST } }] });
  });
  it('reads any text', () => {
    const signs = ['甲', '乙丙', '1', 'ab', '*', '?', ' ', '(', ')', '-', '|', 'OR', 'NOT', 'NEAR/3', '"', '：', '〔'];
    const typed = fc.array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'binary' })), { maxLength: 12 });
    fc.assert(
      fc.property(typed, (parts) => {
        for (const wanted of parseQuery(parts.join('')).readings) expect(say(wanted)).not.toBe('');
      }),
    );
  });
});

describe('numbers, dates and names as they are printed', () => {
  test.each([
    ['31 家', ['31家', 'all(31, 家)']],
    ['已有 31 家', ['已有31家', 'all(已有, 31家)', 'all(已有, 31, 家)']],
    ['PM 2.5', ['pm2.5', 'all(pm, 2.5)']],
    ['李　四', ['李四', 'all(李, 四)']],
    ['32,168 人', ['32168人', 'all(32168, 人)']],
    ['３２，１６８', ['32168']],
    ['国开发〔2020〕12 号', ['国开发2020 12号', 'all(国开发2020 12, 号)']],
    ['3/4', ['3 4']],
    ['1:50000', ['1 50000']],
    ['2015-2021', ['2015 2021']],
    ['古丽·买买提', ['古丽买买提']],
    ['古丽•买买提', ['古丽买买提']],
    ['二○二○年', ['二〇二〇年']],
    ['扶贫 产业', ['all(扶贫, 产业)']],
    ['15，300', ['all(15, 300)']],
  ])('%s', (text, wanted) => expect(readings(text)).toEqual(wanted));

  const day = 'any(2020 10 5, 2020年10月5日, 2020.10.5, 2020年10月05日, 2020 10 05, 2020.10.05, 二〇二〇年十月五日)';
  test.each(['2020-10-5', '2020/10/5'])('%s is a day in every way to write it', (text) => expect(only(text)).toBe(day));
  test.each(['2020 年 10 月', '2020年10月', '2020-10', '2020/10', '２０２０．１０'])('%s is a month', (text) => {
    const [first = ''] = readings(text);
    for (const form of ['2020年10月', '2020 10', '二〇二〇年十月']) expect(first.split(/[(,)] ?/)).toContain(form);
  });
  test.each(['2020-13', '2020-10-32', '20-10-15', '2019-2020'])('%s is no date', (text) =>
    expect(only(text)).not.toContain('any'),
  );
});

describe('operators', () => {
  test.each([
    ['扶贫 -林业 －“四个不摘”', 'all(扶贫, not 林业, not 四个不摘)'],
    ['扶贫 NOT 林业', 'all(扶贫, not 林业)'],
    ['-林业 扶贫', 'all(not 林业, 扶贫)'],
    ['玩具 OR 香菇', 'any(玩具, 香菇)'],
    ['玩具|香菇｜茶', 'any(玩具, 香菇, 茶)'],
    ['汉滨 毛绒 OR 玩具', 'all(汉滨, any(毛绒, 玩具))'],
    ['(毛绒 OR 玩具) 汉滨', 'all(any(毛绒, 玩具), 汉滨)'],
    ['（毛绒｜玩具）汉滨', 'all(any(毛绒, 玩具), 汉滨)'],
    ['(毛绒 玩具) OR 茶', 'any(all(毛绒, 玩具), 茶)'],
    ['扶贫 -(茶 | 林业)', 'all(扶贫, not any(茶, 林业))'],
    ['扶贫 AND 茶园', 'all(扶贫, 茶园)'],
    ['贫困户 NEAR 工厂', '贫困户 near 工厂 20'],
    ['贫困户 NEAR/5 工厂 汉滨', 'all(贫困户 near 工厂 5, 汉滨)'],
    ['脱贫*战', '脱贫*战'],
    ['“脱贫 * 战”', '脱贫*战'],
    ['?树镇', '?树镇'],
    ['哪些镇有玩具厂？', '哪些镇有玩具厂'],
    ['两不愁（三保障）', 'all(两不愁, 三保障)'],
    // Without a blank before it, a minus excludes nothing; nor does one with a blank behind it.
    ['2015- 扶贫', 'all(2015, 扶贫)'],
    ['“林”-业', 'all(林, 业)'],
    ['「甲」-“乙”', 'all(甲, 乙)'],
    ['「甲」－「乙」', 'all(甲, 乙)'],
    ['「甲」- “乙”', 'all(甲, 乙)'],
    ['「甲」 -“乙”', 'all(甲, not 乙)'],
    ['ORDER 扶贫 or 茶园', 'all(order, 扶贫, or, 茶园)'],
  ])('%s', (text, wanted) => {
    expect(only(text)).toBe(wanted);
    expect(parseQuery(text).ignored).toEqual([]);
  });

  test.each([
    ['扶贫 OR', 'OR', '扶贫'],
    ['OR 扶贫', 'OR', '扶贫'],
    ['NEAR 扶贫', 'NEAR', '扶贫'],
    ['扶贫 NEAR/5', 'NEAR/5', '扶贫'],
    ['扶贫 NOT', 'NOT', '扶贫'],
    ['扶贫 NEAR (茶 | 林业)', 'NEAR', 'all(扶贫, any(茶, 林业))'],
    ['title:空气', 'title', '空气'],
  ])('%s: what cannot be followed is told and not searched', (text, operator, wanted) => {
    expect(only(text)).toBe(wanted);
    expect(parseQuery(text).ignored).toEqual([operator]);
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
