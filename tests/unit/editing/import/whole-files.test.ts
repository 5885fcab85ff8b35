import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCountyNames } from '../../../../src/editing/files/county-names.ts';
import { type Imported, type ImportResult, importFile } from '../../../../src/editing/import/import-file.ts';
import { docx, paragraph, run } from '../../../support/docx.ts';
import { encode } from '../../../support/encodings.ts';

// Whole files as a newsroom has them: made for these tests, so that what goes wrong in them can be shown to anyone.

const FOLDER = 'tests/fixtures/import';
const options = { split: true, counties: readCountyNames('tests/fixtures/archive'), day: '2026-12-01' };

async function importBytes(name: string, bytes: Uint8Array): Promise<ImportResult> {
  const result = await importFile(name, bytes, options);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}
const importFrom = (file: string) => importBytes(basename(file), readFileSync(join(FOLDER, file)));

/** Letters, numbers and Han characters of a text: no tool of the importer is used to count them. */
const lettersOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [])
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
};

/** What the source has and the drafts have fewer of. */
function missing(source: string, drafts: readonly Imported[]): string {
  const have = lettersOf(drafts.map(({ draft }) => draft).join('\n'));
  return [...lettersOf(source)]
    .filter(([letter, count]) => (have.get(letter) ?? 0) < count)
    .map(([letter]) => letter)
    .join('');
}

const bodyOf = ({ draft }: Imported) => draft.slice(draft.indexOf('\n---\n') + 5);
const only = async (file: string) => (await importFrom(file)).articles[0] as Imported;
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

describe('nothing is lost', () => {
  test.each(['page.txt', 'feature.txt', 'report.txt', 'hazards.md'])('of %s', async (file) => {
    const { articles, decisions } = await importFrom(file);
    expect(articles.flatMap(({ losses }) => losses)).toEqual([]);
    // Comments are listed as left out.
    const left = decisions
      .filter(({ what }) => what.startsWith('删去'))
      .reduce((text, { text: gone }) => text.replace(gone, ''), textOf(file));
    expect(missing(left.replaceAll('<br>', ''), articles)).toBe('');
  });

  test.each(readdirSync(join(FOLDER, 'documents')))('of %s, as programs write it', async (name) => {
    const { articles } = await importFrom(join('documents', name));
    expect(articles.flatMap(({ losses }) => losses)).toEqual([]);
    for (const article of articles) expect(bodyOf(article).trim()).not.toBe('');
  });

  test.each(['page.txt', 'feature.txt', 'report.txt'])('and %s is set in Chinese punctuation', async (file) => {
    const { articles } = await importFrom(file);
    for (const article of articles) expect(bodyOf(article).replace(/<[^>]*>/g, '')).not.toMatch(/[,;!?()]|:(?!\d)/);
  });
});

describe('a page of several articles', () => {
  test('is parted into them, each with its county, its author and its rubric', async () => {
    const { articles } = await importFrom('page.txt');
    expect(articles.map(({ facts }) => [facts.title, facts.county, facts.bylines[0]?.names])).toEqual([
      ['一坡茶叶满山香', 'luhe', ['何一鸣']],
      ['夜校开课 农闲不闲', 'qingtan', ['石小路']],
      ['机井装表 旱地变水地', 'shanbei', ['白小山']],
      ['桥头的守望', 'qingtan', ['乔小舟']],
    ]);
    expect(articles.map(({ facts }) => facts.note)).toEqual([
      null,
      '栏目：简讯快讯',
      null,
      '版面上重复的署名：通讯员 乔小舟',
    ]);
  });

  test('joins a paragraph that a column break and a caption cut', async () => {
    const article = await only('page.txt');
    expect(bodyOf(article)).toContain('当天的鲜叶当天就走，一刻也不多等。');
    expect(article.facts.captions).toEqual(['茶坪村茶农给茶园培土']);
  });

  test('gives the article that was printed back to front its end again, and asks', async () => {
    const { articles } = await importFrom('page.txt');
    const last = bodyOf(articles.at(-1) as Imported);
    expect(last).toMatch(/她没有走，<Note>待确认：[^<]*颠倒/);
    expect(last.indexOf('也没有怨过一句')).toBeGreaterThan(last.indexOf('她没有走'));
    expect(last.indexOf('她又去管桥头的灯')).toBeGreaterThan(last.indexOf('也没有怨过一句'));
  });
});

