import { UNRESOLVED } from '../../../lib/schema/unresolved.ts';
import { endsOpen, hasEnded, isHeadlineLike, isTitleLike, outlineLevel } from '../text/lines.ts';
import type { Article, BodyBlock, CountyName, Line, Paragraph } from '../text/model.ts';
import { isRubric, type Range } from './articles.ts';
import { beginsWithCounty } from './county.ts';
import { readCredit } from './credits.ts';
import { isDateLine } from './dates.ts';
import { isFurniture } from './furniture.ts';

/** How a sentence begins that needs nothing before it. */
const FRESH =
  /^(?:[“"‘「——]|近年来|近日|近期|今年|去年|目前|截至|如今|据|自\d|为了|此外|同时|其中|\d{4}年|[一二三四五六七八九十]是|第[一二三]|本报讯|记者|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)])/u;
/** What may stand above a headline and is text all the same. */
const NOTE_ABOVE = /^[【[（(]?(?:编者按|编者的话|编前|开栏的话|开栏语|核心提示|核心阅读)/u;
const BROKEN = `${UNRESOLVED}：原文在这里中断，请对照版面`;
const BACKWARDS = `${UNRESOLVED}：这篇在版面上段落前后颠倒，请对照版面核对从这里起的顺序`;

/** Puts every line of an article in its place. */
export function arrange({ lines, strayed }: Range, counties: readonly CountyName[], repair: boolean): Article {
  const article: Article = { labels: [], headline: [], subtitle: [], credits: [], captions: [], notes: [], body: [] };
  const rest = takeHead(lines, article);
  article.body = toBlocks(rest, article, counties, repair);
  if (strayed.length > 0) {
    const moved = toBlocks(strayed, article, counties, repair);
    ask(article.body, BACKWARDS);
    article.body.push(...moved);
  }
  for (const line of lines) if (line.asked) askComments(line, article.body);
  return article;
}

/** Takes headline, subtitle, byline and furniture from the top; what remains begins the text. */
function takeHead(lines: readonly Line[], article: Article): Line[] {
  const opening: Line[] = [];
  let index = 0;
  const isDiary = lines.slice(0, -1).filter(({ text }) => isDateLine(text)).length > 1;
  for (; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.cut) break;
    if (isFurniture(line.text) || isHeadDate(line, lines[index + 1], isDiary)) article.notes.push(line);
    else if (readCredit(line.text)) article.credits.push(line);
    else if (isRubric(line) && article.headline.length === 0) article.labels.push(line);
    else if (NOTE_ABOVE.test(line.text) && article.headline.length === 0) opening.push(line);
    else if (isSubtitle(line)) (article.headline.length > 0 ? article.subtitle : opening).push(line);
    else if (isHeadline(line, lines, index, article)) article.headline.push(line);
    else break;
  }
  return [...opening, ...lines.slice(index)];
}

/** When it was printed; days of a diary are its headings, and the last line may be when it was written. */
function isHeadDate(line: Line, next: Line | undefined, isDiary: boolean): boolean {
  if (!isDateLine(line.text)) return false;
  return !isDiary || (next !== undefined && isTitleLike(next) && !isDateLine(next.text));
}

/** 「——……侧记」, or where and when a speech was held; without a headline above it, the speech's first line. */
const isSubtitle = ({ text }: Pick<Line, 'text'>) =>
  text.length <= 56 && (/^[—–-]{1,2}/.test(text) || /在.{4,40}(?:会议|大会)上(?:的报告)?[）)*]*$/u.test(text));

/** Title-like lines are the headline until the byline; without one, those before the first paragraph. */
function isHeadline(line: Line, lines: readonly Line[], index: number, article: Article): boolean {
  const isFirst = article.headline.length === 0;
  if (!(isFirst ? isHeadlineLike(line) : isTitleLike(line)) || article.credits.length > 0) return false;
  if (line.level === 1 || isFirst) return outlineLevel(line.text) === null;
  if (line.level) return false;
  const ahead = lines.slice(index, index + 5);
  return ahead.some((next) => readCredit(next.text)) && outlineLevel(line.text) === null;
}

function toBlocks(lines: readonly Line[], article: Article, counties: readonly CountyName[], repair: boolean) {
  const blocks: BodyBlock[] = [];
  let hasLevel2 = false;
  for (const [index, line] of lines.entries()) {
    const last = blocks.at(-1);
    hasLevel2 ||= last?.kind === 'heading' && last.level === 2;
    if (line.runsOn && last?.kind === 'paragraph') last.lines.push(line);
    else if (line.markup) blocks.push({ kind: 'markup', lines: [line] });
    else if (isFurniture(line.text)) article.notes.push(line);
    else if (repair && readCredit(line.text)) article.credits.push(line);
    else if (isHeading(line) && !isClosing(lines, index))
      placeTitle(line, last, blocks, { isLast: index === lines.length - 1, hasLevel2 }, article, repair);
    else if (repair && last?.kind === 'paragraph' && continues(last, line, counties)) last.lines.push(line);
    else blocks.push({ kind: 'paragraph', lines: [line] });
  }
  for (const block of blocks) {
    if (!repair || block.kind !== 'paragraph' || block.question) continue;
    const end = block.lines.at(-1);
    if (end && !hasEnded(end) && !isHarmless(end)) block.question = BROKEN;
  }
  return blocks;
}

/** In Markdown a heading is marked, numbered or all bold; in plain text it is short. */
const isHeading = (line: Line) =>
  isTitleLike(line) &&
  (!line.markdown || Boolean(line.level) || outlineLevel(line.text) !== null || /^\*\*[^*]+\*\*$/.test(line.text));

/** Who wrote it and when, under the text: no heading and no caption. */
const isClosing = (lines: readonly Line[], index: number) =>
  index >= lines.length - 2 && isDateLine(lines.at(-1)?.text ?? '');

/** A salutation, a signature or the line under a speech's title ends without a stop and lacks nothing. */
const isHarmless = ({ text }: Line) =>
  /^[—–-]/.test(text) || text.length <= 12 || isDateLine(text) || isSubtitle({ text }) || /[a-z0-9/]$/i.test(text);

/** Whether a paragraph goes on in the line after it, captions between them left aside. */
function continues(block: BodyBlock, line: Line, counties: readonly CountyName[]): boolean {
  const end = block.lines.at(-1);
  if (!end || hasEnded(end) || isHarmless(end)) return false;
  return endsOpen(end) || !(FRESH.test(line.text) || beginsWithCounty(line.text, counties));
}

/** A title-like line inside the text: a heading, the second line of one, or a caption that cuts a sentence in two. */
function placeTitle(
  line: Line,
  last: BodyBlock | undefined,
  blocks: BodyBlock[],
  { isLast, hasLevel2 }: { isLast: boolean; hasLevel2: boolean },
  article: Article,
  repair: boolean,
): void {
  const outline = outlineLevel(line.text);
  const end = last?.kind === 'paragraph' ? last.lines.at(-1) : undefined;
  const cut = end !== undefined && !hasEnded(end) && !isHarmless(end);
  const standsApart = line.apart || (isLast && line.blanks > 0);
  if (repair && !line.level && !outline && (standsApart || (cut && !isLast))) article.captions.push(line);
  else if (!line.level && last?.kind === 'heading' && line.blanks === 0 && !outline) last.lines.push(line);
  else blocks.push({ kind: 'heading', level: headingLevel(line, outline, hasLevel2), lines: [line] });
}

/** Headings begin at the second level and never skip one. */
function headingLevel({ level }: Line, outline: 2 | 3 | null, hasLevel2: boolean): 2 | 3 {
  const wanted = level ? (level > 2 ? 3 : 2) : (outline ?? 2);
  return hasLevel2 ? wanted : 2;
}

function ask(blocks: BodyBlock[], question: string): void {
  const last = blocks.findLast((block) => block.kind === 'paragraph');
  if (last?.kind === 'paragraph') last.question = question;
}

/** Comments stand behind the paragraph they are about; those on a headline or a table, behind the next one. */
function askComments({ number, asked = [] }: Line, body: BodyBlock[]): void {
  const paragraphs = body.filter((block) => block.kind === 'paragraph');
  const found = paragraphs.find(({ lines }) => lines.some((line) => line.number >= number)) ?? paragraphs.at(-1);
  const block: Paragraph = found ?? { kind: 'paragraph', lines: [] };
  if (!found) body.push(block);
  block.question = `${block.question ? `${block.question}；` : `${UNRESOLVED}：`}${asked.join('；')}`;
}
