import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AnchorTable, assignAnchors, NO_ANCHORS } from '../../lib/manuscript/anchors.ts';
import { blocksOf, isCitable } from '../../lib/manuscript/blocks.ts';
import { parseBody, splitManuscript } from '../../lib/manuscript/tree.ts';
import { contentFolder } from '../../site/config.ts';
import type { ContentFile } from '../check/read-registers.ts';
import { readContent } from './read-content.ts';

/** Where a story's table of paragraph ids lies. */
export const anchorsFile = (slug: string): string => join(contentFolder(), 'anchors', `${slug}.json`);

/** The committed table of a story; empty before its first publication. */
export function readAnchors(slug: string): AnchorTable {
  const file = anchorsFile(slug);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AnchorTable) : NO_ANCHORS;
}

/**
 * Writes the tables that are behind their stories.
 * @param slugs only these stories'; without it, all
 * @returns the files written
 */
export function writeAnchors(slugs?: readonly string[]): string[] {
  return currentAnchors(readContent(contentFolder())).flatMap(({ slug, table, changed }) => {
    if (!changed || (slugs && !slugs.includes(slug))) return [];
    const file = anchorsFile(slug);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(table, null, 1)}\n`);
    return [file];
  });
}

/** Each published story's table as it should be committed, and whether the committed one differs. */
export function currentAnchors(
  files: readonly ContentFile[],
): { slug: string; table: AnchorTable; changed: boolean }[] {
  return files
    .filter(
      (file) =>
        /^stories\/[^/]+\/[^/]+\.mdx$/.test(file.path) &&
        /^status: *["']?(?:published|scheduled)["']?\s*$/m.test(file.text),
    )
    .map((file) => {
      const slug = file.path.replace(/^.*\//, '').replace(/\.mdx$/, '');
      const parsed = parseBody(splitManuscript(file.text)?.body ?? '');
      if ('finding' in parsed) throw new Error(`${file.path}:${parsed.finding.line} ${parsed.finding.message}`);
      const committed = readAnchors(slug);
      const texts = blocksOf(parsed.tree).filter(isCitable);
      const table = assignAnchors(
        texts.map((block) => block.text),
        committed,
      );
      return { slug, table, changed: JSON.stringify(table) !== JSON.stringify(committed) };
    });
}
