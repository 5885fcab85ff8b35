/** Stories that a reader puts together, and the files in which their records can be taken along. */
export const SELECTION = {
  /** On a story’s page. */
  add: '加入选篇',
  remove: '移出选篇',
  drop: (title: string) => `把《${title}》移出选篇`,
  /** The label of a box beside a result. */
  tick: (title: string) => `选《${title}》`,
  title: '选篇',
  lede: '选篇只存在这个浏览器里；不选，导出的就是全部结果。',
  chosen: (count: number) => `已选 ${count} 篇`,
  none: '没有选，导出全部结果',
  clear: '清空',
  list: '选了哪几篇',
  forms: { csv: 'CSV', ris: 'RIS', bib: 'BibTeX', json: 'CSL-JSON', txt: 'GB/T 7714' },
  export: '导出',
  busy: '正在取著录……',
  done: (count: number) => `已导出 ${count} 篇的著录`,
  /** Of stories that were chosen and are on the site no more. */
  gone: (count: number) => `，另有 ${count} 篇已不在网站上`,
  failed: '没有取到，请稍后再试',
  file: '著录',
  columns: ['篇名', '网址', '原题', '报刊', '作者', '日期（EDTF）', '引文', '原件引文'],
} as const;
