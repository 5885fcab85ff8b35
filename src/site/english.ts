import { languages } from '#archive';
import { PAGE_IDS } from '../lib/schema/page-ids.ts';
import { path } from '../lib/urls.ts';
import type { County, Story } from './model.ts';

// The page for readers abroad, /en/. A site whose interface is in English has all of itself there instead.

const HAS_ENGLISH = languages.includes('en');

/** Whether there is such a page: where a story has an abstract, or the archive a page for it. */
export const hasEnglish = (stories: readonly Pick<Story, 'en'>[], hasPage: boolean): boolean =>
  !HAS_ENGLISH && (hasPage || stories.some(({ en }) => en !== undefined));

/** Id of a story in that page. */
export const englishAnchor = (slug: string): string => (PAGE_IDS.has(slug) ? `story-${slug}` : slug);

/** Address of a story’s abstract; null where it has none. */
export const englishPath = ({ slug, en }: Pick<Story, 'slug' | 'en'>): string | null =>
  en === undefined || HAS_ENGLISH ? null : `${path('en/')}#${englishAnchor(slug)}`;

/** The stories of each county in whose folder they lie, in the order of both; counties without any are left out. */
export function byCounty(counties: readonly County[], stories: readonly Story[]) {
  return counties
    .map((county) => ({ county, stories: stories.filter((story) => story.county?.id === county.id) }))
    .filter((group) => group.stories.length > 0);
}
