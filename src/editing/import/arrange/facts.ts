import { widenPunctuation } from '../../../lib/text/punctuation.ts';
import { dropInvisible, nameLostCharacters } from '../text/escape.ts';
import type { Article, Byline, CountyName, Line } from '../text/model.ts';
import { findCounty } from './county.ts';
import { type Credit, isName, readCredit, readDateline, readSignature } from './credits.ts';
import { isDateLine, readDate, readRecordedDate } from './dates.ts';
import { readAuthor, readPublisher } from './furniture.ts';

/** A link, of which only the words are a fact. */
const LINK = /(?<![!\\])\[([^[\]\n]*)\]\([^()\n]*\)/gu;
/** Printed before a headline, and no part of it. */
const BULLET = /^[□■○●◎◇◆▲△☆★]+\s*/u;

/** When it was handed in or looked through, which is not when it was printed. */
const HANDED_IN = /送审|审稿|审核|收稿|送稿|投稿|成稿|完稿|收件|签发时间/u;

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

/** What an article's facts may rest on besides its own words. */
export interface Outside {
  counties: readonly CountyName[];
  /** Front matter of the source, where it had one. */
  head: Record<string, string>;
}

/** Words for the front matter: full-width punctuation, no emphasis, no invisible characters. */
export const clean = (text: string) =>
  widenPunctuation(nameLostCharacters(dropInvisible(text.replaceAll('**', '').replace(LINK, '$1'))))
    .normalize('NFC')
    .replace(/[ \u3000\u00a0]{2,}/g, ' ')
    .trim();
const cleanLines = (lines: readonly Line[], glue: string) => lines.map((line) => clean(line.text)).join(glue);
/** The words of the text alone. */
export const bodyText = (article: Article) =>
  article.body.flatMap((block) => block.lines.map((line) => line.text)).join('\n');

/** Gathers what the article says of itself. */
export function gatherFacts(article: Article, { counties, head }: Outside): Facts {
  const { headline, subtitle, captions, notes, labels } = article;
  const text = bodyText(article);
  const credit = gatherCredits(article, head, [head.title ?? '', ...headline.map((line) => line.text)]);
  const dated = [...notes.filter(({ text }) => !HANDED_IN.test(text)), ...headline, ...subtitle]
    .map((line) => line.text)
    .concat(readRecordedDate(head.date ?? '') ?? '', head.title ?? '', firstWords(article));
  const atTop = dated.map(readDate).find((found) => found !== null) ?? null;
  const date = atTop ?? readDate(lastWords(article));
  const title =
    headline.length > 0
      ? clean(
          headline.find((line) => line.role === 'title')?.text ??
            longest(headline.map((line) => clean(line.text.replace(BULLET, '')))),
        )
      : clean(head.title ?? '');
  const extra = Object.entries(head).filter(([key]) => !['title', 'date', 'publisher'].includes(key));
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
    publisher:
      credit.publisher ?? readPublisher(notes.map((line) => line.text.replace(LINK, '$1'))) ?? head.publisher ?? null,
    bylines: credit.bylines,
    date,
    dateNote: atTop ? whereFrom(atTop, notes) : date ? '据文末所标的日期' : null,
    county: findCounty(`${cleanLines(headline, '')}${cleanLines(subtitle, '')}${text}`, counties),
    captions: captions.map((line) => clean(line.text)),
    note: note === '' ? null : note,
  };
}

function repeated(lines: readonly Line[]): Line[] {
  const seen = new Set<string>();
  return lines.filter(({ text }) => seen.size === seen.add(text).size);
}
const longest = (parts: readonly string[]) => parts.reduce((a, b) => (b.length > a.length ? b : a), '');
const whereFrom = (date: string, notes: readonly Line[]) =>
  notes.some((line) => readDate(line.text) === date) ? '据网页或版面所标的时间' : '据文首所标的日期';

/** The place and date under a speech's title stand in the first lines of the text. */
const firstWords = (article: Article) =>
  article.body
    .slice(0, 2)
    .flatMap((block) => block.lines.map((line) => line.text))
    .filter((text) => text.length <= 50 && !/[。！？]$/.test(text))
    .join(' ');

/** A date under the text, on a line of its own. */
const lastWords = (article: Article) => {
  const text = article.body.findLast((block) => block.kind !== 'markup')?.lines.at(-1)?.text ?? '';
  return isDateLine(text) ? text : '';
};

function gatherCredits(article: Article, head: Record<string, string>, headline: readonly string[]): Credit {
  const paragraphs = article.body.filter((block) => block.kind === 'paragraph');
  const [first, last] = [paragraphs[0]?.lines[0], paragraphs.at(-1)?.lines.at(-1)];
  const all = [
    ...article.credits.map((line) => readCredit(line.text) ?? toCredit(clean(line.text), null)),
    first ? readDateline(first.text) : null,
    ...article.notes.map((line) => toCredit(readAuthor(line.text))),
    last ? readSignature(last.text) : null,
    head.author ? readCredit(`作者 ${head.author}`) : null,
    ...headline.map((title) => toCredit(/[（(][^（）]{0,60}\s([\p{Script=Han}]{2,4})[）)]$/u.exec(title)?.[1] ?? null)),
  ].filter((credit) => credit !== null);
  const seen = new Set<string>();
  const bylines = all
    .flatMap((credit) => credit.bylines)
    .map(({ role, names }) => ({ role, names: names.filter((name) => !seen.has(name) && seen.add(name)) }))
    .filter(({ names }) => names.length > 0);
  return { publisher: all.find((credit) => credit.publisher)?.publisher ?? null, bylines };
}

const toCredit = (name: string | null, role: string | null = '作者'): Credit | null =>
  name === null ? null : { publisher: null, bylines: isName(name) ? [{ role, names: [name] }] : [] };
