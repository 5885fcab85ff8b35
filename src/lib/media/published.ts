import type { MediumData } from '../schema/media.ts';
import type { Cue } from './webvtt.ts';

// What the site shows of a medium. Paths are relative to the site's base and hold no name of the original.

/** A picture in several widths: `<path>/<width>.webp`. */
export interface Picture {
  path: string;
  /** Pixels of the original, upright. */
  width: number;
  height: number;
  /** From the smallest to the largest. */
  widths: readonly number[];
  /** As large as the original, for a closer look. */
  large: string;
  /** Bytes of that. */
  bytes: number;
}

/** A picture cut into tiles, as IIIF's Image API 3.0 has them at level 0. */
export interface Tiles {
  /** Folder of `info.json`. */
  path: string;
  /** Pixels of a side. */
  side: number;
}

/** A file as readers get it. */
export interface PublishedFile {
  path: string;
  bytes: number;
}

export interface Recording extends PublishedFile {
  seconds: number;
  /** Of what is shown; 0 for sound. */
  width: number;
  height: number;
}

/** What is said in a recording: paragraphs, or captions with their times. */
export type Words = { paragraphs: readonly string[] } | { cues: readonly Cue[] };

/** An entry of a story's `media` with what was made of its files. */
export interface Medium extends Omit<MediumData, 'file' | 'transcript' | 'captions' | 'poster'> {
  /** Of photo and scan; of a video the picture that stands before it plays. */
  picture: Picture | null;
  /** Of scan. */
  tiles: Tiles | null;
  /** Of audio and video. */
  recording: Recording | null;
  /** Captions as WebVTT. */
  track: PublishedFile | null;
  words: Words | null;
  /** Of file. */
  document: PublishedFile | null;
}

/** Ends of an address: the widths of a picture for `srcset`, from the site's base. */
export const sourcesOf = ({ path, widths }: Picture, base: (relative: string) => string): string =>
  widths.map((width) => `${base(`${path}/${width}.webp`)} ${width}w`).join(', ');

/** The one of all widths that stands for the others: where they are kept for reading without a network, and in print. */
export const middleOf = ({ path, widths }: Picture): string =>
  `${path}/${widths.filter((width) => width <= MIDDLE).at(-1) ?? widths[0]}.webp`;

/** Pixels; enough for a phone that shows two to a CSS pixel. */
const MIDDLE = 700;
