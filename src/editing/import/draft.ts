import { widthOf } from '../../lib/schema/common.ts';
import { UNRESOLVED } from '../../lib/schema/unresolved.ts';
import { bodyText, clean, type Facts, type Outside } from './arrange/facts.ts';
import { markdownWords } from './proof.ts';
import { escapeWords } from './text/escape.ts';
import type { Article, BodyBlock, Byline } from './text/model.ts';

export interface DraftOptions extends Outside {
  /** Day of the import, `YYYY-MM-DD`. */
  day: string;
}

const LONGEST_TITLE = 40;

/** The draft as it will lie in the content folder. */
export function writeDraft(article: Article, facts: Facts, { day }: DraftOptions): string {
  const { title, subtitle, headline, publisher, bylines, date, dateNote, county, captions, note } = facts;
  const question =
    title === ''
      ? UNRESOLVED
      : widthOf(title) > LONGEST_TITLE
        ? `${UNRESOLVED}：${title.slice(0, LONGEST_TITLE - 5)}…`
        : title;
  const lines = [
    '---',
    `title: ${quote(question)}`,
    ...(subtitle ? [`subtitle: ${quote(subtitle)}`] : []),
    `genre: ${genreOf(article)}`,
    `county: ${county ?? UNRESOLVED}`,
    `summary: ${quote(`${UNRESOLVED}：${excerpt(article)}`)}`,
    'text: full',
    'source:',
    `  headline: ${headline ? quote(headline) : 'null'}`,
    `  publisher: ${publisher ? quote(publisher) : UNRESOLVED}`,
    ...(bylines.length === 0 ? ['  bylines: []'] : ['  bylines:', ...bylines.map(writeByline)]),
    `  date: ${date ? quote(date) : 'null'}`,
    `  dateBasis: ${date ? 'stated' : 'inferred'}`,
    `  dateNote: ${date ? quote(dateNote ?? '') : `${UNRESOLVED}：原文没有标出日期`}`,
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
    `privacy: ${UNRESOLVED}`,
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
  const words = paragraph?.lines.map((line) => (line.markdown ? markdownWords(line.text) : line.text)).join('') ?? '';
  return clean(words.replace(/\[\^[^\]]+\]/g, '')).slice(0, 100) || '请写 40 到 120 字的摘要';
}

function writeBlock(block: BodyBlock): string {
  if (block.kind === 'markup') return block.lines.map((line) => line.text).join('\n');
  const words = block.lines.map((line) => (line.markdown ? line.text : escapeWords(line.text)));
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${words.join(' ').replaceAll('**', '').trim()}`;
  return block.question ? `${words.join('')}<Note>${block.question}</Note>` : words.join('');
}
