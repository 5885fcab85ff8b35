import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Pack } from '../../src/offline/types.ts';

/** Paths of all files of a built site. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A file's bytes as text, unpacked where it is packed. */
export function readable(file: string): string {
  const stored = readFileSync(file);
  // Parts of the search index are gzip in base64, as a JSON text.
  const bytes = stored.toString('latin1', 0, 5) === '"H4sI' ? Buffer.from(stored.toString('latin1'), 'base64') : stored;
  const unpacked = (() => {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
    if (file.endsWith('.br')) return brotliDecompressSync(bytes);
    return bytes;
  })();
  return unpacked.toString('latin1') + unpacked.toString('utf8');
}

/** What a file of a built site holds, by its path; pages that are packed for reading without a network are themselves. */
function textsIn(folder: string, file: string): [path: string, text: string][] {
  const [path, text] = [relative(folder, file).replaceAll('\\', '/'), readable(file)];
  if (!/^assets\/offline\/.*\.json$/.test(path)) return [[path, text]];
  const { shared, pages } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Pack>;
  if (!pages) return [[path, text]];
  return [
    [path, JSON.stringify(shared)],
    ...pages.map(([page, pieces]): [string, string] => [`${page}index.html`, pieces.join('')]),
  ];
}

/** Paths of the files of a built site that hold words, or have them in their path. */
export const filesTelling = (folder: string, words: RegExp): string[] => [
  ...new Set(
    filesOf(folder)
      .flatMap((file) => textsIn(folder, file))
      .filter(([path, text]) => words.test(`${path}\n${text}`))
      .map(([path]) => path),
  ),
];
