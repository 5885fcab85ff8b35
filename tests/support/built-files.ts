import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** Paths of all files of a built site. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A file's bytes as text, unpacked where it is packed. */
export function readable(file: string): string {
  const bytes = readFileSync(file);
  const unpacked = (() => {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
    if (file.endsWith('.br')) return brotliDecompressSync(bytes);
    return bytes;
  })();
  return unpacked.toString('latin1') + unpacked.toString('utf8');
}
