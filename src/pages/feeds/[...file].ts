import type { APIRoute } from 'astro';
import { getPublished } from '../../site/content.ts';
import { feedFiles } from '../../site/feeds.ts';

/** Feeds of all stories, of each county and of corrections in three forms, and the list of them. */
export async function getStaticPaths() {
  const held = await getPublished();
  return held ? feedFiles(held).map(({ name, ...props }) => ({ params: { file: name }, props })) : [];
}

export const GET: APIRoute<{ type: string; text: string }> = ({ props: { type, text } }) =>
  new Response(text, { headers: { 'Content-Type': `${type};charset=utf-8` } });
