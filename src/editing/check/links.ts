import type { Block } from '../../lib/manuscript/blocks.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import { pictureAt } from '../../lib/manuscript/pictures.ts';
import type { Fault, Finding } from '../../lib/manuscript/problem.ts';
import { type Node, positionOf, textOf, walk } from '../../lib/manuscript/tree.ts';
import { PAGE_IDS } from '../../lib/schema/page-ids.ts';
import { faultOfAddress, faultOfWords } from './link-tricks.ts';

/** What links and images of an article may lead to. */
export interface Targets {
  /** Slugs of the stories that are on the site. */
  stories: ReadonlySet<string>;
  counties: ReadonlySet<string>;
  practices: ReadonlySet<string>;
  series: ReadonlySet<string>;
  tags: ReadonlySet<string>;
  authors: ReadonlySet<string>;
  /** Pages of counties and practices that are registered and not on the site yet: `practices/two-books`. */
  notYet?: ReadonlySet<string>;
  /** Pages of the archive's own. */
  pages?: ReadonlySet<string>;
  /** Pictures that are there, good or damaged. */
  media?: ReadonlySet<string>;
  /** Anchors of another story: its sections and what its marks state; null where it cannot be read. */
  anchorsIn?: (slug: string) => ReadonlySet<string> | null;
  /** People and places, each of which stands on one page under its id. */
  people?: ReadonlySet<string>;
  places?: ReadonlySet<string>;
  /** Images of the content folder, by path inside it. */
  images: ReadonlySet<string>;
}

/** Every page that is not about one story, county or practice. */
export const PAGES = [
  '',
  'stories',
  'counties',
  'map',
  'timeline',
  'practices',
  'people',
  'places',
  'figures',
  'search',
  'about',
  'licences',
  'corrections',
  'data',
];
const ENTRY = /^(stories|counties|practices|series|tags|authors)\/([^/]+)$/;
/** Entries that may stand on the site without a story. */
const STANDING: ReadonlySet<string> = new Set(['counties', 'practices']);
const IMAGE_TYPES = /\.(?:jpe?g|png|webp)$/i;

/**
 * Links to pages of this site that are not there, links to anchors that are not there, images that cannot be shown.
 * @param path of the article inside the content folder; null where it lies outside and its images cannot be looked up
 */
export function findDeadLinks(tree: Node, blocks: readonly Block[], targets: Targets, path: string | null): Finding[] {
  const findings: Finding[] = [];
  const anchors = anchorsOf(blocks);
  const pictured = new Set<string>();
  walk(tree, (node) => node.type === 'imageReference' && pictured.add(node.identifier));
  const defined = new Map<string, string>();
  walk(tree, (node) => {
    if (node.type === 'definition' && !defined.has(node.identifier)) defined.set(node.identifier, node.url);
  });
  const faultOf = (node: Node): Fault | null => {
    if (node.type === 'link') return faultOfWords(textOf(node), node.url) ?? faultOfLink(node.url, anchors, targets);
    if (node.type === 'linkReference') return faultOfWords(textOf(node), defined.get(node.identifier) ?? '');
    if (node.type === 'image') return faultOfImage(node.url, node.alt ?? '', targets, path);
    if (node.type === 'definition' && !pictured.has(node.identifier)) return faultOfLink(node.url, anchors, targets);
    // The site takes up pictures only where they stand with their path.
    if (node.type !== 'imageReference') return null;
    return {
      rule: 'image-path',
      message: '图片不能用 [名称] 引用，显示不出来',
      cure: '写成 ![画面上有什么](./图片.jpg)',
    };
  };
  walk(tree, (node) => {
    const fault = faultOf(node);
    if (fault) findings.push({ ...positionOf(node), ...fault });
  });
  return findings;
}

