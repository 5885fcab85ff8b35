import type { APIRoute } from 'astro';
import * as archive from '#archive';
import { LIGHT } from '../lib/colours/palette.ts';
import { path } from '../lib/urls.ts';
import { SIDES } from '../site/icons.ts';
import { tagOf } from '../site/languages.ts';
import { fillLine } from '../site/page-values.ts';

/** What a device needs to know to keep the site among its programs (W3C Web Application Manifest). */
export const GET: APIRoute = async () => {
  const { paper, place } = { ...LIGHT, ...archive.colours.light };
  const icons = SIDES.map((side) => ({ src: path(`icon-${side}.png`), sizes: `${side}x${side}`, type: 'image/png' }));
  const manifest = {
    id: path(),
    name: archive.name,
    short_name: archive.name,
    description: await fillLine(archive.description),
    lang: tagOf(archive.language),
    start_url: path(),
    scope: path(),
    // With the address and a way back: what is read here is cited and handed on.
    display: 'minimal-ui',
    background_color: paper,
    theme_color: place,
    icons: [
      { src: path('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ...icons,
      ...icons.map((icon) => ({ ...icon, purpose: 'maskable' })),
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
};
