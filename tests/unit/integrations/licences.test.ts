import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shippedPackages } from '../../../src/integrations/licences.ts';
import { readPackage } from '../../../src/integrations/package-notice.ts';
import type { Shipped } from '../../../src/lib/licences/notices.ts';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'licences-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** A package with a licence, unless its files say otherwise. */
function plant(name: string, files: Record<string, string>, manifest: object = {}): void {
  const folder = `node_modules/${name}`;
  const all = { name, version: '1.0.0', license: 'MIT', type: 'module', sideEffects: ['*.css'], ...manifest };
  write(`${folder}/package.json`, JSON.stringify(all));
  for (const [path, content] of Object.entries({ LICENSE: `Copyright of ${name}`, ...files })) {
    if (content !== '') write(`${folder}/${path}`, content);
  }
}

/** Builds the planted project and gives what is listed. */
async function listed(main: string, beside: readonly string[] = []): Promise<Shipped[]> {
  write('main.js', main);
  const file = join(root, 'cache/shipped.json');
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [shippedPackages({ beside, file, root })],
    build: { rolldownOptions: { input: 'main.js' }, outDir: join(root, 'dist') },
  });
  return JSON.parse(readFileSync(file, 'utf8')) as Shipped[];
}
const namesOf = (shipped: readonly Shipped[]) => shipped.map(({ name }) => name).sort();

describe('the list of what is shipped', () => {
  test('names a package whose code is in a script, and what that package brings; not what falls away', async () => {
    plant('used', { 'index.js': "import { inner } from 'inner';\nexport const used = () => console.log(inner());" });
    plant('inner', { 'index.js': 'export const inner = () => location.hash;' });
    plant('shaken', { 'index.js': 'export const shaken = () => console.log(1);' });
    plant('idle', { 'index.js': 'export const idle = 1;' });
    const shipped = await listed("import { used } from 'used';\nimport { shaken } from 'shaken';\nused();");
    expect(namesOf(shipped)).toEqual(['inner', 'used']);
  });

  test('names packages of scripts that are fetched later, with the helper that fetches them', async () => {
    plant('later', { 'index.js': 'export const later = location.hash;', 'style.css': 'a { color: red }' });
    write('late.js', "import 'later/style.css';\nexport * from 'later';");
    const shipped = await listed("import('./late.js').then(({ later }) => console.log(later));", []).catch(
      (error: Error) => error,
    );
    // In a project whose node_modules has no Vite nobody can tell whose the helper is.
    expect(String(shipped)).toContain('vite/preload-helper');
    plant('vite', {});
    expect(namesOf(await listed("import('./late.js').then(({ later }) => console.log(later));"))).toEqual([
      'later',
      'vite',
    ]);
  });

  test('names packages of styles and pictures, those that a style takes in by others too', async () => {
    plant('style', {
      'main.css': "@import 'deep/a.css';\na { background: url(./dot.png) }",
      'dot.png': 'x'.repeat(9000),
    });
    plant('deep', { 'a.css': '@import "./b.css";', 'b.css': '@import url("deeper/c.css");' });
    plant('deeper', { 'c.css': 'b { color: red }' });
    plant('picture', { 'a.png': 'y'.repeat(9000) });
    plant('unused', { 'a.css': 'i { color: red }' });
    write('own.css', '@import "style/main.css";\n/* @import "unused/a.css"; */\ni { background: url(picture/a.png) }');
    expect(namesOf(await listed("import './own.css';"))).toEqual(['deep', 'deeper', 'picture', 'style']);
  });

  test('goes by the package that has a name, and tells versions apart', async () => {
    plant(
      'outer',
      { 'es/package.json': '{"type":"module"}', 'es/a.js': "export { a } from '@scope/twice';" },
      { exports: './es/a.js' },
    );
    plant('@scope/twice', { 'index.js': 'export const a = location.hash;' });
    plant(
      'outer/node_modules/@scope/twice',
      { 'index.js': 'export const a = location.href;' },
      { name: '@scope/twice', version: '2.0.0' },
    );
    const shipped = await listed(
      "import { a } from 'outer';\nimport { a as b } from '@scope/twice';\nconsole.log(a, b);",
    );
    expect(shipped.map(({ name, version }) => `${name} ${version}`).sort()).toEqual([
      '@scope/twice 1.0.0',
      '@scope/twice 2.0.0',
    ]);
  });

  test('names what is shipped otherwise', async () => {
    plant('copied', {});
    expect(namesOf(await listed('console.log(1);', ['copied']))).toEqual(['copied']);
  });

  test('is not written, and the build fails, where a licence has to be looked at first', async () => {
    plant('textless', { 'index.js': 'console.log(location.hash);', LICENSE: '' }, { sideEffects: true });
    plant('strange', { 'index.js': 'console.log(location.href);' }, { license: 'SSPL-1.0', sideEffects: true });
    plant('silent', { 'index.js': 'console.log(location.host);' }, { license: undefined, sideEffects: true });
    const failure = String(await listed("import 'textless';\nimport 'strange';\nimport 'silent';").catch(String));
    expect(failure).toContain('textless 1.0.0：没有许可原文');
    expect(failure).toContain('strange 1.0.0：许可是 SSPL-1.0');
    expect(failure).toContain('silent 1.0.0：没有写明许可');
    expect(existsSync(join(root, 'cache/shipped.json'))).toBe(false);
  });
});

describe('what is said of a package', () => {
  const read = (manifest: object, files: Record<string, string> = {}) => {
    plant('one', files, manifest);
    return readPackage(join(root, 'node_modules/one'));
  };

  test('takes every file that holds a licence, in folders too', () =>
    expect(
      read(
        {},
        { LICENSE: '', 'LICENSES/MIT.txt': 'second', 'LICENCE.md': 'first', NOTICE: 'third', 'licenser.js': 'no' },
      ).text,
    ).toBe('first\n\nsecond\n\nthird'));

  test('leaves out what a bundler carries for itself', () =>
    expect(read({}, { LICENSE: '# Own\r\nown text\r\n\r\n# Licenses of bundled dependencies\nmore' }).text).toBe(
      '# Own\nown text',
    ));

  test.each([
    [{ repository: { url: 'git+https://example.org/a/b.git' } }, 'https://example.org/a/b'],
    [{ repository: 'git://example.org/a/b.git' }, 'https://example.org/a/b'],
    [{ repository: 'owner/name' }, 'https://github.com/owner/name'],
    [{ repository: 'ssh://git@example.org/a', homepage: 'https://example.org/' }, 'https://example.org/'],
    [{ homepage: 'javascript:alert(1)' }, null],
    [{}, null],
  ])('says where it comes from: %j', (manifest, home) => expect(read(manifest).home).toBe(home));

  test('says who made it, without addresses', () => {
    expect(read({ author: 'A Person <a@example.org> (https://example.org)' }).author).toBe('A Person');
    expect(read({ author: { name: 'A Person' }, license: { type: 'ISC' } })).toMatchObject({
      author: 'A Person',
      licence: 'ISC',
    });
  });
});
