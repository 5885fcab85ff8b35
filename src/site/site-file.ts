import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml, validate } from '../lib/manuscript/frontmatter.ts';
import { type SiteData, siteSchema } from '../lib/schema/site.ts';

/**
 * `site.yaml` of a content folder. Of a file with faults all fields count that can be read: the check tells of the
 * others, by its own reading, and stops a build.
 */
export function readSiteFile(folder: string): Partial<SiteData> {
  const text = readText(join(folder, 'site.yaml'));
  if (text === null) return {};
  const reading = readYaml(text, 1);
  const { value } = validate(siteSchema, reading);
  if (value) return value;
  if (typeof reading.data !== 'object' || reading.data === null) return {};
  const fields = Object.entries(reading.data).flatMap(([field, given]) => {
    const schema = (
      siteSchema.shape as Record<string, { safeParse(data: unknown): { success: boolean; data?: unknown } }>
    )[field];
    const result = schema?.safeParse(given);
    return result?.success ? [[field, result.data] as const] : [];
  });
  return Object.fromEntries(fields);
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
