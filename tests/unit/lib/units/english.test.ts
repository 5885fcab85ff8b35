import { expect, test } from 'vitest';
import { englishName, englishProvince } from '../../../../src/lib/units/english.ts';

test.each([
  [{ id: 'baihe', name: '白河县' }, 'Baihe County'],
  [{ id: 'jianan', name: '建安区', en: 'Jian’an District' }, 'Jian’an District'],
  [{ id: 'dong-he', name: '东河' }, 'Dong He'],
])('%o in English', (unit, name) => expect(englishName(unit)).toBe(name));

test('a province is known by the code, and none without one', () =>
  expect([englishProvince({ code: '610929' }), englishProvince({})]).toEqual(['Shaanxi', '']));
