import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from '../../lib/manuscript/paths.ts';
import { listFolder } from './list-folder.ts';

/** Reads every manuscript and register of a content folder, in sorted order. */
export function readContent(folder: string): ContentFile[] {
  return listFolder(folder)
    .filter(({ path, isFile }) => isFile && /\.(mdx|yaml)$/.test(path))
    .map(({ path }) => path)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
