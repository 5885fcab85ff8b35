import type { FrontData } from '../lib/schema/registers.ts';

/** What the front page needs to know of a story. */
interface Candidate {
  slug: string;
  characters: number;
  county: { id: string };
}

/**
 * Chooses the front page: the longest story leads, the next longest of three other counties stand under it, the rest
 * follow in the order given. Editors overrule it by naming slugs in `front.yaml`. No story stands there twice.
 */
export function layOutFront<T extends Candidate>(stories: readonly T[], wanted: FrontData = {}) {
  const byLength = [...stories].sort((a, b) => b.characters - a.characters || a.slug.localeCompare(b.slug));
  const named = (slug: string | undefined) => stories.find((story) => story.slug === slug);
  const lead = named(wanted.lead) ?? byLength[0];
  const columns = [...new Set(wanted.columns?.flatMap((slug) => named(slug) ?? []))].filter((story) => story !== lead);
  for (const story of byLength) {
    if (columns.length >= 3) break;
    const taken = [lead, ...columns].some((other) => other?.county.id === story.county.id);
    if (!taken) columns.push(story);
  }
  const rest = stories.filter((story) => story !== lead && !columns.includes(story));
  return { lead, columns, rest };
}
