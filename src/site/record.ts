import * as archive from '#archive';
import { genres } from '#archive';
import { COLON } from '#words/punctuation.ts';
import { type CslItem, sourceToCsl, storyToCsl } from '../lib/citation/csl.ts';
import { authorsOf, titleOf } from '../lib/citation/record.ts';
import { lastChange } from '../lib/manuscript/last-change.ts';
import type { Byline, Source } from '../lib/schema/source.ts';
import { kindLike, type SourceKind } from '../lib/schema/source-kinds.ts';
import { OWN_LANGUAGE } from '../lib/text/language.ts';
import { nameOf } from '../lib/text/terms.ts';
import { englishPath } from './english.ts';
import { tagOf } from './languages.ts';
import type { Report, Story } from './model.ts';
import { describeLicence, rightsOf, rightsText } from './rights.ts';

// The record of a story, from which citations, metadata, feeds and data are made: what is ours and what is theirs, apart.
// What nobody knows is null or an empty list here; displays say 〔未注明〕, data leave it out, and nothing fills it.

/** A story’s two kinds of record. */
export interface StoryRecord {
  slug: string;
  /** The text of this site. */
  own: OwnRecord;
  /** What it is told from, the main one first; none of an essay, which rests on stories of this site. */
  originals: OriginalRecord[];
}

/** Rights by which others may use a text; `uri` is null where the licence has no address. */
export interface RightsRecord {
  uri: string | null;
  /** CC BY 4.0 */
  code: string;
  /** In full, with holder and statement. */
  text: string;
  holder: string | null;
}

/** The record of a text of this site. */
export interface OwnRecord {
  /** Its key in lists of references: the slug. */
  id: string;
  /** What it is of its original: retold from it, its own words …; `essay` has none. */
  kind: Report['text'] | 'essay';
  title: string;
  subtitle: string | null;
  /** Title and subtitle in one. */
  fullTitle: string;
  summary: string;
  /** For readers abroad; null where nobody has written it. */
  english: { title: string; abstract: string; path: string | null } | null;
  genre: { id: string; name: string };
  /** BCP 47. */
  language: string;
  /** Who wrote it: for this site, or of a source’s own words the source’s authors; empty where nobody is named. */
  authors: string[];
  /** Everybody whose work is in it, without repetition: its authors, then those of the originals. */
  creators: string[];
  /** Name of this site. */
  site: string;
  /** Who answers for the site; null where nobody is named. */
  publisher: { name: string; url: string | null } | null;
  /** First and last day of these words on the site, `YYYY-MM-DD`; the same where nothing was changed. */
  published: string;
  modified: string;
  /** Path under the host. */
  path: string;
  /** Address; null of a site that nobody has given one. */
  url: string | null;
  rights: RightsRecord | null;
  counties: { id: string; name: string; region: string }[];
  series: { id: string; title: string; number: number } | null;
  tags: string[];
  csl: CslItem;
}

/** The record of an original. */
export interface OriginalRecord {
  /** Its key in lists of references: slug and `-original`, of further ones `-original-2` … */
  id: string;
  /** As the archive calls it, and by which of our kinds it is treated. */
  kind: string;
  like: SourceKind;
  /** Headline as printed; null where the original has none. */
  headline: string | null;
  /** The headline, or what it is: a letter to somebody. */
  title: string | null;
  /** As printed. */
  bylines: Byline[];
  /** All names of those who made it, in printed order. */
  authors: string[];
  /** Newspaper, site or publisher; null where it is not known. */
  publisher: string | null;
  /** EDTF; null where nothing can be said of it. */
  date: string | null;
  /** Whether the original states that date or the archive infers it, from what, and as it is printed. */
  dateBasis: Source['dateBasis'] | null;
  dateGround: string | null;
  datePrinted: string | null;
  /** All else that is known, by the names of the fields of a source. */
  source: Source;
  csl: CslItem;
}

/** What a record needs to know beside the story. */
export interface RecordPlace {
  /** `https://example.org`; null where the site has no address, and then no record has one. */
  origin: string | null;
}

/** The record of a story. */
export function recordOf(story: Story, { origin }: RecordPlace): StoryRecord {
  const originals = [story.source ?? [], ...story.sources].flat().map((source, at) => originalOf(story, source, at));
  return { slug: story.slug, own: ownOf(story, originals, origin), originals };
}

function ownOf(story: Story, originals: readonly OriginalRecord[], origin: string | null): OwnRecord {
  const { slug, title, subtitle = null, text, published, href, series } = story;
  const rights = rightsOf(story);
  const url = origin === null ? null : new URL(href, origin).href;
  const language = bcp47(story.lang ?? OWN_LANGUAGE);
  const csl = storyToCsl(story, { url, site: archive.name, language, rights: rightsText(rights) });
  const authors = (csl.author ?? []).map(({ literal }) => literal);
  return {
    ...{ id: slug, kind: text ?? 'essay', title, subtitle, summary: story.summary, language, authors, csl },
    english: story.en ? { ...story.en, path: englishPath(story) } : null,
    fullTitle: subtitle ? title + COLON + subtitle : title,
    genre: { id: story.genre, name: nameOf(genres, story.genre) },
    creators: [...new Set([...authors, ...originals.flatMap((original) => original.authors)])],
    site: archive.name,
    publisher: archive.publisher && { name: archive.publisher.name, url: archive.publisher.url ?? null },
    ...{ published, modified: lastChange(story), path: href, url },
    rights: rights && {
      ...{ uri: describeLicence(rights.licence).uri, code: describeLicence(rights.licence).code },
      ...{ text: rightsText(rights), holder: rights.holder ?? null },
    },
    counties: story.counties.map(({ id, name, region }) => ({ id, name, region })),
    series: series && { id: series.series.id, title: series.series.title, number: series.number },
    tags: story.tags.map(({ name }) => name),
  };
}

function originalOf({ slug }: Story, source: Source, at: number): OriginalRecord {
  const id = at === 0 ? `${slug}-original` : `${slug}-original-${at + 1}`;
  const { kind, headline, bylines, date, dateBasis, ground, printed, publisher } = source;
  return {
    ...{ id, kind, like: kindLike(kind), headline, title: titleOf(source), bylines, authors: authorsOf(source) },
    ...{ publisher: publisher ?? null, date, dateBasis: date === null ? null : dateBasis },
    ...{ dateGround: (date !== null && ground) || null, datePrinted: printed ?? null },
    source,
    csl: sourceToCsl(source, id),
  };
}

/** A language as pages and Zotero know it. */
const bcp47 = (language: string): string => (language === 'zh-Hans' ? tagOf(language) : language);
