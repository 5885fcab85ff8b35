import type { FigureValue } from '../numbers/figures.ts';
import type { Qualifier } from '../qualifiers/qualifiers.ts';
import type { Span } from '../text/sentences.ts';

/** A heading, paragraph or list item as the engine reads it: its words, and where marks stand in them already. */
export interface Passage {
  kind: 'heading' | 'paragraph' | 'item';
  text: string;
  /** Words that are marked, or must not be: nothing is suggested that would cut into them. UTF-16 units. */
  taken: readonly Span[];
  /** Words that are marked as a milestone already: other marks may stand in them. */
  milestones: readonly Span[];
}

/** When a story's source was written, as its front matter says it. */
export interface Writing {
  /** EDTF; null where nobody knows. */
  date: string | null;
  /** What its date rests on, where that is inferred. */
  ground: string;
  /** Whether the text retells its source, so that years stand in it which the source may not print. */
  isRetold: boolean;
}

/** An entry of a register, with every form of its name. */
export interface Entry {
  field: 'people' | 'places' | 'practices';
  id: string;
  forms: readonly string[];
  /** Of a place that is called by its owner's name and more (石桥村码头): the two, since 的 may part them. */
  part?: { owner: string; rest: string };
}

/** When something was, as the front matter says it: `date` is EDTF, null where words say it alone. */
export interface When {
  date: string | null;
  printed?: string;
  basis: 'stated' | 'inferred';
  ground?: string;
  extent?: 'within';
  recurs?: string;
  planned?: true;
}

interface Placed {
  /** Which passage, and where its words begin and end in it. */
  passage: number;
  start: number;
  end: number;
  words: string;
  /** What a person has to look at, in Chinese sentences; empty where the words leave no doubt. */
  doubts: string[];
}

export interface FigureSuggestion extends Placed {
  kind: 'figure';
  value: FigureValue;
  unit: string;
  qualifiers: Qualifier[];
  label: string;
  /** As of when; null where the sentence does not say. */
  when: When | null;
  private: boolean;
}

export interface MilestoneSuggestion extends Placed {
  kind: 'milestone';
  when: When;
  title: string;
  /** Id of the place that its words name. */
  place?: string;
  private: boolean;
}

export interface MentionSuggestion extends Placed {
  kind: 'mention';
  field: Entry['field'];
  id: string;
}

export type Suggestion = FigureSuggestion | MilestoneSuggestion | MentionSuggestion;

/** Whether two stretches have a character in common. */
export const meets = (a: Pick<Placed, 'start' | 'end'>, b: Pick<Placed, 'start' | 'end'>): boolean =>
  a.start < b.end && b.start < a.end;
