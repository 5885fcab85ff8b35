import { paragraphPath } from '../lib/urls.ts';
import type { Story } from './model.ts';

/** A correction, addition or note, with the story that it is of. */
export interface StoryCorrection {
  story: Story;
  date: string;
  kind: Story['corrections'][number]['kind'];
  text: string;
  /** Address of the paragraph that was changed; null where none is named, or it is gone. */
  paragraph: string | null;
}

/** Whether lists may tell of a correction: not of one in a paragraph that tells of private people. */
export const isListed = (story: Pick<Story, 'paragraphs'>, { paragraph }: Story['corrections'][number]): boolean =>
  !story.paragraphs.some(({ id, isPrivate }) => id === paragraph && isPrivate);

/** The corrections of all stories, the latest first; none of a paragraph that tells of private people. */
export const correctionsOf = (stories: readonly Story[]): StoryCorrection[] =>
  stories
    .flatMap((story) =>
      story.corrections
        .filter((correction) => isListed(story, correction))
        .map(({ date, kind, text, paragraph: id }): StoryCorrection => {
          const paragraph = story.paragraphs.find((one) => one.id === id);
          return { story, date, kind, text, paragraph: paragraph ? paragraphPath(story.slug, paragraph.id) : null };
        }),
    )
    .sort((a, b) => b.date.localeCompare(a.date) || a.story.slug.localeCompare(b.story.slug));
