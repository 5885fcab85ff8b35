// npm run schemas: JSON Schemas for the editors of front matter and registers, in .vscode/schemas.
import { join } from 'node:path';
import { jsonSchemas, SCHEMA_FOLDER } from '../build/json-schemas.ts';
import { EXIT, runTool, writeWhole } from './terminal.ts';

await runTool(() => {
  for (const { name, text } of jsonSchemas()) writeWhole(join(SCHEMA_FOLDER, name), text);
  return EXIT.fine;
});
