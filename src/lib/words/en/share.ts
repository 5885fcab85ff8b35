import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/share.ts';

export const SHARE = {
  missing: (title: string, characters: string) =>
    `The picture for links of “${title}” cannot show ${characters}: no face has it, and the picture shows the land alone`,
} as const satisfies Words<typeof zh.SHARE>;
