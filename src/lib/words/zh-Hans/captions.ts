import { unit } from '#archive';

/** What stands under maps: where their outlines come from. */
export const CAPTIONS = {
  sketch: '示意图，非测绘成果，界线仅示位置，不作为划界依据。',
  points: `示意图，只标各${unit.name}的大致位置。`,
  /** 「界线资料：…，审图号：GS(2024)0650号。」 */
  provenance: (source: string, reviewNumber: string) =>
    `界线资料：${source}${reviewNumber ? `，审图号：${reviewNumber}` : ''}。`,
} as const;
