/** Pages that are left where something stood, and the list of what was put right. */
export const KEPT = {
  moved: (name: string) => `${name}：已移到新的网址`,
  goTo: '到新的网址',
  elsewhere: '这一页',
  gone: '这一页已经撤下',
  goneStory: (title: string) => `已撤下：${title}`,
  goneDescription: '本站公开过这一页，后来撤下。这里留着它的记录和撤下的原因。',
  goneHidden: '本站公开过这一页，后来撤下。它的标题和出处也不再说；何时、为什么撤下，写在下面。',
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
  compare: '对照改动前后的文字',
} as const;

/** What a story said before, and what was changed. */
export const VERSIONS = {
  title: (story: string) => `《${story}》改过的文字`,
  lede: (count: number) => `这一篇在本站改过 ${count} 次。每次改了哪些字，列在下面，最近的在前；从前的全文也可以读。`,
  link: (count: number) => `改过 ${count} 次，对照从前的文字`,
  span: (from: string, until: string | null) => (until ? `${from} 至 ${until}` : `${from} 起`),
  changed: (day: string | null) => (day ? `${day} 的改动` : '最近的改动'),
  read: (span: string) => `读改动以前的全文（${span}）`,
  none: '只有排版或涉及私人生活的文字有改动，不在这里列出。',
  field: { title: '标题', summary: '摘要', heading: '小标题', text: '' },
  paragraph: '到这一段',
  gone: '删去',
  come: '加入',
  /** Title of a single version. */
  version: (story: string, span: string) => `${story}（${span} 的文字）`,
  old: (span: string) => `这是本站 ${span} 登载的文字，后来改过。引用、转载请用现在的一版。`,
  now: '读现在的一版',
  all: '看改了哪些字',
  omitted: '〔这一段涉及私人生活，旧版不再列出。〕',
  untitled: '从前的文字',
} as const;
