import { describe, expect, test } from 'vitest';
import { sourceKinds } from '#archive';
import { type Source, sourceSchema } from '../../../../src/lib/schema/source.ts';
import {
  explainStray,
  KINDS,
  SOURCE_FIELDS,
  SOURCE_KINDS,
  type SourceField,
} from '../../../../src/lib/schema/source-kinds.ts';
import { problemsOf } from './problems.ts';

const base = { headline: null, bylines: [], date: null, dateBasis: 'stated', publisher: null };
const withoutPublisher = { ...base, publisher: undefined };
/** What each field takes. */
const VALUES: Partial<Record<SourceField, unknown>> = {
  issn: '1002-123X',
  isbn: '978-7-5000-0000-0',
  doi: '10.1000/182',
  translator: ['甲'],
  interviewer: ['甲'],
  interviewee: ['甲'],
};
const sampleOf = (field: SourceField) => VALUES[field] ?? '甲';
const FIELDS = Object.keys(SOURCE_FIELDS) as SourceField[];

describe.each(SOURCE_KINDS)('a %s', (kind) => {
  const { fields } = KINDS[kind];

  test('takes the fields that it has', () => {
    const own = Object.fromEntries(fields.map((field) => [field, sampleOf(field)]));
    expect(problemsOf(sourceSchema, { ...withoutPublisher, kind, ...own })).toEqual([]);
  });

  test('refuses every other with the one that is right', () => {
    for (const field of FIELDS.filter((one) => !fields.includes(one))) {
      const [problem = '', ...more] = problemsOf(sourceSchema, {
        ...withoutPublisher,
        kind,
        ...(kind === 'newspaper' ? { publisher: null } : {}),
        [field]: sampleOf(field),
      });
      expect(more).toEqual([]);
      expect(problem).toMatch(new RegExp(`^${field} ${KINDS[kind].name}没有这一栏：写在 [\\w-]+ 里；.*改 kind`));
      const right = /写在 ([\w-]+) 里/.exec(problem)?.[1] ?? '';
      expect([...fields, 'bylines', 'headline', 'note', 'url'], problem).toContain(right);
    }
  });
});

test.each([
  ['letter', 'publisher', 'repository'],
  ['newspaper', 'isbn', 'issn'],
  ['book', 'issn', 'isbn'],
  ['interview', 'sender', 'interviewee'],
  ['webpage', 'interviewer', 'bylines'],
  ['document', 'volume', 'callNumber'],
] as const)('a %s has no %s but %s', (kind, field, right) => {
  expect(explainStray(kind, field)).toContain(`写在 ${right} 里`);
});

test('a source of no kind is a newspaper, which says where it stood', () => {
  expect((sourceSchema.parse(base) as Source).kind).toBe('newspaper');
  expect(problemsOf(sourceSchema, withoutPublisher)).toEqual(['publisher 没有填写']);
});

test('a kind is one of ours or of the archive’s own', () => {
  for (const kind of Object.keys(sourceKinds)) expect(problemsOf(sourceSchema, { ...base, kind })).toEqual([]);
  expect(problemsOf(sourceSchema, { ...base, kind: 'paper' })[0]).toMatch(/^kind 只能是 newspaper、/);
});

test.each([
  ['issn', '12345678', /1002-1234/],
  ['isbn', '12', /10 位或 13 位/],
  ['doi', 'https://doi.org/10.1/2', /10\. 开头/],
  ['url', 'example.org', /完整网址/],
  ['accessed', '2026-11-01', /没有网址/],
])('%s: %s', (field, value, says) => {
  expect(problemsOf(sourceSchema, { ...base, kind: 'other', [field]: value }).join()).toMatch(says);
});

describe('what kind of voice a source is, and how its text came here', () => {
  test.each([
    [{ nature: ['contributed', 'evening-newspaper'], provenance: 'text-copy' }, []],
    [{}, []],
    [{ nature: 'contributed' }, [/^nature /]],
    [{ nature: [] }, [/^nature .*1/]],
    [{ nature: ['tabloid'] }, [/^nature 0 只能是 .*contributed/]],
    [{ provenance: 'hearsay' }, [/^provenance 只能是 .*scan/]],
  ])('%j', (fields, expected) => {
    const found = problemsOf(sourceSchema, { ...base, ...fields });
    expect(found).toHaveLength(expected.length);
    for (const [i, words] of expected.entries()) expect(found[i]).toMatch(words);
  });
});
