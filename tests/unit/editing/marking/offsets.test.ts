import { expect, test } from 'vitest';
import { writtenAt } from '../../../../src/editing/marking/offsets.ts';

const written = (value: string, source: string) =>
  writtenAt(value, source)?.map(([from, to]) => source.slice(from, to)) ?? null;

test.each([
  ['as it reads', '4 户', '4 户', ['4', ' ', '户']],
  ['a sign by name', 'A&B', 'A&amp;B', ['A', '&amp;', 'B']],
  ['a sign by number', '<5', '&#60;5', ['&#60;', '5']],
  ['two units by number', '𬭎', '&#x2CB4E;', ['&#x2CB4E;', '&#x2CB4E;']],
  ['an escaped sign', '*3', '\\*3', ['\\*', '3']],
  ['a stroke that escapes nothing', '\\三', '\\三', ['\\', '三']],
  ['the head of a line', '甲\n乙', '甲  \n   乙', ['甲', '\n   ', '乙']],
  ['a quotation', '甲\n乙', '甲\n> 乙', ['甲', '\n> ', '乙']],
])('%s', (_, value, source, pieces) => expect(written(value, source)).toEqual(pieces));
test('what does not belong together is not brought together', () => {
  expect(writtenAt('甲', '乙')).toBeNull();
  expect(writtenAt('甲', '甲乙')).toBeNull();
});
