import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { findUnprinted } from '../../../../src/editing/files/original-texts.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';

const good = readContent('tests/fixtures/content');
const STORY = good.find(({ path }) => path.startsWith('stories/'))?.text ?? '';
const rulesOf = (text: string) =>
  checkContent(
    good.map((file) => (file.text === STORY ? { ...file, text } : file)),
    { day: '2027-01-01' },
  ).map(({ rule, hint }) => `${rule}${hint ? ' hint' : ''}`);
const body = (words: string) => rulesOf(`${STORY}\n${words}\n`);
const quote = (words: string, by = '张三') => `<PullQuote by="${by}">\n${words}\n</PullQuote>`;

describe('a pull quote', () => {
  test('of fifteen characters passes, however many signs are between them', () => {
    const words = '账，一笔一笔，都记在这两本上，错不了！';
    expect(body(`张三说，“${words}”\n\n${quote(words)}`)).toEqual([]);
  });

  test('is counted as readers count: a number is one', () =>
    expect(body(`他说，“2020 年的账全记在那两本厚册子里”\n\n${quote('2020 年的账全记在那两本厚册子里')}`)).toEqual([]));

  test('of a text that is the source’s own may be any sentence of it', () => {
    const full = STORY.replace('text: retold', 'text: full');
    const words = '<PullQuote>\n我们家的账一笔一笔都记在这两本上，一笔也没有漏\n</PullQuote>';
    expect(rulesOf(`${full}\n${words}\n`)).toEqual([]);
  });

  test.each(['', ' '])('by “%s” is by nobody', (by) =>
    expect(body(quote('都记在账上', by))).toContain('quote-speaker'),
  );
});

describe('speech in running text', () => {
  test.each([
    ['他说：“我们家的账一笔一笔都记在这两本厚册子上。”', ['quote-long hint']],
    ['“我们家的账一笔一笔都记在这两本厚册子上。”张三说。', ['quote-long hint']],
    ['他告诉来人，“都记在账上”。', []],
    ['《关于村里账目公开的通知》写明“村里账目公开和民主理财的若干规定”。', []],
    ['他说，“账要记”，又说，“记了才清楚”，还说，“清楚了才安心”。', []],
  ])('%s', (words, rules) => expect(body(words)).toEqual(rules));
});

describe('what is said to be unsaid in the text', () => {
  test.each([
    ['字母各指什么，原文没有写。', true],
    ['三样各是什么，报道没有逐一列出。', true],
    ['原报里也没有交代钱从哪里来。', true],
    ['字母各指什么。<Note>原文没有写。</Note>', false],
    ['他没有写完那本账。', false],
    ['村里没有一户没有记账。', false],
  ])('%s', (words, found) => expect(body(words).includes('unsaid-in-text hint')).toBe(found));
});

describe('the originals that are kept', () => {
  const folderWith = (originals: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), 'originals-'));
    mkdirSync(join(folder, 'originals'));
    for (const [name, text] of Object.entries(originals)) writeFileSync(join(folder, 'originals', name), text);
    return folder;
  };
  const story = `${STORY.replace('headline: null', 'headline: 东村的账')}\n${quote('都记在账上，错不了')}\n`;
  const find = (originals: Record<string, string>) =>
    findUnprinted(folderWith(originals), [{ path: 'stories/jianan/sample-story.mdx', text: story }]);

  test('print it, with whatever punctuation', async () => {
    expect(await find({ 'a.txt': '东村的账\n\n他说:“都记在账上.错不了!”\n' })).toEqual([]);
    expect(await find({ 'a.html': '<h1>东村的账</h1><p>他说：都<b>记在</b>账上，错不了。</p>' })).toEqual([]);
  });
  test('do not print it', async () => {
    const [problem] = await find({ 'a.txt': '东村的账\n\n他说:“帐上都记着.”\n' });
    expect(problem).toMatchObject({ rule: 'quote-unprinted', line: expect.any(Number) });
    expect(problem?.hint).toBeUndefined();
  });
  test('are of other stories, are scans, or are not there', async () => {
    expect(await find({ 'a.txt': '西村的路\n\n他说:“路修好了.”\n' })).toEqual([]);
    expect(await find({ 'a.pdf': '%PDF-1.7' })).toEqual([]);
    expect(await find({})).toEqual([]);
  });
});
