import { bounds } from '../../lib/dates/edtf.ts';
import type { Block } from '../../lib/manuscript/blocks.ts';
import type { Locate, YamlReading } from '../../lib/manuscript/frontmatter.ts';
import { ESSAYS } from '../../lib/manuscript/paths.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { ESSAY, isEssay } from '../../lib/schema/essay.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { hasChinesePunctuation } from '../../lib/text/language.ts';
import { findHalfWidth } from '../../lib/text/punctuation.ts';
import { findBrokenChoices } from './choices.ts';
import { type Cited, findBrokenCitations, findLooseNumbers } from './citations.ts';
import { findBrokenDates } from './dates.ts';
import { findWrongEnglish } from './english.ts';
import { findBrokenEvidence } from './evidence.ts';
import { findBrokenGroups, type Groups } from './groups.ts';
import { findIdleKeys } from './keys.ts';
import type { Targets } from './links.ts';
import { findStrangeNames, type Names } from './mark-words.ts';
import { findPrivateLives } from './private-lives.ts';
import { findClosedLists, findQualifiersOutside } from './qualifiers.ts';
import { findOtherTimes } from './time-words.ts';
import { findUnknown } from './unknown.ts';

/** The ids that a story may name, and what its links may lead to. */
export interface Registers extends Targets, Omit<Groups, 'counties'> {
  people: ReadonlySet<string>;
  places: ReadonlySet<string>;
  /** Of the places, those that are smaller than a town and on lists. */
  smallPlaces?: ReadonlySet<string>;
  /** Of the places, those that are private, and so on no list. */
  privatePlaces?: ReadonlySet<string>;
  /** Pictures, recordings, their words and documents of the content folder, good or damaged, by path inside it. */
  media: ReadonlySet<string>;
  /** What the people and places of the registers are called. */
  names?: Names;
  /** All stories into which marks may point, by slug. */
  cited: ReadonlyMap<string, Cited>;
}

/** What the front matter says, against the registers, the folder and the text. */
export function checkFacts(
  story: StoryData,
  blocks: readonly Block[],
  { folder, slug }: { folder: string | null; slug: string },
  registers: Registers,
  { locate }: YamlReading,
): Finding[] {
  const references = (['people', 'places', 'practices'] as const).flatMap((field) =>
    story[field].flatMap((id, index) => findUnknown(field, id, registers[field], locate([field, index]))),
  );
  const ofMilestones = story.milestones.flatMap(({ place }, index) =>
    place ? findUnknown('places', place, registers.places, locate(['milestones', index, 'place'])) : [],
  );
  return [
    ...checkFolder(story, folder, registers, locate),
    ...checkDays(story, locate),
    ...findBrokenDates(story, blocks, locate),
    ...findOtherTimes(story, blocks, locate),
    ...findStrangeNames(blocks, story, registers.names ?? new Map()),
    ...findHalfWidthInHead(story, locate),
    ...findBrokenGroups(story, registers, locate),
    ...references,
    ...ofMilestones,
    ...findBrokenEvidence(blocks, story, (field, id) => registers[field].has(id), locate),
    ...findBrokenCitations(blocks, story, registers.cited),
    ...findBrokenChoices(story, slug, registers.cited, locate),
    ...(isEssay(story) ? findLooseNumbers(blocks) : []),
    ...findQualifiersOutside(blocks),
    ...findClosedLists(blocks),
    ...findIdleKeys(story, locate),
    ...findWrongEnglish(story, blocks, registers.cited, locate),
    ...findPrivateLives(story, blocks, registers.smallPlaces ?? new Set(), locate),
  ];
}

const OWN_WORDS = { title: '标题', subtitle: '副题', summary: '摘要', unsaid: '原报没有说的' } as const;

/** Our own words in the head are set as the text is; what is printed in a source stays as printed. */
function findHalfWidthInHead(story: StoryData, locate: Locate): Finding[] {
  if (!hasChinesePunctuation(story.lang)) return [];
  const own = [
    ...(['title', 'subtitle', 'summary'] as const).map((field) => ({ field, path: [field], text: story[field] ?? '' })),
    ...story.unsaid.map((text, index) => ({ field: 'unsaid' as const, path: ['unsaid', index], text })),
  ];
  return own.flatMap(({ field, path, text }): Finding[] => {
    const [first] = findHalfWidth(text);
    if (!first) return [];
    const around = text.slice(Math.max(0, first.start - 5), first.end + 5);
    const message = `${OWN_WORDS[field]}里的半角标点“${around}”应作“${first.to}”`;
    return [{ ...locate(path), rule: 'punctuation-width', message, cure: '改成全角标点' }];
  });
}

/** Before this year there was no site that could publish anything. */
const FIRST_SITE = 1991;

/** A day of publication before there were sites, or before the source of the story. */
function findImpossibleDay({ published, source }: StoryData, locate: Locate): Finding[] {
  const written = source?.date ? bounds(source.date).earliest : null;
  const isOld = Number(published.slice(0, 4)) < FIRST_SITE;
  if (!isOld && (written === null || written <= published)) return [];
  return [
    {
      ...locate(['published']),
      rule: 'published-day',
      message: isOld ? `发表日 ${published} 那时还没有网站` : `发表日 ${published} 早于出处的时间（最早 ${written}）`,
      cure: 'published 写本站发表这篇文章的日子，不是原报的日期',
    },
  ];
}

function checkDays(story: StoryData, locate: Locate): Finding[] {
  const { status, scheduledFor, published, updated, corrections } = story;
  const findings = findImpossibleDay(story, locate);
  if (status === 'scheduled' && !scheduledFor) {
    findings.push({
      ...locate(['status']),
      rule: 'schedule-missing',
      message: '定时发表的文章没有写日期',
      cure: '加一行 scheduledFor: "2026-12-01"',
    });
  }
  if (updated && updated < published) {
    findings.push({
      ...locate(['updated']),
      rule: 'updated-early',
      message: `updated 早于发表日 ${published}`,
      cure: '核对两个日期',
    });
  }
  for (const [index, { date }] of corrections.entries()) {
    if (date < published)
      findings.push({
        ...locate(['corrections', index, 'date']),
        rule: 'correction-early',
        message: `更正的日期早于发表日 ${published}`,
        cure: '核对两个日期',
      });
  }
  return findings;
}

/** A story lies in the folder of its county, an essay in that of the essays, which is no county's. */
function checkFolder(story: StoryData, folder: string | null, registers: Registers, locate: Locate): Finding[] {
  const { county } = story;
  if (isEssay(story)) {
    if (folder === null || folder === ESSAYS) return [];
    const message = `札记不属于哪一处，文件却在 ${folder} 文件夹里`;
    return [{ ...locate(['genre']), rule: 'county-folder', message, cure: `移到 stories/${ESSAYS}/` }];
  }
  const place = locate(['county']);
  const missing = findUnknown('counties', county ?? '', registers.counties, place);
  if (missing.length > 0 || folder === null || county === folder) return missing;
  const message = `county 写的是 ${county}，文件却在 ${folder} 文件夹里`;
  const cure = folder === ESSAYS ? `移到 stories/${county}/；是札记，就写 genre: ${ESSAY}，不写 county` : '改正其一';
  return [{ ...place, rule: 'county-folder', message, cure }];
}
