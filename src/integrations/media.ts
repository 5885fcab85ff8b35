import { cpSync, createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { endingOf } from '../lib/media/kinds.ts';
import { imageInfo } from '../lib/media/tiles.ts';
import { MEDIA } from '../lib/urls.ts';
import { TILE } from '../media/pictures.ts';
import { MEDIA_CACHE } from '../media/store.ts';
import { tilesPlace } from '../media/story-media.ts';
import { config, rootOf } from '../site/config.ts';

/** What a page names of the folder of media: what it is made of, and the file, or a folder of tiles. */
const NAMED = new RegExp(`\\b${MEDIA}/([0-9a-f]{20})/([\\w.-]+)`, 'g');

/** Of the preview; what servers are told of the site itself says src/hosting/types.ts. */
const TYPES: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  vtt: 'text/vtt',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

/**
 * Brings into the built site what its pages name of the media that the loaders have made (content-loaders.ts), and
 * nothing else: what no page shows any more is not there. The preview serves them from where they were made.
 */
export function media(): AstroIntegration {
  const site = () => rootOf(config());
  return {
    name: 'media',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const [, name = '', file = ''] =
            new RegExp(`/${MEDIA}/([0-9a-f]{20})/([\\w.,/-]+)$`).exec(decodeURI(request.url ?? '')) ?? [];
          const inside = file.replace(new RegExp(`^${tilesPlace(site())}/`), 'iiif/');
          const path = join(MEDIA_CACHE, name, inside);
          if (name === '' || inside.includes('..') || !existsSync(path)) return next();
          response.setHeader('Content-Type', TYPES[endingOf(path)] ?? 'application/octet-stream');
          createReadStream(path).pipe(response);
        });
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const named = new Set<string>();
        for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
          if (path.endsWith('.html'))
            for (const [whole] of readFileSync(join(folder, path), 'utf8').matchAll(NAMED)) named.add(whole);
        for (const path of named) bring(path, folder, site());
        if (named.size > 0) logger.info(`${named.size} files of media`);
      },
    },
  };
}

function bring(path: string, folder: string, site: string): void {
  const [, name = '', file = ''] = path.split('/');
  const made = join(MEDIA_CACHE, name);
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  if (file !== tilesPlace(site)) {
    if (existsSync(join(made, file))) cpSync(join(made, file), target);
    return;
  }
  cpSync(join(made, 'iiif'), target, { recursive: true });
  const { width, height } = JSON.parse(readFileSync(join(made, 'iiif/info.json'), 'utf8')) as Record<string, number>;
  const info = imageInfo(`${site}${path}`, { width: width ?? 0, height: height ?? 0, side: TILE });
  writeFileSync(join(target, 'info.json'), `${JSON.stringify(info)}\n`);
}
