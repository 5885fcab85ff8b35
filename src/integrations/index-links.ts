import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from '../disk/files.ts';
import { config } from '../site/config.ts';

interface Site {
  origin: string;
  base: string;
  /** Whether the folder of a path, relative to the base, holds a page. */
  isPage: (path: string) => boolean;
}

/** A path that ends with a slash and may go on with what is asked or where. */
const split = (address: string): [path: string, rest: string] => {
  const at = address.search(/[?#]|$/);
  return [address.slice(0, at), address.slice(at)];
};

/** The path of a page with the name of its file; any other path as it is. */
const named = (path: string, { base, isPage }: Site): string =>
  path.startsWith(base) && path.endsWith('/') && isPage(decodeURI(path.slice(base.length)))
    ? `${path}index.html`
    : path;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Whole addresses of the site's pages, wherever they stand: canonical links, the sitemap, what other sites are given. */
function nameWhole(text: string, site: Site): string {
  // In a citation the sentence goes on behind it.
  const whole = new RegExp(`${escaped(site.origin)}(/(?:[\\w%~.-]+/)*)(?![\\w%~-])`, 'g');
  return text.replace(whole, (_, path: string) => site.origin + named(path, site));
}

/** Addresses from the root of the host in a page, named, and told from the page's own folder. */
function tellFromHere(html: string, page: string, site: Site): string {
  const here = dirname(join(site.base, page));
  const told = html.replace(/(\ssrcset=")([^"]*)(?=")/g, (_, attribute: string, sources: string) => {
    const tell = (source: string) => (source.startsWith(site.base) ? relative(here, source) : source);
    return attribute + sources.split(', ').map(tell).join(', ');
  });
  return told.replace(
    /(\s(?:href|src|action|poster)="|\scontent="0;url=)(\/(?!\/)[^"]*)(?=")/g,
    (_, attribute: string, address: string) => {
      const [path, rest] = split(address);
      if (!path.startsWith(site.base)) return attribute + address;
      const full = named(path, site);
      // To the page itself: an empty path would be the page with what was asked of it.
      const way = relative(here, full) || '.';
      return attribute + (full.endsWith('/') ? `${way}/` : way) + rest;
    },
  );
}

/**
 * With INDEX_LINKS=1 links name the file that they lead to, `…/index.html`, for hosts that do not look for one in a
 * folder; and pages tell each other's places from their own, so that they can be read from a disk or a stick. The page
 * for what is not there is read at any address and keeps its links from the root.
 */
export function indexLinks(): AstroIntegration {
  return {
    name: 'index-links',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { define: { 'import.meta.env.INDEX_LINKS': JSON.stringify(config().indexLinks) } } });
      },
      'astro:build:done': ({ dir }) => {
        const { indexLinks: wanted, siteUrl, basePath } = config();
        if (!wanted) return;
        const folder = fileURLToPath(dir);
        const isPage = (path: string) => existsSync(join(folder, path, 'index.html'));
        const site: Site = { origin: new URL(siteUrl).origin, base: basePath, isPage };
        for (const path of filesIn(folder)) {
          if (!/\.(?:html|xml|txt|json)$/.test(path)) continue;
          const text = readFileSync(join(folder, path), 'utf8');
          const whole = nameWhole(text, site);
          const page = path === '404.html' ? nameFromRoot(whole, site) : tellFromHere(whole, path, site);
          const result = path.endsWith('.html') ? page : whole;
          if (result !== text) writeFileSync(join(folder, path), result);
        }
      },
    },
  };
}

const nameFromRoot = (html: string, site: Site): string =>
  html.replace(/(\s(?:href|action)=")(\/(?!\/)[^"]*)(?=")/g, (_, attribute: string, address: string) => {
    const [path, rest] = split(address);
    return attribute + named(path, site) + rest;
  });
