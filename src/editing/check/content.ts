import { type Block, isCitable } from '../../lib/manuscript/blocks.ts';
import { readPage, readPractice, readStory } from '../../lib/manuscript/manuscript.ts';
import { type ContentFile, idOf } from '../../lib/manuscript/paths.ts';
import { type Problem, sortProblems } from '../../lib/manuscript/problem.ts';
import { isOnSite, isPlanned } from '../../lib/manuscript/publication.ts';
import { privatePlaces } from '../../lib/privacy/open.ts';
import { privacyOf } from '../../lib/privacy/told.ts';
import { registerLike } from '../../lib/schema/register-table.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { standingOf } from '../addresses.ts';
import { entriesOnSite } from '../entries.ts';
import { findLostAddresses, findNotRetired, findUnexplained } from './addresses.ts';
import { findAhead } from './ahead.ts';
import { findBrokenComparisons } from './comparisons.ts';
import { findDrawingsIn } from './drawings.ts';
import type { Registers } from './facts.ts';
import { findUnborneFront } from './front.ts';
import { findSeriesFaults } from './groups.ts';
import { anchorsOf, findDeadLinks } from './links.ts';
import { findMediaIn } from './media.ts';
import { findWrongPanels } from './panels.ts';
import { findPrivatePoints, findSwappedPoints } from './points.ts';
import { idsOf, readRegisters } from './read-registers.ts';
import {
  attach,
  findDoubles,
  findReservedIds,
  findReservedPages,
  findUnknownCounties,
  findUnknownCounty,
  findUnknownParents,
  findUnknownStories,
} from './registers.ts';
import { smallPlaces } from './small-places.ts';
import { checkStory } from './story.ts';
import { sumUp } from './sum-up.ts';
import { entriesIn, findUnpublished, pagesToCome } from './unpublished.ts';
import { findWrongWords } from './words.ts';

/** What a check may rest on besides the files themselves. */
export interface Surroundings {
  /** Paths of the images in the content folder. */
  images?: readonly string[];
  /** Paths of the pictures, recordings, their words and documents that are there, good or damaged. */
  media?: readonly string[];
  /** Files whose registers count too: those of the project, when stories outside it are checked. */
  registers?: readonly ContentFile[];
  /** Files that are there and cannot be read: that is said once, and not of what refers to them. */
  unread?: readonly string[];
  /** The day, `YYYY-MM-DD`, by which scheduled stories have come or not. */
  day: string;
}

/**
 * Checks the whole content folder: every file against its schema, every reference, every mark.
 * @returns all problems at once, sorted by file and line; paths as given; of one kind in a file at most a hundred
 */
