// What the specifications ask of open data, feeds, answers for harvesters and the map of the site: the rules of the validators
// that everybody else uses, for where those are not at hand.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { filesIn } from '../../src/disk/files.ts';

type Json = Record<string, unknown>;
type Fault = string;

/** Everything that is wrong with the record of a built site, each with its file; and how many files were looked at. */
export function recordFaults(folder: string): { faults: Fault[]; files: number } {
  const rules: [RegExp, (text: string, path: string) => Fault[]][] = [
    [
      /^data\/datapackage\.json$/,
      (text) => packageFaults(JSON.parse(text), (path) => readFileSync(join(folder, 'data', path))),
    ],
    [
      /^data\/\w+\.schema\.json$/,
      (text, path) => schemaFaults(JSON.parse(text), JSON.parse(read(path.replace('.schema', '')))),
    ],
    [/\.geojson$/, (text) => geoJsonFaults(JSON.parse(text))],
    [/^feeds\/.*\.rss$/, rssFaults],
    [/^feeds\/.*\.atom$/, atomFaults],
    [/^feeds\/.*\.json$/, (text) => jsonFeedFaults(JSON.parse(text))],
    [/^feeds\/.*\.opml$/, opmlFaults],
    [/^oai\/.*\.xml$/, oaiFaults],
    [/^sitemap[\w-]*\.xml$/, sitemapFaults],
  ];
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  let files = 0;
  const faults = filesIn(folder).flatMap((path) =>
    rules
      .filter(([pattern]) => pattern.test(path))
      .flatMap(([, find]) => {
        files++;
        return find(read(path), path).map((fault) => `${path}: ${fault}`);
      }),
  );
  return { faults, files };
}

const check = (holds: unknown, fault: Fault): Fault[] => (holds ? [] : [fault]);
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const URI = /^https?:\/\/[^\s<>"{}|\\^`]+$/;
const isUri = (text: unknown): boolean => typeof text === 'string' && URI.test(text) && URL.canParse(text);
/** RFC 3339. */
const MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const isMoment = (text: unknown): boolean =>
  typeof text === 'string' && MOMENT.test(text) && !Number.isNaN(Date.parse(text));
/** RFC 822, as RSS has it, with years of four digits; the day of the week must be that of the date. */
function isMailDate(text: string): boolean {
  const [, week, day, month, year] =
    /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) \d\d:\d\d(?::\d\d)? (?:GMT|UT|[+-]\d{4})$/.exec(
      text,
    ) ?? [];
  if (!day) return false;
  const date = new Date(`${day} ${month} ${year} 00:00:00 GMT`);
  return date.getUTCDate() === Number(day) && (!week || date.toUTCString().startsWith(week));
}

// Frictionless: Data Package and Table Schema.

const TYPES: Record<string, RegExp> = {
  string: /^[\s\S]*$/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i,
  boolean: /^(?:true|false|True|False|TRUE|FALSE|1|0)$/,
};
const JSON_TYPES: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
};

