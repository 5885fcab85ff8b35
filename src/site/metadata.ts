import { CITING } from '#words/citing.ts';
import { T } from '#words/site.ts';
import { KIND_WORDS } from '#words/sources.ts';
import { contextObject } from '../lib/citation/coins.ts';
import type { SourceKind } from '../lib/schema/source-kinds.ts';
import { path } from '../lib/urls.ts';
import { CITATION_FORMS, type CitationForm } from './citations.ts';
import type { OriginalRecord, OwnRecord, StoryRecord } from './record.ts';

// What a story’s page tells programs of it: search engines, reference managers, link checkers, crawlers of archives. All of it
// is made of the record; what nobody knows is left out.

export interface Meta {
  /** As Dublin Core and PRISM name it, and as Open Graph does: one element can bear both. */
  name?: string;
  property?: string;
  content: string;
}

export interface HeadLink {
  rel: string;
  href: string;
  type?: string;
  hreflang?: string;
  title?: string;
}

export interface Metadata {
  metas: Meta[];
  links: HeadLink[];
  /** For a `<script type="application/ld+json">`. */
  graph: object;
}

/** By which endings a story is taken along, as data and as plain Markdown, and as what it is served. */
export const STORY_FORMS = { json: 'application/json;charset=utf-8', md: 'text/markdown;charset=utf-8' } as const;
export type StoryForm = keyof typeof STORY_FORMS;

/** A page of the site with its name: a step of the way to a story. */
export interface Crumb {
  name: string;
  path: string;
}

/** Originals that were reports of a newsroom. */
const PRESS: ReadonlySet<SourceKind> = new Set(['newspaper', 'webpage', 'broadcast']);

/** What Zotero is to save a story as: what retells a report is one. */
const ownType = ({ originals: [original] }: StoryRecord): string =>
  original && PRESS.has(original.like) ? 'newspaperArticle' : 'webpage';

/** All of it. @param way the pages that lead to the story, the front page first */
export function metadataOf(record: StoryRecord, way: readonly Crumb[]): Metadata {
  return { metas: metasOf(record), links: linksOf(record), graph: graphOf(record, way) };
}

/**
 * Dublin Core, PRISM and Open Graph. Programs know no other place for those whose report is retold than among its creators,
 * so all of them stand there; citations keep them apart.
 */
function metasOf(record: StoryRecord): Meta[] {
  const { own } = record;
  const dated = own.modified === own.published ? [] : [{ property: 'article:modified_time', content: own.modified }];
  return [
    { name: 'DC.title', content: own.fullTitle },
    ...(own.english ? [{ name: 'DC.title.alternative', content: own.english.title }] : []),
    { name: 'DC.type', content: ownType(record) },
    ...own.creators.map((content) => ({ name: 'DC.creator', content })),
    { name: 'DC.date', property: 'article:published_time', content: own.published },
    ...dated,
    { name: 'DC.language', content: own.language },
    { name: 'prism.publicationName', content: own.site },
    ...own.counties.map(({ region, name }) => ({ name: 'DC.coverage', content: region + name })),
    ...[own.series?.title ?? [], own.tags].flat().map((content) => ({ property: 'article:tag', content })),
    ...(own.rights ? [{ name: 'DC.rights', content: own.rights.text }] : []),
  ];
}

/** Typed links (Signposting): what the page is, how it is cited, its record in other forms, its licence. */
function linksOf({ own }: StoryRecord): HeadLink[] {
  const forms = (Object.keys(CITATION_FORMS) as CitationForm[]).map((form) => ({
    rel: form === 'json' ? 'alternate describedby' : 'alternate',
    type: CITATION_FORMS[form].replace(/;.*/, ''),
    href: citationPath(own, form),
  }));
  const copies = Object.entries(STORY_FORMS).map(([form, type]) => ({
    ...{ rel: 'alternate', type: type.replace(/;.*/, ''), href: `${own.path}story.${form}` },
  }));
  return [
    ...(own.url ? [{ rel: 'cite-as', href: own.url }] : []),
    ...(own.rights?.uri ? [{ rel: 'license', href: own.rights.uri }] : []),
    { rel: 'type', href: `https://schema.org/${schemaType(own)}` },
    // In full, where the site has an address: a relative one is none to search engines.
    ...(own.english?.path
      ? [{ rel: 'alternate', hreflang: 'en', href: `${originOf(own) ?? ''}${own.english.path}` }]
      : []),
    ...forms,
    ...copies,
  ];
}

/** The site's own, without a slash; null where it has none. */
const originOf = ({ url, path }: OwnRecord): string | null => url?.slice(0, -path.length) ?? null;

/** Address of a story’s citation in a form. */
export const citationPath = ({ path }: Pick<OwnRecord, 'path'>, form: CitationForm): string => `${path}cite.${form}`;

