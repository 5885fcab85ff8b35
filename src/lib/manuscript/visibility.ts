import type { StoryData } from '../schema/story.ts';
import { readYaml } from './frontmatter.ts';
import { splitManuscript } from './tree.ts';

/** Today in China, `YYYY-MM-DD`; `SITE_DATE` stands in for it where a build is to be repeated. */
export function today(environment: Record<string, string | undefined> = process.env): string {
  if (environment.SITE_DATE) return environment.SITE_DATE;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** Whether readers may see a story: it is published, or its day has come. */
export function isPublic({ status, scheduledFor }: Pick<StoryData, 'status' | 'scheduledFor'>, day: string): boolean {
  return status === 'published' || (status === 'scheduled' && scheduledFor !== undefined && scheduledFor <= day);
}

/**
 * Whether a story belongs on the site, read from its manuscript before any schema. What cannot be read is taken to
 * belong there, so that the check refuses it instead of it vanishing.
 */
export function isOnSite(manuscript: string, day: string): boolean {
  const { data } = readYaml(splitManuscript(manuscript)?.frontmatter ?? '', 2);
  const { status, scheduledFor } = (data ?? {}) as Record<string, unknown>;
  const hidden = status === 'draft' || status === 'retired' || status === 'scheduled';
  if (!hidden) return true;
  return isPublic({ status, scheduledFor: typeof scheduledFor === 'string' ? scheduledFor : undefined }, day);
}
