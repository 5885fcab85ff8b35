import type { Words } from '../complete.ts';
import { number, plural } from '../english.ts';
import { unit } from '../unit.ts';
import type * as zh from '../zh-Hans/registers.ts';

export const PRACTICE_KINDS = {
  mechanism: {
    name: 'Mechanisms and methods',
    lede: 'Rules that a place has set itself: who helps whom, how things are checked, how accounts are kept.',
  },
  campaign: { name: 'Campaigns and drives', lede: 'Things done together within a set time.' },
  programme: { name: 'Programmes and policies', lede: 'Arrangements with a name and money of their own.' },
  standard: { name: 'Standards and requirements', lede: 'Measures of whether a thing has been done.' },
} as const satisfies Words<typeof zh.PRACTICE_KINDS>;

export const REGISTERS = {
  practices: 'Practices',
  practicesLede: (count) =>
    count === 1
      ? 'One practice that the stories call by name: what it is, how it works, where it has been used.'
      : `${number(count)} practices that the stories call by name: what they are, how they work, where they have been used.`,
  byNumber: 'Find by number in the name',
  aliases: 'Also called',
  where: 'Found in',
  whatPapersSay: 'What the stories say',
  people: 'People',
  peopleLede: (count) =>
    `${plural(count, 'person', 'people')} who acted or spoke in public office, or wrote the reports. Private people in hardship are not listed.`,
  actors: 'In the stories',
  authors: 'Authors of the reports',
  places: 'Places',
  placesLede: (count) =>
    `${plural(count, 'place')} named in the stories, each under the place that it belongs to. Where the source gives no position, none is marked on the map.`,
  misprint: (forms) => `misprinted in the original as ${forms}`,
  alias: (forms) => `also ${forms}`,
  noPlaces: `The stories name no place within this ${unit.name}.`,
} as const satisfies Words<typeof zh.REGISTERS>;

export const PLACE_LEVELS = {
  township: 'Township or subdistrict',
  village: 'Village',
  group: 'Hamlet',
  site: 'Site',
  outside: `Outside the ${unit.name}`,
} as const satisfies Words<typeof zh.PLACE_LEVELS>;
