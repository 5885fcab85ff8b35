import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runPackage } from '../../src/commands/command.ts';
import { readContent } from '../../src/editing/files/read-content.ts';
import { FEED_FORM_IDS } from '../../src/lib/data/feeds.ts';
import { TABLES } from '../../src/lib/data/tables.ts';
import { readStory } from '../../src/lib/manuscript/manuscript.ts';
import { storyAt } from '../../src/lib/manuscript/paths.ts';
import { isOnSite } from '../../src/lib/manuscript/publication.ts';
import { isOpen } from '../../src/lib/privacy/open.ts';
import { filesOf } from '../support/built-files.ts';
import { recordFaults } from '../support/record-rules.ts';

// The open data, feeds and records of a built archive, held against its manuscripts and against the rules of each form.

const DAY = '2027-01-01';
const CONTENT = 'tests/fixtures/archive';
const ORIGIN = 'https://archive.example';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-data-'));
  const { code, output } = await runPackage('astro', ['build'], {
    quiet: true,
    env: {
      ...{ CONTENT_DIR: CONTENT, OUT_DIR: join(folder, 'named'), SITE_DATE: DAY },
      ...{ SITE_URL: ORIGIN, BASE_PATH: '/archive' },
    },
  });
  expect(code, output).toBe(0);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(folder, 'named', path), 'utf8');
const json = (path: string) => JSON.parse(read(path));
type Row = Record<string, unknown>;
const rows = (table: string): Row[] => json(`data/${table}.json`);

const stories = readContent(CONTENT)
  .filter(({ path }) => storyAt(path))
  .map((file) => readStory(file))
  .filter(({ publication, data }) => data && isOnSite(publication, DAY))
  .map(({ slug, data }) => ({ slug, data: data as NonNullable<typeof data> }));
const idsOf = (kind: 'milestones' | 'figures') =>
  stories.flatMap(({ slug, data }) => data[kind].filter(isOpen).map(({ id }) => `${slug}/${id}`)).sort();

/** A reader of RFC 4180. */
function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && plain === '' && quoted === undefined) break;
    line.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') {
      lines.push(line);
      line = [];
    }
  }
  return lines;
}

