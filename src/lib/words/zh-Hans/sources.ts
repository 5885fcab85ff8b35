import type { SourceField, SourceKind } from '../../schema/source-kinds.ts';

/** What a kind of source is called, and what is said of it where the words differ from kind to kind. */
interface KindWords {
  name: string;
  /** The original, as a sentence names it. */
  original: string;
  /** Of its title, its authors, its date and what else is known of it. */
  headline: string;
  byline: string;
  date: string;
  note: string;
  /** Of what is not known of it. */
  noHeadline: string;
  noPublisher: string;
  captions: string;
  /** What a story rests on, in the line under its title: 《某报》某某报道. */
  credit: (names: string, publisher: string, title: string) => string;
}

const noHeadline = '〔原题未注明〕';
const captions = '原件图片说明';
const titled = (title: string) => (title ? `《${title}》` : '');

export const KIND_WORDS: Readonly<Record<SourceKind, KindWords>> = {
  newspaper: {
    name: '报纸',
    original: '原报道',
    headline: '原题',
    byline: '作者',
    date: '见报时间',
    note: '原报情况',
    noHeadline,
    noPublisher: '〔报名未注明〕',
    captions: '原报图片说明',
    credit: (names: string, publisher: string) => `${titled(publisher)}${names}报道`,
  },
  journal: {
    name: '期刊',
    original: '原文',
    headline: '原题',
    byline: '作者',
    date: '出版时间',
    note: '原刊情况',
    noHeadline,
    noPublisher: '〔刊名未注明〕',
    captions: '原刊图片说明',
    credit: (names: string, publisher: string) => `${titled(publisher)}${names}文章`,
  },
  webpage: {
    name: '网页',
    original: '原网页',
    headline: '原题',
    byline: '作者',
    date: '发布或更新',
    note: '网页情况',
    noHeadline,
    noPublisher: '〔网站未注明〕',
    captions: '原网页图片说明',
    credit: (names: string, publisher: string) => `${publisher}${names}网页文章`,
  },
  broadcast: {
    name: '广播电视',
    original: '原节目',
    headline: '标题',
    byline: '作者',
    date: '播出时间',
    note: '节目情况',
    noHeadline: '〔标题未注明〕',
    noPublisher: '〔电台未注明〕',
    captions,
    credit: (names: string, publisher: string, title: string) => `${publisher}${names}${titled(title)}节目`,
  },
  interview: {
    name: '访谈',
    original: '访谈',
    headline: '题目',
    byline: '整理人',
    date: '访谈时间',
    note: '访谈情况',
    noHeadline: '〔无题〕',
    noPublisher: '',
    captions,
    credit: (names: string) => `${names}的访谈`,
  },
  letter: {
    name: '书信',
    original: '原信',
    headline: '题目',
    byline: '执笔人',
    date: '写信时间',
    note: '原信情况',
    noHeadline: '〔无题〕',
    noPublisher: '',
    captions,
    credit: (names: string) => `${names}的信`,
  },
  book: {
    name: '图书',
    original: '原书',
    headline: '题名',
    byline: '作者',
    date: '出版时间',
    note: '原书情况',
    noHeadline: '〔题名未注明〕',
    noPublisher: '〔出版者未注明〕',
    captions: '原书图片说明',
    credit: (names: string, publisher: string, title: string) => `${names}${titled(title) || `${publisher}图书`}`,
  },
  thesis: {
    name: '学位论文',
    original: '原论文',
    headline: '题名',
    byline: '作者',
    date: '完成时间',
    note: '论文情况',
    noHeadline: '〔题名未注明〕',
    noPublisher: '〔授予单位未注明〕',
    captions,
    credit: (names: string, publisher: string, title: string) => `${names}${titled(title) || publisher}论文`,
  },
  report: {
    name: '报告',
    original: '原报告',
    headline: '题名',
    byline: '作者',
    date: '完成时间',
    note: '报告情况',
    noHeadline: '〔题名未注明〕',
    noPublisher: '〔编制单位未注明〕',
    captions,
    credit: (names: string, publisher: string, title: string) => `${names || publisher}${titled(title)}报告`,
  },
  document: {
    name: '档案文件',
    original: '原件',
    headline: '题名',
    byline: '作者',
    date: '形成时间',
    note: '原件情况',
    noHeadline: '〔无题〕',
    noPublisher: '〔发文单位未注明〕',
    captions,
    credit: (names: string, publisher: string, title: string) => `${names || publisher}${titled(title) || '档案'}`,
  },
  photograph: {
    name: '照片',
    original: '原照片',
    headline: '题名',
    byline: '拍摄者',
    date: '拍摄时间',
    note: '照片情况',
    noHeadline: '〔无题〕',
    noPublisher: '',
    captions,
    credit: (names: string, publisher: string, title: string) => `${names || publisher}${titled(title)}照片`,
  },
  film: {
    name: '影片',
    original: '影片',
    headline: '片名',
    byline: '作者',
    date: '摄制时间',
    note: '影片情况',
    noHeadline: '〔片名未注明〕',
    noPublisher: '〔制作方未注明〕',
    captions,
    credit: (names: string, publisher: string, title: string) => `${names || publisher}${titled(title)}影片`,
  },
  recording: {
    name: '录音',
    original: '录音',
    headline: '题名',
    byline: '讲述人',
    date: '录制时间',
    note: '录音情况',
    noHeadline: '〔无题〕',
    noPublisher: '〔制作方未注明〕',
    captions,
    credit: (names: string, publisher: string, title: string) => `${names || publisher}${titled(title)}录音`,
  },
  inscription: {
    name: '碑刻',
    original: '碑文',
    headline: '碑题',
    byline: '撰书刻者',
    date: '刻立时间',
    note: '碑石情况',
    noHeadline: '〔无题〕',
    noPublisher: '',
    captions,
    credit: (names: string, publisher: string, title: string) => `${names || publisher}${titled(title)}碑刻`,
  },
  genealogy: {
    name: '谱牒',
    original: '原谱',
    headline: '谱名',
    byline: '修谱人',
    date: '修成时间',
    note: '原谱情况',
    noHeadline: '〔谱名未注明〕',
    noPublisher: '〔堂号未注明〕',
    captions,
    credit: (names: string, publisher: string, title: string) => `${names || publisher}${titled(title) || '族谱'}`,
  },
  map: {
    name: '地图',
    original: '原图',
    headline: '图名',
    byline: '绘制者',
    date: '绘制时间',
    note: '原图情况',
    noHeadline: '〔图名未注明〕',
    noPublisher: '〔出版者未注明〕',
    captions,
    credit: (names: string, publisher: string, title: string) => `${names || publisher}${titled(title) || '地图'}`,
  },
  other: {
    name: '其他',
    original: '原件',
    headline: '题名',
    byline: '作者',
    date: '时间',
    note: '原件情况',
    noHeadline: '〔无题〕',
    noPublisher: '〔出处未注明〕',
    captions,
    credit: (names: string, publisher: string, title: string) => `${names || publisher}${titled(title)}`,
  },
};

