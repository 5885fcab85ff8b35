import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonSchemas, SCHEMA_FOLDER, schemaSettings } from '../../src/editing/files/json-schemas.ts';
import { otherArchive } from './bundled.ts';

// Committed for the editors of the archive that the project ships, in its words.
const reason = otherArchive();
if (reason) console.warn(`tests/seed is skipped: ${reason}.`);

describe.skipIf(reason)('the JSON Schemas', () => {
  test.each(jsonSchemas())(
    '$name is what the schemas say, each field in Chinese (npm run schemas)',
    ({ name, text }) => {
      expect(JSON.parse(readFileSync(join(SCHEMA_FOLDER, name), 'utf8'))).toEqual(JSON.parse(text));
      const silent: string[] = [];
      const visit = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return;
        for (const [key, value] of Object.entries(node)) {
          // A condition is no field.
          if (key === 'if') continue;
          if (key === 'properties') {
            for (const [field, schema] of Object.entries(value as Record<string, { description?: string }>)) {
              if (
                !/\p{Script=Han}/u.test(schema.description ?? '') &&
                !['addresses', 'people', 'places'].includes(field)
              )
                silent.push(field);
            }
          }
          visit(value);
        }
      };
      visit(JSON.parse(text));
      expect(silent).toEqual([]);
    },
  );

  test('VS Code is told of each of them which files it describes', () => {
    const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as { 'yaml.schemas': object };
    expect(settings['yaml.schemas']).toEqual(schemaSettings('src/content'));
  });
});
