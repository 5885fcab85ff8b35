import { yearSpan } from '../lib/dates/edtf.ts';
import { isIn, type YearSpan, type YearStop, yearStops } from '../lib/map/filter.ts';
import type { Figure, Genre, Milestone } from '../lib/schema/story.ts';
import type { County, Place, Story } from './model.ts';
import { nestPlaces, type PlaceNode } from './places.ts';
import { isAbout, isAtHome, isReport } from './stories.ts';

/** A story with what the list under the map shows of it. */
export interface StoryEntry {
  story: Story;
  /** When the original appeared. */
  span: YearSpan;
  milestones: (Milestone & { span: YearSpan })[];
  /** The first few; the county's page has all. */
  figures: (Figure & { span: YearSpan })[];
}

/** A county with all that the list beside the map shows of it. */
export interface CountyEntry {
  county: County;
  stories: StoryEntry[];
  places: PlaceNode<Place>[];
  milestoneCount: number;
  figureCount: number;
}

/** Figures that the list shows of each story. */
const MOST_FIGURES = 3;

const spanOf = (date: string | null): YearSpan => (date ? yearSpan(date) : { from: null, to: null });

function toStoryEntry(story: Story): StoryEntry {
  return {
    story,
    span: spanOf(story.source?.date ?? null),
    milestones: story.milestones.map((milestone) => ({ ...milestone, span: spanOf(milestone.date) })),
    figures: story.figures.slice(0, MOST_FIGURES).map((figure) => ({ ...figure, span: spanOf(figure.asOf) })),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Everything that the map leads to, in the order of the counties. */
export function toEntries(
  counties: readonly County[],
  stories: readonly Story[],
  places: readonly Place[],
): CountyEntry[] {
  return counties.map((county) => {
    // An essay lies nowhere: the county's page leads to it.
    const about = stories.filter((story) => isReport(story) && isAbout(story, county.id));
    const own = about.filter((story) => isAtHome(story, county.id));
    return {
      county,
      stories: about.map((story) =>
        own.includes(story) ? toStoryEntry(story) : { ...toStoryEntry(story), milestones: [], figures: [] },
      ),
      places: nestPlaces(places.filter((place) => place.county === county.id && !place.outside)),
      milestoneCount: sum(own.map(({ milestones }) => milestones.length)),
      figureCount: sum(own.map(({ figures }) => figures.length)),
    };
  });
}

/** The stops of the slider for all that the list shows. */
export const stopsOf = (entries: readonly CountyEntry[]) =>
  yearStops(
    entries.flatMap(({ stories }) =>
      stories.flatMap(({ milestones, figures }) => [...milestones, ...figures].map(({ span }) => span)),
    ),
  );

/** Milestones at each stop of the slider. */
export function barsOf(entries: readonly CountyEntry[], stops: readonly YearStop[]): number[] {
  const milestones = entries.flatMap(({ stories }) => stories.flatMap((story) => story.milestones));
  return stops.map((stop) => milestones.filter(({ span }) => isIn(span, stop, stops)).length);
}

/** The genres that occur, in the order of the first story of each. */
export const genresOf = (stories: readonly Story[]): Genre[] => [...new Set(stories.map(({ genre }) => genre))];
