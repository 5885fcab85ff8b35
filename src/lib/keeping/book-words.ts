import type { Language } from '../schema/archive.ts';

/** What a book says beside its texts. */
export interface BookWords {
  contents: string;
  landmarks: string;
  start: string;
  titlePage: string;
  essays: string;
  about: string;
  from: (address: string) => string;
  day: (day: string) => string;
  rights: (licence: string) => string;
  records: string;
  /** For catalogues, of what a reader with a screen reader may expect. */
  accessible: string;
  partTitle: (archive: string, part: string) => string;
}

const CHINESE: BookWords = {
  contents: '目录',
  landmarks: '导航',
  start: '正文',
  titlePage: '书名页',
  essays: '札记',
  about: '关于',
  from: (address) => `出自 ${address}`,
  day: (day) => `内容截至 ${day}`,
  rights: (licence) => `文字与数据以 ${licence} 许可再用。`,
  records: '各篇与所据原件的著录（CSL-JSON）',
  accessible: '全书是可以改字号的文字，有目录、标题层级和阅读次序；图画都是矢量图，所说的数字另以文字列出。',
  partTitle: (archive, part) => `${archive}：${part}`,
};

const ENGLISH: BookWords = {
  contents: 'Contents',
  landmarks: 'Landmarks',
  start: 'Begin reading',
  titlePage: 'Title page',
  essays: 'Essays',
  about: 'About',
  from: (address) => `From ${address}`,
  day: (day) => `As of ${day}`,
  rights: (licence) => `Text and data may be reused under ${licence}.`,
  records: 'Records of the texts and of what they are told from (CSL-JSON)',
  accessible:
    'Reflowable text with contents, headings in order and a logical reading order; drawings are vector graphics whose figures are also given as text.',
  partTitle: (archive, part) => `${archive}: ${part}`,
};

const TRADITIONAL: BookWords = {
  ...CHINESE,
  contents: '目錄',
  landmarks: '導航',
  start: '正文',
  titlePage: '書名頁',
  essays: '札記',
  about: '關於',
  from: (address) => `出自 ${address}`,
  day: (day) => `內容截至 ${day}`,
  rights: (licence) => `文字與資料以 ${licence} 許可再用。`,
  records: '各篇與所據原件的著錄（CSL-JSON）',
  accessible: '全書是可以改字號的文字，有目錄、標題層級和閱讀次序；圖畫都是向量圖，所說的數字另以文字列出。',
};

export const bookWords = (language: Language): BookWords =>
  language === 'en' ? ENGLISH : language === 'zh-Hant' ? TRADITIONAL : CHINESE;