export function checkContent(files: readonly ContentFile[], surroundings: Surroundings): Problem[] {
  const own = readRegisters(files);
  const others = surroundings.registers ?? [];
  const stories = files.filter(isStory);
  const unread = (surroundings.unread ?? []).map((path) => ({ path, text: '' }));
  const unreadStories = unread.filter(isStory);
  const planned = [...stories, ...others.filter(isStory)].filter((file) => isPlanned(readStory(file).publication));
  const toCome = new Set([...planned, ...unreadStories].map(idOf));
  const registers: Omit<Registers, 'cited'> = {
    ...idsOf([own, readRegisters(others)], unread),
    stories: new Set(
      [...planned.filter((file) => isOnSite(readStory(file).publication, surroundings.day)), ...unreadStories].map(
        idOf,
      ),
    ),
    smallPlaces: smallPlaces(
      [...own.places, ...readRegisters(others).places].flatMap(({ value }) => value?.places ?? []),
    ),
    privatePlaces: privatePlaces(
      [...own.places, ...readRegisters(others).places].flatMap(({ value }) => value?.places ?? []),
    ),
    images: new Set(surroundings.images ?? []),
    media: new Set(surroundings.media ?? []),
    names: namesOf([own, readRegisters(others)]),
    anchorsIn: anchorsBy([...stories, ...others.filter(isStory)]),
    pages: new Set([...files, ...others].filter(({ path }) => registerLike(path) === 'pages').map(idOf)),
  };
  const entries = entriesIn([own, readRegisters(others)]);
  const spokenOf = (some: readonly ContentFile[]) =>
    entriesOnSite(
      entries,
      some.flatMap((file) => readStory(file).data ?? []),
    );
  const spoken = spokenOf(planned.filter((file) => registers.stories.has(idOf(file))));
  const notYet = pagesToCome(entries, spoken);
  const standing = {
    ...standingOf({ ...spoken, stories: registers.stories }, files),
    day: surroundings.day,
    isWhole:
      unread.length === 0 &&
      [own.counties, own.practices, own.series, own.tags, own.authors].flat().every(({ value }) => value !== null) &&
      stories.every((file) => {
        const { data, publication } = readStory(file);
        return data !== null || (publication.isCertain && !isPlanned(publication));
      }),
  };
  const known = new Set(own.addresses.flatMap(({ value }) => value?.addresses.map(({ at }) => at) ?? []));
  // Null where a story's own errors keep it from being read.
  const figures = new Map(
    [...stories, ...unreadStories].map((file) => [idOf(file), readStory(file).data?.figures ?? null]),
  );
  const cited = new Map(
    [...stories, ...others.filter(isStory), ...unreadStories].map((file) => {
      return [idOf(file), { data: readStory(file).data, isOnSite: registers.stories.has(idOf(file)) }] as const;
    }),
  );
  const problems = [
    ...[
      own.site,
      own.counties,
      own.places,
      own.practices,
      own.pages,
      own.people,
      own.series,
      own.tags,
      own.authors,
      own.front,
      own.comparisons,
      own.addresses,
      own.strange,
    ]
      .flat()
      .flatMap(({ file, findings }) => attach(file, findings)),
    ...own.site.flatMap((reading) => attach(reading.file, findWrongWords(reading))),
    ...own.site.flatMap((reading) => attach(reading.file, findWrongPanels(reading, registers.counties))),
    ...findUnknownParents(own.places),
    ...own.places
      .filter(({ file }) => file.path.startsWith('places/'))
      .flatMap(({ file }) => attach(file, findUnknownCounty(file, registers.counties))),
    ...own.people.flatMap((reading) => attach(reading.file, findUnknownCounties(reading, registers.counties))),
    ...own.front.flatMap((reading) => attach(reading.file, findUnknownStories(reading, toCome))),
    ...own.front.flatMap((reading) =>
      attach(
        reading.file,
        findUnborneFront(reading, toldBy([...stories, ...unreadStories], registers.privatePlaces ?? new Set<string>())),
      ),
    ),
    ...own.comparisons.flatMap((reading) => attach(reading.file, findBrokenComparisons(reading, figures))),
    // Places are listed under their counties.
    ...own.places.flatMap((reading) => attach(reading.file, findReservedIds(reading, 'places', registers.counties))),
    ...own.people.flatMap((reading) => attach(reading.file, findReservedIds(reading, 'people', new Set()))),
    ...own.addresses.flatMap((reading) => attach(reading.file, findLostAddresses(reading, standing))),
    ...findReservedPages(own.pages),
    ...findPrivatePoints(own.places),
    ...findSwappedPoints(own.counties, own.places),
    ...findDoubles(own.places, 'places'),
    ...findDoubles(own.people, 'people'),
    ...findDoubles(own.tags, 'tags'),
    ...findDoubles(own.authors, 'authors'),
    ...findSeriesFaults(stories),
    ...findUnpublished(own, spokenOf(planned), new Set(stories.map(idOf).filter((slug) => !toCome.has(slug)))),
    ...stories.flatMap((file) => {
      const story = readStory(file);
      // What a story speaks of comes to the site with it.
      const withIt = [
        `counties/${story.data?.county}`,
        ...(story.data?.counties ?? []).map((id) => `counties/${id}`),
        ...(story.data?.practices ?? []).map((id) => `practices/${id}`),
      ];
      const hidden = new Set([...notYet].filter((page) => !withIt.includes(page)));
      const own = checkStory(story, { ...registers, notYet: hidden, cited });
      return attach(file, [
        ...own,
        ...findAhead(story, surroundings.day),
        ...findUnexplained(story, known, surroundings.day),
        ...findNotRetired(story),
      ]);
    }),
    ...[
      ...own.practices.map(({ file, tree }) => ({ file, tree, blocks: readPractice(file).body.blocks })),
      ...own.pages.map(({ file, tree }) => ({ file, tree, blocks: readPage(file).body.blocks })),
    ].flatMap(({ file, tree, blocks }) =>
      tree
        ? attach(file, [
            ...findDeadLinks(tree, blocks, { ...registers, notYet }, file.path),
            ...findMediaIn(tree),
            ...findDrawingsIn(tree),
          ])
        : [],
    ),
    ...findTwins(stories),
    ...findTwins(files.filter((file) => file.path.startsWith('practices/'))),
  ];
  return sumUp(sortProblems(problems));
}

