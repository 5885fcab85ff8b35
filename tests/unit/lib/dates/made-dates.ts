import fc from 'fast-check';
import { edtfProblem } from '../../../../src/lib/dates/edtf.ts';

const year = fc
  .integer({ min: -9999, max: 9999 })
  .map((n) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0'));
const pair = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, '0'));
const mark = fc.constantFrom('', '', '', '?', '~', '%');
const part = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''));
const dash = fc.constant('-');
const month = pair(1, 12);
const point = fc.oneof(
  part(year, mark),
  part(year, mark, dash, month, mark),
  part(year, mark, dash, month, dash, pair(1, 31), mark),
  part(fc.constantFrom('', '-'), pair(0, 99), fc.constantFrom('XX', '0X', '5X', '9X'), mark),
);
const end = fc.oneof(point, point, point, fc.constantFrom('', '..'));

/** Any EDTF date that the schemas accept, from 公元前 10000 年 to 9999. */
export const edtfDate = fc
  .oneof(point, part(end, fc.constant('/'), end), part(year, dash, pair(21, 24)))
  .filter((text) => edtfProblem(text) === null);
