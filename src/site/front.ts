import type { FrontData } from '../lib/schema/registers.ts';
import type { FrontBlock } from '../lib/schema/site.ts';

/** What the front page needs to know of a story. */
interface Candidate {
  slug: string;
  characters: number;
  county: { id: string } | null;
  /** Whether it has something to look at: a photograph, or a drawing that any page may show. */
  isPictured?: boolean;
}

/**
 * Chooses the front page: the longest report leads, of those with a picture where there are any; the next longest of three other counties stand under it, the essays
 * have a place of their own, the rest follow in the order given. Editors overrule it by naming slugs in `front.yaml`. No
 * story stands there twice.
 */
export function layOutFront<T extends Candidate>(stories: readonly T[], wanted: FrontData = {}) {
  const byLength = stories
    .filter(({ county }) => county !== null)
    .sort((a, b) => b.characters - a.characters || a.slug.localeCompare(b.slug));
  const named = (slug: string | undefined) => stories.find((story) => story.slug === slug);
  const lead = named(wanted.lead) ?? byLength.find(({ isPictured }) => isPictured) ?? byLength[0];
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

/** A story as its county's number is chosen from. */
interface Telling<F> {
  slug: string;
  characters: number;
  county: { id: string } | null;
  figures: readonly (F & { id: string })[];
}

/**
 * One figure a county, in the order of the counties: the one that editors name, else the first that the longest story of
 * the county states. A county of which none is told has none.
 * @param stories with the figures that lists may show
 */
export function numbersOf<F, S extends Telling<F>, C extends { id: string }>(
  counties: readonly C[],
  stories: readonly S[],
  wanted: FrontData['numbers'] = [],
): { county: C; story: S; figure: S['figures'][number] }[] {
  const chosen = wanted.flatMap(({ story: slug, figure: id }) => {
    const story = stories.find((one) => one.slug === slug);
    const figure = story?.figures.find((one) => one.id === id);
    return story && figure ? [{ story, figure }] : [];
  });
  return counties.flatMap((county) => {
    const own = chosen.find(({ story }) => story.county?.id === county.id);
    if (own) return [{ county, ...own }];
    const [longest] = stories
      .filter((story) => story.county?.id === county.id && story.figures.length > 0)
      .sort((a, b) => b.characters - a.characters);
    const [figure] = longest?.figures ?? [];
    return longest && figure ? [{ county, story: longest, figure }] : [];
  });
}

/**
 * The blocks in rows, in their order: the map, which is narrow, stands beside the headlines where it comes next to them,
 * and fills a row by itself nowhere else than where nothing is left to stand beside.
 */
export function frontRows(blocks: readonly FrontBlock[]): FrontBlock[][] {
  const mates: readonly FrontBlock[] = ['headlines', 'essays', 'units', 'years'];
  const at = blocks.indexOf('map');
  const beside = [blocks[at - 1], blocks[at + 1]];
  const mate = at < 0 ? undefined : mates.find((block) => beside.includes(block));
  return blocks.flatMap((block) => {
    if (block === mate) return [[block, 'map' as const]];
    return block === 'map' && mate ? [] : [[block]];
  });
}
