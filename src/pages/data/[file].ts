import type { APIRoute } from 'astro';
import { getOpenData } from '../../site/content.ts';
import type { DataFile } from '../../site/open-data.ts';

/** The open data: tables as CSV and JSON, their schemas, places as GeoJSON, and the package that lists them. */
export async function getStaticPaths() {
  const { files } = await getOpenData();
  return files.map((file) => ({ params: { file: file.name }, props: { file } }));
}

export const GET: APIRoute<{ file: DataFile }> = ({ props: { file } }) =>
  new Response(file.text, { headers: { 'Content-Type': `${file.type};charset=utf-8` } });
