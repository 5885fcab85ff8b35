import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BESIDE } from '#words/licences.ts';
import { runPackage } from '../../src/commands/command.ts';
import { filesOf } from '../support/built-files.ts';

// The maps of the bundler tell by themselves what a script was made of.
let folder = '';
let dist = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'licences-'));
  dist = join(folder, 'dist');
  const { code, output } = await runPackage('astro', ['build', '--config', 'tests/support/source-maps.config.mjs'], {
    quiet: true,
    env: {
      CONTENT_DIR: 'tests/fixtures/archive',
      OUT_DIR: dist,
      SITE_URL: 'https://chronicle.example',
      SEARCH_WHOLE_UP_TO: '0',
    },
  });
  expect(code, output).toBe(0);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const built = (path: string) => readFileSync(join(dist, path), 'utf8');
const scripts = () => filesOf(dist).filter((file) => /\.(?:m?js|wasm)$/.test(file));

/** What bundlers put in by themselves, which no map names, by words that they leave. */
const HELPERS = { vite: 'vite:preloadError', rolldown: 'Object.getOwnPropertyDescriptor' };

/** Packages that the maps name, and those of the helpers. */
const mapped = (): Set<string> => {
  const sources = filesOf(dist)
    .filter((file) => file.endsWith('.js.map'))
    .flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] }).sources);
  const names = sources.flatMap((source) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
  const texts = scripts().map((file) => readFileSync(file, 'utf8'));
  const helpers = Object.entries(HELPERS).filter(([, words]) => texts.some((text) => text.includes(words)));
  return new Set([...names, ...helpers.map(([name]) => name)]);
};

const notices = () => {
  const { document } = parseHTML(built('licences/index.html'));
  return [...document.querySelectorAll('.notice')].map((notice) => ({
    packages: [...notice.querySelectorAll('h3 span')].map((span) => span.textContent.split(' ') as [string, string]),
    text: notice.querySelector('pre')?.textContent ?? '',
  }));
};
const listed = () => notices().flatMap(({ packages }) => packages);

describe('the page of licences', () => {
  test('lists the packages that scripts are made of, and no other', () => {
    expect(mapped().size).toBeGreaterThan(5);
    const names = listed().map(([name]) => name);
    expect(names.toSorted()).toEqual([...new Set([...mapped(), ...Object.keys(BESIDE)])].toSorted());
  });

  test('gives the version that is installed, and the whole text of its licence', () => {
    for (const { packages, text } of notices()) {
      for (const [name, version] of packages) {
        const manifest = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as {
          version: string;
        };
        expect(version, name).toBe(manifest.version);
      }
      expect(text, String(packages)).toMatch(/permission|redistribution|license/i);
      expect(text.length, String(packages)).toBeGreaterThan(500);
    }
  });

  test('can be reached from the page about the site, and is in the sitemap', () => {
    expect(built('about/index.html')).toContain('href="/licences/"');
    expect(built('sitemap-0.xml')).toContain('/licences/');
  });
});

/** Where each of the packages that no bundler has put in can be seen in the output. */
const SEEN: Record<string, () => boolean> = {
  'opencc-js': () => lexicon().forms.length > 0,
  pagefind: () => scripts().some((file) => basename(file) === 'pagefind.js'),
  'pinyin-pro': () => lexicon().words.some(([, letters]) => /^[a-z]+(?: [a-z]+)*$/.test(letters)),
};
const lexicon = () => {
  const file = filesOf(dist).find((path) => basename(path) === 'lexicon.json') ?? '';
  return JSON.parse(readFileSync(file, 'utf8')) as { words: [string, string][]; forms: string };
};

test.each(Object.keys(BESIDE))('%s is in the output, though by another way than the bundler', (name) =>
  expect(SEEN[name]?.()).toBe(true),
);

test('no program is in the output of which nobody knows where it comes from', () => {
  const files = new Set(filesOf(dist));
  // The worker and its farewell are our own; the helpers are those of the bundler, which the page lists.
  const known = /^(?:pagefind|preload-helper\..*|rolldown-runtime\..*|classPrivate\w+\..*|sw|sw-off)\.js$/;
  const unknown = scripts().filter((file) => !files.has(`${file}.map`) && !known.test(basename(file)));
  expect(unknown.map((file) => relative(dist, file))).toEqual([]);
  // Astro would write its own into a page, and have to be listed, where a component is hydrated by `client:…`.
  const pages = filesOf(dist).filter((file) => file.endsWith('.html'));
  expect(pages.filter((file) => readFileSync(file, 'utf8').includes('<astro-island'))).toEqual([]);
});
