import { isOpen } from './open.ts';

type Entry = { id: string; private?: boolean | undefined };

/**
 * Tells of a mark of a story whether it is of what is private: a milestone or figure that says so, or a place that no list
 * shows. A paragraph that has one is quoted by no page but its own.
 */
export function privacyOf(
  { milestones, figures }: { milestones: readonly Entry[]; figures: readonly Entry[] },
  isHiddenPlace: (id: string) => boolean,
): (mark: { name: string; id: string }) => boolean {
  const idsOf = (entries: readonly Entry[]) => new Set(entries.filter((entry) => !isOpen(entry)).map(({ id }) => id));
  const hidden = { Milestone: idsOf(milestones), Figure: idsOf(figures) };
  return ({ name, id }) => {
    if (name === 'Milestone' || name === 'Figure') return hidden[name].has(id);
    return name === 'Place' && isHiddenPlace(id);
  };
}
