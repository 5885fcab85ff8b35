import { Keeping, Replaced, Unreached } from './keeping.ts';
import type { Request as Asked, Failure, Manifest, Saved, State } from './types.ts';
import type { FetchEvent, WorkerScope } from './worker-scope.ts';

/** The build writes it into the first line of sw.js. */
declare const MANIFEST: Manifest;
const worker = self as unknown as WorkerScope;
const { base, parts, assets, media, framed, offline, first, size } = MANIFEST;
const keeping = new Keeping(MANIFEST);

/** Milliseconds after which a page that is kept is shown instead of one that does not come; who asks for it anew waits longer. */
const PATIENCE = { once: 3000, anew: 15_000 };
/** Changed pages of one part, above which they are fetched together. */
const MANY = 20;
/** A picture in one of its widths, or as large as the original. */
const PICTURE = /\/(?:\d+|large)\.(?:webp|jpg)$/;
/** Files of one step of saving everything. */
const FILES = 20;

function pathOf(url: string): string {
  const { pathname } = new URL(url);
  try {
    return decodeURI(pathname).slice(base.length);
  } catch {
    return pathname.slice(base.length);
  }
}
const isSaving = () => 'connection' in navigator && Reflect.get(navigator.connection as object, 'saveData') === true;

worker.addEventListener('install', (event) => event.waitUntil(install().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { method, mode, destination, url } = event.request;
  if (method !== 'GET' || new URL(url).origin !== location.origin || !new URL(url).pathname.startsWith(base)) return;
  const path = pathOf(url);
  if (mode === 'navigate') {
    if (destination === 'document' && !framed.includes(path)) event.respondWith(answerPage(event, path));
  } else if (path.startsWith(assets)) event.respondWith(answerFile(event, path));
  // Recordings, documents and tiles are the browser's own business: it asks for parts of them, and none is kept.
  else if (path.startsWith(media) && PICTURE.test(path)) event.respondWith(answerPicture(event, path));
});
worker.addEventListener('message', (event) => {
  const asked = event.data as Asked;
  const work =
    asked.task === 'save' ? save(asked.step) : asked.task === 'pictures' ? keepPictures(asked.paths) : state();
  event.waitUntil(work.then((answer) => event.ports[0]?.postMessage(answer)));
});

/**
 * Keeps the first pages and, of what the reader has seen, all that this release still has. Until that is done the
 * release before stays, whole; where the line breaks, the browser begins again another time with what is there.
 */
async function install(): Promise<void> {
  try {
    await keepSeen();
  } catch (error) {
    if (error instanceof Unreached || error instanceof Replaced) throw error;
    // No room beside the release before, or none at all: the site is then read from the network.
    await dropOthers().catch(() => {});
    await keepSeen()
      .catch(() => caches.delete(keeping.name))
      .catch(() => {});
  }
}

async function keepSeen(): Promise<void> {
  const seen = new Set(isSaving() ? [offline] : [offline, ...first]);
  for (const name of await keeping.others()) for (const path of await keeping.pages(name)) seen.add(path);
  const isUpdate = (await keeping.others()).length > 0;
  for (const path of await openPages()) seen.add(path);
  // Also where nothing is kept: what is not there is not written to.
  await caches.open(keeping.name);
  const changed = await keeping.carryOver(seen);
  for (const part of parts) {
    const wanted = changed.filter((path) => keeping.partOf(path) === part);
    if (wanted.length > MANY) await keeping.pack(part, new Set(wanted));
  }
  for (const path of changed) {
    const isThere = await keeping.page(path).catch(unlessReplaced);
    // The site is being copied, or a cache on the way is behind: the release before stays until all of this one is there.
    if (!isThere && isUpdate) throw new Unreached(path);
  }
}

function unlessReplaced(error: unknown): false {
  if (error instanceof Replaced) return false;
  throw error;
}

async function openPages(): Promise<string[]> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => new URL(url).pathname.startsWith(base)).map(({ url }) => pathOf(url));
}

/** Pages that are open may be of the release before: its files stay for them until the next release, its pages go. */
async function activate(): Promise<void> {
  await worker.clients.claim();
  await dropOthers(1).catch(() => {});
}

async function dropOthers(but = 0): Promise<void> {
  const others = await keeping.others();
  const last = others.splice(others.length - but);
  for (const name of others) await caches.delete(name);
  for (const name of last) {
    const cache = await caches.open(name);
    for (const path of await keeping.pages(name)) await cache.delete(keeping.address(path));
  }
}

