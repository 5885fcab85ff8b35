import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from '../disk/files.ts';
import { config } from '../site/config.ts';

/** The mark of a page whose reader waits for its scripts. */
const MARK = ' data-early-imports';
const SCRIPTS = /<script type="module" src="([^"]+)"/g;
const IMPORTS = /\bimport(?:[\w\s{},$*]+from)?\s*"(\.[^"]+)"/g;

/** Addresses of what scripts import, and what that imports, each once; the scripts themselves left out. */
function importsOf(scripts: readonly string[], read: (address: string) => string): string[] {
  const known = new Set(scripts);
  for (const address of known)
    for (const [, path = ''] of read(address).matchAll(IMPORTS)) known.add(resolve(dirname(address), path));
  return [...known].slice(new Set(scripts).size);
}

/**
 * A page with the mark, which also names in its head what its scripts import: otherwise a browser asks for that only when
 * it has read them, one way there and back later. Any other page as it is.
 * @param read text of the script at an address of the site
 */
export function nameImports(html: string, read: (address: string) => string): string {
  if (!html.includes(MARK)) return html;
  const scripts = [...html.matchAll(SCRIPTS)].flatMap(([, address = '']) => address);
  const links = importsOf(scripts, read).map((address) => `<link rel="modulepreload" href="${address}">`);
  return html.replace(MARK, '').replace('</head>', () => `${links.join('')}</head>`);
}

/** Pages that ask for it name what their scripts import. */
export function earlyImports(): AstroIntegration {
  return {
    name: 'early-imports',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const read = (address: string) => {
          const file = join(folder, address.slice(config().basePath.length));
          return existsSync(file) ? readFileSync(file, 'utf8') : '';
        };
        for (const path of filesIn(folder).filter((file) => file.endsWith('.html'))) {
          const html = readFileSync(join(folder, path), 'utf8');
          const named = nameImports(html, read);
          if (named !== html) writeFileSync(join(folder, path), named);
        }
      },
    },
  };
}
