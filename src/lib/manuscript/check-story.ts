import { type StoryData, storySchema } from '../schema/story.ts';
import { type Block, blocksOf, countCharacters } from './blocks.ts';
import { findBrokenEvidence } from './evidence.ts';
import { type Locate, readYaml, validate, type YamlReading } from './frontmatter.ts';
import { findDeadLinks, type Targets } from './links.ts';
import { findCode, findInvisible } from './lock.ts';
import { nearest } from './nearest.ts';
import { findPersonalNumbers } from './privacy.ts';
import type { Finding } from './problem.ts';
import { findSlips } from './slips.ts';
import { type Node, parseBody, splitManuscript } from './tree.ts';
import { findUnresolved, withoutAnswered } from './unresolved.ts';

/** The ids that a story may name, and what its links may lead to. */
export interface Registers extends Targets {
  people: ReadonlySet<string>;
  places: ReadonlySet<string>;
}

/** Where a story lies. Both are null for a file outside a content folder. */
export interface Whereabouts {
  /** The folder, which must be its county. */
  folder: string | null;
  /** Its path inside the content folder. */
  path: string | null;
}

const NAMES = { counties: '县区', people: '人物', places: '地点', practices: '做法' } as const;
/** Shorter than this is no story. */
const LEAST_CHARACTERS = 20;

/**
 * Checks one story as it lies on disk, without running any of it.
 * @returns everything that is wrong with it, in no particular order
 */
export function checkStory(source: string, where: Whereabouts, registers: Registers): Finding[] {
  const conflict = findConflict(source);
  if (conflict.length > 0) return conflict;
  const always = [...findInvisible(source), ...findPersonalNumbers(source)];
  const parts = splitManuscript(source);
  if (!parts) return always.length > 0 ? always : [explainMissingHead(source)];
  const questions = findUnresolved(source, parts.frontmatter);
  const reading = readYaml(parts.frontmatter, 2);
  const { value: story, findings } = validate(storySchema, reading);
  const parsed = parseBody(parts.body);
  if ('finding' in parsed) return [...always, ...questions, ...withoutAnswered(findings, questions), parsed.finding];
  const { tree } = parsed;
  const blocks = blocksOf(tree);
  const body = [
    ...findCode(tree),
    ...findSlips(tree, parts.body),
    ...findDeadLinks(tree, blocks, registers, where.path),
    ...findEmptyBody(tree, blocks, parts.body),
  ];
  const facts = story ? [...findings, ...checkFacts(story, blocks, where.folder, registers, reading)] : findings;
  return [...always, ...questions, ...withoutAnswered(unique([...body, ...facts]), questions)];
}

/** Of two findings at one place the first is enough: an unsafe link need not be called dead as well. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ line, column }) => {
    const key = `${line}:${column}`;
    return !seen.has(key) && seen.add(key);
  });
}

function explainMissingHead(source: string): Finding {
  if (/^---[ \t]*\n/.test(source)) {
    return { line: 1, column: 1, message: '开头的“---”没有配对的结束“---”', cure: '在栏目之后另起一行写 ---' };
  }
  return {
    line: 1,
    column: 1,
    message: '文件要以“---”之间的栏目开头',
    cure: '参照已有的文章，或用 npm run new 建一篇',
  };
}

function findConflict(source: string): Finding[] {
  const index = source.split('\n').findIndex((line) => /^(?:<{7} |>{7} )/.test(line));
  if (index === -1) return [];
  const cure = '留下要的一份，删掉 <<<<<<<、=======、>>>>>>> 三行';
  return [{ line: index + 1, column: 1, message: '有没处理完的合并冲突', cure }];
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

function checkFacts(
  story: StoryData,
  blocks: readonly Block[],
  folder: string | null,
  registers: Registers,
  { locate }: YamlReading,
): Finding[] {
  const references = (['people', 'places', 'practices'] as const).flatMap((field) =>
    story[field].flatMap((id, index) => findUnknown(field, id, registers, locate([field, index]))),
  );
  const ofMilestones = story.milestones.flatMap(({ place }, index) =>
    place ? findUnknown('places', place, registers, locate(['milestones', index, 'place'])) : [],
  );
  return [
    ...checkCounty(story.county, folder, registers, locate),
    ...checkDays(story, locate),
    ...references,
    ...ofMilestones,
    ...findBrokenEvidence(blocks, story, locate),
  ];
}

function checkDays({ status, scheduledFor, published, updated }: StoryData, locate: Locate): Finding[] {
  const findings: Finding[] = [];
  if (status === 'scheduled' && !scheduledFor) {
    findings.push({
      ...locate(['status']),
      message: '定时发表的文章没有写日期',
      cure: '加一行 scheduledFor: "2026-12-01"',
    });
  }
  if (updated && updated < published) {
    findings.push({ ...locate(['updated']), message: `updated 早于发表日 ${published}`, cure: '核对两个日期' });
  }
  return findings;
}

function checkCounty(county: string, folder: string | null, registers: Registers, locate: Locate): Finding[] {
  const place = locate(['county']);
  const missing = findUnknown('counties', county, registers, place);
  if (missing.length > 0 || folder === null || county === folder) return missing;
  return [{ ...place, message: `county 写的是 ${county}，文件却在 ${folder} 文件夹里`, cure: '改正其一' }];
}

function findUnknown(
  kind: keyof typeof NAMES,
  id: string,
  registers: Registers,
  place: Pick<Finding, 'line' | 'column'>,
) {
  if (registers[kind].has(id)) return [];
  const guess = nearest(id, registers[kind]);
  return [
    { ...place, message: `没有编号为“${id}”的${NAMES[kind]}`, cure: guess ? `是不是 ${guess}？` : '先登记，再引用' },
  ];
}
