import { unit } from '#archive';
import type { Words } from '../complete.ts';
import { capital, counted, number, plural } from '../english.ts';
import type * as zh from '../zh-Hans/site.ts';
import { Many, many, one, unitCount, unitHeading } from './unit.ts';

export const SECTION_NAMES = {
  stories: 'Stories',
  counties: unit.group === unit.name ? Many : capital(unit.group),
  map: 'Map',
  timeline: 'Timeline',
  practices: 'Practices',
  figures: 'Figures',
  search: 'Search',
  series: 'Series',
  tags: 'Tags',
  authors: 'Authors',
  people: 'People',
  places: 'Places',
  data: 'Data',
  offline: 'Reading offline',
  about: 'About',
  licences: 'Licences',
  contact: 'Report an error or ask to stay unnamed',
} as const satisfies Words<typeof zh.SECTION_NAMES>;

export const FILINGS = {
  reports: (contact) => `Report illegal or harmful content: ${contact}`,
} as const satisfies Words<typeof zh.FILINGS>;

export const SCRIPT_NOTES = {
  old: 'This browser is too old to search; stories can be read.',
  failed: 'Scripts did not load. Please reload.',
} as const satisfies Words<typeof zh.SCRIPT_NOTES>;

export const T = {
  skip: 'Skip to the text',
  mainNav: 'Sections',
  elderMode: 'Large print',
  settings: 'Reading settings',
  settingsShort: 'Settings',
  footerNav: 'Registers and notes',
  languages: 'Languages',
  contents: 'Contents',
  figures: 'Figures in this story',
  milestones: 'Milestones in this story',
  source: 'Title and source',
  cite: 'Cite',
  inferred: 'inferred',
  paragraphLink: 'Link to this paragraph',
  dates: 'Dates: ',
  before: 'Before',
  after: 'After',
  sectionNav: 'Contents of this story',
  neighbours: 'Stories before and after',
  previous: 'Previous',
  next: 'Next',
  whereIs: (county) => `Where ${county} is`,
  characters: (characters) => plural(characters, 'character'),
  minutes: (minutes) => `about ${plural(minutes, 'minute')}`,
  andMore: (count) => `and ${number(count)} more`,
  storyCount: (count) => counted.stories(count),
  counties: unitHeading,
  tenCountiesMap: `Where the ${many} are`,
  moreStories: 'More stories',
  noStories: 'No story has been published yet.',
  stories: 'Stories',
  allStories: 'All stories',
  storiesLede: (count) => `${counted.stories(count)}, by ${one}.`,
  byCounty: `By ${one}`,
  byGenre: 'By genre',
  countyMilestones: 'Milestones',
  countyFigures: 'Figures',
  code: 'Administrative code',
  seat: 'Seat',
  formerly: 'Formerly',
  formerNames: (names) => `formerly ${names}`,
  formerlyText: (name, until, code) => `${name}${code ? ` (${code})` : ''}, until ${until}`,
  counted: 'Item',
  value: 'Value',
  asOf: 'When',
  notFound: 'No such page',
  notFoundText: 'The link may have lost a letter, or the page has moved. You can start from one of these.',
  toFront: 'Front page',
  report: 'Report an error or ask to stay unnamed',
} as const satisfies Words<typeof zh.T>;

export const archiveExtent: Words<typeof zh.archiveExtent> = (stories, units, events, reports) =>
  [counted.stories(stories), unitCount(units), events ? `events ${events}` : reports].filter(Boolean).join(' · ');