/** From the network, from what is kept where that fails or takes long, and the page that says so where nothing is. */
async function answerPage(event: FetchEvent, path: string): Promise<Response> {
  const network = load(event, path);
  event.waitUntil(network);
  const kept = await keeping.find(path);
  const patience = event.request.cache === 'default' ? PATIENCE.once : PATIENCE.anew;
  const late = new Promise<null>((resolve) => kept && setTimeout(resolve, patience, null));
  const answer = await Promise.race([network, late]);
  if (answer && !(kept && answer.status >= 500)) return answer;
  return kept ?? (await unkept(event.request, path));
}

async function load(event: FetchEvent, path: string): Promise<Response | null> {
  try {
    const response = await fetch(event.request);
    const copy = response.clone();
    event.waitUntil(keepPage(path, copy).catch(() => {}));
    return response;
  } catch {
    return null;
  }
}

async function keepPage(path: string, response: Response): Promise<void> {
  if (!(await caches.has(keeping.name))) return;
  const page = path.replace(/(^|\/)index\.html$/, '$1');
  // A page that has been taken off the site is not shown from here either.
  if (response.status === 404 || response.status === 410) await keeping.forget(page);
  else await keeping.page(page, response);
}

async function unkept(request: Request, path: string): Promise<Response> {
  if (!path.endsWith('/') && (await keeping.find(`${path}/`)))
    return Response.redirect(`${keeping.address(path)}/${new URL(request.url).search}`);
  const page = await keeping.find(offline);
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}

/** What is kept, of whatever release, as it never changes; else from the network, and kept. */
async function answerFile(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  if (request.headers.has('Range') || (await isFramed(event))) return fetch(request);
  const kept = (await keeping.find(path)) ?? (await keeping.findFormer(path));
  if (kept) return kept;
  const response = await fetch(request);
  const copy = response.clone();
  event.waitUntil(keeping.fetched(path, copy).catch(() => {}));
  return response;
}

/** As wide as the browser wants it, and kept; without a network in whatever width is kept. */
async function answerPicture(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  if (await isFramed(event)) return fetch(request);
  const kept = await keeping.find(path);
  if (kept) return kept;
  try {
    const response = await fetch(request);
    const copy = response.clone();
    // The original's size is for a closer look, and too much to keep.
    if (!path.includes('/large.')) event.waitUntil(keeping.fetched(path, copy).catch(() => {}));
    return response;
  } catch (error) {
    const other = await keeping.findPicture(path);
    if (other) return other;
    throw error;
  }
}

/** What a page shows and has not been scrolled to is kept too, so that it is whole without a network. */
async function keepPictures(paths: readonly string[]): Promise<Saved> {
  try {
    if (await caches.has(keeping.name))
      for (const path of paths) if (path.startsWith(media) && PICTURE.test(path)) await keeping.picture(path);
    return {};
  } catch (error) {
    return { failed: failureOf(error) };
  }
}

async function isFramed({ clientId }: FetchEvent): Promise<boolean> {
  const client = await worker.clients.get(clientId);
  return client !== undefined && framed.includes(pathOf(client.url));
}

async function state(): Promise<State> {
  const keys = new Set<string>(await keeping.keys().catch(() => []));
  const files = await keeping.files().catch(() => []);
  const kept = [...keys].filter((path) => !path.startsWith(assets) && !path.startsWith(media));
  // Of a picture any width will do.
  const folders = new Set([...keys].filter((path) => path.startsWith(media)).map(folderOf));
  const isThere = (path: string) => keys.has(path) || (path.startsWith(media) && folders.has(folderOf(path)));
  const whole = files.length > 0 && kept.length >= size.pages && files.every(isThere);
  const steps = Math.ceil(files.length / FILES) + parts.length;
  return { ...size, cache: keeping.name, kept, whole, steps };
}

const folderOf = (path: string): string => path.replace(/[^/]*$/, '');

/** A step of saving everything: some files, or the pages of a part. */
async function save(step: number): Promise<Saved> {
  try {
    const files = await keeping.files();
    const part = parts[step - Math.ceil(files.length / FILES)];
    if (part) await keeping.pack(part);
    else
      for (const path of files.slice(step * FILES, (step + 1) * FILES))
        await (path.startsWith(media) ? keeping.picture(path) : keeping.file(path));
    return {};
  } catch (error) {
    return { failed: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof Unreached) return 'unreached';
  return error instanceof Replaced ? 'replaced' : 'full';
}
