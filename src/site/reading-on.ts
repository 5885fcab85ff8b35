import type { Figure } from '../lib/schema/story.ts';
import { openingOf } from '../lib/text/opening.ts';
import type { Story } from './model.ts';

/** What a story's page chooses for the reader where its editor has not: the figures beside it, what to read after it. */

/** So many figures stand beside a text whose editor has chosen none. */
const KEY_FIGURES = 4;
/** So many stories are offered at the end. */
const NEXT = 2;

/** The figures beside the text: those chosen, else so many from all over it; never a private one. */
export function keyFiguresOf({ figures, keyFigures }: Pick<Story, 'figures' | 'keyFigures'>): Figure[] {
  const chosen = keyFigures.flatMap((id) => figures.find((figure) => figure.id === id) ?? []);
  if (chosen.length > 0) return chosen;
  const step = Math.max(1, figures.length / KEY_FIGURES);
  return figures.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** By what a reader is led to a story: how it begins; its summary, where that tells of private people. */
export const invitationOf = ({ paragraphs, summary }: Pick<Story, 'paragraphs' | 'summary'>): string =>
  openingOf(paragraphs) ?? summary;

/**
 * The stories to be read after one: those its editor has chosen; else those nearest to it. Nearest are the next of its
 * series, then what shares its places and practices – the rarer a practice is, the more it counts – then its neighbours.
 * @param stories in the order of the site
 */
export function nextReads(story: Story, stories: readonly Story[]): Story[] {
  const chosen = story.next.flatMap((slug) => stories.find((other) => other.slug === slug) ?? []);
  if (chosen.length > 0) return chosen;
  const at = stories.findIndex(({ slug }) => slug === story.slug);
  const others = [...stories.slice(at + 1), ...stories.slice(0, at)];
  const spread = new Map<string, number>();
  for (const { practices } of stories) for (const id of practices) spread.set(id, (spread.get(id) ?? 0) + 1);
  const nearness = (other: Story): number => {
    const follows =
      story.series !== null &&
      other.series?.series.id === story.series.series.id &&
      other.series.number === story.series.number + 1;
    const places = other.counties.filter(({ id }) => story.counties.some((county) => county.id === id)).length;
    const shared = other.practices.filter((id) => story.practices.includes(id));
    // An essay on ten places is not near to each of them.
    const share = places / Math.max(1, other.counties.length, story.counties.length);
    return (follows ? 100 : 0) + 2 * share + shared.reduce((sum, id) => sum + 1 / (spread.get(id) ?? 1), 0);
  };
  return others
    .map((other) => ({ other, near: nearness(other) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, NEXT)
    .map(({ other }) => other);
}

/** An entry of a register as a link. */
export interface Entry {
  name: string;
  href: string;
}

/** The entries of a register that a story speaks of, in its order; those that stand nowhere are left out. */
export const entriesOf = (ids: readonly string[], entries: readonly (Entry & { id: string })[]): Entry[] =>
  ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
