import { unit } from '#archive';

/** Where outlines come from, when they are not those drawn for this site. */
export interface Provenance {
  /** Who surveyed or published them. */
  source: string;
  /** 审图号 */
  reviewNumber?: string | undefined;
}

/** What stands under every map of this site: the outlines are sketches. */
export const SKETCH_CAPTION = '示意图，非测绘成果，界线仅示位置，不作为划界依据。';
/** Under maps without outlines. */
export const POINTS_CAPTION = `示意图，只标各${unit.name}的大致位置。`;

/** 「界线资料：…，审图号：GS(2024)0650号。」 */
export const mapCaption = ({ source, reviewNumber }: Provenance): string =>
  `界线资料：${source}${reviewNumber ? `，审图号：${reviewNumber}` : ''}。`;
