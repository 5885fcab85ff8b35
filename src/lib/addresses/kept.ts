import type { CountyData } from '../schema/registers.ts';
import type { StoryData } from '../schema/story.ts';

/** What is left at an address without a page: a way on, or a word of what stood there. */
export type Kept = { at: string } & (
  | {
      kind: 'moved';
      to: string;
      /** Of a story that went into another: what its paragraphs are called there. Null: as before. */
      paragraphs: Record<string, string> | null;
    }
  | { kind: 'gone'; name: string | null; date: string; reason: string }
  /** A story that was taken down; null where not even its record may be told. */
  | { kind: 'retired'; date: string; reason: string; story: StoryData | null; county: CountyData | null }
);

/** The fields of a story that its record is made of, and nothing that it tells. */
export const bareStory = (data: StoryData): StoryData => ({
  ...data,
  summary: '',
  source: data.source && bareSource(data.source),
  sources: data.sources.map(bareSource),
  ...{ milestones: [], figures: [], keyFigures: [], terms: [], unsaid: [], gaps: [], media: [], captions: [] },
  ...{ people: [], places: [], practices: [], next: [], withheld: [], corrections: [], tags: [] },
  ...{ series: undefined, rights: undefined },
});

/** Without what the editors remarked on it. */
const bareSource = <T extends NonNullable<StoryData['source']>>(source: T): T => ({
  ...source,
  note: undefined,
  dateNote: undefined,
});
