import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/commands/command.ts';
import { filesOf, readable } from '../support/built-files.ts';
import { command, makeFolder, removeFolder } from '../support/repositories.ts';

/** What stands beside an archive in its repository holds this, and nothing else does. */
const CANARY = 'zhenniaojinsique';
const BESIDE = [
  'README.md',
  'LICENSE',
  'package.json',
  'docs/how-to.md',
  'docs/stories/luhe/a.mdx',
  '.github/workflows/extra.yml',
  'node_modules/a/stories/b/c.mdx',
  'node_modules/a/people.yaml',
  'stories/README.md',
  '.hidden/counties/a.yaml',
];

let folder = '';
beforeAll(() => {
  folder = makeFolder('own-archive');
});
afterAll(() => removeFolder(folder));

const build = (content: string, output: string) =>
  run(process.execPath, ['src/commands/run.mjs', 'src/commands/build.ts'], {
    quiet: true,
    // As outside of Vitest, which would have React say all that it says to developers.
    env: {
      NODE_ENV: 'production',
      VITEST: '',
      CONTENT_DIR: content,
      OUT_DIR: join(folder, output),
      SITE_URL: 'https://archive.example',
    },
  });
const page = (output: string, path: string) => readFileSync(join(folder, output, path, 'index.html'), 'utf8');

describe('an archive with one story, in a repository of its own', () => {
  test('is built as it was begun, by whatever name its folder has; what is beside it is published nowhere', async () => {
    const archive = join(folder, '清潭 的 档案');
    const begun = await command(
      'init',
      '',
      archive,
      '--name',
      '清潭河记',
      '--licence',
      'CC-BY-NC-4.0',
      '--unit',
      '流域',
    );
    expect(begun, begun.output).toMatchObject({ code: 0 });
    for (const path of BESIDE) {
      mkdirSync(dirname(join(archive, path)), { recursive: true });
      const text = path === 'package.json' ? JSON.stringify({ name: CANARY }) : `${CANARY}: "${CANARY}"\n`;
      writeFileSync(join(archive, path), text);
    }
    symlinkSync(archive, join(folder, 'link'));
    expect((await command('check', archive)).output).toBe('稿件检查通过。\n');
    const { code, output } = await build(`${join(folder, 'link')}/`, 'dist');
    expect(code, output).toBe(0);
    const files = filesOf(join(folder, 'dist'));
    expect(files.filter((file) => `${file}\n${readable(file)}`.includes(CANARY))).toEqual([]);
    expect(page('dist', '')).toContain('这个档案从这里开始');
    expect(page('dist', 'search')).not.toContain('没有可以查找的');
  });
});

describe('an archive without a story', () => {
  test.each([
    [
      'a draft and what it speaks of',
      {
        'stories/luhe/a-draft.mdx': '---\ntitle: 稿子\nstatus: draft\ncounty: luhe\n---\n\n待确认\n',
        'people/a-a.yaml': 'name: 甲\nrole: 记者\ncounty: luhe\n',
      },
    ],
  ])('is built, and says that there is nothing yet: %s', async (_, files: Record<string, string>) => {
    const archive = join(folder, `empty-${Object.keys(files).length}`);
    for (const [path, text] of Object.entries({
      'site.yaml': 'name: 河\n',
      'counties/luhe.yaml': readFileSync('tests/fixtures/archive/counties/luhe.yaml', 'utf8'),
      ...files,
    })) {
      mkdirSync(dirname(join(archive, path)), { recursive: true });
      writeFileSync(join(archive, path), text);
    }
    const { code, output } = await build(archive, 'empty');
    expect(code, output).toBe(0);
    expect(page('empty', '')).toContain('还没有发表的文章');
    expect(page('empty', 'search')).toMatch(/还没有发表的文章，没有可查的。/);
    expect(page('empty', 'search')).not.toContain('<form role="search"');
  });
});
