import type { APIRoute } from 'astro';
import { iconSvg } from '../site/icons.ts';

export const GET: APIRoute = async () => new Response(await bytes(), { headers: { 'Content-Type': 'image/svg+xml' } });

const bytes = async () => new Uint8Array(Buffer.from(await iconSvg()));
