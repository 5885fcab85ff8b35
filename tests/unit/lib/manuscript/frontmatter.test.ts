import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { readYaml, validate } from '../../../../src/lib/manuscript/frontmatter.ts';

/** What an editor is told, one line a finding. */
const told = (findings: readonly { line: number; column: number; rule: string; message: string; cure?: string }[]) =>
  findings.map(({ line, column, rule, message, cure }) =>
    [`${line}:${column}`, rule, message, ...(cure === undefined ? [] : [`→ ${cure}`])].join(' '),
  );

describe('fields as they are read', () => {
  test('are text where they look like dates, and numbers where they look like numbers', () => {
    expect(readYaml('date: 2020-02-29\nyes: yes\nvalue: 3', 1).data).toEqual({
      date: '2020-02-29',
      yes: 'yes',
      value: 3,
    });
  });

  test('are named by text alone, even by a number', () => {
    expect(readYaml('1: a', 1).data).toEqual({ '1': 'a' });
  });

  test('of which there are none are no data', () => {
    const { data, findings, unquoted } = readYaml('', 1);
    expect([data, findings, unquoted]).toEqual([null, [], []]);
  });

  test('give a text of the first level, even where another is broken', () => {
    const { textOf, data } = readYaml('status: draft\nyear: 2020\nbox: { status: x }\ntitle: "a', 1);
    expect(['status', 'year', 'box', 'nothing'].map(textOf)).toEqual(['draft', null, null, null]);
    expect(data).toBeUndefined();
  });

  test.each(['- status', 'status', '', '# status'])('give no text where they are no fields: %j', (yaml) => {
    expect(readYaml(yaml, 1).textOf('status')).toBeNull();
  });
});

describe('the place of a field', () => {
  const YAML = 'title: 甲\nlist:\n  - { id: a, date: "2020" }\n  - { id: b }\n  -\nnone:\nlast: 1';
  const at = (...path: PropertyKey[]) => {
    const { line, column } = readYaml(YAML, 11).locate(path);
    return `${line}:${column}`;
  };

  test.each([
    ['the first field, for all of them', [], '11:1'],
    ['its name', ['list'], '12:1'],
    ['where an entry begins', ['list', 1], '14:5'],
    ['the name inside an entry', ['list', 0, 'date'], '13:14'],
    ['the entry, where the field is missing', ['list', 1, 'date'], '14:5'],
    ['the list, where the entry is missing', ['list', 9, 'date'], '12:1'],
    ['the field, where it is nothing that could hold another', ['title', 'x', 'y'], '11:1'],
    ['the field, where it is empty', ['none', 'x'], '16:1'],
    ['the first field, where there is none of that name', ['ghost'], '11:1'],
  ])('is %s', (_, path, place) => expect(at(...path)).toBe(place));

  test('is the first line where there are no fields', () => {
    expect(readYaml('', 2).locate(['title'])).toEqual({ line: 2, column: 1 });
  });

  test('counts from the line on which the fields begin', () => {
    expect(readYaml('# 头\n\n  a: 1', 5).locate([])).toEqual({ line: 7, column: 3 });
  });
});

describe('a day without quotes', () => {
  const days = (yaml: string) => told(readYaml(yaml, 2).unquoted);

  test('is shown where it stands, with its cure', () => {
    expect(days('title: 甲\na: { b: 2020-02-29 }\nc: 2021-3-1')).toEqual([
      '3:9 date-unquoted 日期 2020-02-29 没有加引号 → 写成 "2020-02-29"',
      '4:4 date-unquoted 日期 2021-3-1 没有加引号 → 写成 "2021-3-1"',
    ]);
  });

  test.each([
    ['in double quotes', 'a: "2020-02-29"'],
    ['in single quotes', "a: '2020-02-29'"],
    ['in a text of several lines', 'a: |\n  2020-02-29'],
    ['without its day', 'a: 2020-02'],
    ['in a sentence', 'a: 2020-02-29 起'],
    ['after words', 'a: 自 2020-02-29'],
    ['of too many digits', 'a: 12020-02-29\nb: 2020-02-291'],
    ['that is none', 'a:\nb: 1'],
  ])('is not one %s', (_, yaml) => expect(days(yaml)).toEqual([]));

  test('is told of only where the fields hold otherwise', () => {
    const schema = z.strictObject({ a: z.string() });
    const good = validate(schema, readYaml('a: 2020-02-29', 1));
    expect([good.value, good.findings.map(({ rule }) => rule)]).toEqual([{ a: '2020-02-29' }, ['date-unquoted']]);
    const bad = validate(schema, readYaml('a: 2020-02-29\nb: 1', 1));
    expect([bad.value, bad.findings.map(({ rule }) => rule)]).toEqual([null, ['field-unknown']]);
  });
});

