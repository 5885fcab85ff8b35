import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesIn } from '../../../src/disk/files.ts';
import { besides } from '../../../src/release/exchange.ts';
import { MARKER, manifestFiles, manifestOf, readManifest } from '../../../src/release/manifest.ts';
import { publish } from '../../../src/release/publish.ts';

let room = '';
let output = '';
let said: string[] = [];
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'publish-'));
  output = join(room, 'www/site');
  said = [];
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const write = (folder: string, files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** Stands for a build that writes these files. */
const builds =
  (files: Record<string, string>, withheld = '') =>
  async (folder: string) => {
    write(folder, files);
    write(folder, Object.fromEntries(manifestFiles(manifestOf(folder, withheld))));
    return true;
  };

const release = (files: Record<string, string>, more: Partial<Parameters<typeof publish>[0]> = {}) =>
  publish({
    output,
    projectLock: join(room, 'project.lock'),
    fresh: false,
    build: builds(files),
    verify: async () => [],
    say: (line) => said.push(line),
    ...more,
  });

const served = () =>
  Object.fromEntries(
    filesIn(output)
      .filter((path) => path !== MARKER && path !== 'release.json')
      .map((path) => [path, readFileSync(join(output, path), 'utf8')]),
  );
const beside = () => readdirSync(dirname(output)).sort();
const A = { 'index.html': 'a', 'assets/a.js': 'a', 'assets/both.js': 'both' };
const B = { 'index.html': 'b', 'assets/b.js': 'b', 'assets/both.js': 'both' };
const C = { 'index.html': 'c', 'assets/c.js': 'c' };
const D = { 'index.html': 'd', 'assets/d.js': 'd' };

describe('publishing', () => {
  test('puts a site where there was none, and says its name in a file of its own', async () => {
    expect(await release(A)).toBe(true);
    expect(served()).toEqual(A);
    expect(JSON.parse(readFileSync(join(output, 'release.json'), 'utf8'))).toEqual({
      release: readManifest(output)?.release,
    });
    expect(beside()).toEqual(['site']);
  });

  test('keeps what two former releases have by their hashes, and no more', async () => {
    for (const files of [A, B, C]) await release(files);
    expect(served()).toEqual({ ...C, 'assets/a.js': 'a', 'assets/b.js': 'b', 'assets/both.js': 'both' });
    await release(D);
    expect(served()).toEqual({ ...D, 'assets/b.js': 'b', 'assets/both.js': 'both', 'assets/c.js': 'c' });
  });

  test('forgets nothing where the same site is built again, and nothing twice where one comes back', async () => {
    for (const files of [A, B, B, B]) await release(files);
    expect(Object.keys(served())).toContain('assets/a.js');
    await release(A);
    expect(readManifest(output)?.former).toHaveLength(1);
    expect(served()).toEqual({ ...A, 'assets/b.js': 'b' });
  });

  test.each([
    [
      'a page was taken down',
      { ...A, 'stories/a/index.html': 'secret', 'assets/search/1/0.json': 'secret' },
      {},
      '撤下',
    ],
    [
      'a name was withheld',
      { ...A, 'assets/search/1/0.json': 'secret' },
      { build: builds(B, 'changed') },
      '隐去的姓名',
    ],
  ])('keeps nothing of former releases where %s, and says so', async (_, before, more, why) => {
    await release(before);
    expect(await release(B, more)).toBe(true);
    expect(served()).toEqual(B);
    expect(said.join()).toContain(why);
  });

  test('keeps nothing of former releases where that is asked', async () => {
    await release(A);
    await release(B, { fresh: true });
    expect(served()).toEqual(B);
  });

  test('leaves a damaged file of a former release behind', async () => {
    await release(A);
    writeFileSync(join(output, 'assets/a.js'), 'torn');
    await release(B);
    expect(served()).toEqual(B);
  });

  test('keeps what others have put there', async () => {
    await release(A);
    write(output, {
      CNAME: 'example.org',
      '.well-known/acme/x': 'proof',
      '.DS_Store': 'dust',
      'index.html.br': 'packed',
    });
    expect(await release(B)).toBe(true);
    expect(served()).toEqual({ ...B, 'assets/a.js': 'a', CNAME: 'example.org', '.well-known/acme/x': 'proof' });
    expect(said.join()).toContain('2 个不是本程序写的文件');
  });

  test('says so where it keeps what names the hashes of the release before', async () => {
    await release(A);
    write(output, { _headers: '/*' });
    await release(B);
    expect(said.join()).toContain('npm run headers');
  });

  test('follows a link to the output and leaves the link', async () => {
    await release(A);
    const link = join(room, 'link');
    symlinkSync(output, link);
    await release(B);
    expect(readFileSync(join(link, 'index.html'), 'utf8')).toBe('b');
  });
});

describe('a release that fails leaves the site as it was', () => {
  const stays = async (more: Partial<Parameters<typeof publish>[0]>, why: string) => {
    await release(A);
    const before = { ...served(), marker: readFileSync(join(output, MARKER), 'utf8') };
    expect(await release(B, more)).toBe(false);
    expect({ ...served(), marker: readFileSync(join(output, MARKER), 'utf8') }).toEqual(before);
    expect(said.join('\n')).toContain(why);
    expect(said.at(-1)).toContain('上一版仍在');
    expect(beside()).toEqual(['site']);
    expect(await release(C)).toBe(true);
  };
  const failing = (code: string) => async () => {
    throw Object.assign(new Error('no'), { code, path: '/x' });
  };

  test('where the build fails', () => stays({ build: async () => false }, ''));
  test('where the build wrote no manifest', () =>
    stays({ build: async (folder) => mkdirSync(folder) === undefined }, '清单'));
  test('where it is found wanting', () => stays({ verify: async () => ['检索不能用'] }, '检索不能用'));
  test('where the disk is full', () => stays({ build: failing('ENOSPC') }, '磁盘满了：/x'));
  test('where something breaks at the last', () => stays({ verify: failing('EIO') }, 'no'));
  test('where a file was cut off', () =>
    stays(
      {
        build: async (folder) => {
          await builds(B)(folder);
          writeFileSync(join(folder, 'assets/b.js'), '');
          return true;
        },
      },
      'assets/b.js 没有写完整',
    ));
  test('where a page would stand on what is not ours', async () => {
    await release(A);
    write(output, { 'new.html': 'theirs' });
    expect(await release({ ...B, 'new.html': 'ours' })).toBe(false);
    expect(readFileSync(join(output, 'new.html'), 'utf8')).toBe('theirs');
  });
});

test('what a killed build left is cleared away, and what it put aside is brought back', async () => {
  await release(A);
  const { next, aside } = besides(output);
  cpSync(output, aside, { recursive: true });
  rmSync(output, { recursive: true });
  write(next, { 'index.html': 'half' });
  expect(await release(B, { build: async () => false })).toBe(false);
  expect(served()).toEqual(A);
  expect(beside()).toEqual(['site']);
});

test('two at once come one after the other, each whole', async () => {
  let building = 0;
  const slow = (files: Record<string, string>) => async (folder: string) => {
    expect(++building).toBe(1);
    await new Promise(setImmediate);
    const done = await builds(files)(folder);
    building -= 1;
    return done;
  };
  expect(await Promise.all([release(A, { build: slow(A) }), release(B, { build: slow(B) })])).toEqual([true, true]);
  expect(Object.keys(served())).toEqual(expect.arrayContaining(['assets/a.js', 'assets/b.js']));
  expect(existsSync(besides(output).lock)).toBe(false);
});

test('a lock whose holder is gone holds nobody up', async () => {
  mkdirSync(dirname(output));
  writeFileSync(besides(output).lock, JSON.stringify({ token: 'gone', pid: 2 ** 30, host: hostname() }));
  expect(await release(A)).toBe(true);
});
