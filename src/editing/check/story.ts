import { type Block, blocksOf, countCharacters } from '../../lib/manuscript/blocks.ts';
import { readYaml, validate } from '../../lib/manuscript/frontmatter.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { type Node, parseBody, splitManuscript } from '../../lib/manuscript/tree.ts';
import { storySchema } from '../../lib/schema/story.ts';
import { checkFacts, type Registers } from './facts.ts';
import { findEscaped, findInvisible } from './invisible.ts';
import { findDeadLinks } from './links.ts';
import { findCode } from './lock.ts';
import { findPersonalNumbers } from './privacy.ts';
import { findSlips } from './slips.ts';
import { explainMissingHead, findConflict } from './torn.ts';
import { findUnresolved, withoutAnswered } from './unresolved.ts';

/** Where a story lies. Both are null for a file outside a content folder. */
export interface Whereabouts {
  /** The folder, which must be its county. */
  folder: string | null;
  /** Its path inside the content folder. */
  path: string | null;
}

/** Shorter than this is no story. */
const LEAST_CHARACTERS = 20;

/**
 * Checks one story as it lies on disk, without running any of it.
 * @returns everything that is wrong with it, in no particular order
 */
export function checkStory(source: string, where: Whereabouts, registers: Registers): Finding[] {
  const conflict = findConflict(source);
  if (conflict.length > 0) return conflict;
  const invisible = findInvisible(source);
  const always = [...invisible, ...findPersonalNumbers(source)];
  const parts = splitManuscript(source);
  if (!parts) return always.length > 0 ? always : [explainMissingHead(source)];
  const questions = findUnresolved(source, parts.frontmatter);
  const reading = readYaml(parts.frontmatter, 2);
  const { value: story, findings } = validate(storySchema, reading);
  const parsed = parseBody(parts.body);
  if ('finding' in parsed) return [...always, ...questions, ...withoutAnswered(findings, questions), parsed.finding];
  const { tree } = parsed;
  const blocks = blocksOf(tree);
  const [code, slips] = [findCode(tree), findSlips(tree, parts.body)];
  const hidesMarks = code.length > 0 || slips.some(({ message }) => message.startsWith('标记没有生效'));
  const body = [
    ...code,
    ...slips,
    ...findDeadLinks(tree, blocks, registers, where.path),
    ...findEmptyBody(tree, blocks, parts.body),
  ];
  const fields = withoutAnswered(findings, questions);
  const facts = story ? checkFacts(story, blocks, where.folder, registers, reading) : [];
  const escaped = invisible.length > 0 ? [] : findEscaped(tree, reading.data, reading.locate);
  return [
    ...always,
    ...escaped,
    ...questions,
    ...unique([...body, ...fields, ...(hidesMarks ? facts.filter(isNoEcho) : facts)]),
  ];
}

/** What is said where a mark is not found: it may be the very thing that came to nothing. */
const isNoEcho = ({ message }: Finding) => !message.includes('正文没有标出');

/** Of two findings at one place the first is enough: an unsafe link need not be called dead as well. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ line, column }) => {
    const key = `${line}:${column}`;
    return !seen.has(key) && seen.add(key);
  });
}

function findEmptyBody(tree: Node, blocks: readonly Block[], body: string): Finding[] {
  const written = blocks.filter((block) => block.kind !== 'heading');
  const hasCode = 'children' in tree && tree.children.some((child) => /^mdx/.test(child.type));
  if (countCharacters(written) >= LEAST_CHARACTERS || hasCode) return [];
  const line = Math.max(1, body.length - body.replace(/^\n+/, '').length);
  return [
    { line, column: 1, message: `正文是空的，或不到 ${LEAST_CHARACTERS} 个字`, cure: '写上正文，或删掉这个文件' },
  ];
}
