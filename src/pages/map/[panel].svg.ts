import type { APIRoute, GetStaticPaths } from 'astro';
import { getPanelFiles, svgOf } from '../../site/panel-files.ts';

export const getStaticPaths = (async () =>
  (await getPanelFiles()).map((file) => ({
    params: { panel: file.panel.id },
    props: { file },
  }))) satisfies GetStaticPaths;

/** A panel of the map as a drawing to take along, with its caption and licence. */
export const GET: APIRoute = ({ props }) =>
  new Response(svgOf(props.file), { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
