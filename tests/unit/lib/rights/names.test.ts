import { expect, test } from 'vitest';
import { licenceName } from '../../../../src/lib/rights/names.ts';

test.each([
  ['CC-BY-4.0', 'CC BY 4.0'],
  ['CC-BY-NC-ND-4.0', 'CC BY-NC-ND 4.0'],
  ['CC-BY-3.0-CN', 'CC BY 3.0 CN'],
  ['https://creativecommons.org/licenses/by/2.5/cn/', 'CC BY 2.5 CN'],
  ['CC0-1.0', 'CC0 1.0'],
  ['Apache-2.0', 'Apache 2.0'],
  ['GPL-3.0-only', 'GPL 3.0-only'],
  ['http://rightsstatements.org/vocab/InC/1.0/', null],
])('the short name of %s is %s', (id, name) => {
  expect(licenceName(id)).toBe(name);
});
