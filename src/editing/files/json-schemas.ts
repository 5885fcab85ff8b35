import { z } from 'astro/zod';
import { REGISTERS } from '../../lib/schema/register-table.ts';
import { storySchema } from '../../lib/schema/story.ts';

/** Where VS Code finds the schemas, by the name of what they describe; from the folder that it opens. */
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

/**
 * Which files each schema describes, as VS Code's settings have it.
 * @param content where the archive lies in the folder that VS Code opens, such as `src/content`; '' where it is that folder
 */
export function schemaSettings(content: string): Record<string, string> {
  const inside = (where: string) => (content === '' ? where : `${content}/${where}`);
  return Object.fromEntries([
    [`${SCHEMA_FOLDER}/story.schema.json`, inside('stories/**/*.mdx')],
    ...Object.values<{ where: string; schemaName: string; entry?: { where: string; schemaName: string } }>(
      REGISTERS,
    ).flatMap(({ where, schemaName, entry }) => [
      [`${SCHEMA_FOLDER}/${schemaName}.schema.json`, inside(where)],
      ...(entry ? [[`${SCHEMA_FOLDER}/${entry.schemaName}.schema.json`, inside(entry.where)]] : []),
    ]),
  ]);
}
