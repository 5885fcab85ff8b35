import { UNRESOLVED } from '../../../lib/schema/unresolved.ts';
import { endsOpen, hasEnded, isHeadlineLike, isTitleLike, outlineLevel } from '../text/lines.ts';
import type { Article, BodyBlock, CountyName, Line, Paragraph } from '../text/model.ts';
import { isContinuation, isRubric, type Range } from './articles.ts';
import { beginsWithCounty } from './county.ts';
import { isName, readCredit } from './credits.ts';
import { isDateLine } from './dates.ts';
import { isCaption, isFurniture, isNumber } from './furniture.ts';

/** How a sentence begins that needs nothing before it. */
const FRESH =
  /^(?:[“"‘「——]|近年来|近日|近期|今年|去年|目前|截至|如今|据|自\d|为了|此外|同时|其中|\d{4}年|[一二三四五六七八九十]是|第[一二三]|本报讯|记者|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)])/u;
/** What may stand above a headline and is text all the same. */
const NOTE_ABOVE = /^[【[（(]?(?:编者按|编者的话|编前|开栏的话|开栏语|核心提示|核心阅读)/u;
const BROKEN = `${UNRESOLVED}：原文在这里中断，请对照版面`;
const BACKWARDS = `${UNRESOLVED}：这篇在版面上段落前后颠倒，请对照版面核对从这里起的顺序`;

const CONTINUED = `${UNRESOLVED}：这里转到别的版，从下一段起是“上接”的部分，请对照版面核对`;
const LOOSE = `${UNRESOLVED}：从这里起是别处“下转”来的部分，请对照版面，放到它所接的那一篇`;

/** Puts every line of an article in its place. */
export function arrange(
  { lines, strayed, continued }: Range,
  counties: readonly CountyName[],
  repair: boolean,
): Article {
  const article: Article = { labels: [], headline: [], subtitle: [], credits: [], captions: [], notes: [], body: [] };
  const { opening, rest } = takeHead(lines, article);
  article.body = [...toBlocks(opening, article, counties, repair), ...toBlocks(rest, article, counties, repair)];
  article.moved = [...opening];
  for (const [part, question] of [
    [strayed, BACKWARDS],
    [continued, CONTINUED],
  ] as const) {
    if (part.length === 0) continue;
    const moved = toBlocks(part, article, counties, repair, true);
    article.moved.push(...part);
    ask(article.body, question);
    article.body.push(...moved);
  }
  for (const line of [...lines, ...continued]) if (line.asked) askComments(line, article.body);
  return article;
}

/** Takes headline, subtitle, byline and furniture from the top; what remains begins the text, a note above it first. */
function takeHead(lines: readonly Line[], article: Article): { opening: Line[]; rest: Line[] } {
  const opening: Line[] = [];
  let index = 0;
  const isDiary = lines.slice(0, -1).filter(({ text }) => isDateLine(text)).length > 1;
  const told = lines.slice(0, 12).findIndex((line) => line.role === 'title');
  for (; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.cut) break;
    const words = plainWords(line);
    if (line.role === 'note') article.notes.push(line);
    else if (line.role === 'label' || (index < told && !line.markup && isTitleLike(line) && !readCredit(words)))
      article.labels.push(line);
    else if (line.role === 'subtitle') article.subtitle.push(line);
    else if (line.role === 'caption' || isCaption(line)) article.captions.push(line);
    else if (isSlip(words) && article.headline.length === 0) article.notes.push(line);
    else if (readAuthorLine(words)) article.credits.push(line);
    else if (isFurniture(words) || isHeadDate(line, lines[index + 1], isDiary)) article.notes.push(line);
    else if (readCredit(line.text) || isBareName(words, lines[index + 1], article)) article.credits.push(line);
    else if (isRubric(line) && article.headline.length === 0) article.labels.push(line);
    else if (NOTE_ABOVE.test(words)) {
      if (article.headline.length > 0 && lines.slice(index + 1, index + 4).every((next) => !readCredit(next.text)))
        break;
      opening.push(line);
      // What it says may stand on the next line.
      const next = lines[index + 1];
      if (words.length <= 8 && next && !next.markup && !isTitleLike(next)) {
        opening.push(next);
        index++;
      }
    } else if (isSubtitle({ text: words })) (article.headline.length > 0 ? article.subtitle : opening).push(line);
    else if (isHeadline(line, lines, index, article)) article.headline.push(line);
    else break;
  }
  return { opening, rest: lines.slice(index) };
}

const plainWords = ({ text }: Line) => text.replaceAll('**', '').trim();
/** The name of the sheet that a text was handed in on. */
const isSlip = (words: string) =>
  /^.{0,20}(?:发稿签|稿签|发稿单|送审单|审稿单|审批表|审核表|投稿单|报送单)$/u.test(words);
/** 「作者：李明 王芳」 names them all. */
const readAuthorLine = (words: string) => /^(?:作者|撰稿|记者)\s*[：:]/u.test(words) && readCredit(words) !== null;

/** A name alone between the headline and the text is its author's. */
const isBareName = (words: string, next: Line | undefined, { headline, credits }: Article) =>
  headline.length > 0 &&
  credits.length === 0 &&
  isName(words) &&
  next !== undefined &&
  !next.level &&
  next.text.length > 20;

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
  if (line.role === 'title') return true;
  if (line.level === 1 || isFirst) return outlineLevel(line.text) === null;
  if (line.level) return false;
  const ahead = lines.slice(index, index + 5);
  return ahead.some((next) => readCredit(next.text)) && outlineLevel(line.text) === null;
}

function toBlocks(
  lines: readonly Line[],
  article: Article,
  counties: readonly CountyName[],
  repair: boolean,
  isCarried = false,
): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  let hasLevel2 = false;
  for (const [index, line] of lines.entries()) {
    const last = blocks.at(-1);
    hasLevel2 ||= last?.kind === 'heading' && last.level === 2;
    if (line.runsOn && last?.kind === 'paragraph') last.lines.push(line);
    else if (line.role === 'note') article.notes.push(line);
    else if (line.role === 'caption' || isCaption(line)) {
      article.captions.push(line);
      describePicture(last, line);
    } else if (line.markup) blocks.push({ kind: 'markup', lines: [line] });
    else if (isFurniture(plainWords(line))) article.notes.push(line);
    else if (repair && readCredit(line.text)) article.credits.push(line);
    else if (isHeading(line) && !isContinuation(line) && !isClosing(lines, index))
      placeTitle(line, last, blocks, { isLast: index === lines.length - 1, hasLevel2 }, article, repair);
    else if (repair && last?.kind === 'paragraph' && continues(last, line, counties)) last.lines.push(line);
    else if (isContinuation(line))
      blocks.push({ kind: 'paragraph', lines: [line], ...(isCarried ? {} : { question: LOOSE }) });
    else blocks.push({ kind: 'paragraph', lines: [line] });
  }
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph') askDoubts(block);
    const above = blocks[index - 1];
    const isGuess =
      above?.kind === 'heading' && above.lines.some((line) => line.column && !line.level && !outlineLevel(line.text));
    if (block.kind === 'paragraph' && isGuess) addQuestion(block, '上面一行短，当作小标题，请对照版面');
    if (!repair || block.kind !== 'paragraph' || block.question) continue;
    const end = block.lines.at(-1);
    if (end && !hasEnded(end) && !isHarmless(end)) block.question = BROKEN;
  }
  return blocks;
}