interface Resource {
  name: string;
  path: string;
  bytes?: number;
  hash?: string;
  schema?: {
    fields: { name: string; type: string; constraints?: { required?: boolean } }[];
    primaryKey?: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

/** The package and every row of every table that it lists. */
export function packageFaults(descriptor: Json, read: (path: string) => Buffer): Fault[] {
  const resources = (Array.isArray(descriptor.resources) ? descriptor.resources : []) as Resource[];
  const rows = new Map(resources.filter(({ schema }) => schema).map((one) => [one.name, rowsOf(one, read(one.path))]));
  return [
    ...check(resources.length > 0, 'the package lists nothing'),
    ...check(isMoment(descriptor.created), 'created is no moment'),
    ...check(descriptor.homepage === undefined || isUri(descriptor.homepage), 'homepage is no address'),
    ...(descriptor.licenses === undefined ? [] : (descriptor.licenses as Json[])).flatMap(({ name, path }) =>
      check(
        (name === undefined || /^[\w.-]+$/.test(String(name))) && (name ?? path) !== undefined,
        'a licence has no name',
      ),
    ),
    ...check(new Set(resources.map(({ name }) => name)).size === resources.length, 'two resources have one name'),
    ...resources.flatMap((resource) => {
      const { name, path, bytes, hash, schema } = resource;
      const file = read(path);
      const sum = `sha256:${createHash('sha256').update(file).digest('hex')}`;
      return [
        ...check(/^[a-z0-9._-]+$/.test(name), `${name} is no name`),
        ...check(!/^\/|\.\.|^\w+:/.test(path), `${path} leads out of the package`),
        ...check(bytes === undefined || bytes === file.length, `${name} has other bytes than it says`),
        ...check(hash === undefined || hash === sum, `${name} has another hash than it says`),
        ...(schema ? tableFaults(resource, rows) : []),
      ];
    }),
  ];
}

/** Cells by the names of their fields; null is what is missing. */
function rowsOf({ path }: Resource, file: Buffer): Map<string, unknown>[] {
  const text = file.toString('utf8').replace(/^\u{feff}/u, '');
  if (path.endsWith('.json')) return (JSON.parse(text) as Json[]).map((row) => new Map(Object.entries(row)));
  const [head = [], ...lines] = csvLines(text);
  return lines.map((cells) => new Map(head.map((name, i) => [name, cells[i] === '' ? null : cells[i]])));
}

/** A reader of RFC 4180. */
export function csvLines(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.filter((line) => line.length > 1 || (line[0] ?? '') !== '');
}

function tableFaults({ name, path, schema }: Resource, tables: ReadonlyMap<string, Map<string, unknown>[]>): Fault[] {
  const { fields = [], primaryKey = [], foreignKeys } = schema ?? {};
  const rows = tables.get(name) ?? [];
  const isJson = path.endsWith('.json');
  const key = (row: Map<string, unknown>, names: readonly string[]) => JSON.stringify(names.map((one) => row.get(one)));
  return [
    ...check(fields.length > 0, `${name} has no fields`),
    ...check(foreignKeys === undefined || foreignKeys.length > 0, `${name} has a list of references without any`),
    ...rows.flatMap((row, at) => [
      ...check(row.size === fields.length, `${name}, row ${at + 1}: ${row.size} cells for ${fields.length} fields`),
      ...fields.flatMap(({ name: field, type, constraints }) => {
        const value = row.get(field);
        if (value === null || value === undefined || value === '')
          return check(!constraints?.required, `${name}, row ${at + 1}: ${field} is missing`);
        const isOfType = isJson ? JSON_TYPES[type]?.(value) : TYPES[type]?.test(String(value));
        return check(isOfType, `${name}, row ${at + 1}: ${field} is no ${type}`);
      }),
    ]),
    ...check(
      primaryKey.length === 0 || new Set(rows.map((row) => key(row, primaryKey))).size === rows.length,
      `${name} has two rows of one key`,
    ),
    ...(foreignKeys ?? []).flatMap(({ fields: own, reference }) => {
      const known = new Set((tables.get(reference.resource) ?? []).map((row) => key(row, reference.fields)));
      const astray = rows.filter((row) => own.some((one) => row.get(one) !== null) && !known.has(key(row, own)));
      return check(astray.length === 0, `${name}: ${own} of ${astray.length} rows are not in ${reference.resource}`);
    }),
  ];
}

const schemaFaults = (schema: object, rows: unknown): Fault[] => {
  const validate = new Ajv2020({ strict: true }).compile(schema);
  return validate(rows) ? [] : [JSON.stringify(validate.errors?.slice(0, 3))];
};

// RFC 7946.

type Position = [number, number];
const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  (value.length === 2 || value.length === 3) &&
  value.every(Number.isFinite) &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90;

/** Twice the area that a ring goes round, positive where it goes against the clock. */
const turnOf = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ((ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0)), 0);

function ringFaults(rings: unknown): Fault[] {
  if (!Array.isArray(rings) || rings.length === 0) return ['a polygon has no rings'];
  return rings.flatMap((ring: Position[], at) => {
    if (!Array.isArray(ring) || !ring.every(isPosition)) return ['a ring has what is no position'];
    const isClosed = ring.length >= 4 && String(ring[0]) === String(ring.at(-1));
    return [
      ...check(isClosed, 'a ring is not closed'),
      ...check(at === 0 ? turnOf(ring) > 0 : turnOf(ring) < 0, 'a ring turns the wrong way'),
    ];
  });
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [null]);
const GEOMETRIES: Record<string, (coordinates: unknown) => Fault[]> = {
  Point: (at) => check(isPosition(at), 'a point is no position'),
  MultiPoint: (all) => check(list(all).every(isPosition), 'a point is no position'),
  LineString: (line) => check(list(line).length > 1 && list(line).every(isPosition), 'a line is no line'),
  MultiLineString: (lines) => list(lines).flatMap((line) => GEOMETRIES.LineString?.(line) ?? []),
  Polygon: ringFaults,
  MultiPolygon: (polygons) => list(polygons).flatMap(ringFaults),
};

export function geoJsonFaults(value: unknown): Fault[] {
  if (!isRecord(value)) return ['it is no object'];
  const { type, crs, bbox } = value;
  const common = [
    ...check(crs === undefined, 'crs is of an older GeoJSON'),
    ...check(bbox === undefined || [4, 6].includes(list(bbox).length), 'bbox has another length'),
  ];
  if (type === 'FeatureCollection') {
    const features = Array.isArray(value.features) ? value.features : null;
    const foreign = ['coordinates', 'geometries', 'geometry', 'properties'].some((name) => name in value);
    return [
      ...common,
      ...check(features, 'features are no list'),
      ...check(!foreign, 'a collection has members of a geometry'),
      ...(features ?? []).flatMap(geoJsonFaults),
    ];
  }
  if (type === 'Feature') {
    const { geometry, properties, id } = value;
    return [
      ...common,
      ...check('geometry' in value && 'properties' in value, 'a feature lacks geometry or properties'),
      ...check(properties === null || isRecord(properties), 'properties are no object'),
      ...check(id === undefined || ['string', 'number'].includes(typeof id), 'an id is neither text nor number'),
      ...(geometry === null || geometry === undefined ? [] : geoJsonFaults(geometry)),
    ];
  }
  if (type === 'GeometryCollection') return [...common, ...list(value.geometries).flatMap(geoJsonFaults)];
  const faultsOf = GEOMETRIES[String(type)];
  return faultsOf ? [...common, ...faultsOf(value.coordinates)] : [`${String(type)} is no type of GeoJSON`];
}

// XML.

function parse(text: string): { root: Element | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const parser = new DOMParser({ errorHandler: (_: string, fault: string) => faults.push(fault.split('\n')[0] ?? '') });
  const root = parser.parseFromString(text, 'text/xml')?.documentElement as unknown as Element | undefined;
  return {
    root: root ?? null,
    faults: [
      ...faults,
      ...check(root, 'it is no XML'),
      ...check(/^<\?xml/.test(text), 'it does not say that it is XML'),
    ],
  };
}
const childrenOf = (node: Element): Element[] =>
  Array.from(node.childNodes).filter((child): child is Element => child.nodeType === 1);
const named = (node: Element, name: string): Element[] => childrenOf(node).filter(({ nodeName }) => nodeName === name);
const textIn = (node: Element, name: string): string => named(node, name)[0]?.textContent?.trim() ?? '';
const once = (node: Element, names: readonly string[]): Fault[] =>
  names.flatMap((name) => {
    const found = named(node, name);
    return check(
      found.length === 1 && found[0]?.textContent?.trim(),
      `${node.nodeName} has not one ${name} with words`,
    );
  });
const atMostOnce = (node: Element, names: readonly string[]): Fault[] =>
  names.flatMap((name) => check(named(node, name).length <= 1, `${node.nodeName} has two of ${name}`));
const distinct = (values: readonly string[], what: string): Fault[] =>
  check(new Set(values).size === values.length, `two entries have one ${what}`);
/** What browsers of feeds would take for markup, or run. */
const plainWords = (node: Element, names: readonly string[]): Fault[] =>
  names.flatMap((name) => check(!/<\w|&\w+;/.test(textIn(node, name)), `${name} holds markup`));

export function rssFaults(text: string): Fault[] {
  const { root, faults } = parse(text);
  if (!root) return faults;
  const [channel] = named(root, 'channel');
  if (root.nodeName !== 'rss' || root.getAttribute('version') !== '2.0' || !channel)
    return [...faults, 'it is no RSS 2.0'];
  const items = named(channel, 'item');
  const self = named(channel, 'atom:link').filter((link) => link.getAttribute('rel') === 'self');
  const language = textIn(channel, 'language');
  return [
    ...faults,
    ...once(channel, ['title', 'link', 'description']),
    ...atMostOnce(channel, ['language', 'copyright', 'pubDate', 'lastBuildDate', 'docs', 'ttl']),
    ...check(isUri(textIn(channel, 'link')), 'the channel leads to no address'),
    ...check(self.length === 1 && isUri(self[0]?.getAttribute('href')), 'it does not say where it is'),
    ...check(language === '' || Intl.getCanonicalLocales(language).length === 1, 'its language is none'),
    ...['pubDate', 'lastBuildDate'].flatMap((name) =>
      check(textIn(channel, name) === '' || isMailDate(textIn(channel, name)), `${name} is no date`),
    ),
    ...distinct(
      items.map((item) => textIn(item, 'guid')),
      'guid',
    ),
    ...items.flatMap((item) => {
      const [guid] = named(item, 'guid');
      const date = textIn(item, 'pubDate');
      return [
        ...once(item, ['title', 'link', 'guid']),
        ...atMostOnce(item, ['description', 'pubDate', 'author', 'comments', 'source']),
        ...check(isUri(textIn(item, 'link')), 'an item leads to no address'),
        ...check(
          guid?.getAttribute('isPermaLink') === 'false' || isUri(textIn(item, 'guid')),
          'a guid is no address and does not say so',
        ),
        ...check(date === '' || isMailDate(date), `${date} is no date`),
        ...check(
          textIn(item, 'author') === '' || textIn(item, 'author').includes('@'),
          'an author is no address of mail',
        ),
        ...plainWords(item, ['title']),
      ];
    }),
  ];
}

export function atomFaults(text: string): Fault[] {
  const { root, faults } = parse(text);
  if (!root) return faults;
  if (root.nodeName !== 'feed' || root.namespaceURI !== 'http://www.w3.org/2005/Atom')
    return [...faults, 'it is no Atom'];
  const entries = named(root, 'entry');
  const linksOf = (node: Element, rel: string) =>
    named(node, 'link').filter((link) => (link.getAttribute('rel') || 'alternate') === rel);
  const hasAuthor = (node: Element) => named(node, 'author').some((author) => textIn(author, 'name') !== '');
  const isId = (id: string) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(id);
  const entryLike = (node: Element): Fault[] => [
    ...once(node, ['id', 'title', 'updated']),
    ...atMostOnce(node, ['published', 'rights', 'summary', 'content', 'subtitle']),
    ...check(isId(textIn(node, 'id')), `${textIn(node, 'id')} is no id`),
    ...['updated', 'published'].flatMap((name) =>
      check(textIn(node, name) === '' || isMoment(textIn(node, name)), `${textIn(node, name)} is no moment`),
    ),
    ...named(node, 'link').flatMap((link) => check(isUri(link.getAttribute('href')), 'a link leads to no address')),
    ...named(node, 'category').flatMap((category) => check(category.getAttribute('term'), 'a category has no term')),
  ];
  return [
    ...faults,
    ...entryLike(root),
    ...check(linksOf(root, 'self').length === 1, 'it does not say where it is'),
    ...distinct(
      entries.map((entry) => textIn(entry, 'id')),
      'id',
    ),
    ...entries.flatMap((entry) => [
      ...entryLike(entry),
      ...check(hasAuthor(entry) || hasAuthor(root), 'an entry has no author, nor has the feed'),
      ...check(
        linksOf(entry, 'alternate').length === 1 || named(entry, 'content').length === 1,
        'an entry leads nowhere',
      ),
      ...check(textIn(entry, 'published') <= textIn(entry, 'updated'), 'an entry is changed before it is there'),
    ]),
    ...check(
      entries.length === 0 ||
        textIn(root, 'updated') >=
          (entries
            .map((entry) => textIn(entry, 'updated'))
            .sort()
            .at(-1) ?? ''),
      'an entry is younger than the feed',
    ),
  ];
}

export function jsonFeedFaults(feed: Json): Fault[] {
  const items = Array.isArray(feed.items) ? (feed.items as Json[]) : [];
  return [
    ...check(/^https:\/\/jsonfeed\.org\/version\/1(?:\.1)?$/.test(String(feed.version)), 'it is no JSON Feed'),
    ...check(typeof feed.title === 'string' && feed.title !== '', 'it has no title'),
    ...check(Array.isArray(feed.items), 'items are no list'),
    ...['home_page_url', 'feed_url'].flatMap((name) => check(isUri(feed[name]), `${name} is no address`)),
    ...distinct(
      items.map(({ id }) => String(id)),
      'id',
    ),
    ...items.flatMap((item) => [
      ...check(typeof item.id === 'string' && item.id !== '', 'an item has no id'),
      ...check(typeof item.content_html === 'string' || typeof item.content_text === 'string', 'an item has no words'),
      ...check(item.url === undefined || isUri(item.url), 'an item leads to no address'),
      ...['date_published', 'date_modified'].flatMap((name) =>
        check(item[name] === undefined || isMoment(item[name]), `${name} is no moment`),
      ),
      ...check(
        item.tags === undefined || (Array.isArray(item.tags) && item.tags.every((tag) => typeof tag === 'string')),
        'tags are no words',
      ),
    ]),
  ];
}

export function opmlFaults(text: string): Fault[] {
  const { root, faults } = parse(text);
  const [body] = root ? named(root, 'body') : [];
  if (!root || !body || root.nodeName !== 'opml' || !/^[12]\./.test(root.getAttribute('version') ?? ''))
    return [...faults, 'it is no OPML'];
  const outlines = Array.from(root.getElementsByTagName('outline'));
  return [
    ...faults,
    ...check(outlines.length > 0, 'it lists nothing'),
    ...outlines.flatMap((outline) => [
      ...check(outline.getAttribute('text'), 'an outline has no text'),
      ...(outline.getAttribute('type') === 'rss'
        ? check(isUri(outline.getAttribute('xmlUrl')), 'a feed has no address')
        : []),
    ]),
  ];
}

/** What stands in each answer of OAI-PMH 2.0, in its order; a star where there may be more, a question mark where there need be none. */
const ANSWERS: Record<string, string> = {
  Identify:
    'repositoryName baseURL protocolVersion adminEmail* earliestDatestamp deletedRecord granularity compression? description?',
  ListMetadataFormats: 'metadataFormat*',
  ListSets: 'set*',
  ListIdentifiers: 'header*',
  ListRecords: 'record*',
  GetRecord: 'record',
  metadataFormat: 'metadataPrefix schema metadataNamespace',
  set: 'setSpec setName setDescription?',
  header: 'identifier datestamp setSpec?',
  record: 'header metadata? about?',
};
const DUBLIN_CORE =
  'title creator subject description publisher contributor date type format identifier source language relation coverage rights'.split(
    ' ',
  );
const DC = 'http://purl.org/dc/elements/1.1/';

/** Whether the children of a node are those of its answer, in order. */
function orderFaults(node: Element): Fault[] {
  const pattern = ANSWERS[node.nodeName];
  if (pattern === undefined) return [];
  const steps = pattern
    .split(' ')
    .map((step) => `(?:${step.replace(/[*?]$/, '')} )${step.endsWith('*') ? '+' : step.endsWith('?') ? '*' : ''}`);
  const names = childrenOf(node)
    .map(({ nodeName }) => `${nodeName} `)
    .join('');
  return [
    ...check(new RegExp(`^${steps.join('')}$`).test(names), `${node.nodeName} holds ${names || 'nothing'}`),
    ...childrenOf(node).flatMap(orderFaults),
  ];
}

export function oaiFaults(text: string): Fault[] {
  const { root, faults } = parse(text);
  if (!root) return faults;
  if (root.namespaceURI !== 'http://www.openarchives.org/OAI/2.0/' || root.nodeName !== 'OAI-PMH')
    return [...faults, 'it is no answer'];
  const [moment, request, answer, ...others] = childrenOf(root);
  const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  const all = (name: string) => Array.from(root.getElementsByTagName(name));
  const verb = request?.getAttribute('verb') ?? '';
  return [
    ...faults,
    ...check(
      moment?.nodeName === 'responseDate' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(moment.textContent ?? ''),
      'it does not say when it answered',
    ),
    ...check(request?.nodeName === 'request' && isUri(request.textContent), 'it does not say what it was asked'),
    ...check(answer && others.length === 0, 'it answers not once'),
    ...(answer?.nodeName === 'error'
      ? check(
          /^(?:cannotDisseminateFormat|idDoesNotExist|badArgument|badVerb|noMetadataFormats|noRecordsMatch|badResumptionToken|noSetHierarchy)$/.test(
            answer.getAttribute('code') ?? '',
          ),
          'its error is none',
        )
      : [
          ...check(answer?.nodeName === verb, `it answers ${answer?.nodeName} to ${verb}`),
          ...(answer ? orderFaults(answer) : []),
        ]),
    ...all('datestamp').flatMap((stamp) => check(isDay(stamp.textContent ?? ''), `${stamp.textContent} is no day`)),
    ...all('header').flatMap((header) =>
      check(
        /^oai:[A-Za-z][\w.-]*:[\w.:/-]+$/.test(textIn(header, 'identifier')),
        `${textIn(header, 'identifier')} is no identifier`,
      ),
    ),
    ...all('setSpec').flatMap((spec) =>
      check(/^[\w.!~*'()-]+(?::[\w.!~*'()-]+)*$/.test(spec.textContent ?? ''), `${spec.textContent} is no set`),
    ),
    ...all('metadata').flatMap((metadata) => {
      const [record, ...more] = childrenOf(metadata);
      if (!record || more.length > 0 || record.nodeName !== 'oai_dc:dc') return ['a record is not one of Dublin Core'];
      return childrenOf(record).flatMap((element) =>
        check(
          element.namespaceURI === DC && DUBLIN_CORE.includes(element.localName ?? ''),
          `${element.nodeName} is not of Dublin Core`,
        ),
      );
    }),
  ];
}

export function sitemapFaults(text: string): Fault[] {
  const { root, faults } = parse(text);
  if (!root) return faults;
  const [outer, inner] = root.nodeName === 'sitemapindex' ? ['sitemapindex', 'sitemap'] : ['urlset', 'url'];
  const pages = named(root, inner);
  return [
    ...faults,
    ...check(
      root.nodeName === outer && root.namespaceURI === 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'it is no map of a site',
    ),
    ...check(pages.length > 0 && pages.length <= 50_000, `it lists ${pages.length} pages`),
    ...distinct(
      pages.map((page) => textIn(page, 'loc')),
      'address',
    ),
    ...pages.flatMap((page) => [
      ...once(page, ['loc']),
      ...check(isUri(textIn(page, 'loc')), `${textIn(page, 'loc')} is no address`),
      ...check(
        textIn(page, 'lastmod') === '' ||
          isMoment(textIn(page, 'lastmod')) ||
          /^\d{4}-\d\d-\d\d$/.test(textIn(page, 'lastmod')),
        `${textIn(page, 'lastmod')} is no day`,
      ),
    ]),
  ];
}
