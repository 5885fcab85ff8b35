/** Words for what holds stories together: series, tags, the site’s own authors. */
export const GROUPS = {
  series: '系列',
  seriesLede: (count: number) => `${count} 个系列，每个按阅读的次序排列。`,
  number: (number: number) => `第 ${number} 篇`,
  inSeries: (title: string, number: number) => `系列“${title}”第 ${number} 篇`,
  previousInSeries: '系列上一篇',
  nextInSeries: '系列下一篇',
  tags: '标签',
  tagsLede: (count: number) => `${count} 个标签，写到同一件事的文章归在一起。`,
  authors: '作者',
  authorsLede: (count: number) => `为本站写作、整理、翻译、讲述的人，共 ${count} 位。`,
  all: (kind: string) => `全部${kind}`,
  ownAuthors: '本站作者',
  stories: (count: number) => `${count} 篇`,
} as const;

/** What somebody did for a story, as it stands before the name. */
export const ROLE_WORDS: Readonly<Record<string, string>> = {
  text: '文',
  photo: '图',
  arranged: '整理',
  translated: '译',
  told: '讲述',
};
