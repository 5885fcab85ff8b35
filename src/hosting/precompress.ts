import { hash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { servedFiles } from './site.ts';
import { isText } from './types.ts';

/** Names what has been packed here, so that a later run takes away what has outlived its text, and nothing else. */
const LIST = '.precompressed.json';

const packers: Readonly<Record<string, (text: Buffer) => Buffer>> = {
  br: (text) =>
    brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gz: (text) => gzipSync(text, { level: constants.Z_BEST_COMPRESSION }),
};

/** A file appears whole. */
function writeFile(file: string, data: Buffer | string): void {
  const draft = join(file, `../.${hash('sha256', file).slice(0, 8)}.tmp`);
  writeFileSync(draft, data);
  renameSync(draft, file);
}

function listed(folder: string): string[] {
  const file = join(folder, LIST);
  if (!existsSync(file)) return [];
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const isOurs = (path: unknown): path is string =>
    typeof path === 'string' && /\.(?:br|gz)$/.test(path) && !/(?:^|[\\/])\.\.?(?:[\\/]|$)|^[\\/]|:/.test(path);
  return Array.isArray(list) ? list.filter(isOurs) : [];
}

/**
 * Writes each text of a built site packed beside it, as `.br` and `.gz`, where that is smaller; the same text gives the
 * same bytes. What a former run wrote is taken away first.
 * @returns how many texts there are, and their bytes plain and in brotli
 */
export function precompress(folder: string): { files: number; plain: number; packed: number } {
  for (const path of listed(folder)) rmSync(join(folder, path), { force: true });
  const texts = servedFiles(folder).filter(isText);
  const names = texts.flatMap((path) => Object.keys(packers).map((packer) => `${path}.${packer}`));
  const own = names.filter((path) => !existsSync(join(folder, path)));
  // First: whatever ends this half way, the next run knows what is ours.
  writeFile(join(folder, LIST), `${JSON.stringify(own)}\n`);
  const sum = { files: texts.length, plain: 0, packed: 0 };
  for (const path of texts) {
    const text = readFileSync(join(folder, path));
    let smallest = text.length;
    for (const [packer, pack] of Object.entries(packers)) {
      const name = `${path}.${packer}`;
      if (!own.includes(name)) continue;
      const packed = pack(text);
      if (packed.length >= text.length) continue;
      writeFile(join(folder, name), packed);
      smallest = Math.min(smallest, packed.length);
    }
    sum.plain += text.length;
    sum.packed += smallest;
  }
  return sum;
}
