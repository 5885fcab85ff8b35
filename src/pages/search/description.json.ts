import type { APIRoute } from 'astro';
import { describeSite } from '../../site/search-description.ts';

/** What the search index must know beside the pages themselves; the build takes it in and removes it. */
export const GET: APIRoute = async ({ site }) => Response.json(await describeSite(site?.origin ?? null));
