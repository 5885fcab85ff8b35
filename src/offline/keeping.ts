import type { Manifest, Pack, PageList } from './types.ts';

/** The line is broken, or the host is. */
export class Unreached extends Error {}
/** What this release is made of is no longer there. */
export class Replaced extends Error {}

/** Only what is whole, of this origin and not led elsewhere is kept. */
const isPlain = ({ status, type, redirected }: Response): boolean => status === 200 && type === 'basic' && !redirected;
/** A host may answer with a page that says that there is nothing. */
const isPage = ({ headers }: Response): boolean => /^text\/html/.test(headers.get('Content-Type') ?? '');

/**
 * What is kept of one release: a cache of its own. A page is kept only if it is, byte for byte, the page of this
 * release, and after all that it needs; so nothing of two releases is ever mixed, and no page is kept in half.
 */
export class Keeping {
  readonly name: string;
  readonly #manifest: Manifest;
  readonly #lists = new Map<string, Promise<Map<string, string>>>();

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
    this.name = manifest.caches + manifest.release;
  }

  /** Where something lies, as a key of the cache: neither query nor the name of a folder's page. */
  address(path: string): string {
    return this.#manifest.base + path.replace(/(^|\/)index\.html$/, '$1');
  }

  /** What is kept at an address; undefined where nothing is, or where nothing can be. */
  async find(path: string): Promise<Response | undefined> {
    try {
      if (!(await caches.has(this.name))) return undefined;
      return await (await caches.open(this.name)).match(this.address(path), { ignoreVary: true });
    } catch {
      return undefined;
    }
  }

  /** Keeps a page, as it has just been fetched, or else as the site has it. Whether what is there is of this release. */
  async page(path: string, given?: Response): Promise<boolean> {
    const hash = (await this.#listOf(path)).get(path);
    if (hash === undefined) return false;
    if (await this.#holds(path)) return true;
    const response = given ?? (await this.#fetch(path));
    return isPlain(response) && this.#keep(path, hash, response);
  }

  /**
   * Keeps those of the pages that earlier releases have, byte for byte.
   * @returns the others that this release has
   */
  async carryOver(paths: Iterable<string>): Promise<string[]> {
    const others: string[] = [];
    for (const path of paths) {
      const hash = (await this.#listOf(path)).get(path);
      if (hash === undefined || (await this.#holds(path))) continue;
      const former = await this.#former(path);
      if (!(former && (await this.#keep(path, hash, former)))) others.push(path);
    }
    return others;
  }

  async #keep(path: string, hash: string, response: Response): Promise<boolean> {
    const body = await response.arrayBuffer();
    const isIt = (await digest(body)) === hash;
    if (isIt) await this.#put(path, body, response.headers);
    return isIt;
  }

  /** Keeps a file that never changes under its address. */
  async file(path: string): Promise<void> {
    if (await this.#holds(path)) return;
    const response = (await this.#former(path)) ?? (await this.#fetch(path));
    if (isPage(response)) throw new Replaced(path);
    await this.#store(path, response);
  }

  /** Keeps what a page has just fetched. */
  async fetched(path: string, response: Response): Promise<void> {
    if (!isPlain(response) || isPage(response) || !(await caches.has(this.name))) return;
    await this.#store(path, response);
  }

  /** Keeps a picture in the width named, unless another width of it is there. */
  async picture(path: string): Promise<void> {
    if ((await this.findPicture(path)) === undefined) await this.file(path);
  }

  /** A picture that is kept, in whatever width; of this release, or of one before, since its name says what it is. */
  async findPicture(path: string): Promise<Response | undefined> {
    const exact = await this.find(path);
    if (exact) return exact;
    const folder = path.replace(/[^/]*$/, '');
    try {
      for (const name of [this.name, ...(await this.others()).reverse()]) {
        const cache = await caches.open(name);
        const [key] = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(this.address(folder)));
        const found = key && (await cache.match(key, { ignoreVary: true }));
        if (found) {
          if (name !== this.name) await this.#store(this.#pathOf(key), found.clone());
          return found;
        }
      }
    } catch {
      // Storage may be forbidden: then nothing is kept.
    }
    return undefined;
  }

  #pathOf = ({ url }: Request): string => decodeURI(new URL(url).pathname).slice(this.#manifest.base.length);

  /** Keeps pages of a part, or all of them, from the one file that holds them. */
  async pack([, list, pack]: Manifest['parts'][number], only?: ReadonlySet<string>): Promise<void> {
    const hashes = await this.#list(list);
    const kept = new Set(await this.pages());
    const isWanted = (path: string) => !kept.has(path) && (only?.has(path) ?? true);
    if (![...hashes.keys()].some(isWanted)) return;
    const { shared, pages } = (await (await this.#fetch(pack)).json()) as Pack;
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    for (const [path, pieces] of pages) {
      if (!isWanted(path)) continue;
      const html = pieces.map((piece) => (typeof piece === 'number' ? shared[piece] : piece)).join('');
      const { buffer } = new TextEncoder().encode(html);
      if ((await digest(buffer)) !== hashes.get(path)) throw new Replaced(path);
      await this.#put(path, buffer, headers);
    }
  }

  /** Files that pages need. */
  files = async (): Promise<string[]> => (await this.#json(this.#manifest.files)) as string[];

  /** Paths of the pages that are kept. */
  async pages(name = this.name): Promise<string[]> {
    const { assets, media } = this.#manifest;
    return (await this.keys(name)).filter((path) => !path.startsWith(assets) && !path.startsWith(media));
  }

  /** All that is kept, by path. */
  async keys(name = this.name): Promise<string[]> {
    if (!(await caches.has(name))) return [];
    return (await (await caches.open(name)).keys()).map(this.#pathOf);
  }

  /** Names of other releases' caches, the oldest first. */
  async others(): Promise<string[]> {
    const isOther = (name: string) => name.startsWith(this.#manifest.caches) && name !== this.name;
    return (await caches.keys()).filter(isOther);
  }

  async forget(path: string): Promise<void> {
    if (await caches.has(this.name)) await (await caches.open(this.name)).delete(this.address(path));
  }

  async #put(path: string, body: ArrayBuffer, headers: HeadersInit): Promise<void> {
    const html = new TextDecoder().decode(body);
    for (const file of await this.#neededBy(html)) await this.file(file);
    // Pictures come when the reader's browser asks for them; those of an earlier visit are taken along.
    for (const picture of this.#picturesIn(html)) await this.findPicture(picture);
    await this.#store(path, new Response(body, { headers }));
  }

  /** The files that a page names, and what these bring in. */
  async #neededBy(html: string): Promise<Set<string>> {
    const { base, assets, needs, search, keepsSearch } = this.#manifest;
    const named: string[] = html.match(new RegExp(`${base}${assets}[^"'\\s<>)]+`, 'g')) ?? [];
    const needed = new Set(named.map((address) => address.slice(base.length)).filter((path) => path !== search));
    for (const path of needed) for (const other of needs[path] ?? []) needed.add(other);
    if (keepsSearch && named.includes(base + search))
      for (const path of await this.files()) if (path.startsWith(search)) needed.add(path);
    return needed;
  }

  /** The pictures that a page shows, each in the width that its `src` names. */
  #picturesIn(html: string): string[] {
    const shown = new RegExp(`<img\\b[^>]*\\ssrc="[^"]*?(${this.#manifest.media}[^"]+)"`, 'g');
    return Array.from(html.matchAll(shown), ([, path = '']) => path);
  }

  /** The part in which a page would be. */
  partOf = (path: string) => this.#manifest.parts.filter(([first]) => first <= path).at(-1);

  async #listOf(path: string): Promise<Map<string, string>> {
    const [, list] = this.partOf(path) ?? [];
    return list ? this.#list(list) : new Map();
  }

  #list(list: string): Promise<Map<string, string>> {
    const known = this.#lists.get(list) ?? this.#json(list).then((pages) => new Map(pages as PageList));
    this.#lists.set(list, known);
    known.catch(() => this.#lists.delete(list));
    return known;
  }

  async #json(path: string): Promise<unknown> {
    try {
      await this.file(path);
    } catch (error) {
      if (error instanceof Unreached || error instanceof Replaced) throw error;
    }
    return ((await this.find(path)) ?? (await this.#fetch(path))).json();
  }

  async #holds(path: string): Promise<boolean> {
    return (await this.find(path)) !== undefined;
  }

  /** What the last of the earlier releases that has something at an address has there. */
  async #former(path: string): Promise<Response | undefined> {
    for (const name of (await this.others()).reverse()) {
      const found = await (await caches.open(name)).match(this.address(path), { ignoreVary: true });
      if (found) return found;
    }
    return undefined;
  }

  /** The same where storage may be forbidden: then nothing is kept. */
  findFormer = (path: string): Promise<Response | undefined> => this.#former(path).catch(() => undefined);

  /** @throws Unreached, and Replaced where there is nothing */
  async #fetch(path: string): Promise<Response> {
    const response = await fetch(
      this.address(path),
      path.startsWith(this.#manifest.assets) ? {} : { cache: 'no-cache' },
    ).catch(() => {
      throw new Unreached(path);
    });
    if (response.status >= 500) throw new Unreached(path);
    if (!isPlain(response)) throw new Replaced(path);
    return response;
  }

  async #store(path: string, response: Response): Promise<void> {
    await (await caches.open(this.name)).put(this.address(path), response);
  }
}

/** As `hashOf` of the build makes it: the first 96 bits of SHA-256, in hexadecimal. */
async function digest(body: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body)).subarray(0, 12);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