const schemaType = ({ kind }: OwnRecord): string => (kind === 'essay' ? 'Article' : 'NewsArticle');

const person = (name: string) => ({ '@type': 'Person', name });
const organization = (name: string, url?: string | null) => ({
  '@type': 'Organization',
  name,
  ...(url ? { url } : {}),
});

function graphOf({ own, originals }: StoryRecord, way: readonly Crumb[]): object {
  const origin = originOf(own);
  const site = organization(own.publisher?.name ?? own.site, own.publisher?.url);
  // A site that is the author of its essays is no person.
  const authors = own.authors.map((name) => (name === own.site ? organization(name) : person(name)));
  const article = {
    '@type': schemaType(own),
    headline: own.title,
    ...(own.subtitle ? { alternativeHeadline: own.subtitle } : {}),
    // Not a second headline: reader modes take those.
    ...(own.english ? { alternateName: own.english.title } : {}),
    inLanguage: own.language,
    datePublished: own.published,
    ...(own.modified === own.published ? {} : { dateModified: own.modified }),
    ...(authors.length > 0 ? { author: authors } : {}),
    publisher: site,
    ...(own.rights?.uri ? { license: own.rights.uri } : {}),
    ...(originals.length > 0 ? { isBasedOn: originals.map(originalNode) } : {}),
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [article, ...(origin === null ? [] : [breadcrumbs(way, origin)])],
  };
}

/** Kinds of source as schema.org has them. */
const SCHEMA_TYPES: Partial<Record<SourceKind, string>> = {
  newspaper: 'NewsArticle',
  journal: 'ScholarlyArticle',
  webpage: 'WebPage',
  interview: 'Conversation',
  letter: 'Message',
  book: 'Book',
  thesis: 'Thesis',
  report: 'Report',
  photograph: 'Photograph',
  film: 'Movie',
  recording: 'AudioObject',
  genealogy: 'Book',
  map: 'Map',
};

function originalNode({ like, title, authors, publisher, date, csl }: OriginalRecord): object {
  // Its date in EDTF where that is a plain day, month or year: schema.org has no other.
  const plain = date && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date) ? date : null;
  return {
    '@type': SCHEMA_TYPES[like] ?? 'CreativeWork',
    ...(title ? { [like === 'newspaper' ? 'headline' : 'name']: title } : {}),
    ...(authors.length > 0 ? { author: authors.map(person) } : {}),
    ...(publisher ? { publisher: organization(publisher) } : {}),
    ...(plain ? { datePublished: plain } : {}),
    ...(csl.URL ? { url: csl.URL } : {}),
  };
}

/** The way to a page, for those who show it in a list of results. */
export const breadcrumbs = (way: readonly Crumb[], origin: string): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: way.map(({ name, path }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    // The last step is the page itself.
    ...(at + 1 < way.length ? { item: origin + path } : {}),
  })),
});

/** The pages that lead to a story: the front page, and its county’s where it has one. */
export const wayTo = ({ own }: StoryRecord, county: { name: string; href: string } | null): Crumb[] => [
  { name: own.site, path: path() },
  county ? { name: county.name, path: county.href } : { name: T.allStories, path: path('stories/') },
  { name: own.title, path: own.path },
];

/** A set of data that can be fetched, for a page of data. */
export interface DataSet {
  name: string;
  description: string;
  /** Address of the page that tells of it. */
  url: string | null;
  licence: string | null;
  creator: string;
  /** Day on which anything in it last changed. */
  modified: string;
  files: { url: string; type: string; bytes?: number }[];
}

/** A set of data as schema.org and Google’s Dataset Search have it. */
export const datasetNode = ({ name, description, url, licence, creator, modified, files }: DataSet): object => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name,
  description,
  ...(url ? { url } : {}),
  ...(licence ? { license: licence } : {}),
  creator: organization(creator),
  dateModified: modified,
  isAccessibleForFree: true,
  distribution: files.map(({ url: contentUrl, type, bytes }) => ({
    '@type': 'DataDownload',
    contentUrl,
    encodingFormat: type,
    ...(bytes === undefined ? {} : { contentSize: `${bytes} B` }),
  })),
});

/** Titles of `span.Z3988`: our record and each original, offered one by one; one without a title is called by what is missing, to be chosen by. */
export function contextObjects(record: StoryRecord): string[] {
  const { own, originals } = record;
  const first = {
    ...{ csl: { ...own.csl, title: own.fullTitle }, date: own.published, type: ownType(record) },
    ...{ creators: own.creators },
  };
  const others = originals.map(({ csl, date, like }) => ({
    csl: { ...csl, title: csl.title ?? CITING.untitled(KIND_WORDS[like].noHeadline) },
    date,
  }));
  return [first, ...others].map(contextObject);
}
