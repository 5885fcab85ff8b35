import { describe, expect, test } from 'vitest';
import { FORMS } from '../../../../src/lib/drawing/names.ts';
import { COMPONENTS, HTML, INLINE, isMark, MARKS } from '../../../../src/lib/manuscript/marks.ts';

describe('what an article may hold', () => {
  test.each([
    ['Milestone', ['id', 'story']],
    ['Figure', ['id', 'story']],
    ...['Place', 'Practice', 'Person', 'Gap'].map((name): [string, string[]] => [name, ['id']]),
  ])('a mark stands in a sentence and takes an id, or that of another story: %s', (name, attributes) => {
    expect(isMark(name)).toBe(true);
    expect(INLINE.has(name)).toBe(true);
    expect(COMPONENTS[name]).toEqual(attributes);
  });

  test('notes and withheld names stand in a sentence, and are no marks', () => {
    for (const name of ['Note', 'Withheld']) expect([INLINE.has(name), isMark(name)]).toEqual([true, false]);
    expect([COMPONENTS.Note, COMPONENTS.Withheld]).toEqual([[], ['id']]);
  });

  test('boxes stand between paragraphs: a quote says whose it is, an aside has a title', () => {
    for (const name of ['PullQuote', 'Aside']) expect([INLINE.has(name), isMark(name)]).toEqual([false, false]);
    expect([COMPONENTS.PullQuote, COMPONENTS.Aside]).toEqual([['by'], ['title']]);
  });

  test('nothing else is a component, and nothing without a name a mark', () => {
    expect(Object.keys(COMPONENTS)).toHaveLength(MARKS.length + 15 + Object.keys(FORMS).length);
    expect([isMark(null), isMark(''), isMark('figure')]).toEqual([false, false, false]);
  });

  test('ruby, stress and small signs are plain elements; what runs or loads is none', () => {
    const wanted = ['abbr', 'br', 'em', 'rp', 'rt', 'ruby', 'strong', 'sub', 'sup'];
    expect(wanted.filter((name) => !HTML.has(name))).toEqual([]);
    expect(['script', 'style', 'iframe', 'img', 'a', 'svg', 'form', 'object', ''].filter((x) => HTML.has(x))).toEqual(
      [],
    );
  });
});
