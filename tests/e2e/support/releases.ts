import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSiteServer } from '../../../src/commands/static-server.ts';
import { ASSETS } from '../../../src/lib/urls.ts';
import { readPages } from '../../../src/search/index/read-pages.ts';
import { RELEASES } from '../../run/test-builds.ts';
import { test as base } from './test.ts';

export type ReleaseName = keyof typeof RELEASES;
export type Way = (next: string, live: string) => void;

/** How sites are published: what lies in the folder that is served becomes the next release. */
export const WAYS = {
  /** A folder takes the place of the other, and nothing of the other is left. */
  swap(next, live) {
    cpSync(next, `${live}.next`, { recursive: true });
    renameSync(live, `${live}.last`);
    renameSync(`${live}.next`, live);
    rmSync(`${live}.last`, { recursive: true });
  },
  /** The same, and what lay under addresses that never change is carried over. */
  'swap that carries over'(next, live) {
    cpSync(live, `${live}.carried`, { recursive: true });
    WAYS.swap(next, live);
    cpSync(join(`${live}.carried`, ASSETS), join(live, ASSETS), { recursive: true, force: false });
    rmSync(`${live}.carried`, { recursive: true });
  },
  /** `cp -r`: over what is there; what is no longer in the release stays. */
  copy(next, live) {
    cpSync(next, live, { recursive: true });
  },
  /** `rsync -a --delete`: over what is there, and then what is no longer in the release goes. */
  rsync(next, live) {
    cpSync(next, live, { recursive: true });
    for (const path of readdirSync(live, { recursive: true, encoding: 'utf8' }))
      if (!existsSync(join(next, path))) rmSync(join(live, path), { recursive: true, force: true });
  },
} satisfies Record<string, Way>;

/** A site that is published while readers are on it. */
export class Live {
  readonly folder: string;
  /** Requests whose line breaks. */
  breaks: (path: string) => boolean = () => false;
  /** Requests that are never answered. */
  stalls: (path: string) => boolean = () => false;
  /** All that was asked for. */
  readonly asked: string[] = [];
  readonly #base: string;
  readonly #server: Server;
  readonly #root: string;

  /** @param of folder of the built site that is served first */
  constructor(of: string = RELEASES.old, base = '/') {
    if (!existsSync(of))
      throw new Error(`There is no ${of}: node src/commands/run.mjs tests/run/build-releases.ts builds the releases`);
    this.#base = base;
    this.#root = mkdtempSync(join(tmpdir(), 'live-'));
    this.folder = join(this.#root, 'live');
    cpSync(of, this.folder, { recursive: true });
    const site = createSiteServer({ folder: this.folder, base });
    this.#server = createServer((request, response) => {
      const path = request.url ?? '/';
      this.asked.push(path);
      if (this.breaks(path)) request.socket.destroy();
      else if (!this.stalls(path)) site.emit('request', request, response);
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, 'localhost', resolve));
  }

  get address(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}${this.#base}`;
  }

  publish(release: ReleaseName, way: Way): void {
    way(RELEASES[release], this.folder);
  }

  /** Changes what a file holds. */
  change(path: string, change: (text: string) => string): void {
    const file = join(this.folder, path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.#root, { recursive: true, force: true });
  }
}

/** Pages of a release, relative to its base, that hold words which no punctuation parts. */
export const pagesWith = (release: ReleaseName, words: string): string[] =>
  readPages(RELEASES[release])
    .filter(({ blocks }) => blocks.some(({ text }) => text.replace(/[\p{P}\s]/gu, '').includes(words)))
    .map(({ path }) => path)
    .sort();

/** Tests on a site of their own, which they publish anew. */
export const test = base.extend<{ live: Live }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  live: async ({}, use) => {
    const live = new Live();
    await live.listen();
    await use(live);
    await live.close();
  },
  baseURL: ({ live }, use) => use(live.address),
});
