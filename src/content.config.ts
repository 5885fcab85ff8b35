import { defineCollection } from 'astro:content';
import {
  keptLoader,
  pageEntrySchema,
  pageLoader,
  practiceEntrySchema,
  registerLoader,
  storyEntrySchema,
  storyLoader,
} from './integrations/content-loaders.ts';
import { REGISTERS } from './lib/schema/register-table.ts';
import { config } from './site/config.ts';

const settings = config();
const { counties, places, front, comparisons, people, series, tags, authors } = REGISTERS;

export const collections = {
  stories: defineCollection({ loader: storyLoader(settings), schema: storyEntrySchema }),
  counties: defineCollection({ loader: registerLoader(settings, 'counties'), schema: counties.schema }),
  places: defineCollection({ loader: registerLoader(settings, 'places'), schema: places.schema }),
  practices: defineCollection({ loader: registerLoader(settings, 'practices'), schema: practiceEntrySchema }),
  pages: defineCollection({ loader: pageLoader(settings), schema: pageEntrySchema }),
  front: defineCollection({ loader: registerLoader(settings, 'front'), schema: front.schema }),
  comparisons: defineCollection({ loader: registerLoader(settings, 'comparisons'), schema: comparisons.schema }),
  series: defineCollection({ loader: registerLoader(settings, 'series'), schema: series.schema }),
  tags: defineCollection({ loader: registerLoader(settings, 'tags'), schema: tags.schema }),
  authors: defineCollection({ loader: registerLoader(settings, 'authors'), schema: authors.schema }),
  kept: defineCollection({ loader: keptLoader(settings) }),
  people: defineCollection({ loader: registerLoader(settings, 'people'), schema: people.schema }),
};
