import type { Element as Hast } from 'hast';
import { decodeText } from '../../../lib/text/encoding.ts';
import { pageBlocks } from './html.ts';
import { isMessage, readMessage } from './mime.ts';
import { h, words } from './word-blocks.ts';

const DEEPEST = 3;

/** A Word file within a Word file: its blocks, null where more would have to be told of it than that. */
export type ReadInner = (bytes: Uint8Array, depth: number) => Promise<Hast[] | null>;

/** The blocks of a file that a Word file has taken in whole; null where it cannot be read. */
export async function chunkToBlocks(
  name: string,
  bytes: Uint8Array,
  depth: number,
  readInner: ReadInner,
): Promise<Hast[] | null> {
  if (depth >= DEEPEST) return null;
  const first = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
  if (first.startsWith('PK')) return readInner(bytes, depth + 1);
  const page =
    isMessage(first) || /\.mht/i.test(name) ? readMessage(bytes).find(({ type }) => type === 'text/html') : undefined;
  const decoded = decodeText(page?.body ?? bytes);
  if ('problem' in decoded) return null;
  if (page || /<\w+[\s>/]/.test(first)) return first.startsWith('{\\rtf') ? null : pageBlocks(decoded.text);
  if (first.startsWith('{\\rtf')) return null;
  return decoded.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => h('p', [words(line)]));
}
