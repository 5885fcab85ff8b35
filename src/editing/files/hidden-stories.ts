import { readStory } from '../../lib/manuscript/manuscript.ts';
import { type ContentFile, storyAt } from '../../lib/manuscript/paths.ts';
import { isOnSite } from '../../lib/manuscript/publication.ts';

/** A story that is not loaded, by path inside the content folder. */
export interface HiddenStory {
  path: string;
  /** Why even the preview cannot show it; null where only readers may not see it. */
  fault: string | null;
}

/**
 * Stories that are left out of the site: drafts, what is scheduled for later, what was withdrawn.
 * @param counties ids of the counties that are registered
 * @param day `YYYY-MM-DD`
 * @param isPreview shows them all the same, but for those too unfinished to have a page
 */
export function hiddenStories(
  files: readonly ContentFile[],
  counties: ReadonlySet<string>,
  { day, isPreview }: { day: string; isPreview: boolean },
): HiddenStory[] {
  return files
    .filter((file) => storyAt(file.path) && !isOnSite(readStory(file).publication, day))
    .map((file) => ({ path: file.path, fault: faultOf(file, counties) }))
    .filter(({ fault }) => !isPreview || fault !== null);
}

function faultOf(file: ContentFile, counties: ReadonlySet<string>): string | null {
  const { data, findings } = readStory(file);
  if (!data) return `第 ${findings[0]?.line ?? 1} 行 ${findings[0]?.message ?? '栏目读不出来'}`;
  const missing = [data.county ?? data.counties].flat().find((id) => !counties.has(id));
  return missing === undefined ? null : `还没有县区“${missing}”`;
}
