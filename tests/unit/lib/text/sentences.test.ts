import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breathSpans, firstClause, type Span, sentenceSpans } from '../../../../src/lib/text/sentences.ts';

const cut = (text: string, spans: readonly Span[]) => spans.map(([start, end]) => text.slice(start, end));
const sentences = (text: string) => cut(text, sentenceSpans(text));
const breaths = (text: string, most: number) => cut(text, breathSpans(text, most));

/** Texts of what ends sentences and of what does not. */
const texts = fc
  .array(fc.constantFrom(...'羊下山了，、。！？；……”“’）》 3.5%Aa.!?,—\n\u2028'), { maxLength: 60 })
  .map((characters) => characters.join(''));

describe('sentences', () => {
  test.each([
    ['羊下山了。人也下山了！', ['羊下山了。', '人也下山了！']],
    ['“来了？”他说，“来了。”又走了。', ['“来了？”', '他说，“来了。”', '又走了。']],
    ['涨了 0.26%，到 3.5 万元。好。', ['涨了 0.26%，到 3.5 万元。', '好。']],
    ['铁链断了……他醒来。', ['铁链断了……他醒来。']],
    ['“他不说了……”她说。', ['“他不说了……”', '她说。']],
    ['他不说了……', ['他不说了……']],
    ['真的？！是的。', ['真的？！', '是的。']],
    [
      'He paid 3.5 yuan. “Why?” Mr. Li asked. No. 5 did not.',
      ['He paid 3.5 yuan. ', '“Why?” ', 'Mr. Li asked. ', 'No. 5 did not.'],
    ],
    ['没有句号', ['没有句号']],
    ['一行\u2028二行', ['一行\u2028', '二行']],
    ['', []],
  ])('%s', (text, expected) => expect(sentences(text)).toEqual(expected));

  test('joined are the text, and none is empty', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const all = sentences(text);
        expect(all.join('')).toBe(text);
        expect(all.every((sentence) => sentence.length > 0)).toBe(true);
      }),
    ));

  test('none begins with a mark that closes one, but the first', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const all = sentences(text);
        // After a blank, such a mark closes nothing.
        for (const [i, sentence] of all.entries())
          if (i > 0 && !/\s$/.test(all[i - 1] ?? '')) expect(sentence).not.toMatch(/^[”’）》]/);
      }),
    ));

  test('a number is never cut', () =>
    fc.assert(
      fc.property(fc.nat(999), fc.nat(999), texts, (a, b, text) => {
        const number = `${a}.${b}%`;
        expect(sentences(`羊${number}羊${text}`)[0]).toContain(number);
      }),
    ));
});

describe('breaths', () => {
  test('a long sentence is taken in parts, at commas', () => {
    expect(breaths('一二三四，五六七八，九十。', 9)).toEqual(['一二三四，', '五六七八，九十。']);
    expect(breaths('一二三四五六七八九十', 4)).toEqual(['一二三四五六七八九十']);
  });

  test('joined are the sentence; a part is too long only where it has no comma', () =>
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 30 }), (text, most) => {
        const parts = breaths(text, most);
        expect(parts.join('')).toBe(text);
        for (const part of parts) if (part.length > most) expect(part.slice(0, -3)).not.toMatch(/[，、][^，、—”’）]/);
      }),
    ));
});

test.each([
  ['十个县区的记事，按时间排列；知道到哪一天就写到哪一天。', '十个县区的记事，按时间排列'],
  ['Ten counties. And more.', 'Ten counties'],
  ['', ''],
])('the first clause of %s', (text, expected) => expect(firstClause(text)).toBe(expected));
