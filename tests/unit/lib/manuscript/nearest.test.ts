import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../../../src/lib/manuscript/nearest.ts';

describe('what an editor may have meant', () => {
  test.each([
    ['a letter too few', 'genr', 'genre'],
    ['a letter too many', 'titlee', 'title'],
    ['a wrong letter', 'summery', 'summary'],
    ['two letters changed about', 'tilte', 'title'],
    ['letters missing in front', 'tle', 'title'],
    ['the word itself', 'title', 'title'],
  ])('%s', (_, word, meant) => {
    expect(nearest(word, ['genre', 'title', 'summary', 'publisher'])).toBe(meant);
  });

  test('is the word that differs least, wherever it stands', () => {
    expect(nearest('jiana', ['jianan', 'jiana', 'jia'])).toBe('jiana');
    expect(nearest('abc', ['axy', 'abx', 'ayc'])).toBe('abx');
  });

  test('is the first of words that differ as much', () => expect(nearest('ab', ['ac', 'ad'])).toBe('ac'));

  test('differs by two letters, or by a third of a long word, and no more', () => {
    expect(nearest('ab', ['cd'])).toBe('cd');
    expect(nearest('abc', ['xyz'])).toBeNull();
    expect(nearest('abcdefghi', ['abcdefxyz'])).toBe('abcdefxyz');
    expect(nearest('abcdefghi', ['abcdewxyz'])).toBeNull();
    expect(nearest('abcdefgh', ['abcdexyz'])).toBeNull();
  });

  test('is nothing where there is nothing to choose from', () => expect(nearest('a', [])).toBeNull());

  test('is found however a word is mistyped by one letter', () => {
    const others = ['0123456789', '9876543210'];
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.nat(), fc.stringMatching(/^[a-z]?$/), (word, where, letter) => {
        const at = where % word.length;
        const typed = word.slice(0, at) + letter + word.slice(at + 1);
        expect(nearest(typed, [...others, word])).toBe(word);
      }),
    );
  });
});
