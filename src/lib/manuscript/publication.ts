import type { YamlReading } from './frontmatter.ts';

/** Whether and from when readers may see a story, as its fields say. */
export interface Publication {
  /** draft, scheduled, published or retired; null where it says none of them, or nothing that can be read. */
  status: string | null;
  /** Day from which a scheduled story appears, `YYYY-MM-DD`. */
  scheduledFor: string | null;
  /** Whether the fields could be read as a whole: else their state is a guess. */
  isCertain: boolean;
}

/** The state that the fields of a manuscript give, as far as they can be read. */
export const publicationOf = (head: YamlReading): Publication => ({
  status: head.textOf('status'),
  scheduledFor: head.textOf('scheduledFor'),
  isCertain: head.findings.length === 0,
});

/** Whether readers may see a story on a day: it is published, or its day has come. */
export function isPublic(
  { status, scheduledFor = null }: { status: string | null; scheduledFor?: string | null | undefined },
  day: string,
): boolean {
  return status === 'published' || (status === 'scheduled' && scheduledFor !== null && scheduledFor <= day);
}

/** Whether readers may see a story, or will on a day that is set. */
export const isPlanned = ({ status }: Pick<Publication, 'status'>): boolean =>
  status === 'published' || status === 'scheduled';

/**
 * Whether a story belongs on the site on a day. What cannot be read is taken to belong there, so that the check refuses
 * it instead of it vanishing.
 */
export function isOnSite(publication: Publication, day: string): boolean {
  const { status, isCertain } = publication;
  const isHidden = status === 'draft' || status === 'retired' || status === 'scheduled';
  return !isCertain || !isHidden || isPublic(publication, day);
}
