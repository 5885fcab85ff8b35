import { MAP_CAPTIONS } from '#words/map.ts';

/** Where outlines come from, when they are not those drawn for this site. */
export interface Provenance {
  /** Who surveyed or published them. */
  source: string;
  /** 审图号 */
  reviewNumber?: string | undefined;
}

/** What stands under every map of this site: the outlines are sketches. */
export const SKETCH_CAPTION = MAP_CAPTIONS.sketch;
/** Under maps without outlines. */
export const POINTS_CAPTION = MAP_CAPTIONS.points;

/** 「界线资料：…，审图号：GS(2024)0650号。」 */
export const mapCaption = ({ source, reviewNumber }: Provenance): string =>
  MAP_CAPTIONS.from(source, reviewNumber ? MAP_CAPTIONS.review(reviewNumber) : '');
