import { describe, expect, test } from 'vitest';
import {
  atomFaults,
  csvLines,
  geoJsonFaults,
  jsonFeedFaults,
  oaiFaults,
  opmlFaults,
  packageFaults,
  rssFaults,
  sitemapFaults,
} from '../../support/record-rules.ts';

// Each rule by which the record is judged refuses what breaks it: a rule that cannot fail holds nothing.

const AT = 'https://a.example/';
const xml = (text: string) => `<?xml version="1.0" encoding="utf-8"?>${text}`;

const RSS = xml(
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>题</title><link>${AT}</link><description>话</description><language>zh-CN</language><atom:link href="${AT}all.rss" rel="self"/><item><title>一</title><link>${AT}1/</link><guid isPermaLink="true">${AT}1/</guid><pubDate>Fri, 27 Nov 2026 00:00:00 GMT</pubDate></item></channel></rss>`,
);
const ATOM = xml(
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>${AT}all.atom</id><title>题</title><updated>2026-11-27T00:00:00Z</updated><author><name>某</name></author><link rel="self" href="${AT}all.atom"/><entry><id>${AT}1/</id><title>一</title><published>2026-11-26T00:00:00Z</published><updated>2026-11-27T00:00:00Z</updated><link href="${AT}1/"/></entry></feed>`,
);
const OPML = xml(
  `<opml version="2.0"><head><title>题</title></head><body><outline text="一" type="rss" xmlUrl="${AT}all.rss"/></body></opml>`,
);
const OAI = xml(
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-27T00:00:00Z</responseDate><request verb="GetRecord">${AT}oai/</request><GetRecord><record><header><identifier>oai:a.example:one</identifier><datestamp>2026-11-27</datestamp><setSpec>a</setSpec></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>一</dc:title></oai_dc:dc></metadata></record></GetRecord></OAI-PMH>`,
);
const MAP = xml(
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${AT}</loc><lastmod>2026-11-27</lastmod></url></urlset>`,
);

describe.each([
  [
    'RSS',
    RSS,
    rssFaults,
    [
      ['<description>话</description>', ''],
      ['rel="self"', 'rel="other"'],
      ['zh-CN', 'zh-CN</language><language>en'],
      ['Fri, 27 Nov', 'Thu, 27 Nov'],
      ['27 Nov 2026', '31 Nov 2026'],
      ['GMT', 'Beijing'],
      [`isPermaLink="true">${AT}1/`, 'isPermaLink="true">one'],
      ['<guid isPermaLink="true">https://a.example/1/</guid>', ''],
      ['<title>一</title>', '<title>&lt;b&gt;一</title>'],
      ['</item>', `</item><item><title>二</title><link>${AT}2/</link><guid>${AT}1/</guid></item>`],
      ['</item>', '<author>某</author></item>'],
      ['</channel>', ''],
    ],
  ],
  [
    'Atom',
    ATOM,
    atomFaults,
    [
      [`<id>${AT}all.atom</id>`, ''],
      ['<author><name>某</name></author>', ''],
      ['rel="self"', 'rel="related"'],
      ['<updated>2026-11-27T00:00:00Z</updated><author>', '<updated>2026-11-27</updated><author>'],
      ['<updated>2026-11-27T00:00:00Z</updated><author>', '<updated>2026-11-25T00:00:00Z</updated><author>'],
      ['2026-11-26T', '2026-11-28T'],
      [`<link href="${AT}1/"/>`, '<link href="/1/"/>'],
      [`<link href="${AT}1/"/>`, ''],
      [
        '</feed>',
        `<entry><id>${AT}1/</id><title>二</title><updated>2026-11-27T00:00:00Z</updated><link href="${AT}2/"/></entry></feed>`,
      ],
      ['<entry>', '<entry><category/>'],
    ],
  ],
  [
    'OPML',
    OPML,
    opmlFaults,
    [
      [`xmlUrl="${AT}all.rss"`, 'xmlUrl="all.rss"'],
      ['text="一"', ''],
      ['version="2.0"', ''],
    ],
  ],
  [
    'OAI-PMH',
    OAI,
    oaiFaults,
    [
      ['T00:00:00Z', 'T00:00:00'],
      ['verb="GetRecord"', 'verb="ListRecords"'],
      ['<identifier>oai:a.example:one</identifier>', ''],
      ['oai:a.example:one', 'one'],
      ['<datestamp>2026-11-27', '<datestamp>27 November'],
      ['<setSpec>a<', '<setSpec>a b<'],
      ['dc:title', 'dc:heading'],
      ['<dc:title>一</dc:title>', '<title>一</title>'],
      ['</GetRecord>', '</GetRecord><GetRecord/>'],
    ],
  ],
  [
    'the map of a site',
    MAP,
    sitemapFaults,
    [
      [`<loc>${AT}</loc>`, '<loc>/</loc>'],
      ['2026-11-27', '27.11.2026'],
      ['</url>', `</url><url><loc>${AT}</loc></url>`],
      ['0.9', '0.8'],
    ],
  ],
] as [string, string, (text: string) => string[], [string, string][]][])('%s', (_, good, faultsOf, broken) => {
  test('that is right has no fault', () => expect(faultsOf(good)).toEqual([]));
  test.each(broken)('has one with %s → %s', (from, to) => {
    expect(good).toContain(from);
    expect(faultsOf(good.replaceAll(from, to)).length).toBeGreaterThan(0);
  });
});

