import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCountyNames } from '../../../../src/editing/files/county-names.ts';
import { type Imported, type ImportResult, importFile } from '../../../../src/editing/import/import-file.ts';
import { decodeText } from '../../../../src/lib/text/encoding.ts';
import { IMPORT_CASES, importCases, SOURCES, sourceFiles } from '../../../support/shared.ts';

const options = { split: true, counties: readCountyNames('src/content'), day: '2026-12-01' };

async function importFrom(file: string): Promise<ImportResult> {
  const result = await importFile(basename(file), readFileSync(file), options);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

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
const source = (number: string) => sourceFiles().find((file) => basename(file).startsWith(number)) ?? '';

describe.skipIf(!SOURCES)('the five sources', () => {
  test.each(sourceFiles().map((file) => [basename(file), file]))('%s loses nothing', async (_, file) => {
    const { articles } = await importFrom(file);
    expect(articles.flatMap(({ losses }) => losses)).toEqual([]);
    expect(missing(readFileSync(file, 'utf8'), articles)).toBe('');
    for (const article of articles) expect(bodyOf(article).replace(/<[^>]*>/g, '')).not.toMatch(/[,;!?()]|:(?!\d)/);
  });

  test.each([
    ['001', ['潜能，推动脱贫', '扶贫联抓、文明', '群体的心理疏导']],
    ['004', ['战天斗地，', '贫困人口全覆盖。', '月汇报+进度清单。', '本单位同事外，她', '没有，撑着把']],
  ])('%s: cut paragraphs are whole again', async (number, joins) => {
    const text = (await importFrom(source(number))).articles.map(bodyOf).join('\n');
    for (const words of joins) expect(text).toContain(words);
  });

  test('003: the lost passage is marked and not glued to what follows', async () => {
    const [article] = (await importFrom(source('003'))).articles;
    expect(bodyOf(article as Imported)).toMatch(/在驻<Note>待确认[^<]*<\/Note>\n\n汝州市/);
    expect(article?.facts.captions).toHaveLength(6);
  });

  test('004: nine articles, the last one marked as printed back to front', async () => {
    const { articles } = await importFrom(source('004'));
    expect(articles.map(({ facts }) => facts.county)).toEqual(
      'hanbin shiquan hanbin baihe pingli langao baihe baihe ziyang'.split(' '),
    );
    expect(articles.every(({ facts }) => facts.bylines.length > 0)).toBe(true);
    const last = bodyOf(articles[8] as Imported);
    expect(last).toMatch(/没有农村<Note>待确认：[^<]*颠倒/);
    expect(last.indexOf('一头干练')).toBeLessThan(last.indexOf('工作经验的'));
  });

  test.each([
    ['000', 'jianan', null, ['闫德军', '靳莹莹', '武书锋'], 0],
    ['001', 'wenfeng', null, ['蔡鹏飞'], 5],
    ['002', 'jiyang', '2020-10-15', ['杨维娜'], 0],
    ['003', 'ruzhou', null, ['郭营战'], 6],
  ])('%s: county, date, byline, captions', async (number, county, date, names, captions) => {
    const [article] = (await importFrom(source(number))).articles;
    expect(article?.facts).toMatchObject({ county, date });
    expect(article?.facts.bylines.flatMap((byline) => byline.names)).toEqual(names);
    expect(article?.facts.captions).toHaveLength(captions);
  });
});

describe.skipIf(!IMPORT_CASES)('the import cases', () => {
  const readable = importCases().filter((file) => !file.includes('mojibake'));

  test.each(readable.map((file) => [basename(file), file]))('%s loses nothing', async (name, file) => {
    const { articles, decisions } = await importFrom(file);
    expect(articles.flatMap(({ losses }) => losses)).toEqual([]);
    if (name.endsWith('.docx')) return;
    const decoded = decodeText(readFileSync(file));
    if ('problem' in decoded) throw new Error(decoded.problem);
    // Comments and tags are listed as left out; an address keeps its letters.
    const left = decisions
      .filter(({ what }) => what.startsWith('删去'))
      .reduce((text, { text: gone }) => text.replace(gone, ''), decoded.text);
    expect(missing(left.replaceAll('<br>', ''), articles)).toBe('');
  });

  test('one text in five encodings and in Word gives one body', async () => {
    const files = readable.filter((file) => /2[0123]-ankang/.test(file));
    const bodies = await Promise.all(
      files.map(async (file) => bodyOf((await importFrom(file)).articles[0] as Imported)),
    );
    expect(files).toHaveLength(4);
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]?.trim()).toMatch(/^——2021年3月28日在安康市/);
    const word = await importFrom(readable.find((file) => file.endsWith('.docx')) ?? '');
    expect(word.articles[0]?.facts).toMatchObject({ title: '安康市政府工作报告', date: '2021-03-28' });
    expect(word.articles[0]?.draft).toContain('## 一、2020年和“十三五”工作回顾');
  });

  test('a four-byte character survives', async () => {
    const [article] = (await importFrom(readable.find((file) => file.includes('qiandongnan')) ?? '')).articles;
    expect(article?.draft).toContain('㵲阳');
  });

  test('mojibake is refused with a sample of what it says', async () => {
    const file = importCases().find((name) => name.includes('mojibake')) ?? '';
    const result = await importFile(basename(file), readFileSync(file), options);
    expect('problem' in result && result.problem).toMatch(/乱码.*安康市/);
  });
});
