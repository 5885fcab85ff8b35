import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { isEmbeddable, policyOf } from '../hosting/policy.ts';
import {
  COMMON,
  FETCHED,
  FRAMED,
  type Headers,
  LASTING,
  OF_FILES,
  OPEN,
  POLICY,
  RECORD_LINKS,
} from '../hosting/rules.ts';
import { OPEN_FOLDERS } from '../hosting/site.ts';
import { isPicture, isText, typeOf } from '../hosting/types.ts';
import { ASSETS, MEDIA } from '../lib/urls.ts';
import { readRange } from './byte-range.ts';

/** A built site and the path it lives under: `/`, or `/archive/`. */
export interface BuiltSite {
  folder: string;
  base: string;
}

/** A file as it was when it was asked for. */
interface Content {
  path: string;
  body: Buffer;
  /** Of its bytes alone: the same after a build that changes nothing. */
  etag: string;
  modified: Date;
}

interface Answer {
  status: number;
  headers: Headers;
  body?: Buffer;
}

const compress = promisify(brotliCompress);
/** No address of the site is nearly so long. */
const LONGEST_URL = 4096;
/**
 * Serves a built site to this machine as a careful host would: the headers that `npm run headers` has told other servers,
 * each page with its own policy, brotli, ranges, 404.html, and a redirect to the address with its trailing slash. The
 * folder is looked up at each request, so that one put in its place is served from then on; what lies outside it, what
 * begins with a dot and what a link leads to is not.
 */
export function createSiteServer(site: BuiltSite): Server {
  const packed = new Map<string, Promise<Buffer>>();
  return createServer(async (request, response) => {
    try {
      send(request, response, await answerTo(site, request, packed));
    } catch {
      send(request, response, plain(500, 'The file could not be read.'));
    }
  });
}

function send({ method }: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  const length: Headers = status === 304 ? {} : { 'Content-Length': String(body?.length ?? 0) };
  response.writeHead(status, { ...headers, ...length });
  response.end(method === 'HEAD' || status === 304 ? undefined : body);
}

const plain = (status: number, words: string, headers: Headers = {}): Answer => ({
  status,
  headers: { ...COMMON, ...OF_FILES, 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  body: Buffer.from(`${words}\n`),
});

async function answerTo(
  site: BuiltSite,
  request: IncomingMessage,
  packed: Map<string, Promise<Buffer>>,
): Promise<Answer> {
  const { method = 'GET', url = '/', headers, socket } = request;
  // A page elsewhere whose name has been made to lead to this machine gets nothing.
  if (!isOwnHost(headers.host, socket.localPort)) return plain(421, 'This server answers to localhost alone.');
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'GET and HEAD only.', { Allow: 'GET, HEAD' });
  if (url.length > LONGEST_URL) return plain(414, 'The address is too long.');
  const [path = '/', query] = splitOnce(url, '?');
  const found = await find(site, path);
  if (typeof found === 'string')
    return plain(301, found, { Location: query === undefined ? found : `${found}?${query}` });
  if (!found) return missing(site);
  return answerWith(found, request, packed);
}

