import { describe, expect, test } from 'vitest';
import { archivePeriod, formatDate, formatDateShort } from '../../../../src/lib/words/en/dates.ts';
import { headingText, stretchShort } from '../../../../src/lib/words/en/years.ts';

describe('dates in English', () => {
  test.each<[string, string, Parameters<typeof formatDate>[1]?]>([
    ['2017-04-05', '5 April 2017'],
    ['2019-10', 'October 2019'],
    ['2019', '2019'],
    ['2008~', 'about 2008'],
    ['2019-21', 'spring 2019'],
    ['0025', '25 CE'],
    ['-0499', '500 BCE'],
    ['193X', 'the 1930s'],
    ['190X', '1900–1909'],
    ['18XX', 'the 19th century'],
    ['-04XX', 'the 5th century BCE'],
    ['2018/2019', '2018–2019'],
    ['2019-04/2019-05', 'April–May 2019'],
    ['2017-04-05/2017-04-07', '5–7 April 2017'],
    ['2019-10-03/2019-12-05', '3 October – 5 December 2019'],
    ['2019-10-03/2020-05-01', '3 October 2019 – 1 May 2020'],
    ['-0499/0025', '500 BCE – 25 CE'],
    ['2016/..', 'since 2016'],
    ['2016/', 'from 2016 (end unknown)'],
    ['../2016', 'before 2016'],
    ['2020-12/2021-03', 'some time between December 2020 and March 2021', { extent: 'within' }],
    ['2019', '2019 (inferred)', { basis: 'inferred' }],
    ['2019?-10-03', '3 October 2019 (year inferred)', { basis: 'inferred' }],
    ['2019?', '2019 (in doubt)'],
    ['2024', 'planned for 2024', { planned: true }],
    ['2012-12', 'December 2012, yearly', { recurs: 'P1Y' }],
    ['2012-12', 'December 2012, every 5 days', { recurs: 'P5D' }],
    ['2011-11-07', '7 November 2011, 19:30', { time: '19:30' }],
  ])('%s is %s', (text, words, options = {}) => expect(formatDate(text, options)).toBe(words));

  test.each([
    ['2017-04-05', '5 Apr 2017'],
    ['2018/2019', '2018–2019'],
    ['2016/..', 'from 2016'],
    ['../2016', 'to 2016'],
    ['-0499', '500 BCE'],
  ])('%s is %s in margins', (text, words) => expect(formatDateShort(text)).toBe(words));

  test('headings, columns and the period', () => {
    expect(headingText('2015/2021')).toBe('2015–2021');
    expect(headingText('13XX/19XX')).toBe('14th century – 20th century');
    expect(stretchShort('18XX')).toBe('19th c.');
    expect(archivePeriod(['1906', '2006-10-01', '1931-08'])).toBe('1906–2006');
    expect(archivePeriod(['-1499/-1299', '2009'])).toBe('1500 BCE – 2009 CE');
    expect(archivePeriod([])).toBeNull();
  });

  test('what is no date throws, as in Chinese', () => expect(() => formatDate('ABC')).toThrow(RangeError));
});

test.each(['dates', 'years'])('whatever %s.ts says in Chinese is said in English', async (file) => {
  const exported = async (language: string) =>
    Object.keys((await import(`../../../../src/lib/words/${language}/${file}.ts`)) as object);
  expect(await exported('en')).toEqual(expect.arrayContaining(await exported('zh-Hans')));
});
