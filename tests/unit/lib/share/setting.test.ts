import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Letters } from '../../../../src/lib/share/card.ts';
import { breakTitle, setLine } from '../../../../src/lib/share/setting.ts';

/** Every Han character and full-width mark as wide as high, all else half of it. */
const letters: Letters = (character) =>
  character === '口'
    ? null
    : { d: 'M0 0', advance: /[\u2010-\u{fffff}]/u.test(character) ? 1000 : 500, left: 100, right: 400 };
const width = (text: string) => (setLine(text, 700, letters)?.width ?? 0) / 1000;
const lines = (title: string, measure: number, most = 4, isClean = false) =>
  breakTitle(title, measure, most, width, isClean);

describe('a title', () => {
  test.each<[string, number, string[]]>([
    ['羊群下山的时候', 7, ['羊群下山的时候']],
    ['当面问，当面算，当面商定', 8, ['当面问，当面算，', '当面商定']],
    ['五张清单，走完一个月', 6, ['五张清单，', '走完一个月']],
    ['2015 年至 2020 年的账', 6, ['2015 年至', '2020 年的账']],
    ['The captain’s log', 5, ['The', 'captain’s', 'log']],
  ])('%s, %d characters wide', (title, measure, expected) => expect(lines(title, measure)).toEqual(expected));

  test('takes only breaks between clauses, where it is to be clean', () => {
    expect(lines('当面问，当面算，当面商定', 7, 4, true)).toEqual(['当面问，', '当面算，', '当面商定']);
    expect(lines('没有留下名字的第一书记', 7, 4, true)).toBeNull();
  });

  test('loses nothing, and no line is too long or begins with a mark that closes', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'羊群下山，、。”“？A1 '), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 5, max: 12 }),
        (characters, measure) => {
          const title = characters.join('');
          const broken = lines(title, measure, 5);
          if (!broken) return;
          expect(broken.join('').replace(/\s/g, '')).toBe(title.replace(/\s/g, ''));
          for (const [i, line] of broken.entries()) {
            expect(width(line)).toBeLessThanOrEqual(measure);
            if (i > 0) expect(line).not.toMatch(/^[，、。”？]/);
          }
        },
      ),
    ));
});

describe('a line', () => {
  const xs = (text: string) => setLine(text, 700, letters)?.glyphs.map(({ x }) => x);
  test('a quotation mark hangs over its edge', () => expect(xs('“羊')).toEqual([-500, 500]));
  test('full-width marks that meet share their room', () => expect(xs('”，羊')).toEqual([0, 500, 1500]));
  test('digits keep a distance from Han characters', () => expect(xs('羊5羊')).toEqual([0, 1200, 1900]));
  test('cannot be set without all its characters', () => expect(setLine('羊口', 700, letters)).toBeNull());
});
