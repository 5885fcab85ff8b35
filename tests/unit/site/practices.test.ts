import { describe, expect, test } from 'vitest';
import { byNumberName, numberName } from '../../../src/site/practices.ts';

const practice = (name: string, aliases: string[] = []) => ({ name, aliases });

describe('the number a practice is known by', () => {
  test.each([
    ['“331”工作机制', '331'],
    ['“6+1”帮扶机制', '6+1'],
    ['“3＋3＋5”联建联创新模式', '3+3+5'],
    ['四个不摘', '四个不摘'],
    ['“五单”管理', '五单管理'],
    ['两不愁三保障', '两不愁三保障'],
    ['扶贫专岗', null],
  ])('of %s is %s', (name, number) => expect(numberName(practice(name))).toBe(number));

  test('may stand in an alias', () => {
    expect(numberName(practice('五单管理法', ['5单']))).toBe('5');
  });

  test('orders digits before Han numerals, and tells twins apart', () => {
    const entries = byNumberName([
      practice('五单'),
      practice('“1+3”督导法'),
      practice('三比'),
      practice('“1+3”扶心行动'),
    ]);
    expect(entries.map(({ number, rest }) => number + rest)).toEqual(['1+3督导法', '1+3扶心行动', '三比', '五单']);
  });
});
