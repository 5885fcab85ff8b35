import type { APIRoute } from 'astro';
import { appIcon, SIDES } from '../site/icons.ts';

export const getStaticPaths = () => SIDES.map((side) => ({ params: { side: String(side) } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await appIcon(Number(params.side))), { headers: { 'Content-Type': 'image/png' } });
