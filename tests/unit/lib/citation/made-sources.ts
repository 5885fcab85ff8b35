import { type Source, sourceSchema } from '../../../../src/lib/schema/source.ts';

/** A source with what every kind has, and more. */
export const source = (kind: string, more: Record<string, unknown> = {}): Source =>
  sourceSchema.parse({
    kind,
    headline: null,
    bylines: [],
    date: '1962-03-04',
    dateBasis: 'stated',
    ...(kind === 'newspaper' ? { publisher: '试报' } : {}),
    ...more,
  });

const by = (...names: string[]) => ({ bylines: [{ role: null, names }] });

/** One of each kind, as an editor would write it. */
export const SOURCES_BY_KIND: Readonly<Record<string, Source>> = {
  newspaper: source('newspaper', { headline: '水来了', ...by('甲一'), date: '1998-07-02', page: '3' }),
  journal: source('journal', {
    headline: '水利十年',
    ...by('甲一', '乙二', '丙三', '丁四'),
    publisher: '水利学刊',
    volume: '12',
    issue: '3',
    page: '18-25',
    date: '1988-06',
  }),
  webpage: source('webpage', {
    headline: '校庆公告',
    publisher: '某校网站',
    url: 'https://example.org/a',
    accessed: '2026-11-01',
    date: '2024-05-01',
  }),
  broadcast: source('broadcast', {
    headline: '抗洪特别节目',
    publisher: '某县广播站',
    programme: '早间新闻',
    date: '1998-07-02',
  }),
  interview: source('interview', {
    interviewer: ['林小'],
    interviewee: ['陈大'],
    location: '陈家祠堂',
    date: '2019-04',
  }),
  letter: source('letter', {
    sender: '陈某',
    recipient: '林某',
    repository: '某市档案馆',
    fonds: '12',
    callNumber: '3-7',
  }),
  book: source('book', {
    headline: '河志',
    ...by('甲一'),
    translator: ['乙二'],
    edition: '第 2 版',
    publisherPlace: '福州',
    publisher: '试验出版社',
    date: '1987',
    page: '12-18',
    isbn: '978-7-5000-0000-0',
  }),
  thesis: source('thesis', {
    headline: '一条河',
    ...by('甲一'),
    publisherPlace: '厦门',
    publisher: '某大学',
    date: '2003',
  }),
  report: source('report', { headline: '水文年报', publisher: '某水文站', number: '88-2', date: '1988' }),
  document: source('document', {
    headline: '关于修堤的批复',
    publisher: '某县政府',
    repository: '某县档案馆',
    fonds: '1',
    callNumber: '4-22',
  }),
  photograph: source('photograph', { headline: '决口', ...by('甲一'), location: '东堤', repository: '某校校史室' }),
  film: source('film', { headline: '修堤', publisher: '某电影队', publisherPlace: '福州', date: '1975' }),
  recording: source('recording', {
    headline: '号子',
    ...by('陈大'),
    medium: '录音带',
    date: '1981?',
    dateBasis: 'inferred',
    ground: '盒上的字',
  }),
  inscription: source('inscription', { headline: '重修石桥记', location: '石桥东头', date: '1782' }),
  genealogy: source('genealogy', { headline: '陈氏族谱', publisher: '某堂', volume: '卷三', date: '1919' }),
  map: source('map', { headline: '县境图', publisher: '某测量队', scale: '1:50000', date: '1936' }),
  other: source('other', { headline: '账本', repository: '某户', date: null }),
};
