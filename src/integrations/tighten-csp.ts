import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from '../disk/files.ts';
import { chooseBasemap } from '../site/basemap.ts';
import { config } from '../site/config.ts';
import { cspHash } from '../site/csp-hash.ts';
import { policyDirectives } from '../site/policy.ts';

const META = /<meta http-equiv="content-security-policy" content="([^"]*)">/i;
const INLINE = /<(script|style)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/gi;
/** What the policy stands behind: a page says first in which letters it is written. */
const CHARSET = /<meta charset="?[\w-]+"?\s*\/?>/i;
const START = /^(?:\s*<!doctype[^>]*>)?(?:\s*<html[^>]*>)?(?:\s*<head[^>]*>)?/i;

const hashesOf = (html: string, tag: string): string[] => [
  ...new Set(
    [...html.matchAll(INLINE)].filter(([, name]) => name === tag).map(([, , text = '']) => `'${cspHash(text)}'`),
  ),
];

/** Of a page that Astro gives none, such as one that only leads on. */
function ownPolicy(html: string): string {
  const sources = (tag: string) => hashesOf(html, tag).join(' ') || "'none'";
  const common = policyDirectives(chooseBasemap(config()));
  return [...common, `script-src ${sources('script')}`, `style-src ${sources('style')}`].join(';');
}

/** Where a policy goes: behind the charset, unless something that it has to bind stands before that. */
function placeOf(html: string): number {
  const bound = html.search(/<(?:script|style|link|img|body)\b/i);
  const [charset, start] = [CHARSET.exec(html), START.exec(html)];
  const place = charset && (bound === -1 || charset.index < bound) ? charset : start;
  return place ? place.index + place[0].length : 0;
}

/** Leave for WebAssembly, and what names the one that reads a large archive's index (src/search); a small one has none. */
const WASM_LEAVE = / 'wasm-unsafe-eval'/g;
const WASM = /\sdata-search-first="[^"]*\bwasm\./;

/**
 * A page with its policy narrowed and put in front. Astro lists the hashes of the scripts and styles of the whole site,
 * a wider policy than needed and some 600 bytes a page that do not compress; and it puts the policy behind the script
 * that a page begins with, which is then bound by nothing.
 */
export function tightenPolicy(html: string): string {
  const [meta = '', policy = ownPolicy(html)] = META.exec(html) ?? [];
  const own = new Set([...hashesOf(html, 'script'), ...hashesOf(html, 'style')]);
  const kept = (WASM.test(html) ? policy : policy.replace(WASM_LEAVE, ''))
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '')
    .map((directive) => directive.replace(/ '(sha256-[^']+)'/g, (hash) => (own.has(hash.trim()) ? hash : '')))
    .join(';');
  const bare = meta ? html.replace(meta, '') : html;
  const at = placeOf(bare);
  return `${bare.slice(0, at)}<meta http-equiv="content-security-policy" content="${kept}">${bare.slice(at)}`;
}

export function tightenCsp(): AstroIntegration {
  return {
    name: 'tighten-csp',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const path of filesIn(folder)) {
          if (!path.endsWith('.html')) continue;
          const file = join(folder, path);
          writeFileSync(file, tightenPolicy(readFileSync(file, 'utf8')));
        }
      },
    },
  };
}
