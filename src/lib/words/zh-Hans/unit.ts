import { unit } from '#archive';

const HAN_COUNTS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A small number as a Chinese sentence has it: 两, 十; a larger one in digits. */
export const hanCount = (count: number): string => HAN_COUNTS[count] ?? `${count} `;

/** One place of the archive in few words: 校, or 流域. */
export const one = unit.short ?? unit.name;

/** So many places: 「10 校」, or 「3 个流域」. */
export const unitCount = (count: number): string => (unit.short ? `${count} ${unit.short}` : `${count} 个${unit.name}`);

/** The same as a heading: 「十校」, 「三个流域」. */
export const unitHeading = (count: number): string =>
  unit.short ? `${hanCount(count).trim()}${unit.short}` : `${hanCount(count)}个${unit.name}`;
