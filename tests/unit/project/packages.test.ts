import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

interface Locked extends Partial<Manifest> {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
}

const read = <Content>(...path: string[]): Content => JSON.parse(readFileSync(join(...path), 'utf8')) as Content;
const manifestOf = (folder: string) => read<Manifest>(folder, 'package.json');
const project = manifestOf('.');

/** All that a package.json asks for by itself. */
const directOf = ({ dependencies, devDependencies, optionalDependencies }: Partial<Manifest>) => ({
  ...dependencies,
  ...devDependencies,
  ...optionalDependencies,
});

/** Folders with a lock file, each with the packages that have an install script; none of them is run. */
const LOCKED = [
  { folder: '.', scripts: ['esbuild'] },
  { folder: 'tests/extra', scripts: ['@fortawesome/fontawesome-free', 'vnu-jar'] },
  { folder: 'src/edit/form-package', scripts: [] },
];

describe.each(LOCKED)('what is installed in $folder', ({ folder, scripts }) => {
  const { '': asked, ...locked } = read<{ packages: Record<string, Locked> }>(folder, 'package-lock.json').packages;
  const entries = Object.entries(locked).map(([path, entry]) => ({ path, ...entry }));
  const pathsOf = (is: (entry: Locked) => boolean) => entries.filter(is).map(({ path }) => path);

  test('is named in exact versions', () => {
    const loose = Object.entries(directOf(manifestOf(folder))).filter(
      ([, version]) => !/^(?:npm:@?[\w/-]+@)?\d+\.\d+\.\d+(?:-v[\d.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('is locked as package.json asks for it', () => {
    expect(directOf(asked ?? {})).toEqual(directOf(manifestOf(folder)));
    expect(entries.length).toBeGreaterThan(0);
  });

  test('is checked against its fingerprint, on every system', () => {
    expect(pathsOf(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  test('comes from whatever registry the machine has', () => {
    expect(pathsOf(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(readFileSync(join(folder, '.npmrc'), 'utf8')).toContain('omit-lockfile-registry-resolved=true');
  });

  test('runs no program while it is installed', () => {
    expect(readFileSync(join(folder, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
    // A package that joins this list may need what its script would do: see that it works without.
    expect(pathsOf(({ hasInstallScript }) => hasInstallScript === true)).toEqual(
      scripts.map((name) => `node_modules/${name}`),
    );
  });
});

test('the form that npm run edit fetches is the one that developers have', () => {
  const name = '@sveltia/cms';
  expect(manifestOf('src/edit/form-package').dependencies[name]).toBe(project.devDependencies?.[name]);
});

test('what an editor installs, npm ci --omit=dev, holds all that src imports but the form', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(ts|tsx|mjs|astro)$/.test(file),
  );
  const missing = files
    .filter((file) => file !== join('edit', 'form.ts'))
    .flatMap((file) => importsOf(readFileSync(join('src', file), 'utf8')).map((name) => ({ file, name })))
    .filter(({ name }) => !name.startsWith('#') && !Object.hasOwn(project.dependencies, name));
  expect(missing).toEqual([]);
});

/** Packages whose values, not types alone, a module takes. */
function importsOf(source: string): string[] {
  const specifiers = source.matchAll(
    /^(?:import|export)\s(?!type\b)(?:[\w\s{},*$]+\sfrom\s)?'([^'.][^']*)';$|\bimport\('([^'.][^']*)'\)/gm,
  );
  return [...specifiers]
    .map(([, fixed, later]) => fixed ?? later ?? '')
    .filter((name) => !isBuiltin(name) && !name.startsWith('astro:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

test('every command of package.json sees to the right Node, and that Astro reports nothing', () => {
  const others = Object.entries(project.scripts).filter(([, line]) => !line.startsWith('node src/commands/run.mjs '));
  expect(others.map(([name]) => name)).toEqual(['lint', 'format']);
  expect(others.filter(([, line]) => line.includes('astro '))).toEqual([]);
});