describe('a field that refers to another', () => {
  test('is refused, once for all', () => {
    const { data, findings } = readYaml('a: &x 1\nb: *x\nc: *x', 2);
    expect(data).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(told(findings)[0]).toMatch(/^3:4 yaml-alias 栏目里不能用 & 和 \* .*→ .*加上引号/);
  });

  test('is known even where what it refers to is not there', () => {
    expect(told(readYaml('title: *甲', 1).findings)[0]).toMatch(/^1:8 yaml-alias /);
  });
});

describe('fields that cannot be read', () => {
  test('have one fault, the first, and are not judged further', () => {
    const reading = readYaml('a: @x\nb: @y\na: 2', 2);
    expect(told(reading.findings).map((text) => text.split(' ')[0])).toEqual(['2:4']);
    expect(reading.findings[0]?.rule).toBe('yaml-syntax');
    const { value, findings } = validate(z.strictObject({ z: z.string() }), reading);
    expect(value).toBeNull();
    expect(findings).toEqual(reading.findings);
  });

  test('are refused for what a parser merely warns of', () => {
    expect(readYaml('a: !!js x', 1).findings).toHaveLength(1);
  });
});

const person = z.strictObject({ id: z.string(), name: z.string(), role: z.string().optional() });
const schema = z.strictObject({
  title: z
    .string()
    .min(3, '太短')
    .regex(/^[a-z]+$/, '要用小写字母'),
  genre: z.string(),
  value: z.number().optional(),
  box: z.strictObject({ genre: z.string(), name: z.string() }).optional(),
  people: z.array(person).optional(),
});
const check = (yaml: string) => validate(schema, readYaml(yaml, 2));
const GOOD = 'title: abc\ngenre: x\n';

describe('fields that hold', () => {
  test('are the data, and nothing is said', () => {
    expect(check(GOOD)).toEqual({ value: { title: 'abc', genre: 'x' }, findings: [] });
  });
});

describe('a field that does not hold', () => {
  const say = (yaml: string) => told(check(yaml).findings);

  test('is named, with its place and what is wanted', () => {
    expect(check('title: abc\ngenre: [x]').value).toBeNull();
    const [first, ...others] = say('title: abc\ngenre: [x]');
    expect(first).toMatch(/^3:1 field-invalid genre：.*文字/);
    expect(others).toEqual([]);
  });

  test('is named by its way through entries and fields', () => {
    expect(say(`${GOOD}people:\n  - { id: a, name: b }\n  - { id: c }`)[0]).toMatch(
      /^6:5 field-invalid people › 第 2 条 › name：没有填写/,
    );
  });

  test('is missing where there are no fields at all, each by its name', () => {
    expect(say('').map((text) => text.split('：')[0])).toEqual(['2:1 field-invalid title', '2:1 field-invalid genre']);
  });

  test('has no name where it is the whole', () => {
    expect(say('- a')[0]).toMatch(/^2:1 field-invalid [^：]*$/);
  });

  test('is told of once, by its first fault', () => {
    expect(say('title: A\ngenre: x')).toEqual(['2:1 field-invalid title：太短']);
  });

  test('keeps no other from being told of', () => {
    expect(say('title: A\ngenre: 1').map((text) => text.split('：')[0])).toEqual([
      '2:1 field-invalid title',
      '3:1 field-invalid genre',
    ]);
  });
});

