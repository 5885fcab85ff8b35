import { getAtlas } from '../../site/drawings.ts';

/** Outlines, names and located places for the live map, asked for when that map is wanted. */
export const GET = async () => Response.json(await getAtlas());