function splitOnce(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function isOwnHost(host: string | undefined, port: number | undefined): boolean {
  const [, name, given = '80'] = /^(localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?$/i.exec(host ?? '') ?? [];
  return name !== undefined && Number(given) === port;
}

/** The file at a path; the path with its slash, where that is missing; null where there is nothing to be had. */
async function find({ folder, base }: BuiltSite, path: string): Promise<Content | string | null> {
  if (`${path}/` === base) return base;
  if (!path.startsWith(base)) return null;
  const names = namesIn(path.slice(base.length));
  if (!names) return null;
  const root = await realpath(folder).catch(() => null);
  if (root === null) return null;
  const place = join(root, ...names);
  const entry = await lookUp(place);
  if (entry?.isFile()) return path.endsWith('/') ? null : readContent(root, names);
  if (!entry?.isDirectory()) return null;
  if (path.endsWith('/')) return readContent(root, [...names, 'index.html']);
  // Written anew from its names: nothing in it can be taken for another host.
  return (await lookUp(join(place, 'index.html'))) ? `${base}${names.map(encodeURIComponent).join('/')}/` : null;
}

/** The names in a path; null where one is empty, hidden, leads elsewhere or is none. */
function namesIn(path: string): string[] | null {
  if (path === '') return [];
  try {
    const names = path.replace(/\/$/, '').split('/').map(decodeURIComponent);
    return names.some((name) => name === '' || name.startsWith('.') || /[\\/\p{Cc}]/u.test(name)) ? null : names;
  } catch {
    return null;
  }
}

/** What lies at a place to which no link leads. */
async function lookUp(place: string) {
  return (await realpath(place).catch(() => null)) === place ? stat(place).catch(() => null) : null;
}

async function readContent(root: string, names: readonly string[]): Promise<Content | null> {
  const place = join(root, ...names);
  if (!(await lookUp(place))?.isFile()) return null;
  let file: FileHandle | undefined;
  try {
    file = await open(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const [body, { mtime }] = [await file.readFile(), await file.stat()];
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    return { path: names.join('/'), body, etag, modified: mtime };
  } finally {
    await file?.close();
  }
}

/** Of those, what says something of more than pages: a page may ask for many files. */
const ANY: Headers = Object.fromEntries(
  Object.entries(COMMON).filter(
    ([name]) => !['Referrer-Policy', 'Permissions-Policy', 'Cross-Origin-Opener-Policy'].includes(name),
  ),
);

/** The headers that every server of the site is told, and the policy of the page itself. */
function headersOf({ path, body }: Content): Headers {
  const type = { 'Content-Type': typeOf(path) };
  if (path.endsWith('.html')) {
    const html = body.toString();
    const policy = policyOf(html);
    const own: Headers = policy === null ? OF_FILES : { [POLICY]: policy };
    const fetched = OPEN_FOLDERS.some((folder) => path.startsWith(folder)) ? FETCHED : {};
    const hasRecord = /^stories\/[^/]+\/index\.html$/.test(path) && !/ http-equiv="refresh"| data-gone/.test(html);
    return {
      ...COMMON,
      ...type,
      ...own,
      ...fetched,
      ...(hasRecord ? RECORD_LINKS : {}),
      ...(isEmbeddable(html) ? FRAMED : {}),
    };
  }
  return {
    ...ANY,
    ...type,
    ...OF_FILES,
    ...(isPicture(path) ? FRAMED : {}),
    ...(OPEN_FOLDERS.some((folder) => path.startsWith(folder)) ? FETCHED : {}),
    ...(path.startsWith(`${ASSETS}/`) ? LASTING : {}),
    ...(path.startsWith(`${MEDIA}/`) ? OPEN : {}),
  };
}

async function missing({ folder }: BuiltSite): Promise<Answer> {
  const root = await realpath(folder).catch(() => null);
  const page = root === null ? null : await readContent(root, ['404.html']);
  if (!page) return plain(404, 'There is nothing here.');
  return { status: 404, headers: headersOf(page), body: page.body };
}

async function answerWith(
  content: Content,
  { method, headers: asked }: IncomingMessage,
  packed: Map<string, Promise<Buffer>>,
): Promise<Answer> {
  const { body, etag, path, modified } = content;
  const packs = isText(path) && !asked.range && takesBrotli(asked['accept-encoding']);
  const tag = packs ? etag.replace(/"$/, '-br"') : etag;
  const headers: Headers = {
    ...headersOf(content),
    ETag: tag,
    'Last-Modified': modified.toUTCString(),
    'Accept-Ranges': 'bytes',
    ...(isText(path) ? { Vary: 'Accept-Encoding' } : {}),
  };
  if (isFresh(asked, tag, modified)) return { status: 304, headers };
  if (packs)
    return { status: 200, headers: { ...headers, 'Content-Encoding': 'br' }, body: await brotliOf(body, etag) };
  const isCurrent = !asked['if-range'] || [etag, modified.toUTCString()].includes(String(asked['if-range']));
  const range = method === 'GET' && isCurrent ? readRange(asked.range, body.length) : null;
  if (range === 'none') return plain(416, 'The file has no such part.', { 'Content-Range': `bytes */${body.length}` });
  if (!range) return { status: 200, headers, body };
  const { from, to } = range;
  const part = { 'Content-Range': `bytes ${from}-${to}/${body.length}` };
  return { status: 206, headers: { ...headers, ...part }, body: body.subarray(from, to + 1) };

  /** At the highest quality, as a host that keeps packed files would send it; the same text is packed once. */
  function brotliOf(text: Buffer, key: string): Promise<Buffer> {
    const known = packed.get(key) ?? compress(text);
    packed.set(key, known);
    return known;
  }
}

const takesBrotli = (accepted: string | string[] | undefined): boolean =>
  String(accepted ?? '')
    .split(',')
    .some((coding) => /^\s*br\s*(?:;\s*q\s*=\s*(?!0(?:\.0*)?\s*$)[\d.]+\s*)?$/i.test(coding));

/** Whether the reader has this very content: by its tag, and by its time only where no tag is given. */
function isFresh(asked: IncomingMessage['headers'], tag: string, modified: Date): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = asked;
  if (tags !== undefined)
    return tags.trim() === '*' || tags.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  const time = Date.parse(since ?? '');
  return Number.isFinite(time) && Math.floor(modified.getTime() / 1000) * 1000 <= time;
}

/** The first port from `wanted` on that nothing listens to on this machine. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) {
    if ((await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'))) return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 99}: set PORT to another number.`);
}

/** A machine without this kind of address has nothing listening there either. */
function canListen(port: number, host: string): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
