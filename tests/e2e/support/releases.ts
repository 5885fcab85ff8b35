import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
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
  readonly #server: Server;
  readonly #root: string;

  private constructor(root: string, server: Server) {
    this.#root = root;
    this.folder = join(root, 'live');
    this.#server = server;
  }

  static async open(release: ReleaseName = 'old', port = 0): Promise<Live> {
    if (!existsSync(RELEASES[release]))
      throw new Error('There are no releases: node src/commands/run.mjs tests/run/build-releases.ts');
    const root = mkdtempSync(join(tmpdir(), 'live-'));
    const folder = join(root, 'live');
    cpSync(RELEASES[release], folder, { recursive: true });
    const server = createSiteServer({ folder, base: '/' });
    await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
    return new Live(root, server);
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  publish(release: ReleaseName, way: Way): void {
    way(RELEASES[release], this.folder);
  }

  /** The machine is off: no request is answered any more. */
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

/** Bytes of all files under a folder. */
export const bytesUnder = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);

/** Tests on a site of their own, which they publish anew. */
export const test = base.extend<{ live: Live }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  live: async ({}, use) => {
    const live = await Live.open();
    await use(live);
    await live.close();
  },
  baseURL: ({ live }, use) => use(`${live.origin}/`),
});
