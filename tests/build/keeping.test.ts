import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { run, runPackage } from '../../src/commands/command.ts';
import { filesIn } from '../../src/disk/files.ts';
import { bagRefusal, writeBag } from '../../src/keeping/bag.ts';
import { uuidOf } from '../../src/keeping/book.ts';
import type { BuiltSite } from '../../src/keeping/built-site.ts';
import { zipFiles } from '../../src/keeping/pack.ts';
import { makeWacz } from '../../src/keeping/wacz.ts';
import { listFiles, writeFileList } from '../../src/release/file-list.ts';
import { MARK } from '../../src/site/search-address.ts';
import { bagOf, booksOf, builtSite } from '../support/kept.ts';
import { policyBreaches, rewrittenAsByWget } from '../support/mirror.ts';

// What is made of a built site so that it lasts: on an archive with notes, drawings, verse and tables.

const CONTENT = 'tests/fixtures/texts';
const ORIGIN = 'https://chronicle.example';
const BASE = '/archive/';
const DAY = '2027-01-01';

let folder = '';
let dist = '';
let site: BuiltSite;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keeping-'));
  dist = join(folder, 'dist');
  const { code, output } = await runPackage('astro', ['build'], {
    quiet: true,
    // Vitest has a BASE_URL of its own, which Astro would take for the site's.
    env: { BASE_URL: BASE, BASE_PATH: BASE, SITE_URL: ORIGIN, CONTENT_DIR: CONTENT, OUT_DIR: dist, SITE_DATE: DAY },
  });
  expect(code, output).toBe(0);
  site = builtSite(dist);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (path: string) => readFileSync(join(dist, path), 'utf8');

describe('the list of all files', () => {
  /** Files that are there, of the list itself and of what is written last of all none. */
  const others = () =>
    filesIn(dist).filter(
      (path) => !/(?:^|\/)\.|^files\/(?:index\.html|files\.json|manifest-sha256\.txt)$|^release\.json$/.test(path),
    );

  test('links every file, with its size and SHA-256', () => {
    const html = page('files/index.html');
    const rows = [
      ...html.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a> <span>(\d+)<\/span> <code>(\w{64})<\/code><\/li>/g),
    ];
    const found = rows.map(([, href = '', path = '', bytes, sha256]) => {
      const at = posix.join(
        'files',
        decodeURIComponent(href.replace(/\/$/, '/index.html')).replace(/^$/, 'index.html'),
      );
      expect(at === '.' || at === './' ? 'index.html' : at.replace(/^\.\.\/?$/, 'index.html')).toBe(path);
      return { path, bytes: Number(bytes), sha256 };
    });
    expect(found.map(({ path }) => path)).toEqual(others());
    expect(found).toEqual(
      others().map((path) => {
        const bytes = readFileSync(join(dist, path));
        return { path, bytes: bytes.length, sha256: hash('sha256', bytes) };
      }),
    );
    // Those of the search among them, which no page names.
    expect(found.filter(({ path }) => path.startsWith('assets/search/')).length).toBeGreaterThan(2);
  });

  test('says the same to programs, and to sha256sum', async () => {
    const files = listFiles(dist);
    expect(JSON.parse(page('files/files.json'))).toEqual(files);
    expect(page('files/manifest-sha256.txt')).toBe(files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  });

  test('is found from the page of data, and is itself no part of what readers keep offline', () => {
    expect(page('data/index.html')).toContain(`href="${BASE}files/"`);
    expect(filesIn(dist).filter((path) => /^assets\/offline\//.test(path) && page(path).includes('"files/"'))).toEqual(
      [],
    );
  });

  test('is the same when it is written again, and lies in parts where one would be too heavy', () => {
    const before = page('files/index.html');
    writeFileList(dist, false);
    expect(page('files/index.html')).toBe(before);
    writeFileList(dist, false, Buffer.byteLength(before) * 0.7);
    const parts = filesIn(dist).filter((path) => /^files\/.*\.html$/.test(path));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(Buffer.byteLength(page(part))).toBeLessThanOrEqual(Buffer.byteLength(before) * 0.7);
      for (const other of parts)
        if (other !== part)
          expect(page(part)).toContain(`href="${other === 'files/index.html' ? './' : posix.basename(other)}"`);
    }
    const rows = parts.flatMap((part) => page(part).match(/<code>\w{64}/g) ?? []);
    expect(rows.length).toBe(others().filter((path) => !parts.includes(path)).length);
    expect(new Set(parts.map((part) => /rel="canonical" href="([^"]+)"/.exec(page(part))?.[1])).size).toBe(
      parts.length,
    );
    writeFileList(dist, false);
    expect(page('files/index.html')).toBe(before);
    expect(filesIn(dist).filter((path) => /part-/.test(path) && path.startsWith('files/'))).toEqual([]);
  });
});

