import { currentAnchors } from '../../../src/editing/files/anchors-file.ts';
import { readContent } from '../../../src/editing/files/read-content.ts';
import { type Block, blocksOf, countCharacters } from '../../../src/lib/manuscript/blocks.ts';
import { readYaml, validate } from '../../../src/lib/manuscript/frontmatter.ts';
import { parseBody, splitManuscript } from '../../../src/lib/manuscript/tree.ts';
import { type StoryData, storySchema } from '../../../src/lib/schema/story.ts';
import { config } from '../../../src/site/config.ts';

/** A published story as it lies in the content folder: what its page must show. */
export interface Manuscript {
  slug: string;
  /** Path of its page, relative to the site's base. */
  path: string;
  data: StoryData;
  blocks: Block[];
  characters: number;
}

const { contentFolder } = config();
const files = readContent(contentFolder);

export const manuscripts: readonly Manuscript[] = files.flatMap(({ path, text }) => {
  const slug = /^stories\/[^/]+\/([^/]+)\.mdx$/.exec(path)?.[1];
  const parts = splitManuscript(text);
  if (!slug || !parts) return [];
  const parsed = parseBody(parts.body);
  const { value: data } = validate(storySchema, readYaml(parts.frontmatter, 2));
  if (!data || 'finding' in parsed) throw new Error(`${path} has errors: npm run check`);
  const blocks = blocksOf(parsed.tree);
  if (data.status !== 'published') return [];
  return [{ slug, path: `stories/${slug}/`, data, blocks, characters: countCharacters(blocks) }];
});

/** The committed tables of paragraph ids, by slug. */
export const anchorTables = new Map(currentAnchors(contentFolder, files).map((entry) => [entry.slug, entry]));