describe('one article', () => {
  test('has its facts: county, date, authors, captions', async () => {
    const { facts } = await only('feature.txt');
    expect(facts).toMatchObject({ county: 'qingtan', date: '2012-04-06', subtitle: '青滩县渡湾村夜校侧记' });
    expect(facts.bylines.flatMap(({ names }) => names)).toEqual(['石青禾', '杜小平', '王晓']);
    expect(facts.captions).toEqual(['村民在夜校里记笔记', '夜校的黑板']);
  });

  test('has its lost passage marked, not glued to what follows', async () => {
    expect(bodyOf(await only('feature.txt'))).toMatch(/在驻<Note>待确认[^<]*<\/Note>\n\n青滩县石板镇/);
  });
});

describe('a report in any encoding', () => {
  const REPORT = textOf('report.txt');
  const INDENTED = REPORT.replace(/^(?=.)/gm, '　　');

  test('gives one body', async () => {
    // 㵲 is no character of GBK.
    const plain = (text: string) => text.replace('㵲河', '清河');
    const files = [
      encode(plain(REPORT), 'utf-8'),
      encode(plain(REPORT), 'gbk'),
      encode(plain(REPORT), 'gb18030'),
      encode(plain(REPORT), 'utf-16le'),
      encode(`\ufeff${plain(REPORT).replaceAll('\n', '\r\n')}`, 'utf-8'),
      encode(plain(INDENTED), 'gbk'),
    ];
    const bodies = await Promise.all(
      files.map(async (bytes) => bodyOf((await importBytes('report.txt', bytes)).articles[0] as Imported)),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]?.trim()).toMatch(/^——2013年3月28日在山北区/);
  });

  test('keeps a four-byte character', async () => {
    const [article] = (await importBytes('report.txt', encode(REPORT, 'gb18030'))).articles;
    expect(article?.draft).toContain('㵲河');
  });

  test('in traditional characters is read as Big5, not as something else', async () => {
    const words = '區長說，旱地要改，機井要打，水錶要裝，渠道要修，這幾件事今年都要做完。';
    const text = `旱地上的水錶\n\n記者 陳山\n\n${words}${words}\n`;
    const [article] = (await importBytes('report.txt', encode(text, 'big5'))).articles;
    expect(bodyOf(article as Imported)).toContain(words);
  });

  test('in Word has its title, its date and its headings', async () => {
    const paragraphs = ['山北区政府工作报告', ...REPORT.split('\n').filter(Boolean)];
    const bytes = await docx(paragraphs.map((text) => paragraph(run(text))).join(''));
    const [article] = (await importBytes('report.docx', bytes)).articles;
    expect(article?.facts).toMatchObject({ title: '山北区政府工作报告', date: '2013-03-28' });
    expect(article?.draft).toContain('## 一、2012年工作回顾');
  });

  test('once garbled is refused, with a sample of what it says', async () => {
    const garbled = new TextDecoder('gbk').decode(encode(REPORT, 'utf-8'));
    const result = await importFile('report.txt', encode(garbled, 'utf-8'), options);
    expect('problem' in result && result.problem).toMatch(/乱码.*山北区/);
  });
});

test('signs of a font of one’s own are told of with their line', async () => {
  const { articles, decisions } = await importFrom('hazards.md');
  expect(decisions).toContainEqual({ line: 23, what: '缺字', text: 'U+E010' });
  expect(articles[0]?.draft).toContain('〔缺字 U+E010〕');
});
