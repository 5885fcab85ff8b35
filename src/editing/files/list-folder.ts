import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What lies in a folder and below it, by path with `/`; links are named and never followed: they may run in circles. */
export function listFolder(folder: string, within = ''): { path: string; isFolder: boolean }[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    const isFolder = entry.isDirectory();
    return [{ path, isFolder }, ...(isFolder ? listFolder(folder, path) : [])];
  });
}
