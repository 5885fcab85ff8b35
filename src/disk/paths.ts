import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** A path with all its links followed, as far as it exists; null where one of them leads nowhere. */
export function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    if (isLink(path) || path === dirname(path)) return null;
    const above = realPath(dirname(path));
    return above && join(above, basename(path));
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Whether a folder is, or holds at any depth, what the other path names. Both with their links followed. */
export const holds = (outer: string, inner: string): boolean =>
  inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);

/** Whether no folder can be at a path, since a file is there, or at the nearest place above it that exists. */
export function existsAsFile(path: string): boolean {
  if (existsSync(path)) return !statSync(path).isDirectory();
  return path !== dirname(path) && existsAsFile(dirname(path));
}
