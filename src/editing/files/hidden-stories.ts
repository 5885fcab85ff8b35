import { readYaml, validate } from '../../lib/manuscript/frontmatter.ts';
import { splitManuscript } from '../../lib/manuscript/tree.ts';
import { isOnSite, today } from '../../lib/manuscript/visibility.ts';
import { storySchema } from '../../lib/schema/story.ts';
import { readCountyNames } from './county-names.ts';
import { readContent } from './read-content.ts';

/** A story that is not loaded, by path inside the content folder. */
export interface HiddenStory {
  path: string;
  /** Why even the preview cannot show it; null where only readers may not see it. */
  fault: string | null;
}

/**
 * Stories that are left out of the site: drafts, what is scheduled for later, what was withdrawn.
 * @param preview shows them all the same, but for those too unfinished to have a page
 */
export function hiddenStories(folder: string, preview = false): HiddenStory[] {
  const counties = new Set(readCountyNames(folder).map(({ id }) => id));
  return readContent(folder)
    .filter(({ path, text }) => path.startsWith('stories/') && !isOnSite(text, today()))
    .map(({ path, text }) => ({ path, fault: faultOf(text, counties) }))
    .filter(({ fault }) => !preview || fault !== null);
}

function faultOf(text: string, counties: ReadonlySet<string>): string | null {
  const { value, findings } = validate(storySchema, readYaml(splitManuscript(text)?.frontmatter ?? '', 2));
  if (!value) return `第 ${findings[0]?.line ?? 1} 行 ${findings[0]?.message ?? '栏目读不出来'}`;
  return counties.has(value.county) ? null : `还没有县区“${value.county}”`;
}
