import type { APIRoute, GetStaticPaths } from 'astro';
import { geoJsonOf, getPanelFiles } from '../../site/panel-files.ts';

export const getStaticPaths = (async () =>
  (await getPanelFiles()).map((file) => ({
    params: { panel: file.panel.id },
    props: { file },
  }))) satisfies GetStaticPaths;

/** A panel of the map as data (RFC 7946), with its caption and licence. */
export const GET: APIRoute = async ({ props }) =>
  new Response(`${JSON.stringify(await geoJsonOf(props.file))}\n`, {
    headers: { 'content-type': 'application/geo+json' },
  });
