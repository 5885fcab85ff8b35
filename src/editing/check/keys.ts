import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import type { StoryData } from '../../lib/schema/story.ts';

/** What the timeline shows first of one place, so that it still is a choice. */
const MOST = 5;

/** Asks about `key` where the timeline cannot follow it, or where so much is chosen that nothing is. */
export function findIdleKeys({ milestones }: StoryData, locate: Locate): Finding[] {
  const keys = milestones.flatMap((milestone, index) => (milestone.key ? [{ ...milestone, index }] : []));
  const hidden = keys
    .filter((milestone) => milestone.private)
    .map(
      ({ id, index }): Finding => ({
        ...{ ...locate(['milestones', index, 'key']), rule: 'milestone-key', hint: true },
        message: `记事 ${id} 写了 private，不进年表，key 不起作用`,
        cure: '去掉 key: true',
      }),
    );
  const [beyond] = keys.slice(MOST);
  if (!beyond) return hidden;
  return [
    ...hidden,
    {
      ...{ ...locate(['milestones', beyond.index, 'key']), rule: 'milestone-key', hint: true },
      message: `这篇有 ${keys.length} 条记事写了 key: true，年表先显示的太多，等于没有挑`,
      cure: `只留真正的转折，一个地方两到五件`,
    },
  ];
}
