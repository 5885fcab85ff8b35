import type { readStory } from '../../lib/manuscript/manuscript.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';

/** Nobody plans an article for longer. */
const MOST_YEARS = 5;

/**
 * A story that readers can see and that says of itself that it is published on a day to come: citations and feeds would give
 * that day. One that is to wait for its day is scheduled.
 */
export function findAhead({ data, head }: Pick<ReturnType<typeof readStory>, 'data' | 'head'>, day: string): Finding[] {
  if (!data || data.published <= day) return [];
  if (data.status !== 'scheduled' && Number(data.published.slice(0, 4)) - Number(day.slice(0, 4)) > MOST_YEARS)
    return [
      {
        ...head.locate(['published']),
        rule: 'published-day',
        message: `发表日 ${data.published} 还有 ${Number(data.published.slice(0, 4)) - Number(day.slice(0, 4))} 年才到`,
        cure: 'published 写本站发表这篇文章的日子，核对年份',
      },
    ];
  if (data.status !== 'published') return [];
  return [
    {
      ...head.locate(['published']),
      rule: 'published-ahead',
      hint: true,
      message: `发表日 ${data.published} 还没有到（今天 ${day}），文章却已经公开，引文会写上这个日子`,
      cure: `写今天的日期；要等到那天才公开，就写 status: scheduled 和 scheduledFor: "${data.published}"`,
    },
  ];
}
