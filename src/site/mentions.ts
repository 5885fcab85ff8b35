import type { MarkName } from '../lib/manuscript/marks.ts';
import { sentenceAround } from '../lib/text/excerpts.ts';
import { paragraphPath } from '../lib/urls.ts';
import type { Mention, Story } from './model.ts';

/**
 * All mentions of each entry of a register, by id, in the order of the stories; one a paragraph. Of a paragraph that tells
 * of private people nothing is quoted but the entry's own words, and no list leads to it.
 */
export function mentionsBy(stories: readonly Story[], name: MarkName): Map<string, Mention[]> {
  const mentions = new Map<string, Mention[]>();
  for (const story of stories) {
    for (const { id, text, marks, isPrivate } of story.paragraphs) {
      const firsts = marks.filter((mark, i) => mark.name === name && marks.findIndex(isSame(mark)) === i);
      for (const mark of firsts) {
        const excerpt = isPrivate
          ? { before: '', hit: mark.text, after: '' }
          : sentenceAround(text, mark.start, mark.text.length);
        const mention = { story, href: isPrivate ? story.href : paragraphPath(story.slug, id), ...excerpt };
        mentions.set(mark.id, [...(mentions.get(mark.id) ?? []), mention]);
      }
    }
  }
  return mentions;
}

const isSame = (mark: { name: string; id: string }) => (other: { name: string; id: string }) =>
  other.name === mark.name && other.id === mark.id;

/** The stories of a list of mentions, each once. */
export const storiesOf = (mentions: readonly Mention[]): Story[] => [...new Set(mentions.map(({ story }) => story))];

/** Whether any paragraph of the story marks one of the places. */
export const marksAny = ({ paragraphs }: Story, places: readonly { id: string }[]): boolean =>
  paragraphs.some(({ marks }) =>
    marks.some((mark) => mark.name === 'Place' && places.some(({ id }) => id === mark.id)),
  );
