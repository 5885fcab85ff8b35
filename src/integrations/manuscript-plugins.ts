import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Definition, Link } from 'mdast';
import { defineMdastPlugin, type MdastVisitorContext, type PluginFactoryContext } from 'satteri';
import { findInvisible } from '../editing/check/invisible.ts';
import { findCode } from '../editing/check/lock.ts';
import { findSlips } from '../editing/check/slips.ts';
import { readAnchors } from '../editing/files/anchors-file.ts';
import { assignAnchors } from '../lib/manuscript/anchors.ts';
import { type Block, blocksOf, isCitable, isLoneInline, sectionId } from '../lib/manuscript/blocks.ts';
import { readYaml } from '../lib/manuscript/frontmatter.ts';
import { idOf, storyAt } from '../lib/manuscript/paths.ts';
import { formatProblem } from '../lib/manuscript/problem.ts';
import { splitManuscript } from '../lib/manuscript/tree.ts';
import { languageTag } from '../lib/text/language.ts';
import type { Config } from '../site/config.ts';
import { textPlugins } from './text-plugins.ts';

/**
 * Stops the compiler where an article holds code. The check before the build says the same with more comfort; this
 * holds on every path by which MDX reaches the compiler.
 */
function lock({ fileURL, source }: PluginFactoryContext) {
  const file = fileURL ? fileURLToPath(fileURL) : '';
  return defineMdastPlugin({
    name: 'lock',
    options: { position: true },
    before(root) {
      const [first] = [...findInvisible(source), ...findCode(root), ...findSlips(root, '', languageOf(file))];
      if (first) throw new Error(formatProblem({ file, ...first }));
    },
  });
}

/** The language that an article says it is in. */
function languageOf(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const head = splitManuscript(readFileSync(file, 'utf8'))?.frontmatter ?? '';
  return languageTag(readYaml(head, 2).textOf('lang') ?? '') ?? undefined;
}

/** A mark alone on its line is parsed as a block; it belongs in a paragraph like any other words. */
const wrapLoneMarks = defineMdastPlugin({
  name: 'wrap-lone-marks',
  mdxJsxFlowElement(node, context) {
    if (isLoneInline(node as never)) context.wrapNode(node, { type: 'paragraph', children: [] });
  },
});

/** Gives headings, paragraphs and list items their ids, and paragraphs the ids of the milestones they state. */
const anchors =
  (folder: string) =>
  ({ fileURL }: PluginFactoryContext) => {
    if (!fileURL) return null;
    const table = readAnchors(folder, idOf({ path: fileURL.pathname }));
    return defineMdastPlugin({
      name: 'anchors',
      before(root, context) {
        const blocks = blocksOf(root);
        const headings = blocks.filter((block) => block.kind === 'heading');
        for (const [index, block] of headings.entries()) setProperties(block, { id: sectionId(index) });
        const paragraphs = blocks.filter(isCitable);
        const ids = assignAnchors(
          paragraphs.map((block) => block.text),
          table,
        ).paragraphs;
        for (const [index, block] of paragraphs.entries()) setProperties(block, propertiesOf(block, ids[index]?.id));

        function setProperties(block: Block, hProperties: Record<string, string>) {
          context.setProperty(block.node, 'data', { hProperties });
        }
      },
    });
  };

function propertiesOf(block: Block, id: string | undefined): Record<string, string> {
  const milestones = block.marks.filter((mark) => mark.name === 'Milestone').map((mark) => mark.id);
  return { ...(id ? { id } : {}), ...(milestones.length > 0 ? { milestones: milestones.join(' ') } : {}) };
}

/**
 * Links within the site are written from its root, `/stories/…`; a site may live under a path.
 * @param base of the build, `/` or `/archive/`
 */
export function siteLinks(base: string) {
  const root = base.replace(/^\/*(.*?)\/*$/, (_, path: string) => (path === '' ? '' : `/${path}`));
  const lead = (node: Readonly<Link | Definition>, context: MdastVisitorContext) => {
    if (root !== '' && node.url.startsWith('/')) context.setProperty(node, 'url', root + node.url);
  };
  return defineMdastPlugin({ name: 'site-links', link: lead, definition: lead });
}

/** The plugins for `markdown.processor`, in order; only stories have anchors, a practice's text has none. */
export const manuscriptPlugins = ({ basePath, contentFolder }: Pick<Config, 'basePath' | 'contentFolder'>) => {
  const ofStories = anchors(contentFolder);
  const isStory = ({ fileURL }: PluginFactoryContext) =>
    fileURL && storyAt(relative(contentFolder, fileURLToPath(fileURL)).replaceAll('\\', '/'));
  return [
    lock,
    wrapLoneMarks,
    siteLinks(basePath),
    (context: PluginFactoryContext) => (isStory(context) ? ofStories(context) : null),
    ...textPlugins,
  ];
};
