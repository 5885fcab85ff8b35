/** Pages that are left where something stood, and the list of what was put right. */
export const KEPT = {
  moved: (name: string) => `${name}：已移到新的网址`,
  goTo: '到新的网址',
  elsewhere: '这一页',
  gone: '这一页已经撤下',
  goneStory: (title: string) => `已撤下：${title}`,
  goneDescription: '本站公开过这一页，后来撤下。这里留着它的记录和撤下的原因。',
  date: '撤下',
  reason: '原因',
  title: '标题',
  county: '所属',
  published: '本站发表',
  originals: '所据原件',
  lasting: '这个网址不会改作他用。',
} as const;

export const CORRECTIONS = {
  title: '更正',
  all: '全部更正',
  lede: (count: number) => `本站文章发表以后的更正、补充和说明，共 ${count} 条，最近的在前。`,
  none: '本站文章发表以后还没有更正。有了，会写在这里：哪一篇、哪一天、改了什么。',
  paragraph: '看改过的那一段',
  report: '发现错误，请告诉我们',
} as const;
