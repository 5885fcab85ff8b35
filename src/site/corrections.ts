import { paragraphPath, versionsPath } from '../lib/urls.ts';
import type { Story } from './model.ts';

/** A correction, addition or note, with the story that it is of. */
export interface StoryCorrection {
  story: Story;
  date: string;
  kind: Story['corrections'][number]['kind'];
  text: string;
  /** Address of the paragraph that was changed; null where none is named, or it is gone. */
  paragraph: string | null;
  /** Where the words before and after it can be compared; null where none are kept. */
  compare: string | null;
}

/** The changes of a story, each with what it told of them. */
interface Changes {
  steps: readonly { anchor: string; corrections: readonly Story['corrections'][number][] }[];
}

/** Whether lists may tell of a correction: not of one in a paragraph that tells of private people. */
export const isListed = (story: Pick<Story, 'paragraphs'>, { paragraph }: Story['corrections'][number]): boolean =>
  !story.paragraphs.some(({ id, isPrivate }) => id === paragraph && isPrivate);

/** The corrections of all stories, the latest first; none of a paragraph that tells of private people. */
export const correctionsOf = (
  stories: readonly Story[],
  versions: ReadonlyMap<string, Changes> = new Map(),
): StoryCorrection[] =>
  stories
    .flatMap((story) =>
      story.corrections
        .filter((correction) => isListed(story, correction))
        .map((correction): StoryCorrection => {
          const { date, kind, text, paragraph: id } = correction;
          const paragraph = story.paragraphs.find((one) => one.id === id);
          const step = versions.get(story.slug)?.steps.find((one) => one.corrections.includes(correction));
          return {
            ...{ story, date, kind, text, paragraph: paragraph ? paragraphPath(story.slug, paragraph.id) : null },
            compare: step ? `${versionsPath(story.slug)}#${step.anchor}` : null,
          };
        }),
    )
    .sort((a, b) => b.date.localeCompare(a.date) || a.story.slug.localeCompare(b.story.slug));
