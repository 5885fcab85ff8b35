import { widenPunctuation } from '../text/punctuation.ts';
import { findCounty } from './county.ts';
import { type Credit, isName, readCredit, readDateline, readSignature } from './credits.ts';
import { dropInvisible, escapeWords, nameLostCharacters } from './escape.ts';
import { readAuthor, readDate, readPublisher } from './furniture.ts';
import type { Article, BodyBlock, Byline, CountyName, Line } from './model.ts';

/** What is known of an article before a person has looked at it. */
export interface Facts {
  title: string;
  subtitle: string | null;
  headline: string | null;
  publisher: string | null;
  bylines: Byline[];
  date: string | null;
  dateNote: string | null;
  county: string | null;
  captions: string[];
  note: string | null;
}

export interface DraftOptions {
  counties: readonly CountyName[];
  /** Front matter of the source, where it had one. */
  head: Record<string, string>;
  /** Day of the import, `YYYY-MM-DD`. */
  day: string;
}

const UNKNOWN = '待确认';
const LONGEST_TITLE = 40;

/** Words for the front matter: full-width punctuation, no emphasis, no invisible characters. */
const clean = (text: string) =>
  widenPunctuation(nameLostCharacters(dropInvisible(text.replaceAll('**', ''))))
    .normalize('NFC')
    .replace(/[ \u3000\u00a0]{2,}/g, ' ')
    .trim();
const cleanLines = (lines: readonly Line[], glue: string) => lines.map((line) => clean(line.text)).join(glue);
const bodyText = (article: Article) => article.body.flatMap((block) => block.lines.map((line) => line.text)).join('\n');

/** Gathers what the article says of itself. */
export function gatherFacts(article: Article, { counties, head }: DraftOptions): Facts {
  const { headline, subtitle, captions, notes, labels } = article;
  const text = bodyText(article);
  const credit = gatherCredits(article, [head.title ?? '', ...headline.map((line) => line.text)]);
  const dated = [...notes, ...headline, ...subtitle]
    .map((line) => line.text)
    .concat(head.date ?? '', head.title ?? '', firstWords(article));
  const date = dated.map(readDate).find((found) => found !== null) ?? null;
  const title = headline.length > 0 ? longest(headline.map((line) => clean(line.text))) : clean(head.title ?? '');
  const extra = Object.entries(head).filter(([key]) => key !== 'title' && key !== 'date');
  const note = [
    ...labels.map((line) => `栏目：${clean(line.text)}`),
    ...notes.map((line) => clean(line.text)),
    ...repeated(article.credits).map((line) => `版面上重复的署名：${clean(line.text)}`),
    ...extra.map(([key, value]) => `${key}：${value}`),
    ...(headline.length > 0 && head.title ? [`原文件题目：${clean(head.title)}`] : []),
    ...(head.date ? [`原文件日期：${head.date}`] : []),
  ].join('；');
  return {
    title,
    subtitle: subtitle.length > 0 ? cleanLines(subtitle, ' ').replace(/^[—–-]+\s*/, '') : null,
    headline: headline.length > 0 ? cleanLines(headline, ' ') : title || null,
    publisher: credit.publisher ?? notes.map((line) => readPublisher(line.text)).find((name) => name !== null) ?? null,
    bylines: credit.bylines,
    date,
    dateNote: date ? whereFrom(date, notes) : null,
    county: findCounty(`${cleanLines(headline, '')}${cleanLines(subtitle, '')}${text}`, counties),
    captions: captions.map((line) => clean(line.text)),
    note: note === '' ? null : note,
  };
}

const repeated = (lines: readonly Line[]) =>
  lines.filter((line, index) => lines.findIndex(({ text }) => text === line.text) < index);
const longest = (parts: readonly string[]) => parts.reduce((a, b) => (b.length > a.length ? b : a), '');
const whereFrom = (date: string, notes: readonly Line[]) =>
  notes.some((line) => readDate(line.text) === date) ? '据网页或版面所标的时间' : '据文首所标的日期';

/** The place and date under a speech's title stand in the first lines of the text. */
const firstWords = (article: Article) =>
  article.body
    .slice(0, 2)
    .flatMap((block) => block.lines.map((line) => line.text))
    .filter((text) => text.length <= 50)
    .join(' ');

