import type { APIRoute } from 'astro';
import { touchIcon } from '../site/icons.ts';

export const GET: APIRoute = async () => new Response(await bytes(), { headers: { 'Content-Type': 'image/png' } });

const bytes = async () => new Uint8Array(Buffer.from(await touchIcon()));
