import { ESSAY } from '../lib/schema/essay.ts';
import type { Genre } from '../lib/schema/story.ts';
import { UNRESOLVED } from '../lib/schema/unresolved.ts';

/** What an editor says of a story before writing it. */
export interface Beginning {
  title: string;
  /** Ids of the counties; an essay has several, a report one. */
  counties: readonly string[];
  genre: Genre;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** A new story: every field that must be filled, and a first heading. */
export function blankStory({ title, counties, genre, day }: Beginning): string {
  if (genre === ESSAY) return blankEssay({ title, counties, genre, day });
  return `---
title: ${JSON.stringify(title)}
genre: ${genre}
county: ${counties[0]}
summary: ${JSON.stringify(`${UNRESOLVED}：请写 40 到 120 字的摘要，它也是分享时显示的文字`)}
text: retold
source:
  headline: null
  publisher: ${UNRESOLVED}
  bylines: []
  date: null
  dateBasis: inferred
  dateNote: ${UNRESOLVED}：原件是哪天的，依据是什么
people: []
places: []
practices: []
milestones: []
figures: []
gaps: []
captions: []
privacy: ${UNRESOLVED}
status: draft
published: "${day}"
corrections: []
---

${UNRESOLVED}：从这里写正文。第一段写谁、在哪里、发生了什么。

## 第一个小标题
`;
}

/** One that rests on other stories: no county, no source, and an example of a mark that leads to one of them. */
const blankEssay = ({ title, counties, genre, day }: Beginning): string => `---
title: ${JSON.stringify(title)}
genre: ${genre}
counties: [${counties.join(', ')}]
summary: ${JSON.stringify(`${UNRESOLVED}：请写 40 到 120 字的摘要，它也是分享时显示的文字`)}
people: []
places: []
practices: []
privacy: ${UNRESOLVED}
status: draft
published: "${day}"
corrections: []
---

${UNRESOLVED}：从这里写正文。每个数字、每件记事都连到写着它的文章：\`<Figure story="文章的网址名" id="编号">189 个</Figure>\`。

## 第一个小标题
`;
