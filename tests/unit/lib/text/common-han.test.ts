import { expect, test } from 'vitest';
import { shareOfCommonHan } from '../../../../src/lib/text/common-han.ts';

test.each([
  ['', 0],
  ['no Han at all, 123', 0],
  ['这是一个村', 1],
  ['這個縣', 1],
  ['这 village 是…', 1],
  ['鏄鍦鐨勪', 0],
  ['这是鏄鍦', 0.5],
])('of the Han characters of “%s” %d are common', (text, share) => expect(shareOfCommonHan(text)).toBe(share));
