import { expect, it } from 'vitest';
import { needsAsking, sizeText } from '../../../../src/components/offline/size.ts';

it.each([
  [1, '10 KB'],
  [684_321, '690 KB'],
  [999_999, '1000 KB'],
  [1_000_000, '1 MB'],
  [1_310_000, '1.4 MB'],
  [9_950_000, '10 MB'],
  [37_010_000, '38 MB'],
])('%d bytes are about %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));

it('saving everything is asked first from 2,000 stories on, or where it is much', () => {
  const size = { pages: 0, stored: 0 };
  expect(needsAsking({ ...size, stories: 1999, transfer: 19_999_999 })).toBe(false);
  expect(needsAsking({ ...size, stories: 2000, transfer: 1 })).toBe(true);
  expect(needsAsking({ ...size, stories: 13, transfer: 20_000_000 })).toBe(true);
});
