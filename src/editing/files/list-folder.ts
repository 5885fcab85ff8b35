import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FOREIGN_FOLDERS } from './beside-content.ts';

/** Something in a folder: files and folders, links, pipes and devices. */
export interface Entry {
  /** Inside the folder, with `/`. */
  path: string;
  isFolder: boolean;
  isFile: boolean;
  /** A folder that cannot be opened: what lies in it is not listed. */
  isClosed?: boolean;
}

/**
 * All that lies in a folder and below it; links are named and never followed: they may run in circles. Git's own files and
 * installed packages are left out.
 */
export function listFolder(folder: string): Entry[] {
  const found: Entry[] = [];
  const visit = (within: string) => {
    for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
      if (FOREIGN_FOLDERS.has(entry.name)) continue;
      const one = toEntry(entry, within);
      found.push(one);
      if (!one.isFolder) continue;
      try {
        visit(one.path);
      } catch {
        // Not ours to read, or a path longer than the system takes.
        one.isClosed = true;
      }
    }
  };
  visit('');
  return found;
}

const toEntry = (entry: Dirent, within: string): Entry => ({
  path: within === '' ? entry.name : `${within}/${entry.name}`,
  isFolder: entry.isDirectory(),
  isFile: entry.isFile(),
});
