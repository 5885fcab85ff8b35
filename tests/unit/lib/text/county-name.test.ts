import { expect, test } from 'vitest';
import { shortName } from '../../../../src/lib/text/county-name.ts';

test.each([
  ['建安区', '建安'],
  ['白河县', '白河'],
  ['许昌市', '许昌'],
  ['河南省', '河南'],
  ['祁县', '祁县'],
  ['市中区', '市中'],
  ['恩施土家族苗族自治州', '恩施土家族苗族自治州'],
])('%s is called %s for short', (name, short) => expect(shortName(name)).toBe(short));
