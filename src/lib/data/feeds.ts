import { generateAtomFeed, generateJsonFeed, generateOpml, generateRssFeed } from 'feedsmith';

// Feeds of new stories and corrections in three forms, made of one. Days have no hours: they stand for the first of them, UTC.

/** What a feed tells of. */
export interface FeedEntry {
  /** By which readers know that they have seen it; it never changes. */
  id: string;
  /** Absolute. */
  url: string;
  title: string;
  summary: string;
  /** First and last day of these words on the site, `YYYY-MM-DD`: never the day of what is told. */
  published: string;
  updated: string;
  authors: readonly string[];
  tags: readonly string[];
  language: string;
  /** Rights in one line; '' where nothing is said. */
  rights: string;
  licence: string | null;
}

/** A feed before it has a form. */
export interface Feed {
  /** Its path in the folder of feeds, without ending: `all`, `counties/luhe`. */
  name: string;
  /** What it tells of, in a word, and the same with the name of the site. */
  label: string;
  title: string;
  description: string;
  /** Page of the site that shows the same. */
  home: string;
  language: string;
  author: string;
  rights: string;
  /** Day of its last change, `YYYY-MM-DD`. */
  updated: string;
  entries: readonly FeedEntry[];
}

/** Endings of the forms, with their types. */
export const FEED_FORMS = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;
export type FeedForm = keyof typeof FEED_FORMS;
export const FEED_FORM_IDS = Object.keys(FEED_FORMS) as FeedForm[];

const moment = (day: string): string => `${day}T00:00:00Z`;
const categories = (tags: readonly string[]) => tags.map((name) => ({ name }));

/** A feed in a form. @param address of its own, absolute */
export function feedText(feed: Feed, form: FeedForm, address: string): string {
  const text = { rss, atom, json }[form](feed, address);
  return text.endsWith('\n') ? text : `${text}\n`;
}

function rss(feed: Feed, address: string): string {
  return generateRssFeed({
    ...{ title: feed.title, link: feed.home, description: feed.description, language: feed.language },
    ...(feed.rights ? { copyright: feed.rights } : {}),
    lastBuildDate: new Date(moment(feed.updated)),
    docs: 'https://www.rssboard.org/rss-specification',
    atom: { links: [{ href: address, rel: 'self', type: FEED_FORMS.rss }] },
    items: feed.entries.map((entry) => ({
      ...{ title: entry.title, link: entry.url, description: entry.summary },
      guid: { value: entry.id, isPermaLink: entry.id === entry.url },
      pubDate: new Date(moment(entry.published)),
      categories: categories(entry.tags),
      // RSS knows authors by their mail addresses alone.
      ...(entry.authors.length > 0 ? { dc: { creators: [...entry.authors] } } : {}),
    })),
  });
}

function atom(feed: Feed, address: string): string {
  return generateAtomFeed({
    ...{ id: address, title: { value: feed.title }, subtitle: { value: feed.description } },
    updated: new Date(moment(feed.updated)),
    authors: [{ name: feed.author }],
    links: [
      { href: address, rel: 'self', type: FEED_FORMS.atom },
      { href: feed.home, rel: 'alternate', type: 'text/html' },
    ],
    ...(feed.rights ? { rights: { value: feed.rights } } : {}),
    xml: { lang: feed.language },
    entries: feed.entries.map((entry) => ({
      ...{ id: entry.id, title: { value: entry.title }, summary: { value: entry.summary } },
      ...{ published: new Date(moment(entry.published)), updated: new Date(moment(entry.updated)) },
      ...(entry.authors.length > 0 ? { authors: entry.authors.map((name) => ({ name })) } : {}),
      categories: entry.tags.map((term) => ({ term })),
      links: [
        { href: entry.url, rel: 'alternate', type: 'text/html' },
        ...(entry.licence ? [{ href: entry.licence, rel: 'license' }] : []),
      ],
      ...(entry.rights ? { rights: { value: entry.rights } } : {}),
      xml: { lang: entry.language },
    })),
  });
}

function json(feed: Feed, address: string): string {
  const made = generateJsonFeed({
    ...{ title: feed.title, home_page_url: feed.home, feed_url: address, description: feed.description },
    ...{ language: feed.language, authors: [{ name: feed.author }] },
    items: feed.entries.map((entry) => ({
      ...{ id: entry.id, url: entry.url, title: entry.title, content_text: entry.summary, summary: entry.summary },
      ...{ date_published: new Date(moment(entry.published)), date_modified: new Date(moment(entry.updated)) },
      ...(entry.authors.length > 0 ? { authors: entry.authors.map((name) => ({ name })) } : {}),
      ...(entry.tags.length > 0 ? { tags: [...entry.tags] } : {}),
      language: entry.language,
    })),
  });
  // The package leaves out an empty list, which the format asks for.
  return `${JSON.stringify(feed.entries.length > 0 ? made : Object.assign({}, made, { items: [] }), null, 2)}\n`;
}

/** A list of feeds for programs that read them. @param addressOf a feed in a form, absolute */
export function opmlText(
  title: string,
  owner: string,
  feeds: readonly Feed[],
  addressOf: (feed: Feed, form: FeedForm) => string,
): string {
  const modified = feeds
    .map(({ updated }) => updated)
    .sort()
    .at(-1);
  return generateOpml({
    head: { title, ownerName: owner, ...(modified ? { dateModified: new Date(moment(modified)) } : {}) },
    body: {
      outlines: feeds.map((feed) => ({
        ...{ text: feed.title, title: feed.title, type: 'rss', description: feed.description, htmlUrl: feed.home },
        ...{ xmlUrl: addressOf(feed, 'rss'), language: feed.language, version: 'RSS2' },
      })),
    },
  });
}
