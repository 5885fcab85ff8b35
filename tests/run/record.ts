import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from '../../src/commands/static-server.ts';
import { recordFaults } from '../support/record-rules.ts';
import { requireExtra } from './extra.ts';

/** The part of xmllint (libxml2 as WebAssembly) that is used here. */
interface Xmllint {
  validateXML: (options: {
    xml: { fileName: string; contents: string }[];
    schema: { fileName: string; contents: string }[];
    preload?: { fileName: string; contents: string }[];
  }) => Promise<{ valid: boolean; errors: { message: string }[] }>;
}

/** The schemas of sitemaps.org, which come with the package that writes ours. */
const SCHEMAS = 'node_modules/sitemap/schema';

/** Whether the record of a built site keeps to its specifications; says what does not. */
export async function holdsAsRecord({ folder }: BuiltSite): Promise<boolean> {
  const { faults, files } = recordFaults(folder);
  const maps = readdirSync(folder).filter((name) => /^sitemap-\d+\.xml$/.test(name));
  const { validateXML } = requireExtra<Xmllint>('xmllint-wasm');
  const { errors } = await validateXML({
    xml: maps.map((fileName) => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') })),
    schema: [{ fileName: 'sitemap.xsd', contents: readFileSync(join(SCHEMAS, 'sitemap.xsd'), 'utf8') }],
  });
  const all = [...faults, ...errors.map(({ message }) => message)];
  for (const fault of all) console.log(fault);
  console.log(`${files} files by their rules, ${maps.length} by sitemap.xsd: ${all.length} faults`);
  return all.length === 0 && maps.length > 0;
}