const UNDESCRIBED = `![${UNRESOLVED}：图片说明](`;

/** What stands under a picture is the first guess at what it shows. */
function describePicture(block: BodyBlock | undefined, caption: Line): void {
  const [line] = block?.kind === 'markup' ? block.lines : [];
  if (!line?.text.startsWith(UNDESCRIBED)) return;
  const words = caption.text.replace(/[*[\]\\`_<>{}]/g, '');
  line.text = `![${UNRESOLVED}：${words}](${line.text.slice(UNDESCRIBED.length)}`;
}

function askDoubts(block: Paragraph): void {
  const doubts = block.lines.flatMap(({ doubt }) => doubt ?? []);
  if (doubts.length > 0) addQuestion(block, `${doubts.join('；')}，请对照版面`);
}

function addQuestion(block: Paragraph, words: string): void {
  block.question = `${block.question ? `${block.question}；` : `${UNRESOLVED}：`}${words}`;
}

/** In Markdown a heading is marked, numbered or all bold; in plain text it is short. */
const isHeading = (line: Line) =>
  isTitleLike(line) &&
  !NOTE_ABOVE.test(plainWords(line)) &&
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
  const above = last?.kind === 'heading' ? last.lines.map(plainWords).join('') : '';
  if (last?.kind === 'heading' && isNumber(above)) last.lines.push(line);
  else if (repair && !line.level && !outline && (standsApart || (cut && !isLast))) article.captions.push(line);
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
  addQuestion(block, asked.join('；'));
}