describe('a bag', () => {
  test('holds the content, the data and the site, and is what its manifests say', async () => {
    const files = bagOf(site, CONTENT, DAY);
    const bag = join(folder, 'bag');
    writeBag(bag, files);
    expect(filesIn(bag)).toEqual([...files.keys()].sort());
    const text = (path: string) => readFileSync(join(bag, path), 'utf8');
    expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    for (const algorithm of ['sha256', 'sha512'])
      for (const tags of ['', 'tag']) {
        const lines = text(`${tags}manifest-${algorithm}.txt`).trimEnd().split('\n');
        const listed = lines.map((line) => line.split('  '));
        for (const [digest, path = ''] of listed) expect(hash(algorithm, readFileSync(join(bag, path)))).toBe(digest);
        const meant = filesIn(bag).filter(
          (path) => path.startsWith('data/') !== (tags === 'tag') && !path.startsWith('tagmanifest'),
        );
        expect(listed.map(([, path]) => path).sort()).toEqual(meant);
      }
    const payload = filesIn(bag).filter((path) => path.startsWith('data/'));
    const octets = payload.reduce((sum, path) => sum + readFileSync(join(bag, path)).length, 0);
    expect(text('bag-info.txt')).toContain(`Payload-Oxum: ${octets}.${payload.length}\n`);
    expect(text('bag-info.txt')).toMatch(/^Bagging-Date: \d{4}-\d\d-\d\d$/m);
    for (const kind of ['content/site.yaml', 'open-data/datapackage.json', 'site/index.html', 'site/release.json'])
      expect(payload).toContain(`data/${kind}`);
  });

  test('is checked by sha256sum and sha512sum', async ({ skip }) => {
    for (const algorithm of ['sha256', 'sha512']) {
      const { code } = await run('sh', ['-c', `command -v ${algorithm}sum`], { quiet: true });
      skip(code !== 0, `This machine has no ${algorithm}sum.`);
      const script = `cd "$0" && ${algorithm}sum -c --quiet manifest-${algorithm}.txt tagmanifest-${algorithm}.txt`;
      const checked = await run('sh', ['-c', script, join(folder, 'bag')], { quiet: true });
      expect(checked.code, checked.output).toBe(0);
    }
  });

  test('takes the place of a former one, and of nothing else', () => {
    expect(bagRefusal(join(folder, 'bag'))).toBeNull();
    expect(bagRefusal(join(folder, 'new'))).toBeNull();
    expect(bagRefusal(dist)).not.toBeNull();
  });
});

/** A book as the files in its zip, and the order in which they lie there. */
const unpacked = (files: ReadonlyMap<string, string | Uint8Array>) => {
  const bytes = zipFiles(files, (path) => path === 'mimetype');
  return { bytes, entries: unzipSync(bytes) };
};

