import type { IncomingMessage, ServerResponse } from 'node:http';
import { relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import {
  brokenPage,
  countOf,
  faultsPage,
  faultsPanel,
  OVERVIEW,
  overviewPage,
} from '../editing/preview/faults-page.ts';
import { idOf, storyAt } from '../lib/manuscript/paths.ts';
import { isError } from '../lib/manuscript/problem.ts';
import { config } from '../site/config.ts';
import { loadAgain, type Review, reviewOf } from './preview-state.ts';

type Next = (error?: unknown) => void;

/**
 * A preview that never dies: an article that cannot be shown has a page of its own with its errors at their words, one
 * that can has them above it, and what cannot be made at all says so in Chinese.
 */
export function preview(): AstroIntegration {
  return {
    name: 'preview',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'dev') return;
        const { contentFolder, basePath, today } = config();
        const review = () => reviewOf(contentFolder, today);
        updateConfig({
          vite: {
            // What went wrong is said on the page; Vite would lay its own English words over it.
            server: { hmr: { overlay: false } },
            plugins: [
              {
                name: 'preview',
                configureServer(server) {
                  server.watcher.add(contentFolder);
                  server.watcher.on('all', (_, path) => {
                    if (!relative(contentFolder, path).startsWith('..'))
                      loadAgain(() => server.ws.send({ type: 'full-reload' }));
                  });
                  server.middlewares.use((request, response, next) => {
                    void answer(request, response, next, { review, base: basePath });
                  });
                },
              },
            ],
          },
        });
      },
    },
  };
}

interface Ways {
  review: () => Promise<Review>;
  base: string;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  next: Next,
  { review, base }: Ways,
): Promise<void> {
  const address = pathOf(request.url ?? '/', base);
  if (request.method !== 'GET' || !isPage(request, address)) return next();
  let known: Review;
  try {
    known = await review();
  } catch (error) {
    return say(response, brokenPage(address, String(error), { files: [], problems: new Map(), base }));
  }
  if (address === OVERVIEW) return say(response, overviewPage(known.files, known.problems, base));
  const slug = /^stories\/([^/]+)\/?$/.exec(address)?.[1];
  const path = [...known.files.map((file) => file.path), ...known.problems.keys()].find(
    (one) => slug !== undefined && storyAt(one) !== null && idOf({ path: one }) === slug,
  );
  const file = known.files.find((one) => one.path === path);
  const problems = known.problems.get(path ?? '') ?? [];
  // Empty, or no text at all: there is nothing of it but what is wrong.
  if (path !== undefined && (!file || known.apart.has(path)))
    return say(response, faultsPage(file ?? { path, text: '' }, problems, base));
  const panel = bar(known, base, path) + (file ? faultsPanel(file, problems, base) : '');
  rewrite(response, (status, html) => {
    if (status >= 500) return { status: 500, html: brokenPage(address, reasonIn(html), { ...known, base }) };
    return { status, html: html.replace(/<main\b[^>]*>/, (main) => main + panel) };
  });
  next();
}

/** The path below the base, without its query, as it reads. */
function pathOf(url: string, base: string): string {
  const path = url.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//, ''));
  } catch {
    return path;
  }
}

/** Whether a browser wants a page; modules, styles and pictures are none of ours. */
const isPage = ({ headers }: IncomingMessage, address: string): boolean =>
  (headers.accept ?? '*/*').includes('*/*') &&
  (headers['sec-fetch-dest'] ?? 'document') === 'document' &&
  (address === '' || address.endsWith('/') || !/\.\w+$/.test(address)) &&
  !/^(?:@|node_modules\/|src\/|_astro\/)/.test(address);

function say(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

/** That something is wrong elsewhere, and where it is told. */
function bar({ problems }: Review, base: string, path?: string): string {
  const all = [...problems].flatMap(([file, own]) => (file === path ? [] : own.filter(isError)));
  return all.length > 0
    ? `<p lang="zh-CN" class="faults"><a href="${base}${OVERVIEW}">稿件里有 ${countOf(all)}</a></p>`
    : '';
}

const reasonIn = (html: string): string => {
  const words = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^<>]*>/g, ' ');
  return words.replace(/\s+/g, ' ').trim().slice(0, 500);
};

/** Holds a page back until it is whole, and sends what is made of it. */
function rewrite(
  response: ServerResponse,
  change: (status: number, html: string) => { status: number; html: string },
): void {
  const { write, end, writeHead } = response;
  const parts: Buffer[] = [];
  const keep = (part: unknown, encoding?: unknown) => {
    if (typeof part === 'string')
      parts.push(Buffer.from(part, (typeof encoding === 'string' ? encoding : 'utf8') as BufferEncoding));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  response.writeHead = (...args: unknown[]) => {
    if (typeof args[0] === 'number') response.statusCode = args[0];
    const given = args.find(
      (one): one is Record<string, string> => typeof one === 'object' && one !== null && !Array.isArray(one),
    );
    for (const [name, value] of Object.entries(given ?? {})) response.setHeader(name, value);
    return response;
  };
  response.write = ((part: unknown, encoding?: unknown, done?: unknown) => {
    keep(part, encoding);
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') callback();
    return true;
  }) as typeof response.write;
  response.end = ((part?: unknown, encoding?: unknown, done?: unknown) => {
    keep(part, encoding);
    Object.assign(response, { write, end, writeHead });
    const body = Buffer.concat(parts);
    const isHtml = String(response.getHeader('content-type') ?? '').includes('text/html') || response.statusCode >= 500;
    if (!isHtml) return response.end(body);
    const { status, html } = change(response.statusCode, body.toString('utf8'));
    response.statusCode = status;
    response.removeHeader('content-length');
    response.removeHeader('etag');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const callback = [part, encoding, done].find((one) => typeof one === 'function');
    if (typeof callback === 'function') response.once('finish', callback as () => void);
    return response.end(html);
  }) as typeof response.end;
}
