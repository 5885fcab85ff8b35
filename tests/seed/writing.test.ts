import { describe, expect, test } from 'vitest';
import { splitManuscript } from '../../src/lib/manuscript/tree.ts';
import { manuscripts } from '../support/content.ts';
import { LEAST, otherArchive } from './bundled.ts';

// How the shipped stories are edited: whose voice is heard, what the text keeps silent about, which turns of phrase it
// does not wear out. Other archives have habits of their own.
const reason = otherArchive();

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const PULLED = /<PullQuote([^>]*)>([\s\S]*?)<\/PullQuote>/g;
const bodyOf = (source: string): string => splitManuscript(source)?.body ?? '';
const told = manuscripts.filter(({ slug }) => slug in LEAST);

describe.skipIf(reason).each(told)('$slug', ({ source, blocks, data, characters }) => {
  const body = bodyOf(source);

  test('sets large only what somebody said, in at most fifteen characters that its text quotes', () => {
    const quoted = blocks.flatMap(({ text }) =>
      [...text.matchAll(/“([^“”]*)”/g)].map(([, words = '']) => letters(words)),
    );
    for (const [, attributes = '', words = ''] of body.matchAll(PULLED)) {
      expect(attributes, words).toMatch(/\bby="[^"]+"/);
      expect(letters(words).length, words).toBeLessThanOrEqual(15);
      expect(
        quoted.some((said) => said.includes(letters(words))),
        words,
      ).toBe(true);
    }
  });

  test('tells at its end, not on its way, what the original does not say', () => {
    const shrugs = blocks.filter(({ text }) =>
      /原报(?:道)?[^，。；]{0,6}(?:没有|未)(?:写|说|列出|展开|解释|交代)/.test(text),
    );
    expect(shrugs.map(({ text }) => text)).toEqual([]);
  });

  test('never makes “since January” the past twelve months', () => {
    expect(blocks.filter(({ text }) => text.includes('这一年以来')).map(({ text }) => text)).toEqual([]);
  });

  test.runIf(data.genre === 'brief')('is brief', () => {
    expect(characters).toBeGreaterThanOrEqual(150);
    expect(characters).toBeLessThanOrEqual(350);
  });
});

describe.skipIf(reason)('the stories together', () => {
  test('use the cleft 「……的是」 sparingly', () => {
    const clefts = told.flatMap(({ blocks }) => blocks.flatMap(({ text }) => text.match(/的是(?!否|不是)/g) ?? []));
    expect(clefts.length).toBeLessThan(20);
  });
});

/** Fixed terms of the reports, which belong to nobody, by the stories whose sources print them. */
const PRINTED: Readonly<Record<string, string>> = {
  'wenfeng-answer-sheet':
    '因病致贫 因病返贫 内生动力 兜底保障 摸底排查 应享尽享 应助尽助 举一反三 稳岗 拓岗 问题整改 精准施策 一对一 优势互补 反哺 开局之年 留守老人 防火墙',
  'ruzhou-happiness': '光荣脱贫 精准施策',
  'jiyang-three-roles': '因户施策 问题整改',
};

describe.skipIf(reason).each(Object.entries(PRINTED))('%s keeps the printed terms', (slug, terms) => {
  test.each(terms.split(' '))('%s', (term) => {
    const story = manuscripts.find((one) => one.slug === slug);
    const words = [...(story?.blocks.map(({ text }) => text) ?? []), ...(story?.data.terms ?? [])];
    expect(words.some((text) => text.includes(term))).toBe(true);
  });
});
