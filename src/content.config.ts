import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { hiddenStories } from './editing/files/hidden-stories.ts';
import {
  comparisonsSchema,
  countySchema,
  frontSchema,
  peopleSchema,
  placesSchema,
  practiceSchema,
} from './lib/schema/registers.ts';
import { storySchema } from './lib/schema/story.ts';
import { contentFolder } from './site/config.ts';

const base = contentFolder();
/** Ids are file names: `stories/jianan/jianan-yao-heng.mdx` is `jianan-yao-heng`. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/^.*\//, '').replace(/\.\w+$/, '');
const load = (...pattern: string[]) => glob({ base, pattern, generateId });
/** Stories that readers may not see are never read: neither their words nor their pictures reach the build. */
const leftOut = hiddenStories(base, process.env.DRAFTS === '1').map(({ path }) => `!${path}`);

export const collections = {
  stories: defineCollection({ loader: load('stories/*/*.mdx', ...leftOut), schema: storySchema }),
  counties: defineCollection({ loader: load('counties/*.yaml'), schema: countySchema }),
  places: defineCollection({ loader: load('places/*.yaml'), schema: placesSchema }),
  practices: defineCollection({ loader: load('practices/*.mdx'), schema: practiceSchema }),
  front: defineCollection({ loader: load('front.yaml'), schema: frontSchema }),
  comparisons: defineCollection({ loader: load('comparisons.yaml'), schema: comparisonsSchema }),
  people: defineCollection({ loader: load('people.yaml'), schema: peopleSchema }),
};
