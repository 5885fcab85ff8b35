import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import {
  basisSchema,
  codeSchema,
  daySchema,
  edtfSchema,
  explainIssue,
  extentSchema,
  idSchema,
  pointSchema,
  textSchema,
} from '../../../../src/lib/schema/common.ts';
import { problemsOf } from './problems.ts';

describe('an editor is told', () => {
  const word = z.enum(['甲', '乙']);

  test.each<[string, z.ZodType, unknown, string]>([
    ['a field left out', z.string(), undefined, '没有填写'],
    ['a choice left out', word, undefined, '没有填写'],
    ['a text of which YAML made nothing', z.string(), null, '没有填写；文字以 # 或 & 开头的，加上引号'],
    ['a number of which YAML made nothing', z.number(), null, '没有填写'],
    ['a choice of which YAML made nothing', word, null, '只能是 甲、乙 之一'],
    ['a choice that is none', word, '丙', '只能是 甲、乙 之一'],
    ['unknown fields', z.strictObject({}), { a: 1, b: 2 }, '不认识的栏目：a、b'],
    ['a number for a text', z.string(), 2019, '应是文字；日期和纯数字请加引号'],
    ['a text for a number', z.number(), '2019', '应是数字，不要加引号'],
    ['a text for yes or no', z.boolean(), '是', '应是 true 或 false'],
    ['a text for a list', z.array(word), '甲', '应是列表，写成 [甲, 乙] 或每行一个“- 甲”'],
    ['a text for fields', z.strictObject({}), '甲', '应是几行“名称: 值”'],
    ['another type', z.date(), '甲', '类型不对，应是 date'],
    ['a short text', z.string().min(2), '一', '太短：至少 2 个字'],
    ['a short list', z.array(word).min(1), [], '太短：至少 1 项'],
    ['a long text', z.string().max(1), '一二', '太长：最多 1 个字'],
    ['a long list', z.array(word).max(1), ['甲', '乙'], '太长：最多 1 项'],
  ])('of %s', (_, schema, data, message) => expect(problemsOf(schema, data)).toEqual([message]));

  test('by a rule of its own what only that rule knows', () => {
    expect(explainIssue({ code: 'custom', input: undefined })).toBeUndefined();
    expect(explainIssue({ code: 'invalid_format', format: 'email', input: 'x' })).toBeUndefined();
  });
});

describe('an id', () => {
  test.each(['a', 'chen-hao', 'm331', 'jianan-77fb64b6', 'a-1-b'])('%s stands', (id) =>
    expect(problemsOf(idSchema, id)).toEqual([]),
  );

  test.each(['', '61', '1a', '-a', 'a-', 'a--b', 'Yao', 'a_b', 'a b', '姚衡', 'a.b', 'yao-Heng', 'a-姚'])(
    '%j is refused',
    (id) => expect(problemsOf(idSchema, id)).toEqual(['编号只用小写字母、数字和连字符，以字母开头，例如 chen-hao']),
  );
});

describe('a text', () => {
  test('is kept without the blanks around it', () => expect(textSchema.parse(' 一块 田 ')).toBe('一块 田'));
  test.each(['', ' ', '\u3000\n'])('%j says nothing', (text) =>
    expect(problemsOf(textSchema, text)).toEqual(['不能为空']),
  );
});

describe('a date', () => {
  test.each(['2019', '2019?-10-03', '2019-10/2019-12'])('%s stands', (date) =>
    expect(problemsOf(edtfSchema, date)).toEqual([]),
  );

  test('that is none is refused with the reason', () => {
    expect(problemsOf(edtfSchema, '2021-02-29')).toEqual([
      '2021-02-29 不是真实存在的日期：2021 年 2 月只有 1 日到 28 日，请核对后改正',
    ]);
  });
});

describe('a day of this site', () => {
  test('stands', () => expect(problemsOf(daySchema, '2026-12-01')).toEqual([]));

  test.each(['2026', '2026-12', '2026-12-01/2026-12-03', '2026-12-01?', '../2026-12-01'])('%s is no day', (day) =>
    expect(problemsOf(daySchema, day)).toEqual(['应写成 "2026-12-01" 这样的“年-月-日”']),
  );

  test('that is in no calendar is refused with the reason', () => {
    expect(problemsOf(daySchema, '2026-02-30')).toEqual([expect.stringContaining('不是真实存在的日期')]);
  });
});

test('a date is stated or inferred', () => {
  expect(['stated', 'inferred', 'guessed'].map((basis) => problemsOf(basisSchema, basis))).toEqual([
    [],
    [],
    ['只能是 stated、inferred 之一'],
  ]);
});

test('an extent is a moment within', () => {
  expect(problemsOf(extentSchema, 'within')).toEqual([]);
  expect(problemsOf(extentSchema, 'all')).toEqual(['只能是 within 之一']);
});

describe('the code of a county', () => {
  test('is six digits', () => expect(problemsOf(codeSchema, '411003')).toEqual([]));
  test.each(['41100', '4110030', 'A411003', '411003x', '四一一零零三'])('is not %s', (code) =>
    expect(problemsOf(codeSchema, code)).toEqual(['应是六位行政区划代码，例如 "411003"']),
  );
});

describe('a point', () => {
  test.each([[[113.84, 34.12]], [[-122.42, 37.77]], [[-77.04, -12.05]], [[180, 90]], [[-180, -90]], [[0, 0]]])(
    '%j is on earth',
    (point) => expect(problemsOf(pointSchema, point)).toEqual([]),
  );

  test.each([[[180.1, 34]], [[-181, 34]], [[113, 181]], [[200, 200]]])('%j is not', (point) =>
    expect(problemsOf(pointSchema, point)).toEqual([
      '不在地球上：先写经度（-180 到 180，西经为负），再写纬度（-90 到 90，南纬为负），例如 [113.84, 34.12]',
    ]),
  );

  test.each([
    [[34.12, 113.84], '[113.84, 34.12]'],
    [[37.77, -122.42], '[-122.42, 37.77]'],
  ])('%j is one in the wrong order', (point, right) =>
    expect(problemsOf(pointSchema, point)).toEqual([
      `经度和纬度写反了：是不是 ${right}？先写经度（-180 到 180），再写纬度（-90 到 90）`,
    ]),
  );

  test.each(['113.84, 34.12', [[113.84]]])('%j is no point', (point) =>
    expect(problemsOf(pointSchema, point)).toEqual(['应写成 [经度, 纬度]，例如 [113.84, 34.12]、[-122.42, 37.77]']),
  );

  test.each([undefined, null])('is asked for where it is left out: %j', (point) =>
    expect(problemsOf(pointSchema, point)).toEqual(['没有填写']),
  );

  test('has its bounds told to editors’ programs', () => {
    expect(z.toJSONSchema(pointSchema)).toMatchObject({
      prefixItems: [
        { minimum: -180, maximum: 180 },
        { minimum: -90, maximum: 90 },
      ],
    });
  });
});
