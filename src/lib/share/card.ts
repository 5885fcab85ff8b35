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

/** What is drawn beside the title: shapes, or a drawing of a story's evidence. */
export type Artwork = Land | Evidence;

/** A picture with words of its own, in `<text>` with sizes and colours as attributes. */
export interface Evidence {
  heading: string;
  svg: string;
  /** Pixels, as it was drawn. */
  width: number;
  height: number;
}

export interface Land {
  /** As in SVG: left, top, width, height. */
  viewBox: readonly [number, number, number, number];
  shapes: readonly Shape[];
}

/** A path in one colour of the archive. */
export interface Shape {
  d: string;
  fill?: Token;
  stroke?: Token;
  /** Units of the viewBox. */
  strokeWidth?: number;
}

/** What a drawing of evidence is drawn for: its width and the size of its words, in pixels; bars leave little room for words. */
export const EVIDENCE = { width: 460, em: 25, emBesideBars: 20 } as const;

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