describe('a book', () => {
  const books = () => booksOf(site);
  const text = (content: string | Uint8Array | undefined) => (typeof content === 'string' ? content : '');
  const parse = (xml: string, name: string) => {
    const fail = (message: string) => {
      throw new Error(`${name}: ${message}`);
    };
    return new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } }).parseFromString(
      xml,
      'text/xml',
    );
  };

  test('is one of everything and one of each county', () => {
    const counties = JSON.parse(page('data/articles.json')).flatMap(
      ({ county }: { county: string | null }) => county ?? [],
    );
    expect([...books().keys()].sort()).toEqual(['all', ...new Set<string>(counties)].sort());
  });

  test('begins with its type, stored as it is', () => {
    const { bytes } = unpacked(books().get('all') ?? new Map());
    expect(Buffer.from(bytes).toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
    expect(bytes[8]).toBe(0);
  });

  test('is well-formed, lists all that it holds, and each link leads to its place', () => {
    for (const [name, files] of books()) {
      const xml = new Map(
        [...files].filter(([path]) => /\.(?:xhtml|opf|xml)$/.test(path)).map(([path, held]) => [path, text(held)]),
      );
      const ids = new Map<string, Set<string>>();
      for (const [path, held] of xml) {
        parse(held, `${name}/${path}`);
        const own = Array.from(held.matchAll(/\sid="([^"]+)"/g), ([, id = '']) => id);
        expect(new Set(own).size, `${name}/${path}`).toBe(own.length);
        ids.set(path, new Set(own));
      }
      const listed = Array.from(
        text(files.get('EPUB/package.opf')).matchAll(/\shref="([^"]+)"/g),
        ([, href = '']) => `EPUB/${decodeURI(href)}`,
      );
      expect(listed.sort()).toEqual(
        [...files.keys()].filter((path) => path.startsWith('EPUB/') && path !== 'EPUB/package.opf').sort(),
      );
      for (const [path, held] of xml)
        for (const [, href = ''] of held.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
          if (/^(?:https?|mailto):/.test(href)) continue;
          const [file = '', fragment] = decodeURI(href).split('#');
          const at = file === '' ? path : posix.join(posix.dirname(path), file);
          expect(files.has(at), `${name}/${path}: ${href}`).toBe(true);
          if (fragment) expect(ids.get(at), `${name}/${path}: ${href}`).toContain(fragment);
        }
    }
  });

  test('says what it is: language, edition, licence, both records, what a reader with a screen reader may expect', () => {
    const opf = text(books().get('all')?.get('EPUB/package.opf'));
    expect(opf).toMatch(/<meta property="dcterms:modified">\d{4}-\d\d-\d\dT00:00:00Z<\/meta>/);
    expect(opf).toContain('<dc:language>zh-CN</dc:language>');
    for (const property of [
      'accessMode',
      'accessibilityFeature',
      'accessibilityHazard',
      'accessibilitySummary',
      'accessModeSufficient',
    ])
      expect(opf).toContain(`property="schema:${property}"`);
    const records = JSON.parse(text(books().get('all')?.get('EPUB/records.csl.json')));
    expect(records.some(({ id }: { id: string }) => id.endsWith('-original'))).toBe(true);
    expect(text(books().get('all')?.get('EPUB/nav.xhtml'))).toMatch(/epub:type="toc"[\s\S]*epub:type="landmarks"/);
  });

  test('has the words, notes and drawings of each story, and nothing that needs a script', () => {
    const all = books().get('all') ?? new Map();
    const stories = [...all.keys()].filter((path) => /^EPUB\/stories\//.test(path));
    expect(stories.length).toBeGreaterThan(1);
    const texts = stories.map((path) => text(all.get(path)));
    expect(texts.join('')).toMatch(/epub:type="noteref"/);
    expect(texts.join('')).toMatch(/epub:type="endnotes"/);
    expect([...all.values()].map(text).join('')).not.toMatch(
      /<(?:script|button|input|form)\b|\sdata-|\sstyle=|\son\w+=/,
    );
    const { paragraphs } = JSON.parse(
      page(
        `${posix.dirname(stories[0]?.replace('EPUB/', '') ?? '')}/${posix.basename(stories[0] ?? '', '.xhtml')}/story.json`,
      ),
    );
    const words = texts[0]?.replace(/<[^>]+>/g, '').replace(/\s/g, '') ?? '';
    for (const { text: told } of paragraphs.slice(0, 3)) expect(words).toContain(told.replace(/\s/g, '').slice(0, 12));
  });

  test('keeps its identity from one edition to the next, of each scope its own', () => {
    expect(uuidOf('a')).toBe(uuidOf('a'));
    expect(uuidOf('a')).not.toBe(uuidOf('b'));
    expect(uuidOf('a')).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

describe('a web archive', () => {
  const address = `${ORIGIN}${BASE}`;

  test('answers every address of the site with what lies there', async () => {
    const files = await makeWacz(site, address, MARK);
    const warc = Buffer.from(files.get('archive/data.warc.gz') as Uint8Array);
    const found = new Map<string, Buffer>();
    for await (const record of new WARCParser([warc] as unknown as AsyncIterable<Uint8Array>)) {
      if (record.warcType !== 'response') continue;
      found.set(record.warcTargetURI ?? '', Buffer.from(await record.readFully(true)));
    }
    for (const path of site.files) {
      const url =
        address +
        path
          .replace(/(^|\/)index\.html$/, '$1')
          .split('/')
          .map(encodeURIComponent)
          .join('/');
      expect(found.get(url)?.equals(readFileSync(join(dist, path))), url).toBe(true);
    }
    // Whatever is searched for, the page of the search is there.
    expect([...found.keys()]).toContain(`${address}search/?q=`);
    expect([...found.keys()].some((url) => /\/stories\/[^/]+\/\?mark=$/.test(url))).toBe(true);
  });

  test('is indexed to the byte, in order, and packed with what it holds', async () => {
    const files = await makeWacz(site, address, MARK);
    const warc = Buffer.from(files.get('archive/data.warc.gz') as Uint8Array);
    const lines = (files.get('indexes/index.cdxj') as string).trimEnd().split('\n');
    expect([...lines].sort((a, b) => (a < b ? -1 : 1))).toEqual(lines);
    expect(lines.length).toBeGreaterThanOrEqual(site.files.length);
    for (const line of lines) {
      const [, timestamp, ...json] = line.split(' ');
      const { offset, length } = JSON.parse(json.join(' ')) as { offset: string; length: string };
      expect(timestamp).toMatch(/^\d{14}$/);
      expect(warc.readUInt16BE(Number(offset))).toBe(0x1f8b);
      expect(Number(offset) + Number(length)).toBeLessThanOrEqual(warc.length);
    }
    const described = JSON.parse(files.get('datapackage.json') as string);
    expect(described).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', mainPageUrl: address });
    for (const { path, hash: digest, bytes } of described.resources) {
      const held = files.get(path) ?? '';
      expect(digest).toBe(`sha256:${hash('sha256', held)}`);
      expect(bytes).toBe(Buffer.byteLength(held));
    }
    const { hash: digest } = JSON.parse(files.get('datapackage-digest.json') as string);
    expect(digest).toBe(`sha256:${hash('sha256', files.get('datapackage.json') as string)}`);
    const [head, ...pages] = (files.get('pages/pages.jsonl') as string)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head.format).toBe('json-pages-1.0');
    expect(pages[0].url).toBe(address);
  });
});

test('all that is made of a site to keep it is the same bytes, whenever and in whatever time zone it is made', async () => {
  const made = async () => [
    ...[...booksOf(site)].map(([, files]) => hash('sha256', unpacked(files).bytes)),
    hash(
      'sha256',
      zipFiles(bagOf(site, CONTENT, DAY), () => false),
    ),
    hash(
      'sha256',
      zipFiles(await makeWacz(site, `${ORIGIN}${BASE}`, MARK), () => false),
    ),
  ];
  const zone = process.env.TZ;
  const here = await made();
  process.env.TZ = 'Pacific/Kiritimati';
  try {
    expect(await made()).toEqual(here);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

describe('a copy whose links wget has turned', () => {
  test('keeps every style and script of every page that its policy lets in', () => {
    const pages = filesIn(dist).filter((path) => path.endsWith('.html'));
    const broken = pages.flatMap((path) =>
      policyBreaches(rewrittenAsByWget(page(path), path)).map((text) => `${path}: ${text}`),
    );
    expect(broken).toEqual([]);
  });

  test('would be found broken where a style names a place in its page', () => {
    const style = 'p{fill:url(#sheep)}';
    const html = `<meta http-equiv="content-security-policy" content="style-src 'sha256-${hash('sha256', style, 'base64')}'"><style>${style}</style>`;
    expect(policyBreaches(html)).toEqual([]);
    expect(policyBreaches(rewrittenAsByWget(html, 'stories/a/index.html'))).toHaveLength(1);
  });
});