describe.each(TABLES.map((table) => [table.name, table] as const))('the table of %s', (name, table) => {
  test('says the same in CSV as in JSON', () => {
    const text = read(`data/${name}.csv`);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [head, ...lines] = parseCsv(text.slice(1));
    expect(head).toEqual(table.fields.map((field) => field.name));
    const cells = rows(name).map((row) =>
      table.fields.map((field) => {
        const value = row[field.name];
        const cell = Array.isArray(value) ? value.join('|') : String(value ?? '');
        return typeof value === 'string' && /^\s*[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
      }),
    );
    expect(lines).toEqual(cells);
  });

  test('follows its schema, which refuses what is not so', () => {
    const validate = new Ajv2020({ strict: true }).compile(json(`data/${name}.schema.json`));
    const own = rows(name);
    expect(validate(own), JSON.stringify(validate.errors)).toBe(true);
    expect(validate([{}])).toBe(false);
    const [first] = own;
    if (first) expect(validate([{ ...first, unheardOf: 1 }])).toBe(false);
  });

  test('calls each row by an id of its own, and knows what it refers to', () => {
    const own = rows(name);
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    for (const { field, table: other } of table.references) {
      const known = new Set(rows(other).map(({ id }) => id));
      expect(own.map((row) => row[field]).filter((id) => id !== null && !known.has(id))).toEqual([]);
    }
  });
});

describe('rows', () => {
  test.each(['milestones', 'figures'] as const)('of %s are those of the stories, each once', (kind) => {
    expect(idsOf(kind).length).toBeGreaterThan(0);
    expect(
      rows(kind)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(idsOf(kind));
  });

  test('have the date as the manuscript has it, with its marks and ground', () => {
    const byId = new Map(rows('milestones').map((row) => [row.id, row]));
    for (const { slug, data } of stories)
      for (const milestone of data.milestones.filter(isOpen)) {
        const { date, ground = null, basis } = milestone;
        const row = byId.get(`${slug}/${milestone.id}`);
        expect(row).toMatchObject({ date, basis: date === null ? null : basis });
        if (date !== null) expect(row).toMatchObject({ ground });
      }
  });

  test('of milestones have that date on their pages too: on that of the story all, on the timeline the open ones', () => {
    const bears = (page: string, date: string) =>
      page.includes(`datetime="${date}"`) || page.includes(`data-edtf="${date}"`);
    const timeline = read('timeline/index.html');
    const dated = stories.flatMap(({ slug, data }) => data.milestones.map((milestone) => ({ slug, ...milestone })));
    for (const { slug, id, date, private: isPrivate } of dated) {
      if (date === null) continue;
      expect(bears(read(`stories/${slug}/index.html`), date), `${slug}/${id}`).toBe(true);
      if (!isPrivate) expect(bears(timeline, date), `${slug}/${id}`).toBe(true);
    }
    expect(dated.filter(({ date }) => date !== null).length).toBeGreaterThan(5);
  });

  test('quote a sentence that stands in the page, at the paragraph that they name', () => {
    for (const row of [...rows('milestones'), ...rows('figures')]) {
      const quote = String(row.quote);
      expect(quote).toContain(String(row.words));
      expect(String(row.paragraphUrl)).toBe(`${ORIGIN}/archive/stories/${row.story}/#${row.paragraph}`);
      expect(read(`stories/${row.story}/index.html`)).toContain(`id="${row.paragraph}"`);
      const { paragraphs } = json(`stories/${row.story}/story.json`) as { paragraphs: Row[] };
      expect(paragraphs.find(({ id }) => id === row.paragraph)?.text).toContain(quote);
    }
  });

  test('lead to anchors that are there', () => {
    for (const { url } of [...rows('milestones'), ...rows('figures'), ...rows('places'), ...rows('people')]) {
      const { pathname, hash } = new URL(String(url));
      expect(read(`${pathname.replace('/archive/', '')}index.html`), String(url)).toContain(`id="${hash.slice(1)}"`);
    }
  });
});

test('places with a point are GeoJSON, longitude first; the others are in the table alone', () => {
  const { type, features, ...rest } = json('data/places.geojson');
  expect([type, rest]).toEqual(['FeatureCollection', {}]);
  const located = rows('places').filter(({ longitude }) => longitude !== null);
  expect(features.map(({ geometry }: { geometry: object }) => geometry)).toEqual(
    located.map(({ longitude, latitude }) => ({ type: 'Point', coordinates: [longitude, latitude] })),
  );
  for (const { geometry } of features) {
    const [longitude, latitude] = geometry.coordinates;
    expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
    expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
  }
});

test('data, feeds, answers and maps of the site keep the rules of their validators', () => {
  const { faults, files } = recordFaults(join(folder, 'named'));
  expect(faults).toEqual([]);
  expect(files).toBeGreaterThan(TABLES.length + 10);
});

test('the package lists every table with its bytes and its hash', () => {
  const { resources, profile, $schema } = json('data/datapackage.json');
  expect([profile, $schema]).toEqual([undefined, 'https://datapackage.org/profiles/2.0/datapackage.json']);
  expect(new Set(resources.map(({ name }: Row) => name)).size).toBe(resources.length);
  for (const { path, bytes, hash, name } of resources) {
    const file = readFileSync(join(folder, 'named/data', path));
    expect([file.length, `sha256:${createHash('sha256').update(file).digest('hex')}`]).toEqual([bytes, hash]);
    expect(name).toMatch(/^[a-z0-9._/-]+$/);
  }
  const tables = resources.filter(({ path }: { path: string }) => path.endsWith('.csv'));
  expect(tables.map(({ name }: Row) => name)).toEqual(TABLES.map(({ name }) => name));
  for (const { schema } of tables)
    for (const { reference } of schema.foreignKeys ?? [])
      expect(resources.map(({ name }: Row) => name)).toContain(reference.resource);
});

test('no script that a reader fetches holds what sets citations, or a style for it', () => {
  const scripts = filesOf(join(folder, 'named')).filter((file) => /\.m?js$/.test(file));
  expect(scripts.length).toBeGreaterThan(10);
  // Names that the engine and every style hold, and no other program.
  for (const file of scripts)
    expect(readFileSync(file, 'utf8'), file).not.toMatch(
      /makeBibliography|retrieveLocale|citation-format|purl\.org\/net\/xbiblio/,
    );
  for (const file of filesOf(join(folder, 'named')).filter((path) => path.endsWith('.html')))
    expect(/makeBibliography|purl\.org\/net\/xbiblio/.test(readFileSync(file, 'utf8')), file).toBe(false);
});

test('a story as Markdown has its words, and no component, mark or anchor', () => {
  for (const { slug, data } of stories) {
    const text = read(`stories/${slug}/story.md`);
    expect(text).toContain(data.title);
    expect(text).not.toMatch(/<[A-Z/]|\{#|id="/);
    const { paragraphs } = json(`stories/${slug}/story.json`) as { paragraphs: { text: string }[] };
    const plain = (words: string) => words.replace(/[\\\s>*[\]^\d:-]/g, '');
    for (const paragraph of paragraphs) expect(plain(text)).toContain(plain(paragraph.text));
  }
});

test('the page counts the rows, offers every file and is known as a set of data', () => {
  const page = read('data/index.html');
  for (const { name } of TABLES) expect(page).toContain(`${rows(name).length} 行`);
  for (const file of filesOf(join(folder, 'named/data'))) {
    const name = file.split(/[\\/]/).at(-1) ?? '';
    if (name !== 'index.html') expect(page, name).toContain(`href="/archive/data/${name}"`);
  }
  const graph = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '');
  expect(graph).toMatchObject({ '@type': 'Dataset', url: `${ORIGIN}/archive/data/` });
  for (const { contentUrl } of graph.distribution)
    expect(existsSync(join(folder, 'named', contentUrl.replace(`${ORIGIN}/archive/`, '')))).toBe(true);
  expect(read('index.html')).toContain('href="/archive/data/"');
});

describe('feeds', () => {
  const countiesOf = () => [...new Set(stories.flatMap(({ data }) => [data.county ?? [], data.counties].flat()))];
  const names = () => ['all', 'corrections', ...countiesOf().map((id) => `counties/${id}`)];

  test('tell of the same in three forms, with whole addresses and days of this site', () => {
    for (const name of names()) {
      const rss = parseRssFeed(read(`feeds/${name}.rss`));
      const atom = parseAtomFeed(read(`feeds/${name}.atom`));
      const feed = parseJsonFeed(read(`feeds/${name}.json`));
      const ids = atom.entries?.map(({ id }) => id) ?? [];
      expect(rss.items?.map(({ guid }) => guid?.value) ?? []).toEqual(ids);
      expect(feed.items?.map(({ id }) => id) ?? []).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
      const self = `${ORIGIN}/archive/feeds/${name}`;
      expect([atom.id, feed.feed_url, rss.atom?.links?.[0]?.href]).toEqual([
        `${self}.atom`,
        `${self}.json`,
        `${self}.rss`,
      ]);
      for (const text of FEED_FORM_IDS.map((form) => read(`feeds/${name}.${form}`)))
        expect(text.match(/(?:href|url|link)[^\n]{0,3}[>"](?!https?:|\/\/)\/[^\n"<]*/)).toBeNull();
      for (const entry of atom.entries ?? []) {
        expect(entry.title?.value && entry.updated && entry.summary?.value).toBeTruthy();
        expect(String(entry.updated) >= String(entry.published)).toBe(true);
      }
    }
  });

  test('of all stories have each with the days of its record, whenever its original was printed', () => {
    const { entries = [] } = parseAtomFeed(read('feeds/all.atom'));
    expect(entries).toHaveLength(stories.length);
    for (const { slug, data } of stories) {
      const entry = entries.find(({ id }) => id === `${ORIGIN}/archive/stories/${slug}/`);
      const last = [data.published, data.updated ?? '', ...data.corrections.map(({ date }) => date)].sort().at(-1);
      expect([entry?.published, entry?.updated].map((moment) => String(moment).slice(0, 10))).toEqual([
        data.published,
        last,
      ]);
    }
    expect(read('feeds/all.atom').match(/<updated>([^<]+)/)?.[1]).toBe(
      entries
        .map(({ updated }) => String(updated))
        .sort()
        .at(-1),
    );
  });

  test('of corrections have one entry for each', () => {
    const all = stories.flatMap(({ data }) => data.corrections);
    expect(parseAtomFeed(read('feeds/corrections.atom')).entries ?? []).toHaveLength(all.length);
  });

  test('are all listed in OPML, and named by the pages that show the same', () => {
    const { body } = parseOpml(read('feeds/feeds.opml'));
    expect(body?.outlines?.map(({ xmlUrl }) => xmlUrl).sort()).toEqual(
      names()
        .map((name) => `${ORIGIN}/archive/feeds/${name}.rss`)
        .sort(),
    );
    expect(read('index.html')).toContain('type="application/atom+xml" href="/archive/feeds/all.atom"');
    const [county] = countiesOf();
    expect(read(`counties/${county}/index.html`)).toContain(`href="/archive/feeds/counties/${county}.atom"`);
  });
});

describe('answers for harvesters', () => {
  const DC = 'http://purl.org/dc/elements/1.1/';
  const parse = (path: string): Element => {
    const faults: string[] = [];
    const parser = new DOMParser({ errorHandler: (_: string, fault: string) => faults.push(fault) });
    const root = parser.parseFromString(read(`oai/${path}`), 'text/xml').documentElement;
    expect(faults, path).toEqual([]);
    return root as unknown as Element;
  };
  const textsOf = (root: Element, name: string) =>
    Array.from(root.getElementsByTagName(name), (node) => (node as Element).textContent ?? '');

  test('say who answers, as the protocol has it and in its order', () => {
    const root = parse('Identify.xml');
    const [identify] = Array.from(root.getElementsByTagName('Identify'));
    expect(
      Array.from((identify as Element).childNodes, ({ nodeName }) => nodeName).filter((name) => name !== '#text'),
    ).toEqual([
      'repositoryName',
      'baseURL',
      'protocolVersion',
      'adminEmail',
      'earliestDatestamp',
      'deletedRecord',
      'granularity',
    ]);
    expect(textsOf(root, 'baseURL')).toEqual([`${ORIGIN}/archive/oai/`]);
    expect(textsOf(root, 'adminEmail')[0]).toMatch(/^\S+@(?:\S+\.)+\S+$/);
    expect(textsOf(root, 'earliestDatestamp')).toEqual([textsOf(parse('ListIdentifiers.xml'), 'datestamp').sort()[0]]);
  });

  test('list every story once, with the elements of Dublin Core', () => {
    const root = parse('ListRecords.xml');
    const identifiers = stories.map(({ slug }) => `oai:archive.example:${slug}`).sort();
    expect(textsOf(root, 'identifier').sort()).toEqual(identifiers);
    expect(textsOf(parse('ListIdentifiers.xml'), 'identifier').sort()).toEqual(identifiers);
    for (const record of Array.from(root.getElementsByTagName('record'))) {
      for (const name of ['title', 'date', 'identifier', 'language', 'type'])
        expect((record as Element).getElementsByTagNameNS(DC, name).length, name).toBeGreaterThan(0);
      const [date] = textsOf(record as Element, 'dc:date');
      expect(stories.map(({ data }) => data.published)).toContain(date);
    }
    expect(textsOf(root, 'responseDate')[0]).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
  });

  test('give each record, and each set the records of its county', () => {
    for (const { slug } of stories) expect(textsOf(parse(`GetRecord/${slug}.xml`), 'identifier')).toHaveLength(1);
    const sets = textsOf(parse('ListSets.xml'), 'setSpec');
    for (const set of sets) {
      const own = stories.filter(({ data }) => [data.county, ...data.counties].includes(set)).map(({ slug }) => slug);
      const listed = textsOf(parse(`ListRecords/${set}.xml`), 'identifier');
      expect(listed.map((identifier) => identifier.replace(/^.*:/, '')).sort()).toEqual(own.sort());
    }
    expect(sets.length).toBeGreaterThan(0);
  });

  test('know one format and tell what no verb asks', () => {
    expect(textsOf(parse('ListMetadataFormats.xml'), 'metadataPrefix')).toEqual(['oai_dc']);
    expect(parse('badVerb.xml').getElementsByTagName('error')[0]?.getAttribute('code')).toBe('badVerb');
  });
});
