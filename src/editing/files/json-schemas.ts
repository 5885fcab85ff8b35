import { z } from 'astro/zod';
import {
  comparisonsSchema,
  countySchema,
  frontSchema,
  peopleSchema,
  placesSchema,
  practiceSchema,
} from '../../lib/schema/registers.ts';
import { storySchema } from '../../lib/schema/story.ts';

/** Where VS Code finds the schemas, by the name of what they describe. */
export const SCHEMA_FOLDER = '.vscode/schemas';

const SCHEMAS = {
  story: storySchema,
  practice: practiceSchema,
  county: countySchema,
  places: placesSchema,
  people: peopleSchema,
  front: frontSchema,
  comparisons: comparisonsSchema,
} as const;

/** Each schema as a file of JSON Schema (2020-12), with the Chinese words of its fields. */
export function jsonSchemas(): { name: string; text: string }[] {
  return Object.entries(SCHEMAS).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return { name: `${name}.schema.json`, text: `${JSON.stringify(json, null, 2)}\n` };
  });
}
