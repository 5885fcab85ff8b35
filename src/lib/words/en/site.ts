import type { Words } from '../complete.ts';
import { counted, number, plural } from '../english.ts';
import { unit, units } from '../unit.ts';
import type * as zh from '../zh-Hans/site.ts';

export const SITE = {
  name: 'County Chronicle',
  tagline: 'Ten counties, six years: a searchable archive of local reports on the way out of poverty',
  period: '2015–2021',
  description:
    'How ten counties left poverty, told from local reports of 2015–2021: long reads, maps, milestones and figures, each traced back to the words that state it.',
} as const satisfies Words<typeof zh.SITE>;

export const NAVIGATION = [
  { path: 'stories/', label: 'Stories' },
  { path: 'counties/', label: unit.capitals },
  { path: 'map/', label: 'Map' },
  { path: 'timeline/', label: 'Timeline' },
  { path: 'practices/', label: 'Practices' },
  { path: 'figures/', label: 'Figures' },
  { path: 'search/', label: 'Search' },
] as const satisfies Words<typeof zh.NAVIGATION>;

export const FOOTER_NAVIGATION = [
  { path: 'people/', label: 'People' },
  { path: 'places/', label: 'Places' },
  { path: 'offline/', label: 'Reading offline' },
  { path: 'about/', label: 'About' },
  { path: 'about/#contact', label: 'Report an error or ask to stay unnamed' },
] as const satisfies Words<typeof zh.FOOTER_NAVIGATION>;

export const SCRIPT_NOTES = {
  old: 'This browser is too old to search; stories can be read.',
  failed: 'Scripts did not load. Please reload.',
} as const satisfies Words<typeof zh.SCRIPT_NOTES>;

const IN_WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

export const T = {
  skip: 'Skip to the text',
  mainNav: 'Sections',
  elderMode: 'Large print',
  settings: 'Reading settings',
  settingsShort: 'Settings',
  footerNav: 'Registers and notes',
  contents: 'Contents',
  figures: 'Figures in this story',
  milestones: 'Milestones in this story',
  source: 'Title and source',
  cite: 'Cite',
  inferred: 'inferred',
  paragraphLink: 'Link to this paragraph',
  dates: 'Dates: ',
  sixYears: 'Six years',
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
  counties: (count) => `${IN_WORDS[count] ?? number(count)} ${count === 1 ? unit.name : unit.group}`,
  tenCountiesMap: `Where the ${unit.group} are`,
  moreStories: 'More stories',
  stories: 'Stories',
  allStories: 'All stories',
  storiesLede: (count) => `${counted.stories(count)}, by ${unit.name} and then by genre.`,
  byCounty: `By ${unit.name}`,
  byGenre: 'By genre',
  countyMilestones: 'Milestones',
  countyFigures: 'Figures',
  code: 'Administrative code',
  seat: 'Seat',
  formerly: 'Formerly',
  formerlyText: (name, code, until) => `${name} (${code}), until ${until}`,
  counted: 'Item',
  value: 'Value',
  asOf: 'As of',
  notFound: 'No such page',
  notFoundText: 'The link may have lost a letter, or the page has moved. You can start from one of these.',
  toFront: 'Front page',
  report: 'Report an error or ask to stay unnamed',
  colophon:
    'Stories are retold from the original reports; facts and figures can be traced. Maps are sketches. Texts and data may be used again under CC BY 4.0.',
} as const satisfies Words<typeof zh.T>;

export const archiveExtent: Words<typeof zh.archiveExtent> = (stories, counties) =>
  `${counted.stories(stories)} · ${units(counties)} · ${SITE.period}`;
