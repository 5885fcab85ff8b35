import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Manifest, Pack, PageList } from '../../../src/offline/types.ts';
import { writeFarewell, writeOffline } from '../../../src/offline/write.ts';

let site = '';
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'offline-'));
});
afterEach(() => rmSync(site, { recursive: true }));

const PROGRAM = 'addEventListener("fetch",()=>{});';
const page = (body: string, head = '<style>a{color:red}</style>') =>
  `<!doctype html><html>${head}<body>${body}</body></html>`;

function build(files: Record<string, string>): void {
  for (const [path, text] of Object.entries({ 'sw.js': PROGRAM, ...files })) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
}

const read = <T>(path: string): T => JSON.parse(readFileSync(join(site, path), 'utf8'));
const told = (): Manifest =>
  JSON.parse(/^const MANIFEST=(.*);\n/.exec(readFileSync(join(site, 'sw.js'), 'utf8'))?.[1] ?? '');
const INDEX = '/assets/search/0123456789ab/';
const SITE = {
  'index.html': page('<a href="/stories/a/">a</a>'),
  'search/index.html': page(`<div data-search-index="${INDEX}"></div><script src="/assets/s.AAAA1111.js"></script>`),
  'stories/a/index.html': page('一'),
  'stories/b/index.html': page('<img src="/assets/b.BBBB2222.jpg">“二”\n'),
  'map/embed/index.html': page('').replace('<html', '<html data-embeddable'),
  '404.html': page('no'),
  'assets/s.AAAA1111.js': 'import "./t.CCCC3333.js"',
  'assets/t.CCCC3333.js': 'const m=["assets/u.DDDD4444.css"]',
  'assets/u.DDDD4444.css': 'a{}',
  'assets/b.BBBB2222.jpg': 'jpg',
  'assets/never.EEEE5555.js': 'nobody asks for it',
  'assets/search/0123456789ab/catalogue.json': '{}',
  'assets/search/0123456789ab/text/0.json': '{}',
  'assets/search/ffffffffffff/text/0.json': '{"of": "an earlier release"}',
  'assets/offline/earlier.json': '{}',
};

