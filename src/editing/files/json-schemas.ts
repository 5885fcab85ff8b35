import { z } from 'astro/zod';
import { REGISTERS } from '../../lib/schema/register-table.ts';
import { storySchema } from '../../lib/schema/story.ts';

/** Where VS Code finds the schemas, by the name of what they describe. */
export const SCHEMA_FOLDER = '.vscode/schemas';

interface Described {
  schemaName: string;
  schema: z.ZodType;
  /** One entry of a list, in a file that is called by its id. */
  entry?: { schemaName: string; schema: z.ZodType };
}

const SCHEMAS: readonly Described[] = [{ schemaName: 'story', schema: storySchema }, ...Object.values(REGISTERS)];

/** Each schema as a file of JSON Schema (2020-12), with the Chinese words of its fields. */
export function jsonSchemas(): { name: string; text: string }[] {
  return SCHEMAS.flatMap(({ schemaName, schema, entry }) => [
    toFile(schemaName, toJson(schema)),
    ...(entry ? [toFile(entry.schemaName, withoutId(toJson(entry.schema)))] : []),
  ]);
}

const toJson = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/** Its id is the name of its file. */
function withoutId(json: ReturnType<typeof toJson>): ReturnType<typeof toJson> {
  const { id: _, ...properties } = json.properties ?? {};
  return { ...json, properties, required: (json.required ?? []).filter((field) => field !== 'id') };
}

const toFile = (name: string, json: object) => ({
  name: `${name}.schema.json`,
  text: `${JSON.stringify(json, null, 2)}\n`,
});
