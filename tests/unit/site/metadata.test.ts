import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/editing/files/read-content.ts';
import { jsonLd } from '../../../src/lib/text/json-ld.ts';
import { contextObjects, datasetNode, metadataOf, wayTo } from '../../../src/site/metadata.ts';
import type { Story } from '../../../src/site/model.ts';
import { recordOf } from '../../../src/site/record.ts';
import { FOLDER } from '../../support/content.ts';
import { readRecords } from '../../support/records.ts';
import { siteStories } from '../../support/site-stories.ts';
import { coinItem, embeddedItem } from '../../support/zotero.ts';

const DAY = '2126-01-01';
const PLACE = { origin: 'https://example.org' };
const ARCHIVES = [FOLDER, 'tests/fixtures/archive', 'tests/fixtures/texts'];
const stories = [
  ...ARCHIVES.flatMap((folder) => siteStories(readContent(folder), DAY)),
  ...siteStories(readRecords(), DAY),
].map((story) => [story.slug, story] as const);

const of = (story: Story) => {
  const record = recordOf(story, PLACE);
  return { record, data: metadataOf(record, wayTo(record, story.county)) };
};

describe('Zotero saves', () => {
  test.each(stories)('%s with all names, its day here and its language', (_, story) => {
    const { record, data } = of(story);
    // A date in the text is no date of the text.
    const page = { metas: data.metas, title: 'x', siteName: 'x', lang: 'x', firstTime: '1999-01-01' };
    const item = embeddedItem(page);
    const isPress = ['newspaper', 'webpage', 'broadcast'].includes(record.originals[0]?.like ?? '');
    expect(item).toEqual({
      itemType: isPress ? 'newspaperArticle' : 'webpage',
      title: record.own.fullTitle,
      creators: record.own.creators,
      date: story.published,
      language: record.own.language,
      publicationTitle: record.own.site,
    });
    for (const original of record.originals) expect(item.creators).toEqual(expect.arrayContaining(original.authors));
  });

  test.each(stories)('%s and each original beside it, if only by what is known', (_, story) => {
    const { record } = of(story);
    const [own, ...originals] = contextObjects(record).map(coinItem);
    const plus = (text: string) => text.replaceAll('+', '＋');
    expect(own).toMatchObject({ title: plus(record.own.fullTitle), creators: record.own.creators.map(plus) });
    expect(own?.date).toBe(story.published);
    expect(originals).toHaveLength(record.originals.length);
    for (const [at, item] of originals.entries()) {
      const original = record.originals[at];
      expect(item.title).toBe(plus(original?.title ?? item.title));
      expect(item.title).not.toBe('');
      expect(item.creators).toEqual(original?.authors.map(plus));
      // A day that is inferred, or one of many, is none.
      if (item.date !== undefined) expect(item.date).toBe(original?.date);
      expect(item.publicationTitle).toBe(original?.csl['container-title']);
    }
  });
});

describe('a story’s page', () => {
  test.each(stories)('of %s names its forms, and nothing undefined', (_, story) => {
    const { record, data } = of(story);
    expect(JSON.stringify(data)).not.toMatch(/undefined|null|未注明/);
    const rels = data.links.flatMap(({ rel }) => rel.split(' '));
    expect(rels.filter((rel) => rel === 'alternate')).toHaveLength(6);
    expect(rels).toEqual(expect.arrayContaining(['cite-as', 'describedby', 'type']));
    expect(rels.includes('license')).toBe(record.own.rights?.uri != null);
  });

  test('says in schema.org what it is based on', () => {
    const [, story] = stories.find(([, { source }]) => source?.kind === 'newspaper') ?? [];
    if (!story) throw new Error('No fixture is told from a newspaper');
    const { record, data } = of(story);
    expect(data.graph).toMatchObject({
      '@graph': [
        { '@type': 'NewsArticle', headline: record.own.title, isBasedOn: [{ '@type': 'NewsArticle' }] },
        { '@type': 'BreadcrumbList', itemListElement: [{ position: 1 }, { position: 2 }, { position: 3 }] },
      ],
    });
  });

  test('has no address where the site has none', () => {
    for (const [, story] of stories) {
      const record = recordOf(story, { origin: null });
      const data = metadataOf(record, wayTo(record, story.county));
      expect(JSON.stringify([data, contextObjects(record)])).not.toMatch(/https?:\/\/(?:localhost|example\.org)/);
    }
  });
});

test('no word of the data ends the element that holds it', () => {
  const text = jsonLd({ name: '</script><script>alert(1)</script>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script>' });
});

test('a set of data says where it can be fetched, and under what licence', () => {
  const node = datasetNode({
    ...{
      name: '数字',
      description: '全部数字。',
      url: 'https://example.org/data/',
      creator: '某站',
      modified: '2027-01-01',
    },
    ...{
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      files: [{ url: 'https://example.org/a.csv', type: 'text/csv' }],
    },
  });
  expect(node).toMatchObject({ '@type': 'Dataset', distribution: [{ encodingFormat: 'text/csv' }] });
});
