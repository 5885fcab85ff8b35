import { type AsyncZippable, zipSync } from 'fflate';

/** Midnight of the first day that a zip file can name, by the clock of this machine: so that every machine writes the same. */
const firstDay = (): Date => new Date(1980, 0, 1);

/**
 * Packs files, in their order, into the same bytes wherever and whenever it is done.
 * @param isStored whether a file is put in as it is
 */
export function zipFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
  isStored: (path: string) => boolean,
): Uint8Array {
  const entries: AsyncZippable = Object.fromEntries(
    [...files].map(([path, content]) => [
      path,
      [typeof content === 'string' ? new TextEncoder().encode(content) : content, { level: isStored(path) ? 0 : 9 }],
    ]),
  );
  return zipSync(entries as never, { mtime: firstDay() });
}
