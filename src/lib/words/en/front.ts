import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/front.ts';
import { one } from './unit.ts';

export const FRONT = {
  numbers: () => `One figure a ${one}`,
  where: 'Where',
  brief: (genre) => genre,
} as const satisfies Words<typeof zh.FRONT>;
