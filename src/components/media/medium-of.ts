import type { Medium } from '../../lib/media/published.ts';
import type { Story } from '../../site/model.ts';

/** The medium that a component places; undefined in a draft that has not listed it yet. */
export const mediumOf = (story: Story | undefined, id: string): Medium | undefined =>
  story?.media.find((medium) => medium.id === id);
