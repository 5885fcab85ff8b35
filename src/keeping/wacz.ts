import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CDXIndexer, WARCRecord, WARCSerializer } from 'warcio';
import { typeOf } from '../hosting/types.ts';
import {
  type ArchivedPage,
  DIGEST,
  INDEX,
  PACKAGE,
  PAGES,
  packageDigest,
  pagesJsonl,
  WARC,
  waczPackage,
} from '../lib/keeping/wacz.ts';
import { uuidOf } from './book.ts';
import { type BuiltSite, documentOf, linkedPath } from './built-site.ts';

const SOFTWARE = 'county-chronicle';

/**
 * The files of a WACZ of a site, as its host would have answered on the day of its last change.
 * @param address where the site is, or is to be, published, with its path
 * @param mark name of the parameter by which results of the search tell a page what was searched
 */
export async function makeWacz(
  site: BuiltSite,
  address: string,
  mark: string,
): Promise<Map<string, string | Uint8Array>> {
  const ts = `${site.modified ?? '1970-01-01'}T00:00:00Z`;
  const warc = await warcOf(site, address, { date: ts, mark });
  const pages = pagesJsonl(pagesOf(site, address), ts, (url) => hash('sha256', url).slice(0, 16));
  const files: [string, string | Uint8Array][] = [
    [WARC, warc],
    [INDEX, await indexOf(warc)],
    [PAGES, pages],
  ];
  const described = waczPackage(
    {
      ...{ title: site.name, description: site.description, ts, mainPage: address },
      software: `${SOFTWARE} (release ${site.release})`,
    },
    files.map(([path, content]) => ({
      path,
      bytes: Buffer.byteLength(content),
      sha256: hash('sha256', content),
    })),
  );
  return new Map([...files, [PACKAGE, described], [DIGEST, packageDigest(hash('sha256', described))]]);
}

const urlOf = (address: string, path: string): string =>
  new URL(
    path
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    address,
  ).href;

/** Every file as a response, after a record that says what this is. Nothing in it tells when or where it was made. */
async function warcOf(
  site: BuiltSite,
  address: string,
  { date, mark }: { date: string; mark: string },
): Promise<Uint8Array> {
  const idOf = (name: string) => `<${uuidOf(`${site.release} ${name}`)}>`;
  const info = WARCRecord.create(
    {
      ...{ type: 'warcinfo', date, warcVersion: 'WARC/1.1', filename: 'data.warc.gz' },
      warcHeaders: { 'WARC-Record-ID': idOf('warcinfo') },
    },
    [
      Buffer.from(
        [
          `software: ${SOFTWARE}`,
          'format: WARC File Format 1.1',
          `isPartOf: ${site.name}`,
          `description: ${address}`,
          '',
        ].join('\r\n'),
      ),
    ],
  );
  const records = [info];
  const answers = [...site.files.map((path) => ({ path, asked: '' })), ...askedPages(site, mark)];
  for (const { path, asked } of answers) {
    const body = readFileSync(join(site.folder, path));
    records.push(
      WARCRecord.create(
        {
          ...{ type: 'response', url: urlOf(address, path) + asked, date, warcVersion: 'WARC/1.1' },
          httpHeaders: { 'Content-Type': typeOf(path), 'Content-Length': String(body.length) },
          warcHeaders: { 'WARC-Record-ID': idOf(path + asked) },
        },
        [body],
      ),
    );
  }
  const packed = [];
  // One library packs for all: the packer of the machine differs from one Node to the next.
  for (const record of records) packed.push(await WARCSerializer.serialize(record, { gzip: true, preferPako: true }));
  return Buffer.concat(packed);
}

/**
 * Pages that are asked something in their address, by links, forms and results: `search/?q=`. A host answers with the same page
 * whatever is asked; who replays an archive looks for an answer to a question like it, and so there is one.
 */
function askedPages(site: BuiltSite, mark: string): { path: string; asked: string }[] {
  const found = new Map<string, string>();
  for (const page of site.files.filter((path) => path.endsWith('.html'))) {
    const html = site.read(page);
    if (html.includes('data-pagefind-body')) found.set(`${page}?${mark}=`, `?${mark}=`);
    const document = documentOf(html);
    const forms = [...document.querySelectorAll('form[action]')].flatMap((form) => {
      const name = form.querySelector('[name]')?.getAttribute('name');
      return name ? [`${form.getAttribute('action')}?${name}=`] : [];
    });
    const links = [...document.querySelectorAll('a[href*="?"]')].map((link) => link.getAttribute('href') ?? '');
    for (const href of [...forms, ...links]) {
      const led = linkedPath(site, page, href);
      const [asked] = /^\?[^=&]+=/.exec(led?.query ?? '') ?? [];
      const file = led && (led.path === '' || led.path.endsWith('/') ? `${led.path}index.html` : led.path);
      if (file && asked && site.files.includes(file)) found.set(file + asked, asked);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, asked]) => ({ path: key.slice(0, -asked.length), asked }));
}

/** Where each response stands in the WARC, sorted, as CDXJ. */
async function indexOf(warc: Uint8Array): Promise<string> {
  const indexer = new CDXIndexer({ format: 'cdxj' });
  const lines: string[] = [];
  const file = { filename: 'data.warc.gz', reader: readable(warc) };
  for await (const result of indexer.iterIndex([file])) lines.push(indexer.serializeCDXJ(result).trimEnd());
  return lines
    .sort((a, b) => (a < b ? -1 : 1))
    .map((line) => `${line}\n`)
    .join('');
}

/** In one piece. */
async function* readable(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** What readers open, the front page first; frames for other sites and pages that only lead on are no pages of their own. */
function pagesOf(site: BuiltSite, address: string): ArchivedPage[] {
  return site.files
    .filter((path) => /(?:^|\/)index\.html$/.test(path))
    .sort((a, b) => Number(b === 'index.html') - Number(a === 'index.html') || (a < b ? -1 : 1))
    .flatMap((path) => {
      const html = site.read(path);
      if (/<meta http-equiv="refresh"|<html[^>]*\sdata-embeddable/.test(html)) return [];
      const document = documentOf(html);
      const text = (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ').trim();
      return [{ url: urlOf(address, path), title: document.title ?? '', text }];
    });
}
