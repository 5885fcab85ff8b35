/** Citing a story and what it is told from. */
export const CITING = {
  forms: '其他格式',
  /** What a reference says where it is the reader who knows the day. */
  accessed: '引用日期',
  /** Names of the styles and forms, as menus and files have them. */
  styles: {
    'gbt7714-2025': 'GB/T 7714—2025',
    'gbt7714-2015': 'GB/T 7714—2015',
    apa: 'APA',
    chicago: 'Chicago',
  },
  /** Of the files of a citation, by their endings. */
  names: { txt: 'APA、Chicago 等', bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' },
  choose: '引文格式',
  copy: '复制引文',
  copied: '已复制',
  failed: '没有取到，请稍后再试',
  refused: '浏览器不让复制，请选中文字再复制',
  /** In the place of a title nobody knows, in styles that describe what a thing is. */
  untitled: (words: string) => `[${words.replace(/^〔|〕$/g, '')}]`,
  /** Of a date that a form of data cannot say in numbers; EDTF. */
  date: (edtf: string) => `日期（EDTF）：${edtf}`,
} as const;
