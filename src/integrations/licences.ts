import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { licenceFault, type Shipped } from '../lib/licences/notices.ts';
import { packageFolder, readPackage } from './package-notice.ts';

type Context = ThisParameterType<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>;
type Bundle = Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1];

interface Options {
  /** Packages of which a part reaches readers by another way than the bundler. */
  beside: readonly string[];
  /** Where the list goes, before the first page is rendered. */
  file: string;
  /** The project's folder. */
  root: string;
}

/** Helpers that a bundler carries in its own package, which has no folder for theirs. */
const CARRIED: Readonly<Record<string, string>> = { '@oxc-project/runtime': 'rolldown' };

const CSS = /\.css(?:\?|$)/;
const CSS_IMPORT = /@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/g;

/**
 * Lists the packages whose code, style or pictures are in what the bundler writes for readers, with their licences. What
 * is rendered on the server stays there, but for its styles and pictures.
 * Stops the build where a package has no licence text or one that nobody has read.
 */
export function shippedPackages({ beside, file, root }: Options): Plugin {
  const folders = new Set<string>();
  const inModules = (name: string) => join(root, 'node_modules', name);
  return {
    name: 'shipped-packages',
    apply: 'build',
    async generateBundle(_, bundle) {
      const isForReaders = this.environment.name === 'client';
      for (const id of await shippedModules(this, bundle, isForReaders)) {
        const folder = folderOf(id, inModules);
        if (folder) folders.add(folder);
      }
      const shipped = [...folders, ...beside.map(inModules)].map(readPackage);
      const once = [...new Map(shipped.map((one) => [`${one.name}@${one.version}`, one])).values()];
      refuseFaults(once);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(once));
    },
  };
}

/** Ids of modules and paths of files that a bundle holds something of. */
async function shippedModules(context: Context, bundle: Bundle, isForReaders: boolean): Promise<string[]> {
  const ids: string[] = [];
  for (const output of Object.values(bundle)) {
    if (output.type === 'asset')
      ids.push(...output.originalFileNames.map((name) => resolve(context.environment.config.root, name)));
    else ids.push(...output.moduleIds.filter((id) => isForReaders || CSS.test(id)));
  }
  for (const id of ids.filter((id) => CSS.test(id))) ids.push(...(await importedStyles(context, id)));
  return ids;
}

/** Styles that a style takes in by `@import`: the bundler inlines them and tells nobody. */
async function importedStyles(context: Context, id: string, seen = new Set<string>()): Promise<string[]> {
  const path = id.replace(/\?.*$/, '');
  if (seen.has(path) || !isAbsolute(path)) return [];
  seen.add(path);
  const style = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [, wanted = ''] of style.matchAll(CSS_IMPORT)) {
    if (/^(?:[a-z]+:)?\/\//i.test(wanted)) continue;
    const found = (await context.resolve(wanted, path)) ?? (await context.resolve(`./${wanted}`, path));
    if (found && !found.external) await importedStyles(context, found.id, seen);
  }
  return [...seen];
}

/** The folder of the package a module belongs to; null for the project's own. Throws where nobody can tell. */
function folderOf(id: string, inModules: (name: string) => string): string | null {
  const plain = id.replace(/^\0/, '').replace(/\?.*$/, '');
  if (isAbsolute(plain)) return packageFolder(plain);
  // Helpers that tools put in: `\0vite/preload-helper.js`, `\0@oxc-project+runtime@1.0.0/helpers/…`.
  const name = /^(?:virtual:)?((?:@[\w.-]+[/+])?[\w.-]+)/.exec(plain)?.[1]?.replace('+', '/') ?? '';
  const folder = packageFolder(join(inModules(CARRIED[name] ?? name), 'package.json'));
  if (!folder) throw quiet(`打包结果里有一个模块，不知道出自哪个依赖包：${plain}`);
  return folder;
}

function refuseFaults(shipped: readonly Shipped[]): void {
  const faults = shipped.flatMap((one) => {
    const fault = licenceFault(one);
    return fault ? [`  ${one.name} ${one.version}：${fault}`] : [];
  });
  if (faults.length === 0) return;
  throw quiet(
    `有依赖包会随网页送给读者，许可却要先由人看过：\n${faults.join('\n')}\n` +
      '  → 换一个包；看过认为可用的，记在 src/lib/licences/notices.ts 和 README.md',
  );
}

/** Where in the program it was found helps nobody. */
function quiet(message: string): Error {
  const error = new Error(message);
  error.stack = '';
  return error;
}

/** Writes the list of what is shipped while the site is built; the page of licences reads it. */
export function licences({ beside, file }: Pick<Options, 'beside' | 'file'>): AstroIntegration {
  return {
    name: 'licences',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        if (command !== 'build') return;
        // A list of an earlier build is no list of this one.
        rmSync(file, { force: true });
        updateConfig({ vite: { plugins: [shippedPackages({ beside, file, root: fileURLToPath(config.root) })] } });
      },
    },
  };
}
