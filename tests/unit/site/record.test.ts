import { describe, expect, test } from 'vitest';
import { name } from '#archive';
import { readContent } from '../../../src/editing/files/read-content.ts';
import type { Source } from '../../../src/lib/schema/source.ts';
import { citationFile } from '../../../src/site/citations.ts';
import { metadataOf, wayTo } from '../../../src/site/metadata.ts';
import type { Story } from '../../../src/site/model.ts';
import { recordOf } from '../../../src/site/record.ts';
import { readRecords } from '../../support/records.ts';
import { siteStories } from '../../support/site-stories.ts';
import { SOURCES_BY_KIND } from '../lib/citation/made-sources.ts';

const PLACE = { origin: 'https://example.org' };
const [model] = siteStories('tests/fixtures/content', '2027-01-01');
if (!model) throw new Error('The smallest archive has no story');
const told = (more: Partial<Story>): Story => ({ ...model, ...more }) as Story;
const paper = SOURCES_BY_KIND.newspaper as Source;

describe('a story has two records:', () => {
  test('ours, in our words and under our licence', () => {
    const { own } = recordOf(told({ source: paper, subtitle: '一个春天' }), PLACE);
    expect(own).toMatchObject({
      ...{ id: model.slug, kind: 'retold', title: model.title, fullTitle: `${model.title}：一个春天` },
      ...{ site: name, language: 'zh-CN', published: model.published, url: `https://example.org${model.href}` },
    });
    expect(own.authors).toEqual(model.authors.map((author) => author.name));
    expect(own.creators).toEqual([...own.authors, '甲一']);
  });

  test('theirs, as printed', () => {
    const { originals } = recordOf(told({ source: paper }), PLACE);
    expect(originals).toHaveLength(1);
    expect(originals[0]).toMatchObject({
      ...{ id: `${model.slug}-original`, kind: 'newspaper', headline: '水来了', publisher: '试报', authors: ['甲一'] },
      ...{ date: '1998-07-02', dateBasis: 'stated' },
    });
  });

  test('and one of each further original, each with a key of its own', () => {
    const sources = [SOURCES_BY_KIND.letter as Source, SOURCES_BY_KIND.book as Source];
    const ids = recordOf(told({ source: paper, sources }), PLACE).originals.map(({ id }) => id);
    expect(ids).toEqual([`${model.slug}-original`, `${model.slug}-original-2`, `${model.slug}-original-3`]);
  });

  test('an essay has none but ours', () => {
    const essay = { ...model, county: null, source: null, text: null, authors: [] } as Story;
    expect(recordOf(essay, PLACE)).toMatchObject({ own: { kind: 'essay', authors: [name] }, originals: [] });
  });
});

describe('a title in English is the second one', () => {
  const en = { title: 'Two books', abstract: 'One spring in one village.' };
  const record = recordOf(told({ source: paper, en }), PLACE);

  test('of the page and of our record', () => {
    const { metas, links, graph } = metadataOf(record, wayTo(record, null));
    expect(metas).toContainEqual({ name: 'DC.title.alternative', content: en.title });
    const link = (origin: string) => ({ rel: 'alternate', hreflang: 'en', href: `${origin}/en/#${model.slug}` });
    expect(links).toContainEqual(link(PLACE.origin ?? ''));
    const nowhere = recordOf(told({ source: paper, en }), { ...PLACE, origin: null });
    expect(metadataOf(nowhere, wayTo(nowhere, null)).links).toContainEqual(link(''));
    expect(JSON.stringify(graph)).toContain('"alternateName":"Two books"');
    expect(record.own.title).toBe(model.title);
  });

  test('of its references in files, and of those alone', () => {
    const file = (form: 'bib' | 'ris' | 'json' | 'txt') => citationFile(record, form);
    expect(file('bib').match(/titleaddon = \{Two books\}/g)).toHaveLength(1);
    expect(file('ris').match(/^TT {2}- Two books\r$/gm)).toHaveLength(1);
    expect(JSON.parse(file('json'))[0].custom.translatedTitle).toBe(en.title);
    expect(file('txt')).not.toContain(en.title);
  });

  test('and nothing is said where nobody wrote one', () => {
    const without = recordOf(told({ source: paper }), PLACE);
    expect(JSON.stringify(metadataOf(without, wayTo(without, null)))).not.toMatch(/alternative|alternateName|hreflang/);
    expect(citationFile(without, 'bib') + citationFile(without, 'ris')).not.toMatch(/titleaddon|^TT/m);
  });
});

test('what nobody knows is null, and in no item of CSL', () => {
  const unknown: Source = { ...paper, headline: null, publisher: null, bylines: [], date: null, page: undefined };
  const { originals } = recordOf(told({ source: unknown, authors: [] }), PLACE);
  expect(originals[0]).toMatchObject({ headline: null, title: null, publisher: null, date: null, dateBasis: null });
  expect(originals[0]?.csl).toEqual({ id: `${model.slug}-original`, type: 'article-newspaper' });
});

test('a site without an address has records without one', () => {
  const { own } = recordOf(told({ source: paper }), { origin: null });
  expect([own.url, own.csl.URL, own.path]).toEqual([null, undefined, model.href]);
});

test.each(Object.entries(SOURCES_BY_KIND))('%s has a record', (kind, source) => {
  const { originals } = recordOf(told({ source }), PLACE);
  expect(originals[0]?.kind).toBe(kind);
  expect(JSON.stringify(originals)).not.toMatch(/undefined|未注明/);
});

test('the day of a correction is the last day on which the words were changed', () => {
  const corrections: Story['corrections'] = [{ date: '2027-03-04', kind: '更正', text: '改了一个数。' }];
  expect(recordOf(told({ corrections }), PLACE).own.modified).toBe('2027-03-04');
});

test.each([
  ['every kind of source', readRecords()],
  ['many languages', readContent('tests/fixtures/texts')],
])('the stories of an archive of %s say nothing undefined', (_, files) => {
  for (const story of siteStories(files, '2027-01-01'))
    expect(JSON.stringify(Object.values(recordOf(story, PLACE).own))).not.toContain('undefined');
});
