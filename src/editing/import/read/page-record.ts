import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { textIn } from './page-tree.ts';

/** What a page says of its article where no reader sees it. */
export interface PageRecord {
  /** Names of the article, most telling first; the last are parts of the page's own title. */
  titles: string[];
  label: string;
  subtitle: string;
  date: string;
  author: string;
  publisher: string;
}

const TITLES = ['articletitle', 'og:title', 'twitter:title'];
const DATES = [
  'pubdate',
  'publishdate',
  'article:published_time',
  'og:article:published_time',
  'og:release_date',
  'weibo:article:create_at',
  'datepublished',
  'firstpublishedtime',
  'dc.date',
];
const AUTHORS = ['author', 'article:author', 'og:article:author', 'dc.creator'];
const PUBLISHERS = ['contentsource', 'source', 'mediaid', 'dc.publisher'];

/** Reads a page's record of its article: its head, 方正's list of fields, JSON-LD. */
export function readRecord(page: Root): PageRecord {
  const metas = new Map<string, string>();
  for (const meta of selectAll('meta', page)) {
    const { name, property, itemProp, content } = meta.properties;
    const key = String(name ?? property ?? itemProp ?? '').toLowerCase();
    const value = String(content ?? '').trim();
    if (key && value && !metas.has(key)) metas.set(key, value);
  }
  const first = (names: readonly string[]) => names.map((name) => metas.get(name)).find(Boolean) ?? '';
  const founder = readFounder(page);
  const linked = readLinked(page);
  const [whole = ''] = selectAll('head > title', page).map((title) => textIn(title).trim());
  const titles = [
    founder.get('title') ?? '',
    linked.headline,
    ...TITLES.map((name) => metas.get(name) ?? ''),
    ...partsOf(whole),
  ];
  const author = founder.get('author') || linked.author || first(AUTHORS);
  return {
    titles: [...new Set(titles.map((title) => title.replace(/\s+/g, ' ').trim()).filter(Boolean))],
    label: founder.get('introtitle') ?? '',
    subtitle: founder.get('subtitle') ?? '',
    date: founder.get('date') || linked.date || first(DATES),
    author: /^[\p{Script=Han}·\s、]{2,20}$/u.test(author) ? author : '',
    publisher: first(PUBLISHERS),
  };
}

/** How the names of sites end. */
export const SITE = /(?:网|网站|门户|政府|频道|首页|新闻中心|客户端|在线|日报|晚报|数字报)$/u;

/** The parts of a page's title, those that name the site last. */
function partsOf(title: string): string[] {
  const parts = title.split(/\s*[-_|｜—–]+\s*|\s{2,}/u).filter((part) => part.length > 1);
  return [...parts.filter((part) => !SITE.test(part)), ...parts.filter((part) => SITE.test(part))];
}

/** 方正 writes the fields of an article into a comment. */
function readFounder(page: Root): Map<string, string> {
  const fields = new Map<string, string>();
  const visit = (node: Root | Element) => {
    for (const child of node.children) {
      if (child.type === 'comment' && child.value.includes('enpproperty'))
        for (const [, name = '', value = ''] of child.value.matchAll(/<(\w+)>([^<]*)<\/\1>/g))
          fields.set(name.toLowerCase(), value.trim());
      if (child.type === 'element') visit(child);
    }
  };
  visit(page);
  return fields;
}

interface Linked {
  headline: string;
  date: string;
  author: string;
}

function readLinked(page: Root): Linked {
  for (const script of selectAll('script[type="application/ld+json"]', page)) {
    const found = newsIn(parseJson(textIn(script)));
    if (found) return found;
  }
  return { headline: '', date: '', author: '' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function newsIn(data: unknown, depth = 0): Linked | null {
  if (typeof data !== 'object' || data === null || depth > 4) return null;
  if (Array.isArray(data)) return data.map((one) => newsIn(one, depth + 1)).find((one) => one !== null) ?? null;
  const record = data as Record<string, unknown>;
  const text = (value: unknown): string =>
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.map(text).filter(Boolean).join(' ')
        : typeof value === 'object' && value !== null
          ? text((value as Record<string, unknown>).name)
          : '';
  if (/Article|Posting|Report/.test(text(record['@type'])) || record.headline || record.pubDate)
    return {
      headline: text(record.headline ?? record.title),
      date: text(record.datePublished ?? record.pubDate),
      author: text(record.author),
    };
  return newsIn(record['@graph'], depth + 1);
}
