import { readFileSync } from 'node:fs';
import bibtex from 'bibtex-parse';
import CSL from 'citeproc';
import { describe, expect, test } from 'vitest';
import { CITING } from '#words/citing.ts';
import { KIND_WORDS } from '#words/sources.ts';
import { UNKNOWN } from '#words/story.ts';
import { citationIn, seenOn } from '../../../src/components/citing/citation-text.ts';
import { readContent } from '../../../src/editing/files/read-content.ts';
import { plainDate } from '../../../src/lib/citation/exported.ts';
import { STYLE_IDS } from '../../../src/lib/citation/styles.ts';
import type { Source } from '../../../src/lib/schema/source.ts';
import { citationFile, exportedOf, referencesOf, setItemsOf } from '../../../src/site/citations.ts';
import type { Story } from '../../../src/site/model.ts';
import { recordOf } from '../../../src/site/record.ts';
import { FOLDER } from '../../support/content.ts';
import { readRecords } from '../../support/records.ts';
import { siteStories } from '../../support/site-stories.ts';
import { SOURCES_BY_KIND, source } from '../lib/citation/made-sources.ts';

const DAY = '2126-01-01';
const PLACE = { origin: 'https://example.org' };
const stories = [
  ...[FOLDER, 'tests/fixtures/archive', 'tests/fixtures/texts'].flatMap((folder) =>
    siteStories(readContent(folder), DAY),
  ),
  ...siteStories(readRecords(), DAY),
].map((story) => [story.slug, story] as const);
const [model] = siteStories('tests/fixtures/content', DAY);
if (!model) throw new Error('The smallest archive has no story');
const told = (more: Partial<Story>): Story => ({ ...model, authors: [], ...more }) as Story;
/** The references of a made source. */
const cite = (from: Source, style: (typeof STYLE_IDS)[number] = 'gbt7714-2025') =>
  referencesOf(recordOf(told({ source: from }), PLACE), style)[1];

describe('an original by GB/T 7714—2025', () => {
  test.each([
    ['newspaper', '甲一. 水来了[N]. 试报，1998-07-02（3）.'],
    ['journal', '甲一，乙二，丙三，等. 水利十年[J]. 水利学刊，1988，12（3）：18-25.'],
    ['webpage', '校庆公告[EB/OL]. 某校网站（2024-05-01）[2026-11-01]. https://example.org/a.'],
    ['broadcast', '抗洪特别节目[Z]. 早间新闻，某县广播站，1998-07-02.'],
    ['interview', '陈大. 陈大访谈[Z]. 林小，陈家祠堂，2019-04.'],
    ['letter', '陈某. 致林某信：12 3-7[A]. 某市档案馆，1962-03-04.'],
    ['book', '甲一. 河志[M]. 乙二，译. 第 2 版. 福州：试验出版社，1987：12-18.'],
    ['thesis', '甲一. 一条河[D]. 厦门：某大学，2003.'],
    ['report', '水文年报：88-2[R]. 某水文站，1988.'],
    ['document', '关于修堤的批复：1 4-22[A]. 某县档案馆，1962-03-04.'],
    ['photograph', '甲一. 决口[A]. 某校校史室，1962-03-04.'],
    ['film', '修堤[Z]. 福州：某电影队，1975.'],
    ['recording', '陈大. 号子[Z]. [1981].'],
    ['inscription', '重修石桥记[Z]. 石桥东头，1782.'],
    ['genealogy', '陈氏族谱[M]. 卷三. 某堂，1919.'],
    ['map', '县境图. 1:50000[CM]. 某测量队，1936.'],
    ['other', '账本[A]. 某户.'],
  ])('%s', (kind, reference) => expect(cite(SOURCES_BY_KIND[kind] ?? source('other'))).toBe(reference));

  test('of a kind that only the archive knows is any other document', () =>
    expect(cite({ ...source('other', { headline: '日记' }), kind: 'diary' })).toBe('日记[Z]. 1962-03-04.'));

  test('that is a chapter names the book in which it stands', () =>
    expect(cite(source('book', { headline: '堤', container: '河志', publisher: '试验出版社', date: '1987' }))).toBe(
      '堤[M]//河志. 试验出版社，1987.',
    ));

  test.each([
    [{ date: '1962-03-04', dateBasis: 'stated' }, '1962-03-04'],
    [{ date: '1962', dateBasis: 'inferred', ground: '某事' }, '[1962]'],
    [{ date: '1962?', dateBasis: 'stated' }, '[1962]'],
    [{ date: '1962/1963', dateBasis: 'stated' }, '1962/1963'],
    [{ date: '2019-11?/2019-12?', dateBasis: 'inferred', ground: '某事' }, '[2019-11/2019-12]'],
    [{ date: '2020-11-10/2020-12', dateBasis: 'inferred', ground: '某事' }, '[2020-11-10/2020-12]'],
    [{ date: '2019-11/2019-12', dateBasis: 'stated', printed: '2019 年底' }, '2019 年底'],
    [{ date: null, dateBasis: 'stated' }, UNKNOWN.date],
  ])('is dated as surely as it is: %j', (more, date) =>
    expect(cite(source('newspaper', { headline: '题', ...more }))).toBe(`题[N]. 试报，${date}.`),
  );

  test('says what nobody knows, and invents nothing', () => {
    const { noHeadline, noPublisher } = KIND_WORDS.newspaper;
    const unknown = source('newspaper', { publisher: null, date: null });
    expect(cite(unknown)).toBe(`${noHeadline}[N]. ${noPublisher}，${UNKNOWN.date}.`);
    expect(cite(unknown, 'apa')).toBe('[原题未注明]. (n.d.).');
  });
});

