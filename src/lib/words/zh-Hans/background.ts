/** Words around what the reports do not say: background with its public source. */
export const BACKGROUND = {
  title: '背景 · 不出自原文',
  source: '来源：',
  work: (title: string) => `《${title}》`,
  unseen: (why: string) => `（网址未能核对：${why}）`,
  notFound: (where: string) => `未找到公开来源（${where}）。`,
} as const;
