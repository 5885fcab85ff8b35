import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shellMessage, shellWord } from '../../../src/commands/shell.ts';

/** What a POSIX shell hands to a program for one word of a line. */
const inShell = (word: string): string => execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' });

/** What Windows PowerShell 5.1 ends a single-quoted word at, or hands on to a program changed. */
const NOT_FOR_POWERSHELL = /['‘’‚‛"\\\p{Cc}]/u;

describe('a message of a commit', () => {
  test.each([
    ['发表：一个春天，两本账', "'发表：一个春天，两本账'"],
    ['发表：$HOME `id` $(id) && rm -rf x; #', "'发表：$HOME `id` $(id) && rm -rf x; #'"],
    ['发表：他说"好"', "'发表：他说＂好＂'"],
    ["发表：it's ‘甲’", "'发表：it＇s ＇甲＇'"],
    ['发表：a\\b\nc', "'发表：a＼b c'"],
  ])('%s is quoted for both shells', (message, word) => expect(shellMessage(message)).toBe(word));

  test('is one word to a POSIX shell and to PowerShell, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (title) => {
        const word = shellMessage(title);
        const inside = word.slice(1, -1);
        return /^'.*'$/su.test(word) && !NOT_FOR_POWERSHELL.test(inside);
      }),
    );
    const words = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { numRuns: 30, seed: 1 });
    for (const title of words) {
      const word = shellMessage(title.toWellFormed());
      expect(inShell(word)).toBe(word.slice(1, -1));
    }
  });
});

describe('a path', () => {
  test('stands as it is where nothing in it means anything', () => {
    expect(shellWord('src/content/stories/jianan/a-b.mdx')).toBe('src/content/stories/jianan/a-b.mdx');
  });

  test('is quoted where it holds blanks, signs or Chinese', () => {
    expect(shellWord('../我的 稿件/$a.mdx')).toBe("'../我的 稿件/$a.mdx'");
    expect(inShell(shellWord('../我的 稿件/$a.mdx') ?? '')).toBe('../我的 稿件/$a.mdx');
  });

  test('is given up where no quoting serves both shells', () => {
    for (const path of ["a'b", 'a"b', 'a’b', 'a\\b']) expect(shellWord(path)).toBeNull();
  });
});
