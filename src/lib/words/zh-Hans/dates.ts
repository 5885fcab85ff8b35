/** Dates in words, from EDTF: what says when goes through here and years.ts, so that a site says it in its language. */
export { formatDate, formatDateShort, inferredShort, recursText } from '../../dates/format.ts';
export { archivePeriod } from '../../dates/period.ts';