describe('in the other styles', () => {
  const paper = SOURCES_BY_KIND.newspaper ?? source('newspaper');
  test.each([
    ['gbt7714-2015', '甲一. 水来了[N]. 试报, 1998-07-02(3).'],
    ['apa', '甲一. (1998, July 2). 水来了. 试报, 3.'],
    ['chicago', '甲一. “水来了”. 试报, July 2, 1998, 3.'],
  ] as const)('%s', (style, reference) => expect(cite(paper, style)).toBe(reference));

  test('a story is ours, and says what it is told from', () => {
    const record = recordOf(told({ title: '两本账', source: paper, published: '2026-12-01' }), PLACE);
    const [gbt, old, apa, chicago] = STYLE_IDS.map((style) => referencesOf(record, style)[0]);
    expect(gbt).toBe(`两本账[N/OL]. ${record.own.site}，2026-12-01. ${record.own.url}.`);
    expect(old).toBe(`两本账[N/OL]. ${record.own.site}, 2026-12-01[${CITING.accessed}]. ${record.own.url}.`);
    expect(apa).toContain('(Original work published as 水来了, 1998)');
    expect(chicago).toContain('Originally published as 甲一, “水来了” (July 2, 1998)');
  });

  test('an essay is by the archive, which is then named once', () => {
    const essay = told({ county: null, source: null, text: null, title: '两处的数', published: '2026-12-05' });
    const record = recordOf(essay, PLACE);
    expect(referencesOf(record, 'gbt7714-2025')).toEqual([
      `${record.own.site}. 两处的数[EB/OL]. （2026-12-05）[${CITING.accessed}]. ${record.own.url}.`,
    ]);
  });

  test('a foreign text is set in English where the standard speaks', () => {
    const authors = ['A', 'B', 'C', 'D'].map((name) => ({ name, role: '文', href: null, id: null }));
    const story = told({ lang: 'en', source: paper, authors });
    expect(referencesOf(recordOf(story, PLACE), 'gbt7714-2025')[0]).toMatch(/^A，B，C，et al\. /);
  });
});

