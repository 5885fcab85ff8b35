import type { Piece } from '../lib/data/markdown.ts';
import type { DrawingRequest } from '../lib/drawing/names.ts';
import type { LocatorDrawing } from '../lib/geo/locator.ts';
import type { SilhouettePath } from '../lib/geo/silhouette.ts';
import type { Mark } from '../lib/manuscript/blocks.ts';
import type { TextKind } from '../lib/manuscript/text-kinds.ts';
import type { CountySheet } from '../lib/map/county-sheet.ts';
import type { Medium, Picture } from '../lib/media/published.ts';
import type { AuthorData, SeriesData, TagData } from '../lib/schema/groups.ts';
import type { ComparisonData, CountyData, PersonData, PlaceData, PracticeData } from '../lib/schema/registers.ts';
import type { Figure, Milestone, ReportData, StoryData } from '../lib/schema/story.ts';
import type { Excerpt } from '../lib/text/excerpts.ts';
import type { Wording } from '../lib/text/wording.ts';

/** What pages and components are given. */

export interface County extends Omit<CountyData, 'label' | 'within'> {
  id: string;
  /** 东山区 → 东山. */
  shortName: string;
  /** What it is called on maps. */
  label: string;
  /** What it lies in, largest first: 福建省, 龙岩市. */
  within: string[];
  /** The same in one word: 福建龙岩; '' where it lies in nothing. */
  region: string;
  href: string;
  /** Null where no outline is held. */
  silhouette: SilhouettePath | null;
}

export interface Paragraph {
  /** Anchor in the story's page. */
  id: string;
  text: string;
  marks: Mark[];
  /** Whether it tells of private people: then no page but its own quotes it. */
  isPrivate: boolean;
}

/** A heading of a story; depth 2 or 3. */
export interface Section {
  id: string;
  title: string;
  depth: number;
}

export interface Series extends SeriesData {
  id: string;
  href: string;
}

export interface Tag extends TagData {
  href: string;
}

export interface Author extends AuthorData {
  href: string;
}

/** Who wrote a story here. */
export interface StoryAuthor {
  name: string;
  /** 文, 整理, 译 … */
  role: string;
  /** Null where there is no page. */
  href: string | null;
  id: string | null;
}

interface Told
  extends Omit<StoryData, 'county' | 'counties' | 'source' | 'text' | 'series' | 'tags' | 'authors' | 'media'> {
  slug: string;
  href: string;
  /** All units that it is about; of a report, the one in whose folder it lies first. */
  counties: County[];
  /** The series that it belongs to, and as the how-manieth. */
  series: { series: Series; number: number } | null;
  tags: Tag[];
  authors: StoryAuthor[];
  sections: Section[];
  /**
   * All that the text states, private ones too: for the page of the story alone. Its `milestones` and `figures`, which
   * every list may take, are those that are not private.
   */
  told: Pick<StoryData, 'milestones' | 'figures'>;
  /** Attributes of an element that holds the story's own words. */
  wording: Wording;
  /** Class by which style sheets know its script; undefined where it is that of the page. */
  script: string | undefined;
  /** Kinds of text that not every story has. */
  kinds: readonly TextKind[];
  /** Drawings that the text asks for, in order; `drawingsOf` (src/site/evidence.ts) draws them. */
  drawings: readonly DrawingRequest[];
  paragraphs: Paragraph[];
  /** The text as plain Markdown, null in the place of each piece that tells of private people. */
  pieces: readonly (Piece | null)[];
  media: readonly Medium[];
  /** Of the text itself, by path inside the content folder. */
  pictures: Readonly<Record<string, Picture>>;
  /** Ids of paragraphs that are gone. */
  removedAnchors: string[];
  characters: number;
  minutes: number;
}

/** A story that retells an original, and belongs to one unit. */
export interface Report extends Told, Pick<ReportData, 'source' | 'text'> {
  /** The unit in whose folder it lies. */
  county: County;
}

/** A story that rests on reports of this site, of several units, and has no original of its own. */
export interface Essay extends Told {
  county: null;
  source: null;
  text: null;
}

export type Story = Report | Essay;

export interface StoryMilestone extends Milestone {
  story: Report;
  /** Ids of the practices that the same paragraph speaks of. */
  practices: string[];
}

export interface StoryFigure extends Figure {
  story: Report;
}

/** A comparison with the figures it names. */
export interface Comparison extends Omit<ComparisonData, 'items'> {
  items: StoryFigure[];
}

/** One place in a story that speaks of a register entry. */
export interface Mention extends Excerpt {
  story: Story;
  /** Address of the paragraph. */
  href: string;
}

export interface PersonEntry extends Omit<PersonData, 'county'> {
  /** Null where the person belongs to none of them. */
  county: County | null;
  /** Stories whose originals bear the name. */
  wrote: Story[];
  mentions: Mention[];
}

export interface Place extends PlaceData {
  /** Id of the county. */
  county: string;
}

export interface Practice extends PracticeData {
  id: string;
  /** Its page, or its entry in the glossary. */
  href: string;
  hasPage: boolean;
  /** Of its text, by path inside the content folder. */
  pictures: Readonly<Record<string, Picture>>;
}

/** A drawing of maps with the words that must stand under it. */
export type Captioned<Drawing> = Drawing & { caption: string };
export type Locator = Captioned<LocatorDrawing>;
export type Sheet = Captioned<CountySheet>;
