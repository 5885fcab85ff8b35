import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../src/commands/command.ts';
import { filesIn } from '../../src/disk/files.ts';

let room = '';
let project = '';

/** A copy of the project that may be lost, with a neighbour and a home. */
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'output-'));
  project = join(room, 'home/project');
  mkdirSync(project, { recursive: true });
  for (const path of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(path, join(project, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  mkdirSync(join(room, 'home/other/deep'), { recursive: true });
  writeFileSync(join(room, 'home/other/deep/letter.txt'), 'mine');
  for (const [name, target] of Object.entries({
    up: '..',
    into: 'src',
    texts: 'src/content',
    away: '../other',
    dead: 'no',
  }))
    symlinkSync(target, join(project, name));
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

const hashOf = (folder: string): string =>
  filesIn(folder)
    .reduce((hash, path) => {
      const file = join(folder, path);
      const link = statSync(file, { throwIfNoEntry: false })?.isFile() ? null : readlinkSync(file);
      return hash.update(`${path}\0`).update(link ?? readFileSync(file));
    }, createHash('sha256'))
    .digest('hex');

const build = (program: readonly string[], OUT_DIR: string) =>
  run('sh', ['-c', 'cd "$0" && exec "$@"', project, process.execPath, ...program], {
    quiet: true,
    env: { OUT_DIR, HOME: join(room, 'home'), CONTENT_DIR: '', SITE_URL: '' },
  });

const WRONG = [
  ...[
    '..',
    '.',
    './',
    'src',
    'src/content',
    '../other',
    '../other/deep',
    '/',
    'src/../src',
    'src/./new',
    '../..',
    '~/site',
  ],
  ...[
    'public',
    'public/new',
    'node_modules',
    'package.json',
    'package.json/new',
    'up',
    'into',
    'texts',
    'away',
    'dead',
    'up/..',
  ],
];

test.each(WRONG)('OUT_DIR=%s is refused in one sentence, and every byte stays', async (folder) => {
  const before = hashOf(room);
  const { code, output } = await build(['src/commands/run.mjs', 'src/commands/build.ts'], folder);
  expect(output).toMatch(/^网站不能生成到 [^\n]*：[^\n]*（OUT_DIR）\n$/);
  expect(code).toBe(2);
  expect(hashOf(room)).toBe(before);
});

test('Astro itself is kept from it too', async () => {
  const before = hashOf(join(room, 'home/other'));
  const astro = 'node_modules/astro/bin/astro.mjs';
  for (const [folder, args] of [
    ['../other', []],
    ['', ['--outDir', '../other']],
  ] as const) {
    const { code, output } = await build([astro, 'build', ...args], folder);
    expect(code, output).not.toBe(0);
    expect(output).toContain('网站不能生成到');
    expect(hashOf(join(room, 'home/other'))).toBe(before);
  }
});
