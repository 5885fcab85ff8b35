import { storySchema } from '../schema/story.ts';
import { blocksOf } from './blocks.ts';
import { findBrokenEvidence } from './evidence.ts';
import { type Locate, readYaml, validate } from './frontmatter.ts';
import { findCode, findInvisible } from './lock.ts';
import { nearest } from './nearest.ts';
import type { Finding } from './problem.ts';
import { findSlips } from './slips.ts';
import { parseBody, splitManuscript } from './tree.ts';

/** The ids that a story may name. */
export interface Registers {
  counties: ReadonlySet<string>;
  people: ReadonlySet<string>;
  places: ReadonlySet<string>;
  practices: ReadonlySet<string>;
}

const NAMES: Record<keyof Registers, string> = { counties: '县区', people: '人物', places: '地点', practices: '做法' };

/**
 * Checks one story as it lies on disk, without running any of it.
 * @param folder name of the folder it lies in, which must be its county
 * @returns everything that is wrong with it, in no particular order
 */
export function checkStory(source: string, folder: string, registers: Registers): Finding[] {
  const invisible = findInvisible(source);
  const parts = splitManuscript(source);
  if (!parts)
    return [...invisible, { line: 1, column: 1, message: '文件要以“---”之间的栏目开头', cure: '参照已有的文章' }];
  const reading = readYaml(parts.frontmatter, 2);
  const { value: story, findings } = validate(storySchema, reading);
  const parsed = parseBody(parts.body);
  if ('finding' in parsed) return [...invisible, ...findings, parsed.finding];
  const body = [...findCode(parsed.tree), ...findSlips(parsed.tree)];
  if (!story) return [...invisible, ...findings, ...body];
  const { locate } = reading;
  const references = (['people', 'places', 'practices'] as const).flatMap((field) =>
    story[field].flatMap((id, index) => unknown(field, id, registers, locate([field, index]))),
  );
  const ofMilestones = story.milestones.flatMap(({ place }, index) =>
    place ? unknown('places', place, registers, locate(['milestones', index, 'place'])) : [],
  );
  return [
    ...invisible,
    ...body,
    ...checkCounty(story.county, folder, registers, locate),
    ...references,
    ...ofMilestones,
    ...findBrokenEvidence(blocksOf(parsed.tree), story, locate),
  ];
}

function checkCounty(county: string, folder: string, registers: Registers, locate: Locate): Finding[] {
  const place = locate(['county']);
  const missing = unknown('counties', county, registers, place);
  if (missing.length > 0 || county === folder) return missing;
  return [{ ...place, message: `county 写的是 ${county}，文件却在 ${folder} 文件夹里`, cure: '改正其一' }];
}

function unknown(kind: keyof Registers, id: string, registers: Registers, place: { line: number; column: number }) {
  if (registers[kind].has(id)) return [];
  const guess = nearest(id, registers[kind]);
  return [
    { ...place, message: `没有编号为“${id}”的${NAMES[kind]}`, cure: guess ? `是不是 ${guess}？` : '先登记，再引用' },
  ];
}
