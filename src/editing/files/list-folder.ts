import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What lies in a folder; `isFile` is false for links, pipes and devices. */
export interface Entry {
  /** Inside the folder, with `/`. */
  path: string;
  isFolder: boolean;
  isFile: boolean;
}

/** All that lies in a folder and below it; links are named and never followed: they may run in circles. */
export function listFolder(folder: string, within = ''): Entry[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    const isFolder = entry.isDirectory();
    return [{ path, isFolder, isFile: entry.isFile() }, ...(isFolder ? listFolder(folder, path) : [])];
  });
}