describe('JSON Feed', () => {
  const good = {
    ...{ version: 'https://jsonfeed.org/version/1.1', title: '题', home_page_url: AT, feed_url: `${AT}all.json` },
    items: [{ id: '1', url: `${AT}1/`, content_text: '话', date_published: '2026-11-27T00:00:00Z' }],
  };
  test('that is right has no fault', () => expect(jsonFeedFaults(good)).toEqual([]));
  test.each([
    [{ version: '1' }],
    [{ title: '' }],
    [{ feed_url: 'all.json' }],
    [{ items: [{ url: AT, content_text: '话' }] }],
    [{ items: [{ id: '1' }] }],
    [{ items: [{ ...good.items[0], date_published: '2026-11-27' }] }],
    [{ items: [good.items[0], good.items[0]] }],
  ])('has one with %j', (more) => expect(jsonFeedFaults({ ...good, ...more }).length).toBeGreaterThan(0));
});

describe('GeoJSON', () => {
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ];
  const feature = (geometry: unknown, more = {}) => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry, ...more }],
  });
  test('that is right has no fault', () => {
    for (const geometry of [
      null,
      { type: 'Point', coordinates: [110, 30] },
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
      { type: 'Polygon', coordinates: [ring] },
      { type: 'MultiPolygon', coordinates: [[ring]] },
    ])
      expect(geoJsonFaults(feature(geometry))).toEqual([]);
  });
  test.each([
    ['latitude first', { type: 'Point', coordinates: [30, 110] }],
    ['one number', { type: 'Point', coordinates: [30] }],
    ['an open ring', { type: 'Polygon', coordinates: [ring.slice(0, 3)] }],
    ['a ring with the clock', { type: 'Polygon', coordinates: [ring.toReversed()] }],
    ['a hole against it', { type: 'Polygon', coordinates: [ring, ring] }],
    ['a line of one point', { type: 'LineString', coordinates: [[0, 0]] }],
    ['a type that is none', { type: 'Circle', coordinates: [0, 0] }],
  ])('has one with %s', (_, geometry) => expect(geoJsonFaults(feature(geometry)).length).toBeGreaterThan(0));
  test('has one with the old word for a reference system, or without properties', () => {
    expect(geoJsonFaults({ ...feature(null), crs: {} }).length).toBeGreaterThan(0);
    expect(geoJsonFaults({ type: 'Feature', geometry: null }).length).toBeGreaterThan(0);
  });
});

describe('a package of data', () => {
  const tables: Record<string, string> = {
    'a.csv': '\uFEFFid,count\r\n"x, ""y""",1\r\nz,\r\n',
    'b.csv': 'id,a\r\n1,z\r\n',
  };
  const read = (path: string) => Buffer.from(tables[path] ?? '');
  const field = (name: string, type: string, required = false) => ({
    name,
    type,
    ...(required ? { constraints: { required } } : {}),
  });
  const make = (a: object = {}, b: object = {}, rest: object = {}) => ({
    created: '2026-11-27T00:00:00Z',
    resources: [
      {
        name: 'a',
        path: 'a.csv',
        schema: { fields: [field('id', 'string', true), field('count', 'integer')], primaryKey: ['id'], ...a },
      },
      {
        ...{ name: 'b', path: 'b.csv' },
        schema: {
          fields: [field('id', 'string'), field('a', 'string')],
          foreignKeys: [{ fields: ['a'], reference: { resource: 'a', fields: ['id'] } }],
          ...b,
        },
      },
    ],
    ...rest,
  });
  test('reads cells in quotes', () => {
    expect(csvLines('id,count\r\n"x, ""y""",1\r\nz,\r\n')).toEqual([
      ['id', 'count'],
      ['x, "y"', '1'],
      ['z', ''],
    ]);
  });
  test('that is right has no fault', () => expect(packageFaults(make(), read)).toEqual([]));
  test.each([
    ['a word where a number stands', make({ fields: [field('id', 'integer'), field('count', 'integer')] })],
    ['a cell that must be there', make({ fields: [field('id', 'string'), field('count', 'integer', true)] })],
    ['a type that is none', make({ fields: [field('id', 'string'), field('count', 'list')] })],
    ['two rows of one key', make({ primaryKey: ['nothing'] })],
    [
      'a reference to nothing',
      make({}, { foreignKeys: [{ fields: ['id'], reference: { resource: 'a', fields: ['id'] } }] }),
    ],
    ['a field too few', make({ fields: [field('id', 'string')] })],
    ['no moment', make({}, {}, { created: '2026-11-27' })],
    ['nothing in it', make({}, {}, { resources: [] })],
    ['other bytes', make({}, {}, { resources: [{ name: 'a', path: 'a.csv', bytes: 1 }] })],
    ['another hash', make({}, {}, { resources: [{ name: 'a', path: 'a.csv', hash: 'sha256:0' }] })],
    ['a path that leads out', make({}, {}, { resources: [{ name: 'a', path: '../a.csv' }] })],
  ])('has one with %s', (_, descriptor) => expect(packageFaults(descriptor, read).length).toBeGreaterThan(0));
});
