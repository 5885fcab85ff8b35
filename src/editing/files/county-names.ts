import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml, validate } from '../../lib/manuscript/frontmatter.ts';
import { countySchema } from '../../lib/schema/registers.ts';
import type { CountyName } from '../import/text/model.ts';
import { readContent } from './read-content.ts';

export type { CountyName };

/** The counties of a content folder, as far as their files are right. */
export function readCountyNames(folder: string): CountyName[] {
  const counties = join(folder, 'counties');
  // A new archive has none yet.
  if (!existsSync(counties)) return [];
  return readContent(counties).flatMap(({ path, text }) => {
    const { value } = validate(countySchema, readYaml(text, 1));
    return value ? [{ id: path.replace(/\.yaml$/, ''), name: value.name }] : [];
  });
}
