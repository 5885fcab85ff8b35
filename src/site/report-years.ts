import { yearSpan } from '../lib/dates/edtf.ts';
import { headingsOf } from '../lib/dates/stretches.ts';
import type { Source } from '../lib/schema/source.ts';
import { UNKNOWN_YEAR } from './search-address.ts';

/**
 * The years in which a story's original may have appeared, in EDTF: `2020-12/2021-03` → 2020 and 2021. More than a few are
 * one entry, the decades or centuries that hold them: `1382/1949` → `13XX/19XX`. An essay has no original, and none.
 */
export function reportYears({ source }: { source: Pick<Source, 'date'> | null }): string[] {
  if (!source) return [];
  const headings = source.date ? headingsOf(yearSpan(source.date)) : [];
  return headings.length > 0 ? headings : [UNKNOWN_YEAR];
}
