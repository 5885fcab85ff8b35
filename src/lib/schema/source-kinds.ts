/** Kinds of source. What is not among them is named in `sourceKinds` of site.yaml and treated as `other`. */
export const SOURCE_KINDS = [
  'newspaper',
  'journal',
  'webpage',
  'broadcast',
  'interview',
  'letter',
  'book',
  'thesis',
  'report',
  'document',
  'photograph',
  'film',
  'recording',
  'inscription',
  'genealogy',
  'map',
  'other',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Fields that some kinds have, each with what it is, for editors. */
export const SOURCE_FIELDS = {
  publisher: '报刊、网站、电台或出版者的名称；报纸必写，原件没有注明就写 null',
  publisherPlace: '出版地，例如 福州',
  container: '析出的单篇所在的书，写书名',
  edition: '版本，例如 第 2 版；报纸的版别，例如 海外版',
  volume: '卷，例如 12、卷三',
  issue: '期号',
  page: '报纸的版次，书刊的页码，例如 "3"、"12-18"',
  number: '编号：报告号、文号',
  issn: '报刊的 ISSN',
  isbn: '书的 ISBN',
  doi: 'DOI，以 10. 开头',
  translator: '译者，写成列表 [甲, 乙]',
  programme: '节目名',
  interviewer: '访谈人，写成列表 [甲, 乙]',
  interviewee: '受访人，写成列表 [甲, 乙]',
  location: '在哪里：访谈、拍摄的地点，碑刻的所在',
  sender: '写信人',
  recipient: '收信人',
  medium: '载体或材质，例如 录音带、青石、绢本',
  scale: '地图的比例尺，例如 1:50000',
  repository: '收藏处：档案馆、图书馆或个人',
  fonds: '全宗的名称或号',
  callNumber: '档号、索书号',
} as const;
export type SourceField = keyof typeof SOURCE_FIELDS;

const KEPT = ['repository', 'fonds', 'callNumber'] as const;
const PRINTED = ['publisher', 'publisherPlace', 'edition', 'page'] as const;

/** What each kind is called in messages to editors, and the fields it has. `url` and `accessed` may stand with every kind. */
export const KINDS: Readonly<Record<SourceKind, { name: string; fields: readonly SourceField[] }>> = {
  newspaper: { name: '报纸', fields: ['publisher', 'edition', 'page', 'issn'] },
  journal: { name: '期刊', fields: ['publisher', 'volume', 'issue', 'page', 'issn', 'doi', 'translator'] },
  webpage: { name: '网页', fields: ['publisher', 'translator'] },
  broadcast: { name: '广播电视', fields: ['publisher', 'programme', 'medium'] },
  interview: { name: '访谈', fields: ['interviewer', 'interviewee', 'location', 'medium', ...KEPT] },
  letter: { name: '书信', fields: ['sender', 'recipient', 'location', 'translator', ...KEPT] },
  book: { name: '图书', fields: [...PRINTED, 'container', 'volume', 'isbn', 'doi', 'translator', 'callNumber'] },
  thesis: { name: '学位论文', fields: ['publisher', 'publisherPlace', 'page', 'doi'] },
  report: { name: '报告', fields: ['publisher', 'publisherPlace', 'number', 'page', 'doi', ...KEPT] },
  document: { name: '档案文件', fields: ['publisher', 'number', 'page', 'location', ...KEPT] },
  photograph: { name: '照片', fields: ['location', 'medium', ...KEPT] },
  film: { name: '影片', fields: ['publisher', 'publisherPlace', 'medium', ...KEPT] },
  recording: { name: '录音', fields: ['publisher', 'publisherPlace', 'location', 'medium', ...KEPT] },
  inscription: { name: '碑刻', fields: ['location', 'medium', ...KEPT] },
  genealogy: { name: '谱牒', fields: [...PRINTED, 'volume', 'medium', ...KEPT] },
  map: { name: '地图', fields: [...PRINTED, 'scale', 'medium', ...KEPT] },
  other: { name: '其他', fields: Object.keys(SOURCE_FIELDS) as SourceField[] },
};

/** Of our kinds the one by which a kind is treated: of an archive's own kinds, `other`. */
export const kindLike = (kind: string): SourceKind => SOURCE_KINDS.find((known) => known === kind) ?? 'other';

/** Where what a field would say belongs in other kinds: the first that the kind has. */
const ELSEWHERE: Readonly<Record<SourceField, readonly (SourceField | 'bylines' | 'headline' | 'note' | 'url')[]>> = {
  publisher: ['repository', 'note'],
  publisherPlace: ['location', 'note'],
  container: ['publisher', 'note'],
  edition: ['volume', 'note'],
  volume: ['edition', 'callNumber', 'note'],
  issue: ['number', 'note'],
  page: ['volume', 'callNumber', 'note'],
  number: ['callNumber', 'issue', 'note'],
  issn: ['isbn', 'note'],
  isbn: ['issn', 'note'],
  doi: ['url'],
  translator: ['bylines'],
  programme: ['container', 'headline'],
  interviewer: ['bylines'],
  interviewee: ['sender', 'bylines'],
  location: ['publisherPlace', 'note'],
  sender: ['interviewee', 'bylines'],
  recipient: ['interviewee', 'note'],
  medium: ['note'],
  scale: ['note'],
  repository: ['publisher', 'note'],
  fonds: ['repository', 'note'],
  callNumber: ['number', 'page', 'note'],
};

/** What is wrong with a field that a kind has not, and what to write instead; null where the kind has it. */
export function explainStray(kind: string, field: SourceField): string | null {
  const { name, fields } = KINDS[kindLike(kind)];
  if (fields.includes(field)) return null;
  const owners = SOURCE_KINDS.filter((other) => other !== 'other' && KINDS[other].fields.includes(field));
  const right = ELSEWHERE[field].find((other) => !(other in SOURCE_FIELDS) || fields.includes(other as SourceField));
  const kinds = owners.slice(0, 3).map((other) => `${other} ${KINDS[other].name}`);
  const more = owners.length > 3 ? '等' : '';
  return `${name}没有这一栏：写在 ${right} 里；来源若是别的种类，改 kind（${kinds.join('、')}${more}有这一栏）`;
}
