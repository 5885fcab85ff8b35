import type { APIRoute } from 'astro';
import { path } from '../lib/urls.ts';
import { alternatesOf } from '../site/languages.ts';

/** Everything may be read and indexed; each language of the site has a map of its own. */
export const GET: APIRoute = ({ site }) => {
  const fronts = alternatesOf(path()).map(({ href }) => href);
  const all = fronts.length > 0 ? fronts : [path()];
  // A site without an address has no map of its addresses.
  const maps = site ? all.map((front) => new URL(`${front}sitemap-index.xml`, site).href) : [];
  return new Response(`User-agent: *\nAllow: /\n${maps.map((map) => `Sitemap: ${map}\n`).join('')}`);
};
