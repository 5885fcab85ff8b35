import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Paths of all that lies in a folder and is no folder, links included and not followed; with `/`, from the folder. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** Waits until a file or folder is on the disk. Throws where the disk is full or broken. */
export function flush(path: string): void {
  // Windows opens no folder.
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
