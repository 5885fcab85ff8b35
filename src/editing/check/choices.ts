import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { isOpen } from '../../lib/privacy/open.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import type { Cited } from './citations.ts';

/** What an editor chooses for the reader: the figures beside a text, and the stories to be read after it. */
type Chosen = Pick<StoryData, 'figures' | 'keyFigures' | 'next' | 'status'>;

/**
 * Choices that name nothing, name it twice, or name what a reader may not be shown.
 * @param slug of the story itself
 * @param stories all that may be read next, by slug
 */
export function findBrokenChoices(
  story: Chosen,
  slug: string,
  stories: ReadonlyMap<string, Pick<Cited, 'isOnSite'>>,
  locate: Locate,
): Finding[] {
  return [
    ...story.keyFigures.flatMap((id, index): Finding[] => {
      const at = locate(['keyFigures', index]);
      const figure = story.figures.find((one) => one.id === id);
      if (!figure) {
        const guess = nearest(
          id,
          story.figures.map((one) => one.id),
        );
        const cure = guess ? `是不是 ${guess}？` : '写本篇 figures 里的 id';
        return [{ ...at, rule: 'id-unknown', message: `本篇没有编号为“${id}”的数字`, cure }];
      }
      if (story.keyFigures.indexOf(id) < index)
        return [{ ...at, rule: 'key-figure-twice', message: `keyFigures 里的 ${id} 写了两次`, cure: '删去一个' }];
      if (isOpen(figure)) return [];
      const message = `${id} 是普通人家的事（private），不摆在正文旁边`;
      return [{ ...at, rule: 'key-figure-private', message, cure: '换一个数字' }];
    }),
    ...story.next.flatMap((other, index): Finding[] => {
      const at = locate(['next', index]);
      if (other === slug)
        return [{ ...at, rule: 'next-self', message: '读完这一篇，接着读的不能还是这一篇', cure: '换一篇' }];
      if (story.next.indexOf(other) < index)
        return [{ ...at, rule: 'next-twice', message: `next 里的 ${other} 写了两次`, cure: '删去一个' }];
      const found = stories.get(other);
      if (!found) {
        const guess = nearest(other, stories.keys());
        const cure = guess ? `是不是 ${guess}？` : '写文章的文件名，不带 .mdx';
        return [{ ...at, rule: 'id-unknown', message: `没有网址名为“${other}”的文章`, cure }];
      }
      if (found.isOnSite) return [];
      const message = `${other} 还没有发表，读者接着读不到`;
      const hint = story.status === 'draft' ? { hint: true } : {};
      return [{ ...at, rule: 'next-unpublished', message, cure: '先发表它，或换一篇', ...hint }];
    }),
  ];
}