describe('what the worker is told', () => {
  it('names every page but those for frames, with what it holds', () => {
    build(SITE);
    const { parts, framed, size } = writeOffline(site, '/');
    const lists = parts.flatMap(([, list]) => read<PageList>(list));
    expect(lists.map(([path]) => path)).toEqual(['', 'search/', 'stories/a/', 'stories/b/']);
    for (const [path, hash] of lists) {
      const sha = createHash('sha256')
        .update(readFileSync(join(site, path, 'index.html')))
        .digest('hex');
      expect(sha.startsWith(hash) && hash.length === 24, path).toBe(true);
    }
    expect(framed).toEqual(['map/embed/']);
    expect(size).toMatchObject({ pages: 4, stories: 2 });
  });

  it('packs the pages byte for byte, a style that many have once', () => {
    build(SITE);
    for (const [, list, pack] of writeOffline(site, '/').parts) {
      const { shared, pages } = read<Pack>(pack);
      expect(pages.map(([path]) => path)).toEqual(read<PageList>(list).map(([path]) => path));
      expect(shared).toEqual(['a{color:red}']);
      for (const [path, pieces] of pages) {
        const html = pieces.map((piece) => (typeof piece === 'number' ? shared[piece] : piece)).join('');
        expect(html).toBe(readFileSync(join(site, path, 'index.html'), 'utf8'));
      }
    }
  });

  it('knows which files pages need, and what these bring in; nothing else, and none of an earlier release', () => {
    build(SITE);
    const { files, needs, search, keepsSearch } = writeOffline(site, '/');
    expect(read<string[]>(files)).toEqual([
      'assets/b.BBBB2222.jpg',
      'assets/s.AAAA1111.js',
      'assets/t.CCCC3333.js',
      'assets/u.DDDD4444.css',
      'assets/search/0123456789ab/catalogue.json',
      'assets/search/0123456789ab/text/0.json',
    ]);
    expect(needs['assets/s.AAAA1111.js']).toEqual(['assets/t.CCCC3333.js', 'assets/u.DDDD4444.css']);
    expect([search, keepsSearch]).toEqual(['assets/search/0123456789ab/', true]);
  });

  it('leaves a large index to be fetched bit by bit', () => {
    const large = Array.from({ length: 80_000 }, (_, i) => createHash('md5').update(String(i)).digest('hex')).join('');
    build({ ...SITE, 'assets/search/0123456789ab/index/0.json': large });
    expect(writeOffline(site, '/').keepsSearch).toBe(false);
  });

  it('works under a path', () => {
    const under = (text: string) => text.replaceAll('/assets/', '/a.b/assets/');
    build(
      Object.fromEntries(
        Object.entries(SITE).map(([path, text]) => [path, path.endsWith('.html') ? under(text) : text]),
      ),
    );
    const { base, caches, search, files } = writeOffline(site, '/a.b/');
    expect([base, caches, search]).toEqual(['/a.b/', 'county-chronicle /a.b/ ', 'assets/search/0123456789ab/']);
    expect(read<string[]>(files)).toHaveLength(6);
  });

  it('is another release for any page, file or program that is another, and the same for the same', () => {
    build(SITE);
    const first = writeOffline(site, '/').release;
    expect(writeOffline(site, '/').release).toBe(first);
    for (const [path, text] of [
      ['stories/a/index.html', page('三')],
      ['assets/search/0123456789ab/more.json', '{}'],
      ['assets/b.BBBB2222.jpg', 'another jpg'],
    ] as const) {
      build({ ...SITE, [path]: text });
      expect(writeOffline(site, '/').release, path).not.toBe(first);
      rmSync(join(site, path));
    }
    build({ ...SITE, 'sw.js': `${PROGRAM};1` });
    expect(writeOffline(site, '/').release).not.toBe(first);
  });

  it('is told anew where pages have changed, and what was told before is taken away', () => {
    build(SITE);
    const before = writeOffline(site, '/');
    build({ 'stories/a/index.html': page('四'), 'sw.js': readFileSync(join(site, 'sw.js'), 'utf8') });
    const after = writeOffline(site, '/');
    expect(told()).toEqual(after);
    expect(readFileSync(join(site, 'sw.js'), 'utf8').split('\n').slice(1).join('\n')).toBe(PROGRAM);
    const left = readdirSync(join(site, 'assets/offline'));
    const named = new Set(
      [after.files, ...after.parts.flatMap(([, ...two]) => two)].map((path) => path.split('/').at(-1)),
    );
    expect(left.sort()).toEqual([...named, 'earlier.json'].sort());
    expect(after.release).not.toBe(before.release);
  });

  it('begins a part at the same paths, however many pages come before', () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [`stories/s-${i}/index.html`, page(String(i))]),
    );
    build({ ...SITE, ...many });
    const before = writeOffline(site, '/').parts;
    expect(before.length).toBeGreaterThan(2);
    build({ 'stories/aa/index.html': page('new'), 'sw.js': readFileSync(join(site, 'sw.js'), 'utf8') });
    const after = writeOffline(site, '/').parts;
    expect(after.filter((part) => !before.some((one) => one.join() === part.join()))).toHaveLength(1);
  });

  it('refuses a program that is a module', () => {
    for (const text of ['import{a}from"./assets/a.js";a()', 'var a=1;export{a};', 'a();\nexport default a'])
      expect(() => {
        build({ ...SITE, 'sw.js': text });
        writeOffline(site, '/');
      }, text).toThrow('would not run');
    build({ ...SITE, 'sw.js': 'importScripts("a");var exports=1' });
    expect(() => writeOffline(site, '/')).not.toThrow();
  });
});

it('the farewell takes away the caches of its own path and itself, and answers nothing', async () => {
  writeFarewell(site, 'sw-off.js', '/archive/');
  const listeners: Record<string, (event: { waitUntil(done: Promise<void>): void }) => void> = {};
  const gone: string[] = [];
  const caches = {
    keys: async () => ['county-chronicle /archive/ 1', 'county-chronicle / 1', 'other'],
    delete: async (name: string) => void gone.push(name),
  };
  const registration = { unregister: async () => void gone.push('itself') };
  const run = new Function(
    'addEventListener',
    'skipWaiting',
    'caches',
    'registration',
    readFileSync(join(site, 'sw-off.js'), 'utf8'),
  );
  run(
    (type: string, listener: never) => (listeners[type] = listener),
    () => gone.push('no waiting'),
    caches,
    registration,
  );
  expect(Object.keys(listeners).sort()).toEqual(['activate', 'install']);
  listeners.install?.({ waitUntil: () => {} });
  await new Promise<void>((resolve) => listeners.activate?.({ waitUntil: (done) => void done.then(resolve) }));
  expect(gone).toEqual(['no waiting', 'county-chronicle /archive/ 1', 'itself']);
});
