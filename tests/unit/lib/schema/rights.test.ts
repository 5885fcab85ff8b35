import { describe, expect, test } from 'vitest';
import { canonicalLicence, RIGHTS_STATEMENTS } from '../../../../src/lib/schema/licences.ts';
import { rightsSchema } from '../../../../src/lib/schema/rights.ts';
import { problemsOf } from './problems.ts';

const statement = (code: string) => `http://rightsstatements.org/vocab/${code}/1.0/`;

describe('a licence is known in every way it is written', () => {
  test.each([
    ['CC-BY-4.0', 'CC-BY-4.0'],
    ['cc-by-nc-4.0', 'CC-BY-NC-4.0'],
    ['CC BY-NC-SA 4.0', 'CC-BY-NC-SA-4.0'],
    [' MIT ', 'MIT'],
    ['CC0', 'CC0-1.0'],
    ['公有领域', 'CC-PDM-1.0'],
    ['public-domain', 'CC-PDM-1.0'],
    ['https://creativecommons.org/licenses/by-nc/4.0/', 'CC-BY-NC-4.0'],
    ['http://creativecommons.org/licenses/by-nc/4.0/deed.zh-hans', 'CC-BY-NC-4.0'],
    ['https://creativecommons.org/licenses/by/4.0/legalcode', 'CC-BY-4.0'],
    ['https://www.creativecommons.org/licenses/by/4.0', 'CC-BY-4.0'],
    ['https://creativecommons.org/licenses/by-sa/3.0/de/', 'CC-BY-SA-3.0-DE'],
    [
      'https://creativecommons.org/licenses/by-nc-sa/3.0/cn/deed.zh',
      'https://creativecommons.org/licenses/by-nc-sa/3.0/cn/',
    ],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
    ['https://creativecommons.org/publicdomain/mark/1.0/deed.zh-hans', 'CC-PDM-1.0'],
    ['http://rightsstatements.org/vocab/InC/1.0/', statement('InC')],
    ['https://rightsstatements.org/page/InC-OW-EU/1.0/?language=en', statement('InC-OW-EU')],
    ['https://rightsstatements.org/vocab/cne/1.0', statement('CNE')],
    ['InC-EDU', statement('InC-EDU')],
    ['版权所有', statement('InC')],
    ['孤儿作品', statement('InC-RUU')],
    ['未评估', statement('CNE')],
    ['authorised', 'authorised'],
    ['authorized', 'authorised'],
    ['经授权刊出', 'authorised'],
    ['own', 'own'],
    ['本站作品', 'own'],
  ])('%s', (written, licence) => {
    expect(canonicalLicence(written)).toBe(licence);
    expect(rightsSchema.parse({ licence: written })).toEqual({ licence });
  });

  test('and every statement by its code', () => {
    for (const code of RIGHTS_STATEMENTS) expect(canonicalLicence(code)).toBe(statement(code));
  });

  test('its canonical form stays as it is', () => {
    for (const licence of ['CC-BY-NC-ND-4.0', statement('NKC'), 'https://creativecommons.org/licenses/by/2.5/cn/'])
      expect(canonicalLicence(licence)).toBe(licence);
  });
});

test.each([
  'CC-BY-9.0',
  'CC BY',
  'CC-BY-4.0 OR MIT',
  'https://example.org/licence',
  'https://creativecommons.org/licenses/by-xx/4.0/',
  'https://creativecommons.org/licenses/',
  'https://creativecommons.org/publicdomain/all/1.0/',
  'http://rightsstatements.org/vocab/XYZ/1.0/',
  'constructor',
  '授权过了',
])('%s is no licence, and it is said what is', (licence) => {
  expect(canonicalLicence(licence)).toBeNull();
  const [problem, ...others] = problemsOf(rightsSchema, { licence });
  expect(others).toEqual([]);
  expect(problem).toMatch(/认不出这种许可.*CC-BY-NC-4\.0.*authorised/);
});

test('a holder and a statement are texts, and nothing else is taken', () => {
  const whole = { licence: 'authorised', holder: '某某', statement: '© 2021 某某' };
  expect(rightsSchema.parse(whole)).toEqual(whole);
  expect(problemsOf(rightsSchema, { ...whole, holder: '' })).toHaveLength(1);
  expect(problemsOf(rightsSchema, { ...whole, owner: '某某' })).toHaveLength(1);
  expect(problemsOf(rightsSchema, { holder: '某某' })).toHaveLength(1);
});
