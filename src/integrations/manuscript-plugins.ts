import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Definition, Link } from 'mdast';
import {
  defineMdastPlugin,
  type MdastVisitorContext,
  type MdxJsxTextElement,
  type PluginFactoryContext,
} from 'satteri';
import { findInvisible } from '../editing/check/invisible.ts';
import { findCode } from '../editing/check/lock.ts';
import { findSlips } from '../editing/check/slips.ts';
import { readAnchors } from '../editing/files/anchors-file.ts';
import { assignAnchors } from '../lib/manuscript/anchors.ts';
import { type Block, blocksOf, isCitable, isLoneInline, sectionId } from '../lib/manuscript/blocks.ts';
import { readYaml } from '../lib/manuscript/frontmatter.ts';
import { isMark } from '../lib/manuscript/marks.ts';
import { idOf, storyAt } from '../lib/manuscript/paths.ts';
import { pictureAt } from '../lib/manuscript/pictures.ts';
import { formatProblem } from '../lib/manuscript/problem.ts';
import { attribute, isElement, type Node, splitManuscript, walk } from '../lib/manuscript/tree.ts';
import { middleOf, sourcesOf } from '../lib/media/published.ts';
import { columnSizes } from '../lib/media/sizes.ts';
import { languageTag } from '../lib/text/language.ts';
import { knownPicture } from '../media/pictures.ts';
import { MEDIA_CACHE } from '../media/store.ts';
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

/** Marks of the registers are links to their entries, but for those inside another link: a link holds no other. */
const entryLinks = defineMdastPlugin({
  name: 'entry-links',
  before(root, context) {
    walk(root as Node, (node, parents) => {
      if (isEntry(node) && !parents.some((above) => isEntry(above) || leadsAway(above)))
        context.setProperty(node as MdxJsxTextElement, 'name', `${node.name}Link`);
    });
  },
});

const isEntry = (node: Node): node is MdxJsxTextElement =>
  isElement(node) && ['Place', 'Practice', 'Person'].includes(node.name ?? '');

const leadsAway = (node: Node): boolean =>
  ['link', 'linkReference', 'heading'].includes(node.type) ||
  (isElement(node) && isMark(node.name) && Boolean(attribute(node, 'story')));

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
  const own = block.marks.filter((mark) => mark.name === 'Milestone' && mark.story === undefined);
  const milestones = own.map((mark) => mark.id);
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

/**
 * Pictures are shown by a component of ours, in sizes that the loaders have made (content-loaders.ts), under no name of
 * the original.
 */
const pictures =
  (folder: string, base: string) =>
  ({ fileURL }: PluginFactoryContext) => {
    if (!fileURL) return null;
    if (fileURL.pathname.endsWith('.md')) return plainPictures(folder, fileURL, base);
    const article = relative(folder, fileURLToPath(fileURL)).replaceAll('\\', '/');
    return defineMdastPlugin({
      name: 'pictures',
      before(root, context) {
        walk(root, (node, parents) => {
          if (node.type !== 'image') return;
          const isLinked = parents.some(({ type }) => type === 'link' || type === 'linkReference');
          const values = {
            file: pictureAt(article, node.url) ?? '',
            alt: node.alt ?? '',
            ...(isLinked ? { plain: '' } : {}),
          };
          const attributes = Object.entries(values).map(([name, value]) => {
            return { type: 'mdxJsxAttribute' as const, name, value };
          });
          context.replaceNode(node, { type: 'mdxJsxTextElement', name: 'Picture', attributes, children: [] });
        });
      },
    });
  };

/** Those of a page of the archive's own, which is plain Markdown and has no components. */
const plainPictures = (folder: string, fileURL: URL, base: string) =>
  defineMdastPlugin({
    name: 'plain-pictures',
    image(node, context) {
      const path = pictureAt(relative(folder, fileURLToPath(fileURL)).replaceAll('\\', '/'), node.url);
      const picture = path === null ? null : knownPicture(join(folder, path), MEDIA_CACHE);
      if (!picture) return;
      const address = (inside: string) => base.replace(/\/?$/, '/') + inside;
      const { width, height } = picture;
      const srcset = sourcesOf(picture, address);
      const hProperties = { srcset, sizes: columnSizes(picture), width, height, loading: 'lazy', decoding: 'async' };
      context.setProperty(node, 'data', { hProperties });
      context.setProperty(node, 'url', address(middleOf(picture)));
    },
  });

/** The plugins for `markdown.processor`, in order; only stories have anchors, a practice's text has none. */
export const manuscriptPlugins = ({ basePath, contentFolder }: Pick<Config, 'basePath' | 'contentFolder'>) => {
  const ofStories = anchors(contentFolder);
  const isStory = ({ fileURL }: PluginFactoryContext) =>
    fileURL && storyAt(relative(contentFolder, fileURLToPath(fileURL)).replaceAll('\\', '/'));
  return [
    lock,
    wrapLoneMarks,
    siteLinks(basePath),
    pictures(contentFolder, basePath),
    (context: PluginFactoryContext) => (isStory(context) ? ofStories(context) : null),
    ...textPlugins,
    entryLinks,
  ];
};
