import type { Genre } from '../lib/schema/story.ts';
import { UNRESOLVED } from '../lib/schema/unresolved.ts';

/** What an editor says of a story before writing it. */
export interface Beginning {
  title: string;
  county: string;
  genre: Genre;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** A new story: every field that must be filled, and a first heading. */
export function blankStory({ title, county, genre, day }: Beginning): string {
  return `---
title: ${JSON.stringify(title)}
genre: ${genre}
county: ${county}
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
