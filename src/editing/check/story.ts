import { type Block, countCharacters } from '../../lib/manuscript/blocks.ts';
import type { Manuscript } from '../../lib/manuscript/manuscript.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import type { Node } from '../../lib/manuscript/tree.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { languageTag } from '../../lib/text/language.ts';
import { findBrokenBackgrounds } from './background.ts';
import { findBrokenDrawings } from './drawings.ts';
import { checkFacts, type Registers } from './facts.ts';
import { findEscaped, findInvisible } from './invisible.ts';
import { findDeadLinks } from './links.ts';
import { findCode } from './lock.ts';
import { findBrokenMedia } from './media.ts';
import { findHealthWords, findPersonalNumbers } from './privacy.ts';
import { provisional } from './provisional.ts';
import { findWrongQuotes } from './quotes.ts';
import { findBrokenRights } from './rights.ts';
import { findSlips } from './slips.ts';
import { explainMissingHead, findConflict } from './torn.ts';
import { findUnresolved, withoutAnswered } from './unresolved.ts';
import { findWrongAppendix } from './unsaid.ts';

/** Shorter than this is no story. */
const LEAST_CHARACTERS = 20;

/**
 * Checks one story as it lies on disk, without running any of it.
 * @returns everything that is wrong with it, in no particular order
 */
export function checkStory(story: Manuscript<StoryData>, registers: Registers): Finding[] {
  const { source, head, publication } = story;
  const conflict = findConflict(source);
  if (conflict.length > 0) return conflict;
  const invisible = findInvisible(source);
  const always = [...invisible, ...findPersonalNumbers(source)];
  if (!story.hasHead) return always.length > 0 ? always : [explainMissingHead(source)];
  const questions = findUnresolved(source, publication.status === 'draft');
  const asked = [...questions, ...(head.textOf('privacy') === 'reviewed' ? [] : findHealthWords(source))];
  const fields = withoutAnswered(story.findings, questions);
  // Of a draft, what is answered already is held against the text while other fields are still open.
  const open = questions.filter(({ line }) => line <= linesOfHead(story.body.text));
  const data = story.data ?? (publication.status === 'draft' ? provisional(head, open) : null);
  const { tree, fault, blocks } = story.body;
  if (!tree || fault) return [...always, ...asked, ...fields, ...(fault ? [fault] : [])];
  const code = findCode(tree);
  const slips = findSlips(tree, story.body.text, languageTag(head.textOf('lang') ?? '') ?? undefined);
  const path = story.folder === null ? null : story.path;
  const links = findDeadLinks(tree, blocks, registers, path);
  const body = [
    ...code,
    ...findBrokenRights(tree),
    ...findBrokenBackgrounds(tree),
    ...slips,
    ...links,
    ...findEmptyBody(tree, blocks, story.body.text),
  ];
  const media = data ? findBrokenMedia(tree, data.media, registers.media, path, head.locate) : [];
  const drawings = data ? findBrokenDrawings(tree, blocks, data, registers) : [];
  const asSaid = data ? [...findWrongQuotes(tree, blocks, data), ...findWrongAppendix(blocks, data, head.locate)] : [];
  const facts = data ? withoutAnswered(checkFacts(data, blocks, story, registers, head), story.data ? [] : open) : [];
  // Code and a mark that came to nothing swallow marks: what is missing then is their echo.
  const isHidden = code.length > 0 || slips.some(({ rule }) => rule === 'mark-literal');
  const own = isHidden ? facts.filter(({ rule }) => rule !== 'entry-unmarked') : facts;
  const escaped = invisible.length > 0 ? [] : findEscaped(tree, head.data, head.locate);
  return [
    ...always,
    ...escaped,
    ...asked,
    ...firstAtEachPlace([...body, ...fields, ...own, ...media]),
    ...drawings,
    ...asSaid,
  ];
}

/** The body begins with an empty line for each of the head's. */
const linesOfHead = (body: string): number => body.length - body.replace(/^\n+/, '').length;

/** Of two findings at one place the first is enough: an unsafe link need not be called dead as well. */
function firstAtEachPlace(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const place = `${finding.line}:${finding.column}`;
    if (!first.has(place)) first.set(place, finding);
  }
  return [...first.values()];
}

function findEmptyBody(tree: Node, blocks: readonly Block[], body: string): Finding[] {
  const written = blocks.filter((block) => block.kind !== 'heading');
  const hasCode = 'children' in tree && tree.children.some((child) => /^mdx/.test(child.type));
  if (countCharacters(written) >= LEAST_CHARACTERS || hasCode) return [];
  const line = Math.max(1, body.length - body.replace(/^\n+/, '').length);
  const message = `正文是空的，或不到 ${LEAST_CHARACTERS} 个字`;
  return [{ line, column: 1, rule: 'body-empty', message, cure: '写上正文，或删掉这个文件' }];
}