describe.each(STYLE_IDS)('references in %s', (style) => {
  test.each(stories)('of %s are what citeproc makes of them', (_, story) => {
    const record = recordOf(story, PLACE);
    const references = referencesOf(record, style);
    expect(references).toHaveLength(1 + record.originals.length);
    for (const reference of references) expect(reference).not.toMatch(/undefined|null|NaN|\[object|,\s*,|，，|\.\s\./);
    // An engine that has set nothing before sets each the same.
    expect(references).toEqual(setItemsOf(record, style).map((item) => fresh(style, item)));
  });
});

/** A reference by an engine that has set nothing before, made anew of the files of the style. */
function fresh(style: (typeof STYLE_IDS)[number], item: { id: string; language?: string }): string {
  const read = (file: string) => readFileSync(`src/lib/citation/styles/${file}`, 'utf8');
  const isForeign = item.language?.startsWith('zh') === false;
  const isStandard = style.startsWith('gbt');
  const english = read('locale-en-US.xml');
  const abroad = isForeign ? english : english.replace('in-quote="true"', 'in-quote="false"');
  const half: Record<string, string> = { '，': ', ', '：': ': ', '（': '(', '）': ')' };
  const text = isStandard ? read('gbt7714-2025.csl') : read(`${style}.csl`);
  const system = {
    retrieveLocale: () => (isStandard && !isForeign ? read('locale-zh-CN.xml') : abroad),
    retrieveItem: () => ({ ...item }),
  };
  const engine = new CSL.Engine(
    system,
    style === 'gbt7714-2015' ? text.replace(/[，：（）]/g, (mark) => half[mark] ?? mark) : text,
    isStandard && !isForeign ? 'zh-CN' : 'en-US',
    true,
  );
  engine.setOutputFormat('text');
  engine.updateItems([item.id]);
  const made = engine.makeBibliography();
  return made ? (made[1][0]?.trim() ?? '') : '';
}

/** What BibTeX escapes, as it was. */
const unescaped = (text = '') =>
  text
    .replace(/\{?\\textbackslash\}?/g, '\u0000')
    .replace(/\{?\\textasciitilde\}?/g, '~')
    .replace(/\{?\\textasciicircum\}?/g, '^')
    .replace(/\\([{}%&#$_])/g, '$1')
    .replaceAll('\u0000', '\\');
const oneLine = (text: string | undefined) => text?.replace(/\s+/g, ' ');

describe('the files of a story read back equal:', () => {
  test.each(stories)('%s as CSL-JSON', (_, story) => {
    const record = recordOf(story, PLACE);
    const items = JSON.parse(citationFile(record, 'json'));
    expect(items.map(({ custom: _, ...item }: object & { custom?: object }) => item)).toEqual(
      exportedOf(record).map(({ csl }) => csl),
    );
    expect(items.map(({ custom }: { custom?: { edtf?: string } }) => custom?.edtf ?? null)).toEqual(
      exportedOf(record).map(({ date }) => date),
    );
  });

  test.each(stories)('%s as BibTeX', (_, story) => {
    const record = recordOf(story, PLACE);
    const entries = bibtex.entries(citationFile(record, 'bib'));
    expect(entries).toHaveLength(1 + record.originals.length);
    for (const [at, { csl, date }] of exportedOf(record).entries()) {
      const entry = entries[at];
      const names = (unescaped(entry?.AUTHOR) || undefined)?.split(' and ').map((name) => name.replace(/^\{|\}$/g, ''));
      const year = date ? plainDate(date).year : undefined;
      expect(entry?.key).toBe(csl.id);
      expect(unescaped(entry?.TITLE)).toBe(oneLine(csl.title) ?? '');
      expect(names).toEqual(csl.author?.map(({ literal }) => literal));
      expect(unescaped(entry?.JOURNAL ?? entry?.BOOKTITLE ?? entry?.HOWPUBLISHED)).toBe(csl['container-title'] ?? '');
      expect([entry?.DATE, entry?.YEAR, entry?.URL]).toEqual([date ?? undefined, year, csl.URL]);
    }
  });

  test.each(stories)('%s as RIS', (_, story) => {
    const record = recordOf(story, PLACE);
    const file = citationFile(record, 'ris');
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const entries = file
      .split(/^ER {2}- \r\n/m)
      .slice(0, -1)
      .map((entry) =>
        entry
          .trim()
          .split('\r\n')
          .map((line) => [line.slice(0, 2), line.slice(6)] as const),
      );
    expect(entries).toHaveLength(1 + record.originals.length);
    for (const [at, { csl, date }] of exportedOf(record).entries()) {
      const all = (tag: string) => (entries[at] ?? []).flatMap(([one, value]) => (one === tag ? [value] : []));
      expect(entries[at]?.[0]?.[0]).toBe('TY');
      expect([all('ID'), all('TI'), all('T2')]).toEqual([
        [csl.id],
        [oneLine(csl.title) ?? []].flat(),
        [csl['container-title'] ?? []].flat(),
      ]);
      expect(all('AU')).toEqual((csl.author ?? []).map(({ literal }) => literal));
      expect(all('UR')).toEqual([csl.URL ?? []].flat());
      // What the numbers of RIS cannot say of a date stands beside them.
      if (date && !plainDate(date).isWhole) expect(all('N1')).toContain(CITING.date(date));
      else expect([...all('PY')]).toEqual(date ? [date.slice(0, 4)] : []);
    }
  });
});

test('names and titles that TeX would read otherwise come back', () => {
  const odd = source('newspaper', {
    headline: '100% & {#1}_a^b~c\\d $5',
    bylines: [{ role: null, names: ['A and B', '甲, 乙'] }],
  });
  const file = citationFile(recordOf(told({ source: odd }), PLACE), 'bib');
  const [, entry] = bibtex.entries(file);
  expect(unescaped(entry?.TITLE)).toBe(odd.headline);
  expect(file).toContain('{{A and B} and {甲, 乙}}');
});

test('the file of texts has every style by its name, and the day of access is the reader’s', () => {
  const record = recordOf(told({ source: SOURCES_BY_KIND.newspaper as Source }), PLACE);
  const file = citationFile(record, 'txt');
  for (const style of STYLE_IDS)
    expect(citationIn(file, CITING.styles[style])).toBe(referencesOf(record, style).join('\n'));
  expect(seenOn(citationIn(file, CITING.styles['gbt7714-2015']), CITING.accessed, new Date(2027, 0, 5))).toContain(
    '[2027-01-05]',
  );
});

test.each([
  ['2019-11-05', { year: '2019', month: '11', day: '05', isWhole: true }],
  ['2019-11?/2019-12?', { year: '2019', isWhole: false }],
  ['2020-12/2021-02', { isWhole: false }],
  ['191X', { isWhole: false }],
  ['2020-12?', { year: '2020', month: '12', isWhole: false }],
])('%s in numbers', (edtf, plain) => expect(plainDate(edtf)).toEqual(plain));
