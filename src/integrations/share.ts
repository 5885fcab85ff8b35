import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from '../disk/files.ts';
import { ASSETS } from '../lib/urls.ts';
import { SHARE_CACHE } from '../media/share.ts';

const NAMED = new RegExp(`<meta property="og:image" content="[^"]*/${ASSETS}/share/([0-9a-f]{20}\\.png)"`);

/** Brings into the built site the pictures that its pages name for links to them (site/share.ts has drawn them). */
export function share(): AstroIntegration {
  return {
    name: 'share',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const named = new Set<string>();
        for (const path of filesIn(folder)) {
          const [, file] = path.endsWith('.html') ? (NAMED.exec(readFileSync(join(folder, path), 'utf8')) ?? []) : [];
          if (file) named.add(file);
        }
        if (named.size === 0) return;
        mkdirSync(join(folder, ASSETS, 'share'), { recursive: true });
        for (const file of named) cpSync(join(SHARE_CACHE, file), join(folder, ASSETS, 'share', file));
        logger.info(`${named.size} pictures for links`);
      },
    },
  };
}
