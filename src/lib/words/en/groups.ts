import type { Words } from '../complete.ts';
import { plural } from '../english.ts';
import type * as zh from '../zh-Hans/groups.ts';

export const GROUPS = {
  series: 'Series',
  seriesLede: (count) => `Series (${count}), each in the order in which it is to be read.`,
  number: (number) => `No. ${number}`,
  inSeries: (title, number) => `No. ${number} of the series “${title}”`,
  previousInSeries: 'Before this in the series',
  nextInSeries: 'Next in the series',
  tags: 'Tags',
  tagsLede: (count) => `${plural(count, 'tag', 'tags')} under which stories of one matter stand together.`,
  authors: 'Authors',
  authorsLede: (count) => `${plural(count, 'person', 'people')} who wrote, arranged, translated or told for this site.`,
  all: (kind) => `All: ${kind}`,
  ownAuthors: 'For this site',
  stories: (count) => plural(count, 'story', 'stories'),
} as const satisfies Words<typeof zh.GROUPS>;

export const ROLE_WORDS: Words<typeof zh.ROLE_WORDS> = {
  text: 'Text',
  photo: 'Photographs',
  arranged: 'Arranged by',
  translated: 'Translated by',
  told: 'Told by',
};
