import * as archive from '#archive';
import { DATA } from '#words/data.ts';
import { COLON } from '#words/punctuation.ts';
import { CORRECTION_KINDS } from '#words/story.ts';
import {
  FEED_FORM_IDS,
  FEED_FORMS,
  type Feed,
  type FeedEntry,
  type FeedForm,
  feedText,
  opmlText,
} from '../lib/data/feeds.ts';
import { path } from '../lib/urls.ts';
import { isListed } from './corrections.ts';
import { tagOf } from './languages.ts';
import type { HeadLink } from './metadata.ts';
import type { County, Story } from './model.ts';
import { dataAddress, type Holdings } from './open-rows.ts';
import type { OwnRecord } from './record.ts';
import { rightsText, SITE_RIGHTS } from './rights.ts';
import { isAbout } from './stories.ts';

// Feeds of the site, of each of its places and of its corrections. Their addresses have to be whole: a site without one has none.

/** What feeds are made of: all that the open data are, on a site with an address. */
export interface Published extends Holdings {
  site: URL;
  counties: readonly County[];
}

/** Whether the site has an address. */
export const isPublished = <Held extends Holdings>(held: Held): held is Held & { site: URL } => held.site !== undefined;

export const feedPath = (name: string, form: FeedForm): string => path(`feeds/${name}.${form}`);
export const OPML_PATH = 'feeds.opml';
/** Of a county’s feed. */
export const countyFeed = (id: string): string => `counties/${id}`;

/** All feeds, that of all stories first. */
export function feedsOf(held: Published): Feed[] {
  const { stories, records, counties, site } = held;
  const modified = lastOf(records.map(({ own }) => own.modified)) ?? '1970-01-01';
  const make = (name: string, label: string, home: string, entries: FeedEntry[]): Feed => ({
    ...{ name, label, title: DATA.feedTitle(archive.name, label) },
    description: DATA.feedDescription(archive.name, label),
    ...{ home: dataAddress(home, site), language: tagOf(archive.language), rights: rightsText(SITE_RIGHTS) },
    author: archive.publisher?.name ?? archive.name,
    updated: lastOf(entries.map(({ updated }) => updated)) ?? modified,
    entries: entries.sort((a, b) => b.published.localeCompare(a.published) || (a.id < b.id ? -1 : 1)),
  });
  const entriesOf = (is: (story: Story) => boolean) =>
    stories.flatMap((story, at) => {
      const own = records[at]?.own;
      return own && is(story) ? [entryOf(story, own, site)] : [];
    });
  const corrections = stories.flatMap((story, at) => {
    const own = records[at]?.own;
    return own ? correctionEntries(story, own, site) : [];
  });
  return [
    make(
      'all',
      DATA.feedNames.all,
      path(),
      entriesOf(() => true),
    ),
    make('corrections', DATA.feedNames.corrections, path('corrections/'), corrections),
    ...counties
      .filter(({ id }) => stories.some((story) => isAbout(story, id)))
      .map(({ id, name, href }) =>
        make(
          countyFeed(id),
          name,
          href,
          entriesOf((story) => isAbout(story, id)),
        ),
      ),
  ];
}

const lastOf = (days: readonly string[]): string | undefined => [...days].sort().at(-1);

function entryOf(story: Story, own: OwnRecord, site: URL): FeedEntry {
  return {
    // Whatever file a host wants named: by this address readers know what they have read.
    ...{ id: new URL(story.href, site).href, url: dataAddress(story.href, site), title: own.fullTitle },
    ...{ summary: own.summary, published: own.published, updated: own.modified, authors: own.authors },
    tags: [own.genre.name, ...own.counties.map(({ name }) => name), ...own.tags],
    ...{ language: own.language, rights: own.rights?.text ?? '', licence: own.rights?.uri ?? null },
  };
}

/** Corrections stand in the order in which they were made, so that their number stays, also where one is not listed. */
const correctionEntries = (story: Story, own: OwnRecord, site: URL): FeedEntry[] =>
  story.corrections.flatMap((correction, at) => {
    if (!isListed(story, correction)) return [];
    const { date, kind, text } = correction;
    return {
      ...entryOf(story, own, site),
      id: `tag:${site.hostname},${own.published}:${story.slug}/corrections/${at + 1}`,
      title: CORRECTION_KINDS[kind] + COLON + own.fullTitle,
      ...{ summary: text, published: date, updated: date },
    };
  });

/** The files of /feeds/, by their paths there. */
export function feedFiles(held: Published): { name: string; type: string; text: string }[] {
  const feeds = feedsOf(held);
  const address = ({ name }: Feed, form: FeedForm) => new URL(feedPath(name, form), held.site).href;
  const files = feeds.flatMap((feed) =>
    FEED_FORM_IDS.map((form) => ({
      ...{ name: `${feed.name}.${form}`, type: FEED_FORMS[form], text: feedText(feed, form, address(feed, form)) },
    })),
  );
  const opml = opmlText(archive.name, archive.publisher?.name ?? archive.name, feeds, address);
  return [...files, { name: OPML_PATH, type: 'text/x-opml', text: opml }];
}

/** What the head of a page says of a feed; nothing on a site without an address. */
export const feedLinks = (name: string, title: string, site: URL | undefined): HeadLink[] =>
  site
    ? FEED_FORM_IDS.map((form) => ({ rel: 'alternate', type: FEED_FORMS[form], href: feedPath(name, form), title }))
    : [];