/** What people and places are called: by their names, what they are, and what is printed for them. */
function namesOf(all: readonly ReturnType<typeof readRegisters>[]): ReadonlyMap<string, readonly string[]> {
  const people = all.flatMap((one) => one.people.flatMap(({ value }) => value?.people ?? []));
  const places = all.flatMap((one) => one.places.flatMap(({ value }) => value?.places ?? []));
  return new Map([
    ...people.map(({ id, name, role }) => [`Person ${id}`, [name, ...(role ? [role] : [])]] as const),
    ...places.map(({ id, name, aliases, misprints }) => [`Place ${id}`, [name, ...aliases, ...misprints]] as const),
  ]);
}

/** The anchors of a story, looked up when a link asks for them. */
function anchorsBy(stories: readonly ContentFile[]): (slug: string) => ReadonlySet<string> | null {
  const files = new Map(stories.map((file) => [idOf(file), file]));
  return (slug) => {
    const file = files.get(slug);
    const blocks = file ? readStory(file).body.blocks : [];
    return blocks.length > 0 ? anchorsOf(blocks) : null;
  };
}

const paragraphsOf = (data: StoryData, blocks: readonly Block[], hidden: ReadonlySet<string>) => {
  const isPrivate = privacyOf(data, (id) => hidden.has(id));
  return blocks.filter(isCitable).map(({ text, marks }) => ({ text, isPrivate: marks.some(isPrivate) }));
};

/** What the front page may take from each story, by its slug. */
const toldBy = (files: readonly ContentFile[], hidden: ReadonlySet<string>) =>
  new Map(
    files.map((file) => {
      const { data, body } = readStory(file);
      return [
        idOf(file),
        { data, county: data?.county ?? null, paragraphs: data ? paragraphsOf(data, body.blocks, hidden) : [] },
      ] as const;
    }),
  );

/** A manuscript in `stories/`, or one that lies outside every folder we know. */
const isStory = ({ path }: ContentFile) => path.endsWith('.mdx') && !/(?:^|\/)practices\//.test(path);

/** Two files whose names differ in folder or case alone would fight for one address. */
function findTwins(files: readonly ContentFile[]): Problem[] {
  const seen = new Map<string, ContentFile>();
  return files.flatMap((file) => {
    const key = idOf(file).toLowerCase();
    const twin = seen.get(key);
    seen.set(key, file);
    if (!twin) return [];
    return [
      {
        file: file.path,
        line: 1,
        column: 1,
        rule: 'slug-twice',
        message: `网址名与 ${twin.path} 重复`,
        cure: '给其中一篇改名',
      },
    ];
  });
}
