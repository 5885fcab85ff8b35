import type { z } from 'astro/zod';
import { type PageData, type PracticeData, pageSchema, practiceSchema } from '../schema/registers.ts';
import { type StoryData, storySchema } from '../schema/story.ts';
import { type Block, blocksOf } from './blocks.ts';
import { readYaml, validate, type YamlReading } from './frontmatter.ts';
import { type ContentFile, idOf, storyAt } from './paths.ts';
import type { Finding } from './problem.ts';
import { type Publication, publicationOf } from './publication.ts';
import { type Node, parseBody, splitManuscript } from './tree.ts';

/** The text of an article as its tree and its blocks; both empty where its markup has a fault. */
export interface Body {
  /** With leading newlines, so that lines count as in the file. */
  text: string;
  tree: Node | null;
  fault: Finding | null;
  blocks: Block[];
}

/** One article, read once for everybody who asks: the check, the site, the tables of paragraph ids. */
export interface Manuscript<Data> {
  path: string;
  slug: string;
  /** The folder that it lies in, which must be its county, or that of the essays; null outside a content folder. */
  folder: string | null;
  source: string;
  /** Whether it begins with fields between two lines of `---`. */
  hasHead: boolean;
  /** The fields with the place of each. */
  head: YamlReading;
  /** The fields as data; null where they have faults, which are then among the findings. */
  data: Data | null;
  findings: Finding[];
  publication: Publication;
  body: Body;
}

const READ = new WeakMap<ContentFile, Manuscript<unknown>>();

/** A story by its file. The same file is read once, however often it is asked for. */
export const readStory = (file: ContentFile): Manuscript<StoryData> => read(file, storySchema);

/** A practice by its file. */
export const readPractice = (file: ContentFile): Manuscript<PracticeData> => read(file, practiceSchema);

/** A page of the archive's own by its file. */
export const readPage = (file: ContentFile): Manuscript<PageData> => read(file, pageSchema);

function read<Data>(file: ContentFile, schema: z.ZodType<Data>): Manuscript<Data> {
  const known = READ.get(file) as Manuscript<Data> | undefined;
  if (known) return known;
  const manuscript = readManuscript(file, schema);
  READ.set(file, manuscript);
  return manuscript;
}

function readManuscript<Data>(file: ContentFile, schema: z.ZodType<Data>): Manuscript<Data> {
  const parts = splitManuscript(file.text);
  const head = readYaml(parts?.frontmatter ?? '', 2);
  const { value: data, findings } = validate(schema, head);
  let body: Body | undefined;
  return {
    path: file.path,
    slug: idOf(file),
    folder: storyAt(file.path)?.folder ?? null,
    source: file.text,
    hasHead: parts !== null,
    head,
    data,
    findings,
    publication: publicationOf(head),
    // Who asks only whether a story is published need not wait for its text.
    get body() {
      body ??= readBody(parts?.body ?? '');
      return body;
    },
  };
}

function readBody(text: string): Body {
  const parsed = parseBody(text);
  if ('finding' in parsed) return { text, tree: null, fault: parsed.finding, blocks: [] };
  return { text, tree: parsed.tree, fault: null, blocks: blocksOf(parsed.tree) };
}