function faultOfLink(url: string, anchors: ReadonlySet<string>, targets: Targets): Fault | null {
  if (url === '') return { rule: 'link-empty', message: '链接是空的', cure: '补上网址，或去掉方括号' };
  if (/^(?:https?:(?!\/\/[^/?#])|mailto:$|tel:$)/i.test(url))
    return {
      rule: 'link-incomplete',
      message: `网址“${url.slice(0, 30)}”不完整`,
      cure: '写全，例如 https://example.org/',
    };
  const trick = faultOfAddress(url);
  if (trick) return trick;
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return null;
  if (url.startsWith('#'))
    return isParagraph(url.slice(1)) || anchors.has(url.slice(1))
      ? null
      : {
          rule: 'link-anchor',
          message: `本篇没有“${url.slice(0, 40)}”这个位置`,
          cure: '写 #s-1（第一个小标题）、#m-编号 或 #f-编号',
        };
  if (!url.startsWith('/'))
    return {
      rule: 'link-relative',
      message: `站内链接“${url.slice(0, 30)}”要从 / 写起`,
      cure: '例如 /stories/dong-cun/；别的网站写全 https://…',
    };
  const page = url.replace(/[#?].*$/, '').replace(/^\/|\/$/g, '');
  const [, kind = '', id = ''] = ENTRY.exec(page) ?? [];
  if (kind !== '') {
    const known = targets[kind as 'stories' | 'counties' | 'practices' | 'series' | 'tags' | 'authors'];
    if (targets.notYet?.has(page))
      return {
        rule: 'link-dead',
        message: `/${kind}/${id}/ 还不在网站上：没有已发表的文章写到它`,
        cure: STANDING.has(kind) ? '去掉链接，或在它的登记里写 standalone: true' : '去掉链接，或先发表写到它的文章',
      };
    if (known.has(id))
      return kind === 'stories' && url.includes('#') ? faultOfAnchor(url, targets.anchorsIn?.(id) ?? null) : null;
    const guess = nearest(id, known);
    return {
      rule: 'link-dead',
      message: `站内没有 /${kind}/${id.slice(0, 80)}/ 这一页`,
      cure: guess ? `是不是 /${kind}/${guess}/？` : '核对网址',
    };
  }
  const listed = page === 'people' || page === 'places' ? targets[page] : undefined;
  if (listed) return faultOfAnchor(url, new Set([...listed, ...targets.counties]));
  const isGroups = (page === 'series' || page === 'tags' || page === 'authors') && targets[page].size > 0;
  return PAGES.includes(page) || isGroups || targets.pages?.has(page)
    ? null
    : { rule: 'link-dead', message: `站内没有 ${url.slice(0, 40)} 这一页`, cure: '核对网址' };
}

/** What is wrong with the part of an address behind its page; null where nothing is known of the page's anchors. */
function faultOfAnchor(url: string, anchors: ReadonlySet<string> | null): Fault | null {
  const [, anchor = ''] = /#(.*)$/.exec(url) ?? [];
  if (anchors === null || anchor === '' || isParagraph(anchor) || anchors.has(anchor) || PAGE_IDS.has(anchor))
    return null;
  const guess = nearest(anchor, [...anchors]);
  return {
    rule: 'link-anchor',
    message: `那一页没有“${anchor.slice(0, 40)}”这个位置`,
    cure: guess ? `是不是 #${guess}？` : '核对 # 后面的字，或去掉它，链到整页',
  };
}

/** Paragraph ids are looked up by the page. */
const isParagraph = (anchor: string) => /^p-[0-9a-f]+$/.test(anchor);

/** Anchors that an editor may name: sections, and what the marks state. */
export function anchorsOf(blocks: readonly Block[]): Set<string> {
  const sections = blocks.filter((block) => block.kind === 'heading').map((_, index) => `s-${index + 1}`);
  const own = blocks.flatMap(({ marks }) => marks.filter(({ story }) => story === undefined));
  const marks = own.map(({ name, id }) => `${name.charAt(0).toLowerCase()}-${id}`);
  return new Set([...sections, ...marks]);
}

function faultOfImage(url: string, alt: string, targets: Targets, path: string | null): Fault | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) {
    return {
      rule: 'image-remote',
      message: '不能引用别的网站的图片：会失效，也会泄露读者的来访',
      cure: '有授权的话，把图片放进文章旁边的文件夹',
    };
  }
  if (url === '') return { rule: 'image-path', message: '图片没有写路径', cure: '写成 ![画面上有什么](./图片.jpg)' };
  if (!IMAGE_TYPES.test(url))
    return { rule: 'image-format', message: `图片 ${url.slice(0, 40)} 的格式不收`, cure: '只收 JPEG、PNG、WebP' };
  if (alt.trim() === '')
    return { rule: 'image-alt', message: '图片没有文字说明，读屏和搜索都要用', cure: '写成 ![画面上有什么](图片路径)' };
  if (path === null) return null;
  const file = pictureAt(path, url);
  if (file === null)
    return {
      rule: 'image-outside',
      message: `图片 ${url.slice(0, 40)} 在内容文件夹之外`,
      cure: '把图片放在文章旁边，写成 ./图片.jpg',
    };
  if (targets.images.has(file)) return null;
  // It is there, and what is wrong with it is said of itself.
  if (targets.media?.has(file)) return null;
  const guess = nearest(file, targets.images);
  return {
    rule: 'image-missing',
    message: `找不到图片 ${url.slice(0, 40)}`,
    cure: guess ? `是不是 ${guess}？` : '核对文件名',
  };
}
