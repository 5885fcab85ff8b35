import type { FrontData } from '../lib/schema/registers.ts';

/** What the front page needs to know of a story. */
interface Candidate {
  slug: string;
  characters: number;
  county: { id: string } | null;
}

/**
 * Chooses the front page: the longest report leads, the next longest of three other counties stand under it, the essays
 * have a place of their own, the rest follow in the order given. Editors overrule it by naming slugs in `front.yaml`. No
 * story stands there twice.
 */
export function layOutFront<T extends Candidate>(stories: readonly T[], wanted: FrontData = {}) {
  const byLength = stories
    .filter(({ county }) => county !== null)
    .sort((a, b) => b.characters - a.characters || a.slug.localeCompare(b.slug));
  const named = (slug: string | undefined) => stories.find((story) => story.slug === slug);
  const lead = named(wanted.lead) ?? byLength[0];
  const all = (slugs: readonly string[] = []) => [...new Set(slugs.flatMap((slug) => named(slug) ?? []))];
  const columns = all(wanted.columns).filter((story) => story !== lead);
  for (const story of byLength) {
    if (columns.length >= 3) break;
    const taken = [lead, ...columns].some((other) => other?.county?.id === story.county?.id);
    if (!taken) columns.push(story);
  }
  const isFree = (story: T) => story !== lead && !columns.includes(story);
  const essays = (wanted.essays ? all(wanted.essays) : stories.filter(({ county }) => county === null)).filter(isFree);
  const rest = stories.filter((story) => isFree(story) && !essays.includes(story));
  return { lead, columns, essays, rest };
}
