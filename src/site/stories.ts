import { compareDates } from '../lib/dates/edtf.ts';
import { type AnchorTable, assignAnchors } from '../lib/manuscript/anchors.ts';
import {
  blocksOf,
  countCharacters,
  isCitable,
  type Mark,
  readingMinutes,
  sectionId,
} from '../lib/manuscript/blocks.ts';
import { parseBody } from '../lib/manuscript/tree.ts';
import { isPublic } from '../lib/manuscript/visibility.ts';
import type { CountyData } from '../lib/schema/registers.ts';
import type { StoryData } from '../lib/schema/story.ts';
import { shortName } from '../lib/text/county-name.ts';
import { countyPath, storyPath } from '../lib/urls.ts';

export interface County extends CountyData {
  id: string;
  /** 建安区 → 建安. */
  shortName: string;
  /** 河南许昌. */
  region: string;
  href: string;
}

export interface Paragraph {
  /** Anchor in the story's page. */
  id: string;
  text: string;
  marks: Mark[];
}

export interface Story extends Omit<StoryData, 'county'> {
  slug: string;
  href: string;
  county: County;
  sections: { id: string; title: string }[];
  paragraphs: Paragraph[];
  /** Ids of paragraphs that are gone. */
  removedAnchors: string[];
  characters: number;
  minutes: number;
}

/** A county's file as a county of the site. */
export function toCounty(id: string, data: CountyData): County {
  const region = `${data.province.replace(/省$/, '')}${data.prefecture.replace(/市$/, '')}`;
  return { ...data, id, shortName: shortName(data.name), region, href: countyPath(id) };
}

/** What a story is made from. */
interface Manuscript {
  slug: string;
  data: StoryData;
  body: string;
  county: County | undefined;
  anchors: AnchorTable;
}

/**
 * A manuscript as a story of the site.
 * @param day today, `YYYY-MM-DD`: from its day on, a scheduled story is a published one
 * @throws where the check before the build did not look at it
 */
export function toStory({ slug, data, body, county, anchors: table }: Manuscript, day: string): Story {
  const parsed = parseBody(body);
  if (!county || 'finding' in parsed) throw new Error(`Story ${slug} was not checked before the build`);
  const blocks = blocksOf(parsed.tree);
  const headings = blocks.filter((block) => block.kind === 'heading');
  const texts = blocks.filter(isCitable);
  const anchors = assignAnchors(
    texts.map((block) => block.text),
    table,
  );
  const characters = countCharacters(blocks);
  return {
    ...data,
    status: isPublic(data, day) ? 'published' : data.status,
    slug,
    href: storyPath(slug),
    county,
    sections: headings.map((block, index) => ({ id: sectionId(index), title: block.text })),
    paragraphs: texts.map(({ text, marks }, i) => ({ id: anchors.paragraphs[i]?.id ?? '', text, marks })),
    removedAnchors: anchors.removed,
    characters,
    minutes: readingMinutes(characters),
  };
}

/** By county code, then date of the original, those without one last. */
export function compareStories(a: Story, b: Story): number {
  return a.county.code.localeCompare(b.county.code) || compareSources(a, b) || a.slug.localeCompare(b.slug);
}

function compareSources({ source: a }: Story, { source: b }: Story): number {
  if (!a.date || !b.date) return Number(!a.date) - Number(!b.date);
  return compareDates(a.date, b.date);
}
