import { yearSpan } from '../lib/dates/edtf.ts';
import type { Source } from '../lib/schema/source.ts';
import { UNKNOWN_YEAR } from './search-address.ts';

/** Every year in which a story's original may have appeared: `2020-12/2021-03` → 2020 and 2021. */
export function reportYears({ source }: { source: Pick<Source, 'date'> }): string[] {
  const { from, to } = source.date ? yearSpan(source.date) : { from: null, to: null };
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) return [UNKNOWN_YEAR];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}
