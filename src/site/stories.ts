import { language } from '#archive';
import { LIST } from '#words/punctuation.ts';
import { T } from '#words/site.ts';
import type { Piece } from '../lib/data/markdown.ts';
import { compareDates } from '../lib/dates/edtf.ts';
import type { DrawingRequest } from '../lib/drawing/names.ts';
import type { SilhouettePath } from '../lib/geo/silhouette.ts';
import { type AnchorTable, assignAnchors } from '../lib/manuscript/anchors.ts';
import { countCharacters, isCitable, readingMinutes, type StoredBlock, sectionId } from '../lib/manuscript/blocks.ts';
import { isPublic } from '../lib/manuscript/publication.ts';
import type { TextKind } from '../lib/manuscript/text-kinds.ts';
import type { Medium, Picture } from '../lib/media/published.ts';
import { isOpen } from '../lib/privacy/open.ts';
import { privacyOf } from '../lib/privacy/told.ts';
import { isEssay } from '../lib/schema/essay.ts';
import type { CountyData } from '../lib/schema/registers.ts';
import type { StoryData } from '../lib/schema/story.ts';
import { isSameLanguage, languageAttributes, OWN_LANGUAGE, scriptClass } from '../lib/text/language.ts';
import { labelOf, regionOf, shortOf, withinOf } from '../lib/units/names.ts';
import { compareUnits } from '../lib/units/order.ts';
import { countyPath, storyPath } from '../lib/urls.ts';
import type { Groups } from './groups.ts';
import { groupsOf, NO_GROUPS } from './groups.ts';
import type { County, Report, Story } from './model.ts';

/** A county's file as a county of the site. */
export function toCounty(id: string, data: CountyData, silhouette: SilhouettePath | null): County {
  return {
    ...{ ...data, id, href: countyPath(id), silhouette },
    ...{ shortName: shortOf(data), label: labelOf(data), region: regionOf(data), within: withinOf(data) },
  };
}

/** What is said of a unit beside its name in a list: what it lies in, and what it was called, so that it is found by that. */
export const besideName = ({ region, formerly }: Pick<County, 'region' | 'formerly'>): string =>
  [region, formerly.length > 0 ? T.formerNames(formerly.map(({ name }) => name).join(LIST)) : '']
    .filter(Boolean)
    .join(' · ');

/** What a story is made from. */
interface Source {
  slug: string;
  data: StoryData;
  blocks: readonly StoredBlock[];
  /** Of the text; none where left out. */
  kinds?: readonly TextKind[];
  drawings?: readonly DrawingRequest[];
  pieces?: readonly Piece[];
  county: County | undefined;
  anchors: AnchorTable;
  shown?: readonly Medium[];
  pictures?: Readonly<Record<string, Picture>>;
  /** What it may say that it belongs to, besides its county. */
  groups?: Groups;
  /** Ids of the places that are on the site; without them, all that it marks are. */
  places?: ReadonlySet<string>;
}

/**
 * A manuscript as a story of the site.
 * @param day today, `YYYY-MM-DD`: from its day on, a scheduled story is a published one
 * @throws where the check before the build did not look at it
 */
export function toStory(
  {
    slug,
    data,
    blocks,
    kinds = [],
    drawings = [],
    pieces = [],
    county,
    anchors: table,
    groups = NO_GROUPS,
    shown = [],
    pictures = {},
    places,
  }: Source,
  day: string,
): Story {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const texts = blocks.filter(isCitable);
  const anchors = assignAnchors(
    texts.map((block) => block.text),
    table,
  );
  const characters = countCharacters(blocks);
  const { county: _, source, text, ...fields } = data;
  const { milestones, figures } = data;
  const isPrivate = privacyOf(data, (id) => places !== undefined && !places.has(id));
  const all = {
    ...fields,
    ...{ milestones: milestones.filter(isOpen), figures: figures.filter(isOpen), told: { milestones, figures } },
    status: isPublic(data, day) ? 'published' : data.status,
    slug,
    href: storyPath(slug),
    ...groupsOf(data, county ?? null, groups),
    sections: headings.map((block, index) => ({ id: sectionId(index), title: block.text, depth: block.depth })),
    paragraphs: texts.map(({ text, marks }, i) => ({
      ...{ id: anchors.paragraphs[i]?.id ?? '', text, marks },
      isPrivate: marks.some(isPrivate),
    })),
    pieces: pieces.map((piece) => (piece.marks.some(isPrivate) ? null : piece)),
    media: shown,
    pictures,
    removedAnchors: anchors.removed,
    kinds,
    drawings,
    ...languageOf(data.lang),
    characters,
    minutes: readingMinutes(characters),
  };
  if (isEssay(data)) return { ...all, county: null, source: null, text: null };
  if (!county || !source || !text) throw new Error(`Story ${slug} was not checked before the build`);
  return { ...all, county, source, text };
}

/** What says in which language a story is: nothing where it is the page's. */
function languageOf(lang = OWN_LANGUAGE): Pick<Story, 'wording' | 'script'> {
  if (isSameLanguage(lang, language)) return { wording: {}, script: scriptClass(lang) };
  const { class: script, ...wording } = languageAttributes(lang);
  return { wording, script };
}
/** Whether a story retells an original, as all do but essays. */
export const isReport = (story: Story): story is Report => story.county !== null;

/** Whether a story is about a unit, be it the one in whose folder it lies or another. */
export const isAbout = ({ counties }: Pick<Story, 'counties'>, id: string): boolean =>
  counties.some((county) => county.id === id);

/**
 * Whether a story belongs to a county: its milestones, figures and practices are counted there, and nowhere else, whatever
 * other counties it is about as well.
 */
export const isAtHome = ({ county }: Pick<Story, 'county'>, id: string): boolean => county?.id === id;

/** By county, then date of the original, those without one last; essays come after all, by the day they were published. */
export function compareStories(a: Story, b: Story): number {
  if (!isReport(a) || !isReport(b))
    return (
      Number(isReport(b)) - Number(isReport(a)) ||
      a.published.localeCompare(b.published) ||
      a.slug.localeCompare(b.slug)
    );
  return compareUnits(a.county, b.county) || compareSources(a, b) || a.slug.localeCompare(b.slug);
}

function compareSources({ source: a }: Report, { source: b }: Report): number {
  if (!a.date || !b.date) return Number(!a.date) - Number(!b.date);
  return compareDates(a.date, b.date);
}
