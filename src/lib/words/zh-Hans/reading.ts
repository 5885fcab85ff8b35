/** Words of a story's page for who reads on, and for who checks. */
export const READING = {
  evidence: '显示出处',
  keyFigures: '关键数字',
  next: '接着读',
  about: '文中写到',
  people: '人物',
  practices: '做法',
  allFigures: (count: number) => `本篇数字 ${count} 个，逐条核对`,
  allMilestones: (count: number) => `本篇记事 ${count} 条，逐条核对`,
  unsaid: (count: number) => `原文没有说的 ${count} 项`,
} as const;

/** What the scripts of that page say. */
export const READING_STATUS = {
  progress: '阅读进度',
  left: (minutes: number) => `还有约 ${minutes} 分钟`,
  almost: '快读完了',
  wasHere: (section: string) =>
    section ? `上次读到“${section.replaceAll('“', '‘').replaceAll('”', '’')}”` : '上次没有读完',
  resume: '接着上次读',
  dismiss: '从头读',
  close: '关闭',
  undated: '时间未注明',
  allFigures: '看本篇全部数字',
} as const;
