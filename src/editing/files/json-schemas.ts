import { z } from 'astro/zod';
import { REGISTERS } from '../../lib/schema/register-table.ts';
import { storySchema } from '../../lib/schema/story.ts';

/** Where VS Code finds the schemas, by the name of what they describe. */
export const SCHEMA_FOLDER = '.vscode/schemas';

const SCHEMAS = [{ schemaName: 'story', schema: storySchema }, ...Object.values(REGISTERS)] as const;

/** Each schema as a file of JSON Schema (2020-12), with the Chinese words of its fields. */
export function jsonSchemas(): { name: string; text: string }[] {
  return SCHEMAS.map(({ schemaName, schema }) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return { name: `${schemaName}.schema.json`, text: `${JSON.stringify(json, null, 2)}\n` };
  });
}
