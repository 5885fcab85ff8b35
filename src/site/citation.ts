import * as archive from '#archive';
import { UNKNOWN } from '#words/story.ts';
import { formatDate } from '../lib/dates/edtf.ts';
import type { Source } from '../lib/schema/story.ts';

/** Names as one line: 「记者 闫德军，通讯员 靳莹莹、武书锋」; says so where the source has none. */
export function bylineText(bylines: Source['bylines']): string {
  if (bylines.length === 0) return UNKNOWN.byline;
  return bylines.map(({ role, names }) => `${role ? `${role} ` : ''}${names.join('、')}`).join('，');
}

/** When the original appeared, with the certainty that is known. */
export function sourceDateText({ date, extent, dateBasis }: Source): string {
  if (!date) return UNKNOWN.date;
  return formatDate(date, { basis: dateBasis, ...(extent ? { extent } : {}) });
}

/** One line under the title: 「据《河南经济报》闫德军、靳莹莹、武书锋报道改写」. */
export function creditText(source: Source, text: 'retold' | 'full'): string {
  const publisher = source.publisher ? `《${source.publisher}》` : '';
  const names = source.bylines.flatMap((byline) => byline.names).join('、');
  return `据${publisher}${names || UNKNOWN.byline}报道${text === 'retold' ? '改写' : '全文刊出'}`;
}

/**
 * A story of this site as a newspaper article online, GB/T 7714—2025: full-width punctuation, no access date for
 * ［N/OL］. The retelling has no personal author; the original's authors stand in the source card.
 */
export function citeStory(
  story: { title: string; subtitle?: string | undefined; published: string },
  url: string,
): string {
  const title = story.subtitle ? `${story.title}：${story.subtitle}` : story.title;
  return `${title}［N/OL］．${archive.name}，${story.published}．${url}．`;
}
