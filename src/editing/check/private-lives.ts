import type { Block, Mark } from '../../lib/manuscript/blocks.ts';
import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { isOpen } from '../../lib/privacy/open.ts';
import {
  calledBySurname,
  hamletIn,
  hardshipIn,
  householdIn,
  oneHouseholdIn,
  villageIn,
} from '../../lib/privacy/private-lives.ts';
import type { StoryData } from '../../lib/schema/story.ts';

/**
 * Asks where a story tells of private people in a way that lists would carry on: labels of one household that are not
 * private, and paragraphs in which one household, its illness or money and a small place meet.
 * @param small ids of registered places that are smaller than a town and not private
 */
export function findPrivateLives(
  story: StoryData,
  blocks: readonly Block[],
  small: ReadonlySet<string>,
  locate: Locate,
): Finding[] {
  return [
    ...findOpenLabels(story, locate),
    ...findTellingSummaries(story, locate),
    ...blocks.flatMap((block) => findTellingParagraph(block, story, small)),
  ];
}

function findOpenLabels(story: StoryData, locate: Locate): Finding[] {
  const labels = [
    ...story.figures.map((figure, index) => ({ field: 'figures', index, own: 'label', text: figure.label, figure })),
    ...story.milestones.map((one, index) => ({
      field: 'milestones',
      index,
      own: 'title',
      text: one.title,
      figure: one,
    })),
  ];
  return labels.flatMap(({ field, index, own, text, figure }): Finding[] => {
    const words = isOpen(figure) ? oneHouseholdIn(text) : null;
    if (words === null) return [];
    return [
      {
        ...{ ...locate([field, index, own]), rule: 'private-label', hint: true },
        message: `${field} 里 ${figure.id} 说的像是一个普通人、一户人家的事（“${words}”），会进名单、年表和数据`,
        cure: '普通人的写 private: true，只在这篇文章里讲；不是的，换个说法',
      },
    ];
  });
}

/** What stands on the front page, in lists and in what is shared. */
function findTellingSummaries(story: StoryData, locate: Locate): Finding[] {
  return (['title', 'subtitle', 'summary'] as const).flatMap((field): Finding[] => {
    const text = story[field] ?? '';
    const [who, what] = [calledBySurname(text), hardshipIn(text) ?? hamletIn(text)];
    // Somebody may be 某 for other reasons than hardship.
    if (who === null || (what === null && who.includes('某'))) return [];
    return [
      {
        ...{ ...locate([field]), rule: 'private-summary', hint: true },
        message: `${field} 会出现在首页和名单里，写了“${who}”${what === null ? '' : `，又写了“${what}”`}`,
        cure: '普通人的事只在正文里讲，这里换个说法；公开的人物写姓名',
      },
    ];
  });
}

function findTellingParagraph(
  { kind, text, marks, line, column }: Block,
  story: StoryData,
  small: ReadonlySet<string>,
): Finding[] {
  if (kind === 'heading' || kind === 'quote') return [];
  const [who, what] = [householdIn(text), hardshipIn(text)];
  if (who === null || what === null) return [];
  const place = marks.find(({ name, id }) => name === 'Place' && small.has(id))?.text;
  const hamlet = hamletIn(text);
  // Of a draft no place may be marked yet.
  const where = hamlet ?? place ?? (story.status === 'draft' ? villageIn(text) : null) ?? undefined;
  if (where === undefined) return [];
  const open = place === undefined ? [] : marks.filter((mark) => isOpenEntry(mark, story)).map(({ id }) => id);
  const cures = [
    ...(hamlet === null ? [] : ['写到村或乡镇为止，组名去掉']),
    ...(place === undefined ? [] : [`在地点名单里给“${place}”写 private: true，或者去掉标记`]),
    ...(hamlet === null && place === undefined ? ['只写到乡镇，或者登记地点时写 private: true'] : []),
    ...(open.length === 0 ? [] : [`是这户人家的记事、数字（${open.join('、')}）也写 private: true`]),
  ];
  return [
    {
      ...{ line, column, rule: 'private-place', hint: true },
      message: `这一段讲一户人家（“${who}”）的病情或钱款（“${what}”），又写到“${where}”，认得出是谁`,
      cure: cures.join('；'),
    },
  ];
}

function isOpenEntry({ name, id }: Mark, { figures, milestones }: StoryData): boolean {
  const entries = name === 'Figure' ? figures : name === 'Milestone' ? milestones : [];
  return entries.some((entry) => entry.id === id && isOpen(entry));
}
