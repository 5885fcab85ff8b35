import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStory } from '../../lib/manuscript/manuscript.ts';
import type { ContentFile } from '../../lib/manuscript/paths.ts';
import type { Problem } from '../../lib/manuscript/problem.ts';
import { findUnprintedQuotes } from '../check/quotes.ts';
import { readFile } from '../import/read/read.ts';
import { listFolder } from './list-folder.ts';

/** The texts of the originals that are kept beside the content; what holds none (scans) is left out. */
async function readOriginals(folder: string): Promise<string[]> {
  const files = listFolder(folder).filter(({ path, isFile }) => isFile && path.startsWith('originals/'));
  const readings = await Promise.all(
    files
      .filter(({ path }) => path !== 'originals/SHA256SUMS')
      .map(({ path }) => readFile(path, readFileSync(join(folder, path)))),
  );
  return readings.flatMap((reading) =>
    'problem' in reading ? [] : [reading.lines.map(({ text }) => text).join('\n')],
  );
}

/** Pull quotes whose words the kept originals of their stories do not print. */
export async function findUnprinted(folder: string, files: readonly ContentFile[]): Promise<Problem[]> {
  const stories = files.filter(({ path, text }) => path.endsWith('.mdx') && text.includes('<PullQuote'));
  if (stories.length === 0) return [];
  const originals = await readOriginals(folder);
  return stories.flatMap((file) => {
    const { data, body } = readStory(file);
    if (!data || !body.tree) return [];
    return findUnprintedQuotes(body.tree, data, originals).map((finding) => ({ file: file.path, ...finding }));
  });
}
