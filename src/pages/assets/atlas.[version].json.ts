import type { GetStaticPaths } from 'astro';
import { atlasVersion, getAtlas } from '../../site/drawings.ts';

export const getStaticPaths = (async () => [{ params: { version: await atlasVersion() } }]) satisfies GetStaticPaths;

/** Outlines, names and located places for the live map, asked for when that map is wanted. */
export const GET = async () => Response.json(await getAtlas());
