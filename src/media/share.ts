import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Palette } from '../lib/colours/palette.ts';
import { type Card, SIZE } from '../lib/share/card.ts';
import { drawCard, missingIn, wordsOf } from '../lib/share/draw.ts';
import { indexedPng } from '../lib/share/indexed-png.ts';
import { FACES, openFaces } from './faces.ts';
import { nameOf } from './store.ts';

/** Pictures for links lie here from build to build, called by what they are made of. */
export const SHARE_CACHE = '.cache/share';

/** Is raised where a picture comes out otherwise, as its test asks; then all are drawn anew. */
const RECIPE = ['share 2', ...FACES].join('\n');

/** WebAssembly, which every machine runs alike. */
const WASM = join('node_modules', '@resvg/resvg-wasm/index_bg.wasm');
let renderer: Promise<void> | undefined;

/**
 * The picture of a card, drawn once and kept.
 * @param fallback what is drawn where no face has a character of the card
 * @returns its file in the cache, and the characters that no face has
 */
export async function makeShare(
  card: Card,
  palette: Palette,
  isTraditional: boolean,
  cache: string,
  fallback?: Card,
): Promise<{ file: string; missing: string[] }> {
  const name = nameOf(RECIPE, new TextEncoder().encode(JSON.stringify([card, palette, isTraditional])));
  const file = `${name}.png`;
  if (existsSync(join(cache, file))) return { file, missing: [] };
  const letters = await openFaces(wordsOf(card), isTraditional);
  const missing = missingIn(card, letters);
  if (missing.length > 0) {
    if (!fallback) return { file: '', missing };
    const other = await makeShare(fallback, palette, isTraditional, cache);
    return { file: other.file, missing };
  }
  const png = await render(drawCard(card, palette, letters));
  mkdirSync(cache, { recursive: true });
  // Whole or not at all, however many builds draw it at once.
  const draft = join(cache, `${name}.${process.pid}.tmp`);
  writeFileSync(draft, png);
  renameSync(draft, join(cache, file));
  return { file, missing };
}

async function render(svg: string): Promise<Uint8Array> {
  renderer ??= initWasm(readFileSync(WASM));
  await renderer;
  const drawing = new Resvg(svg);
  const image = drawing.render();
  const png = indexedPng(image.pixels, SIZE.width, SIZE.height);
  image.free();
  drawing.free();
  return png;
}
