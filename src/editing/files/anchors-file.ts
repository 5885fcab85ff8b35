import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AnchorTable, assignAnchors, NO_ANCHORS } from '../../lib/manuscript/anchors.ts';
import { isCitable } from '../../lib/manuscript/blocks.ts';
import { readStory } from '../../lib/manuscript/manuscript.ts';
import { type ContentFile, storyAt } from '../../lib/manuscript/paths.ts';
import { isPlanned } from '../../lib/manuscript/publication.ts';
import { readContent } from './read-content.ts';

/** Where a story's table of paragraph ids lies in a content folder. */
const anchorsFile = (folder: string, slug: string): string => join(folder, 'anchors', `${slug}.json`);

/** The committed table of a story; empty before its first publication. */
export function readAnchors(folder: string, slug: string): AnchorTable {
  const file = anchorsFile(folder, slug);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AnchorTable) : NO_ANCHORS;
}

/**
 * Writes the tables of a content folder that are behind their stories.
 * @param slugs only these stories'; without it, all
 * @returns the files written
 */
export function writeAnchors(folder: string, slugs?: readonly string[]): string[] {
  return currentAnchors(folder, readContent(folder)).flatMap(({ slug, table, changed }) => {
    if (!changed || (slugs && !slugs.includes(slug))) return [];
    const file = anchorsFile(folder, slug);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(table, null, 1)}\n`);
    return [file];
  });
}

/** Each published story's table as it should be committed, and whether the committed one differs. */
export function currentAnchors(
  folder: string,
  files: readonly ContentFile[],
): { slug: string; table: AnchorTable; changed: boolean }[] {
  return files
    .filter(({ path }) => storyAt(path))
    .map(readStory)
    .filter(({ publication }) => isPlanned(publication))
    .map(({ path, slug, body }) => {
      if (body.fault) throw new Error(`${path}:${body.fault.line} ${body.fault.message}`);
      const committed = readAnchors(folder, slug);
      const texts = body.blocks.filter(isCitable).map(({ text }) => text);
      const table = assignAnchors(texts, committed);
      return { slug, table, changed: JSON.stringify(table) !== JSON.stringify(committed) };
    });
}
