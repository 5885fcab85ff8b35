import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cspHash } from '../site/csp-hash.ts';

const META = /(<meta http-equiv="content-security-policy" content=")([^"]*)(">)/;
const INLINE = /<(script|style)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g;

/**
 * Leaves in a page's policy only the hashes of the scripts and styles which that page holds. Astro lists those of the
 * whole site: a wider policy than needed, and some 600 bytes a page that do not compress.
 */
function tightenPolicy(html: string): string {
  const own = new Set([...html.matchAll(INLINE)].map(([, , text = '']) => `'${cspHash(text)}'`));
  return html.replace(META, (_, open, policy: string, close) => {
    const kept = policy.replace(/ '(sha256-[^']+)'/g, (hash) => (own.has(hash.trim()) ? hash : ''));
    return `${open}${kept}${close}`;
  });
}

export function tightenCsp(): AstroIntegration {
  return {
    name: 'tighten-csp',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!path.endsWith('.html')) continue;
          const file = join(folder, path);
          writeFileSync(file, tightenPolicy(readFileSync(file, 'utf8')));
        }
      },
    },
  };
}
