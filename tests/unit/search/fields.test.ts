import { describe, expect, it, test } from 'vitest';
import { daysOf, overlaps, stretchOf } from '../../../src/search/date-forms.ts';
import { fieldLinesOf } from '../../../src/search/field-lines.ts';
import { parseQuery } from '../../../src/search/query.ts';
import type { Field } from '../../../src/search/types.ts';

const FIELDS: readonly Field[] = [
  { id: 'author', label: '作者', names: ['作者', 'author'] },
  { id: 'published', label: '日期', names: ['日期', '年'], dated: true },
  { id: 'event', label: '记事', names: ['日期', '记事'], dated: true, entry: true },
];
const asked = (text: string) => parseQuery(text, FIELDS).readings.at(-1);

describe('a date behind a name', () => {
  test.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2019年2月', '2019-02-01', '2019-02-31'],
    ['2019/2/3', '2019-02-03', '2019-02-03'],
    ['2017-2019', '2017-01-01', '2019-12-31'],
    ['2019-11..2020-03', '2019-11-01', '2020-03-31'],
    ['2019年11月至2020年3月', '2019-11-01', '2020-03-31'],
    ['2019..', '2019-01-01', '9999-12-31'],
    ['..2019', '0000-01-01', '2019-12-31'],
  ])('%s is from %s to %s', (text, from, to) => expect(stretchOf(text)).toEqual([from, to]));
  test.each(['', '..', '十三五', '2019-13', '2020..2019', '1..2'])('%s is none', (text) => {
    expect(stretchOf(text)).toBeNull();
  });
  it('is one where days overlap', () => {
    expect(overlaps('2019-11-01/2019-12-31', daysOf('2019-12') ?? ['', ''])).toBe(true);
    expect(overlaps('2019-11-30', daysOf('2019-12') ?? ['', ''])).toBe(false);
  });
});

describe('the name of a field', () => {
  const author = { kind: 'field', fields: ['author'], terms: [...'李四'] };
  test.each(['作者:李四', '作者：李四', '作者: 李四', 'Author:李四', '作者:“李四”'])('%s', (text) => {
    expect(asked(text)).toEqual(author);
  });
  it('is excluded, goes with other words, and holds for a group', () => {
    expect(asked('修路 -作者:李四')).toMatchObject({
      kind: 'all',
      of: [{ kind: 'phrase' }, { kind: 'not', of: author }],
    });
    expect(asked('作者:(李四 OR 王五)')).toMatchObject({ kind: 'any', of: [author, { fields: ['author'] }] });
  });
  it('shared by several asks them all, and dates by their days', () => {
    expect(asked('日期:2019 年 2 月')).toEqual({
      kind: 'dated',
      fields: ['published', 'event'],
      days: ['2019-02-01', '2019-02-31'],
    });
    expect(asked('年:修路')).toMatchObject({ kind: 'field', fields: ['published'] });
  });
  it('that is none is text, or told where it is in letters; without a value it is told', () => {
    expect(asked('他说:修路')).toMatchObject({ kind: 'all', of: [{ kind: 'phrase' }, { kind: 'phrase' }] });
    expect(parseQuery('foo:修路', FIELDS).ignored).toEqual(['foo']);
    expect(parseQuery('作者:', FIELDS)).toMatchObject({ readings: [], ignored: ['作者'] });
  });
});

test('values tell what was found in them, the narrowest date first', () => {
  const page = {
    ...{ url: '/a/', card: null, blocks: [] },
    fields: {
      author: ['记者 李四、王五'],
      event: [
        { text: '2016—2020 年 修路', id: 'm-1', days: '2016-01-01/2020-12-31' },
        { text: '2020 年 2 月 通车', id: 'm-2', days: '2020-02-01/2020-02-29' },
      ],
    },
  };
  const lines = (text: string) =>
    fieldLinesOf(
      page,
      FIELDS,
      [asked(text)].flatMap((one) =>
        one?.kind === 'field' || one?.kind === 'phrase' || one?.kind === 'dated' ? [one] : [],
      ),
    );
  expect(lines('李四')).toMatchObject([{ field: { id: 'author' }, pieces: ['记者 ', '李四', '、王五'], whole: true }]);
  expect(lines('记事:2020-02').map(({ id }) => id)).toEqual(['m-2', 'm-1']);
  expect(lines('作者:修路')).toEqual([]);
});
