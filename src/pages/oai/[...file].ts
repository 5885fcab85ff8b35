import type { APIRoute } from 'astro';
import { config } from '../../site/config.ts';
import { getPublished } from '../../site/content.ts';
import { harvestFiles } from '../../site/harvest.ts';

/** The answers of a repository for harvesters (OAI-PMH), one file each. */
export async function getStaticPaths() {
  const held = await getPublished();
  const files = held ? [...harvestFiles(held, config().contactUrl)] : [];
  return files.map(([file, text]) => ({ params: { file }, props: { text } }));
}

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(text, { headers: { 'Content-Type': 'text/xml;charset=utf-8' } });
