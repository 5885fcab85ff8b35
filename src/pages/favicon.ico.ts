import type { APIRoute } from 'astro';
import { iconIco } from '../site/icons.ts';

export const GET: APIRoute = async () => new Response(await bytes(), { headers: { 'Content-Type': 'image/x-icon' } });

const bytes = async () => new Uint8Array(Buffer.from(await iconIco()));
