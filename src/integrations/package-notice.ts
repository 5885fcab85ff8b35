import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Shipped } from '../lib/licences/notices.ts';

interface Manifest {
  name?: string;
  version?: string;
  license?: string | { type?: string };
  author?: string | { name?: string };
  homepage?: string;
  repository?: string | { url?: string };
}

/** Files, or folders of files, that hold a licence or what it asks to be handed on. */
const LICENCE_FILE = /^(?:licen[cs]es?|copying|notice)\b/i;
/** Below it stand the licences of what a bundler carries for its own work, of which a page gets nothing. */
const CARRIED = /^#+ Licenses of bundled dependencies\b[\s\S]*/im;

/** The folder of the package that a file belongs to: the nearest with a name and a version. Null outside node_modules. */
export function packageFolder(file: string): string | null {
  for (let folder = dirname(file); /[\\/]node_modules[\\/]/.test(folder); folder = dirname(folder)) {
    const { name, version } = readManifest(folder) ?? {};
    if (name && version) return folder;
  }
  return null;
}

/** What there is to say of the package in a folder. Throws where it is none. */
export function readPackage(folder: string): Shipped {
  const manifest = readManifest(folder);
  if (!manifest) throw new Error(`${folder} holds no package`);
  const { name = '', version = '', license = '', author = '', homepage, repository } = manifest;
  const texts = licenceFiles(folder).map((file) => readFileSync(file, 'utf8').replace(CARRIED, ''));
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : (license.type ?? ''),
    author: (typeof author === 'string' ? author : (author.name ?? '')).replace(/\s*[<(].*$/, ''),
    home:
      webAddress((typeof repository === 'string' ? repository : repository?.url) ?? '') ?? webAddress(homepage ?? ''),
    text: texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n'),
  };
}

function licenceFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path)
            .sort()
            .map((name) => join(path, name))
        : path,
    )
    .filter((path) => statSync(path).isFile());
}

function readManifest(folder: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}

/** `git+https://…/x.git`, `github:a/b` and `a/b` as an address for readers. */
function webAddress(url: string): string | null {
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url)?.[1];
  const whole = short
    ? `https://github.com/${short}`
    : url.replace(/^git\+|^git:(?=\/\/)|\.git$/g, (part) => (part === 'git:' ? 'https:' : ''));
  return whole.startsWith('https://') && URL.canParse(whole) ? whole : null;
}
