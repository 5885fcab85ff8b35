import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Paths of all that lies in a folder and is no folder, with `/`, from the folder, sorted. Links are named and not followed,
 * which Node's own recursion would do: they may run in circles, or out of the folder.
 */
export function filesIn(folder: string): string[] {
  const found: string[] = [];
  const visit = (within: string): void => {
    for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
      const path = `${within}${entry.name}`;
      if (entry.isDirectory()) visit(`${path}/`);
      else found.push(path);
    }
  };
  visit('');
  return found.sort();
}

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
