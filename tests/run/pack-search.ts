// npm run pack:search [folder]: writes src/search as a package of its own, in JavaScript with its types, ready for `npm publish`.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import project from '../../package.json' with { type: 'json' };
import { filesIn } from '../../src/disk/files.ts';

const SOURCE = 'src/search';
/** What the build needs; the browser needs nothing. */
const NEEDS = ['linkedom', 'opencc-js', 'pagefind', 'pinyin-pro'] as const;
/** What comes with the site. */
const PEERS = ['astro', 'vite'] as const;

const versions = (names: readonly (keyof typeof project.dependencies)[]) =>
  Object.fromEntries(names.map((name) => [name, project.dependencies[name]]));

const PACKAGE = {
  name: 'pagefind-zh',
  version: project.version,
  description: 'Exact Chinese search for a static site, on Pagefind.',
  type: 'module',
  license: project.license,
  exports: { '.': './index/integration.js', './*': './*.js' },
  dependencies: versions(NEEDS),
  peerDependencies: versions(PEERS),
};

/** Writes the package. Throws where a file of it does not compile. */
export function packSearch(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const paths = filesIn(SOURCE).map((path) => join(SOURCE, path));
  const program = ts.createProgram(
    paths.filter((path) => path.endsWith('.ts')),
    {
      ...{ outDir: folder, rootDir: SOURCE, declaration: true, rewriteRelativeImportExtensions: true, strict: true },
      ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, skipLibCheck: true },
      ...{ types: ['node'], lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] },
    },
  );
  const { diagnostics } = program.emit();
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (faults.length > 0) throw new Error(ts.formatDiagnostics(faults, ts.createCompilerHost({})));
  for (const path of paths.filter((one) => one.endsWith('.d.ts')))
    cpSync(path, join(folder, path.slice(SOURCE.length)));
  cpSync(join(SOURCE, 'README.md'), join(folder, 'README.md'));
  cpSync('LICENSE', join(folder, 'LICENSE'));
  cpSync('tests/fixtures/search-site', join(folder, 'example'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(PACKAGE, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , folder = '.cache/pagefind-zh'] = process.argv;
  packSearch(folder);
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as typeof PACKAGE;
  console.log(`${name} ${version}: ${folder}`);
}
