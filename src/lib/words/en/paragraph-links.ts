import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/paragraph-links.ts';

export const PARAGRAPH_LINKS = {
  copy: (number) => `Copy the link to paragraph ${number}`,
  copied: 'Link copied',
  keys: '↑ and ↓ go to the links of other paragraphs',
} as const satisfies Words<typeof zh.PARAGRAPH_LINKS>;

export const LOST_PARAGRAPH: Words<typeof zh.LOST_PARAGRAPH> =
  'The paragraph that the link names has since been changed; please read from the beginning.';