describe('a field that there is not', () => {
  const say = (yaml: string) => told(check(yaml).findings);

  test('is refused where it stands', () => {
    expect(say(`${GOOD}layout: x`)).toEqual(['4:1 field-unknown 不认识的栏目：layout']);
  });

  test('is one of several, each told of', () => {
    expect(say(`${GOOD}layout: x\nslug: y`)).toEqual([
      '4:1 field-unknown 不认识的栏目：layout',
      '5:1 field-unknown 不认识的栏目：slug',
    ]);
  });

  test('is taken for the one that is missing, which is then not called missing as well', () => {
    expect(say('title: abc\ngenr: x')).toEqual(['3:1 field-unknown 不认识的栏目：genr → 是不是 genre？']);
  });

  test('is taken for one in the same entry, never for one elsewhere', () => {
    expect(say(`${GOOD}people:\n  - { id: a, nam: b }`)).toEqual([
      '5:14 field-unknown people › 第 1 条：不认识的栏目：nam → 是不是 name？',
    ]);
    expect(say('title: abc\nbox: { name: a, genr: b }')).toEqual([
      '3:17 field-unknown box：不认识的栏目：genr → 是不是 genre？',
      expect.stringMatching(/^2:1 field-invalid genre：没有填写/),
    ]);
    expect(say('title: abc\nbox: { name: a, genre: b, genr: x }')).toEqual([
      '3:27 field-unknown box：不认识的栏目：genr',
      expect.stringMatching(/^2:1 field-invalid genre：没有填写/),
    ]);
    expect(say(`title: abc\nbox: { name: a, genre: b }\ngenr: x`)).toEqual([
      '4:1 field-unknown 不认识的栏目：genr → 是不是 genre？',
    ]);
  });

  test('leaves the missing one missing where the two are not alike', () => {
    const [unknown, missing] = say('title: abc\nlayout: x');
    expect(unknown).toBe('3:1 field-unknown 不认识的栏目：layout');
    expect(missing).toMatch(/^2:1 field-invalid genre：没有填写/);
  });

  test('is shown as without a name where it has none', () => {
    expect(say(`${GOOD}: x`)[0]).toMatch(/不认识的栏目：（没有名称）$/);
  });

  test('is a number that was cut by a comma', () => {
    expect(say(`${GOOD}people:\n  - { id: a, name: b, role: 32,168 }`)).toContainEqual(
      expect.stringMatching(/不认识的栏目：168 → .*32168$/),
    );
  });

  test.each(['a168', '168a', '1,6'])('is not such a number where it is %s', (key) => {
    expect(say(`${GOOD}"${key}": x`)).toEqual([`4:1 field-unknown 不认识的栏目：${key}`]);
  });
});

describe('a colon without its blank', () => {
  const say = (yaml: string) => told(check(yaml).findings);

  test.each([
    ['half-width', '"id:a"', 'id: a'],
    ['full-width', 'id：a', 'id: a'],
    ['with blanks about it', '"id ：  a"', 'id: a'],
  ])('is shown as it should be: %s', (_, key, cure) => {
    const [first, ...others] = say(`${GOOD}people:\n  - { ${key} }`);
    expect(first).toMatch(new RegExp(`^5:7 field-unknown people › 第 1 条：不认识的栏目：.* → .*：${cure}$`));
    expect(others).toEqual([]);
  });

  test('is told of once for the others beside it, and none of them is called missing', () => {
    const [first, ...others] = say(`${GOOD}people:\n  - { id:a, name:b, role:c }\n  - { id: a, name: b, rol: c }`);
    expect(first).toMatch(/^5:7 field-unknown .*：id:a → .*：id: a$/);
    expect(others).toEqual(['6:23 field-unknown people › 第 2 条：不认识的栏目：rol → 是不是 role？']);
  });

  test('hides nothing that is wrong elsewhere', () => {
    const lines = say('title: abc\npeople:\n  - { id:a }\n  - { id: b }').map((text) => text.slice(0, 60));
    expect(lines).toHaveLength(3);
    expect(lines.slice(1).join('\n')).toMatch(/genre：没有填写[\s\S]*people › 第 2 条 › name/);
  });

  test('does not hide another unknown field beside it', () => {
    expect(say(`${GOOD}people:\n  - { id:a, other: b }`).map((text) => text.split(' → ')[0])).toEqual([
      '5:7 field-unknown people › 第 1 条：不认识的栏目：id:a',
      '5:13 field-unknown people › 第 1 条：不认识的栏目：other',
    ]);
  });
});
