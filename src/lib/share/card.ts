import type { Token } from '../colours/palette.ts';

/** A picture that stands for a page where others link to it: what is on it, before anything is laid out. */
export interface Card {
  /** The archive's name. */
  site: string;
  /** What the page is about in a word or two, above the title: a county, a register; '' for nothing. */
  kicker: string;
  title: string;
  /** A number under the title, with what it counts; '' for nothing. */
  number: string;
  /** Words under the title where there is no number; '' for nothing. */
  line: string;
  artwork: Artwork | null;
}

/** What is drawn beside the title. */
export interface Artwork {
  /** As in SVG: left, top, width, height. */
  viewBox: readonly [number, number, number, number];
  shapes: readonly Shape[];
  /** Whether it may run over the picture's edge, as a land does; a drawing of numbers must be whole. */
  bleeds: boolean;
}

/** A path in one colour of the archive. */
export interface Shape {
  d: string;
  fill?: Token;
  stroke?: Token;
  /** Units of the viewBox. */
  strokeWidth?: number;
}

/** Pixels, as og:image asks: wide enough for every reader of it, at 1.91 to 1. */
export const SIZE = { width: 1200, height: 630 } as const;

/** A glyph in units of a thousandth of its size, y upwards. */
export interface Glyph {
  d: string;
  advance: number;
  /** Where its ink begins and ends. */
  left: number;
  right: number;
}

/** The faces that a card is set in. `null` where none of them has the character. */
export type Letters = (character: string, weight: number) => Glyph | null;
