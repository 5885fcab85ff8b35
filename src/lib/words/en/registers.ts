import type { Words } from '../complete.ts';
import { number, plural } from '../english.ts';
import type * as zh from '../zh-Hans/registers.ts';
import { one } from './unit.ts';

export const REGISTERS = {
  practices: 'Practices',
  practicesLede: (count) =>
    count === 1
      ? 'One practice that the stories call by name: what it is, how it works, where it has been used.'
      : `${number(count)} practices that the stories call by name: what they are, how they work, where they have been used.`,
  glossary: 'Glossary',
  glossaryLede:
    'Practices of which a story says a sentence or two, under the place that tells of them, each with that sentence.',
  entries: (count) => (count === 1 ? '1 entry' : `${count} entries`),
  moved: (name) => `${name} has moved to the glossary`,
  goTo: 'Read it in the glossary',
  others: 'Others',
  byNumber: 'Find by number in the name',
  aliases: 'Also called',
  where: 'Found in',
  whatPapersSay: 'What the stories say',
  people: 'People',
  peopleLede: (count) => `${plural(count, 'person', 'people')} of whom the stories tell, or who wrote them.`,
  actors: 'In the stories',
  outside: 'Elsewhere',
  authors: 'Authors',
  places: 'Places',
  placesLede: (count) =>
    `${plural(count, 'place')} named in the stories, each under the place that it belongs to. Where the source gives no position, none is marked on the map.`,
  misprint: (forms) => `wrongly, in the original, ${forms}`,
  alias: (forms) => `also ${forms}`,
  noPlaces: `The stories name no place within this ${one}.`,
} as const satisfies Words<typeof zh.REGISTERS>;
