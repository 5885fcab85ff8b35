import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from '../../lib/manuscript/paths.ts';
import { registerAt } from '../../lib/schema/register-table.ts';
import { isBesideContent } from './beside-content.ts';
import { listFolder } from './list-folder.ts';

/** Bytes of a manuscript or register: no article has a fifth. */
export const LARGEST_FILE = 512 * 1024;

/** Reads every manuscript and register of a content folder, in sorted order. Throws where one is no article by its size. */
export function readContent(folder: string): ContentFile[] {
  return listFolder(folder)
    .filter(({ path, isFile }) => isFile && (/\.(mdx|yaml)$/.test(path) || registerAt(path) === 'pages'))
    .filter(({ path }) => !isBesideContent(path))
    .map(({ path }) => path)
    .sort()
    .map((path) => ({ path, text: readText(folder, path) }));
}

function readText(folder: string, path: string): string {
  const { size } = statSync(join(folder, path));
  if (size > LARGEST_FILE)
    throw new Error(
      `${path} 有 ${(size / 2 ** 20).toFixed(1)} MB，超过 ${LARGEST_FILE / 1024} KB，先运行 npm run check 改好`,
    );
  return readFileSync(join(folder, path), 'utf8');
}
