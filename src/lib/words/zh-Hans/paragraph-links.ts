/** Of the links to paragraphs, once script has them copy. */
export const PARAGRAPH_LINKS = {
  copy: (number: number) => `复制第 ${number} 段的链接`,
  copied: '链接已复制',
  keys: '按 ↑ ↓ 到别段的链接',
} as const;

/** Told where a link names a paragraph that is not there, and of which nothing else is known. */
export const LOST_PARAGRAPH = '链接所指的段落后来改动过，请从头读起。';
