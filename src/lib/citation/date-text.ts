import { formatDateShort } from '#words/dates.ts';
import type { Source } from '../schema/source.ts';

/**
 * An EDTF date as a Chinese reference gives it, without the brackets of an inferred one: both ends where it is an interval;
 * what an interval stands for in printed words, 2019 年底, in these.
 */
export function dateText({ date, dateBasis, printed }: Pick<Source, 'date' | 'dateBasis' | 'printed'>): {
  text: string;
  isInferred: boolean;
} {
  const isInferred = dateBasis === 'inferred';
  if (!date) return { text: '', isInferred: false };
  if (printed && date.includes('/')) return { text: formatDateShort(date, printed), isInferred };
  const text = date
    .replace(/[?~%]/g, '')
    .split('/')
    .filter((end) => end !== '' && end !== '..')
    .join('/');
  return { text, isInferred: isInferred || text !== date };
}