/** Names of the fields on the card of a source; `publisher` is called by the kind. */
export const SOURCE_FIELD_WORDS: Readonly<
  Record<Exclude<SourceField, 'publisher'> | 'kind' | 'nature' | 'provenance' | 'url' | 'accessed', string>
> = {
  kind: '来源种类',
  nature: '来源性质',
  provenance: '文本来历',
  publisherPlace: '出版地',
  container: '所在的书',
  edition: '版本',
  volume: '卷',
  issue: '期',
  page: '版面、页码',
  number: '编号',
  issn: 'ISSN',
  isbn: 'ISBN',
  doi: 'DOI',
  translator: '译者',
  programme: '节目',
  interviewer: '访谈人',
  interviewee: '受访人',
  location: '地点',
  sender: '写信人',
  recipient: '收信人',
  medium: '载体',
  scale: '比例尺',
  repository: '收藏处',
  fonds: '全宗',
  callNumber: '档号',
  url: '网址',
  accessed: '查阅日期',
};

/** What `publisher` is called of a kind that has one. */
export const PUBLISHER_WORDS: Readonly<Record<SourceKind, string>> = {
  newspaper: '报刊',
  journal: '期刊',
  webpage: '网站',
  broadcast: '电台、电视台',
  interview: '发布者',
  letter: '发布者',
  book: '出版社',
  thesis: '授予单位',
  report: '编制单位',
  document: '发文单位',
  photograph: '发布者',
  film: '制作方',
  recording: '制作方',
  inscription: '发布者',
  genealogy: '堂号、修谱处',
  map: '出版者',
  other: '出版者',
};

/** What the text on the page is of its source. */
export const TEXT_KINDS = {
  retold: (original: string) => `本站据${original}改写：事实与数字依${original}，引号里的话照原样，其余文句是本站的。`,
  summary: (original: string) => `本站据${original}摘要：只述要点，引号里的话照原样，其余文句是本站的。`,
  transcript: (original: string) => `本站据${original}整理成文：话是原来的，标点和分段是本站的。`,
} as const;

/** What was done with the source, at the end of the line under a story’s title. */
export const TEXT_DEEDS = { retold: '改写', full: '全文刊出', summary: '摘要', transcript: '整理' } as const;

export const SOURCES = {
  according: (credit: string, deed: string) => `据${credit}${deed}`,
  /** Of a story that rests on more than one source. */
  andOthers: (credit: string, count: number) => `${credit}等 ${count} 件`,
  /** Names of a letter. */
  letter: (sender: string, recipient: string) => (recipient ? `${sender}致${recipient}` : sender),
  letterTitle: (recipient: string) => (recipient ? `致${recipient}信` : '信'),
  interviewTitle: (interviewee: string) => `${interviewee}访谈`,
  untitled: '无题',
  number: (index: number) => `来源 ${index}`,
  citation: '原件引文',
  /** In a citation: more authors than are named, and who translated. */
  etAl: '等',
  translated: (names: string) => `${names}，译`,
} as const;
