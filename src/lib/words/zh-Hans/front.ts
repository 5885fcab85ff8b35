import { hanCount, unitHeading } from './unit.ts';

/** Words of the front page. */
export const FRONT = {
  /** 「两个流域，两个数」, 「三校，三个数」. */
  numbers: (count: number): string => `${unitHeading(count)}，${hanCount(count)}个数`,
  where: '在哪里',
  /** Above stories of one genre that are but titles: 「消息七则」. */
  brief: (genre: string, count: number): string => `${genre}${hanCount(count).trim()}则`,
} as const;
