import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { ASSETS } from '../lib/urls.ts';

/** A built site and the path it lives under: `/`, or `/archive/`. */
export interface BuiltSite {
  folder: string;
  base: string;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body?: Buffer;
  /** Names the body among all that the server has sent: its file, and when that was written. */
  key?: string;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const compress = promisify(brotliCompress);

/**
 * Serves a built site as a careful host would: right types, brotli, the page's own policy as a header too, 404.html,
 * and a redirect to the address with its trailing slash.
 */
export function createSiteServer(site: BuiltSite): Server {
  const compressed = new Map<string, Promise<Buffer>>();
  return createServer(async (request, response) => {
    const answer = await answerTo(site, request.method ?? 'GET', request.url ?? '/').catch(
      (error: unknown): Answer => ({ status: 500, headers: {}, body: Buffer.from(String(error)) }),
    );
    const { status, headers } = answer;
    let { body } = answer;
    if (body && /charset/.test(headers['Content-Type'] ?? '')) {
      headers.Vary = 'Accept-Encoding';
      if (/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
        body = await brotliOf(body, answer.key);
        headers['Content-Encoding'] = 'br';
      }
    }
    response.writeHead(status, { ...headers, 'Content-Length': String(body?.length ?? 0) });
    response.end(request.method === 'HEAD' ? undefined : body);
  });

  /** At the highest quality, as a host that keeps compressed files would send it; each file is compressed once. */
  function brotliOf(body: Buffer, key: string | undefined): Promise<Buffer> {
    const known = (key && compressed.get(key)) || compress(body);
    if (key) compressed.set(key, known);
    return known;
  }
}

async function answerTo(site: BuiltSite, method: string, url: string): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { Allow: 'GET, HEAD' } };
  const [path = '/'] = url.split('?', 1);
  const found = await find(site, path);
  if (found === 'slash') return { status: 301, headers: { Location: `${path}/${url.slice(path.length)}` } };
  if (found) return send(200, found, found.includes(`${sep}${ASSETS}${sep}`));
  return send(404, join(site.folder, '404.html'), false);
}

/** The file at an address, `slash` where the address lacks its trailing slash, null where there is nothing. */
async function find({ folder, base }: BuiltSite, path: string): Promise<string | 'slash' | null> {
  if (`${path}/` === base) return 'slash';
  if (!path.startsWith(base)) return null;
  const root = resolve(folder);
  const file = resolve(root, `./${decode(path.slice(base.length))}`);
  if (file !== root && !file.startsWith(root + sep)) return null;
  const entry = await stat(file).catch(() => null);
  if (entry?.isFile()) return path.endsWith('/') ? null : file;
  if (!entry?.isDirectory()) return null;
  const index = join(file, 'index.html');
  if (!(await stat(index).catch(() => null))) return null;
  return path.endsWith('/') ? index : 'slash';
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    return path;
  }
}

async function send(status: number, file: string, lasting: boolean): Promise<Answer> {
  const [body, { mtimeMs, size }] = await Promise.all([readFile(file), stat(file)]);
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const policy = type.startsWith('text/html') ? policyOf(body.toString()) : null;
  return {
    status,
    headers: {
      'Content-Type': type,
      'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      ...(policy ? { 'Content-Security-Policy': policy } : {}),
    },
    body,
    key: `${file} ${mtimeMs} ${size}`,
  };
}

/** The policy that a page carries in its head, with what only a header can say: no frames but of pages made for them. */
export function policyOf(html: string): string | null {
  const [, policy] = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html) ?? [];
  const ancestors = /<html[^>]*\sdata-embeddable/i.test(html) ? '*' : "'none'";
  return policy ? `${policy.replace(/;?\s*$/, '')}; frame-ancestors ${ancestors}` : null;
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