function gatherCredits(article: Article, headline: readonly string[]): Credit {
  const paragraphs = article.body.filter((block) => block.kind === 'paragraph');
  const [first, last] = [paragraphs[0]?.lines[0], paragraphs.at(-1)?.lines.at(-1)];
  const all = [
    ...article.credits.map((line) => readCredit(line.text)),
    first ? readDateline(first.text) : null,
    ...article.notes.map((line) => toCredit(readAuthor(line.text))),
    last ? readSignature(last.text) : null,
    ...headline.map((title) => toCredit(/[（(][^（）]*\s([\p{Script=Han}]{2,4})[）)]$/u.exec(title)?.[1] ?? null)),
  ].filter((credit) => credit !== null);
  const seen = new Set<string>();
  const bylines = all
    .flatMap((credit) => credit.bylines)
    .map(({ role, names }) => ({ role, names: names.filter((name) => !seen.has(name) && seen.add(name)) }))
    .filter(({ names }) => names.length > 0);
  return { publisher: all.find((credit) => credit.publisher)?.publisher ?? null, bylines };
}

const toCredit = (name: string | null): Credit | null =>
  name === null ? null : { publisher: null, bylines: isName(name) ? [{ role: '作者', names: [name] }] : [] };

/** The draft as it will lie in the content folder. */
export function writeDraft(article: Article, facts: Facts, { day }: DraftOptions): string {
  const { title, subtitle, headline, publisher, bylines, date, dateNote, county, captions, note } = facts;
  const question =
    title === '' ? UNKNOWN : title.length > LONGEST_TITLE ? `${UNKNOWN}：${title.slice(0, LONGEST_TITLE - 5)}…` : title;
  const lines = [
    '---',
    `title: ${quote(question)}`,
    ...(subtitle ? [`subtitle: ${quote(subtitle)}`] : []),
    `genre: ${genreOf(article)}`,
    `county: ${county ?? UNKNOWN}`,
    `summary: ${quote(`${UNKNOWN}：${excerpt(article)}`)}`,
    'text: full',
    'source:',
    `  headline: ${headline ? quote(headline) : 'null'}`,
    `  publisher: ${publisher ? quote(publisher) : UNKNOWN}`,
    ...(bylines.length === 0 ? ['  bylines: []'] : ['  bylines:', ...bylines.map(writeByline)]),
    `  date: ${date ? quote(date) : 'null'}`,
    `  dateBasis: ${date ? 'stated' : 'inferred'}`,
    `  dateNote: ${date ? quote(dateNote ?? '') : `${UNKNOWN}：原文没有标出日期`}`,
    ...(note ? [`  note: ${quote(note)}`] : []),
    'people: []',
    'places: []',
    'practices: []',
    'milestones: []',
    'figures: []',
    'gaps: []',
    ...(captions.length === 0
      ? ['captions: []']
      : ['captions:', ...captions.map((text) => `  - { text: ${quote(text)} }`)]),
    `privacy: ${UNKNOWN}`,
    'status: draft',
    `published: ${quote(day)}`,
    'corrections: []',
    '---',
  ];
  return `${lines.join('\n')}\n\n${article.body.map(writeBlock).join('\n\n')}\n`;
}

const quote = (text: string) => JSON.stringify(text);
const writeByline = ({ role, names }: Byline) =>
  `    - { role: ${role ? quote(role) : 'null'}, names: [${names.map(quote).join(', ')}] }`;

/** By length alone: a person decides. */
const genreOf = (article: Article) => (bodyText(article).length < 900 ? 'brief' : 'report');

function excerpt(article: Article): string {
  const paragraph = article.body.find((block) => block.kind === 'paragraph' && (block.lines[0]?.text.length ?? 0) > 50);
  return clean(paragraph?.lines.map((line) => line.text).join('') ?? '').slice(0, 100) || '请写 40 到 120 字的摘要';
}

function writeBlock(block: BodyBlock): string {
  if (block.kind === 'markup') return block.lines.map((line) => line.text).join('\n');
  const words = block.lines.map((line) => (line.markdown ? line.text : escapeWords(line.text)));
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${words.join(' ').replaceAll('**', '').trim()}`;
  return block.question ? `${words.join('')}<Note>${block.question}</Note>` : words.join('');
}
