// npm run schemas: JSON Schemas for the editors of front matter and registers, in .vscode/schemas.
import { join } from 'node:path';
import { jsonSchemas, SCHEMA_FOLDER } from '../editing/files/json-schemas.ts';
import { runPackage } from './command.ts';
import { EXIT, runCommand, writeWhole } from './terminal.ts';

await runCommand(async () => {
  for (const { name, text } of jsonSchemas()) writeWhole(join(SCHEMA_FOLDER, name), text);
  // As `npm run lint` wants them, so that only what changed shows.
  const { code } = await runPackage('@biomejs/biome', ['format', '--write', SCHEMA_FOLDER]);
  return code === 0 ? EXIT.fine : code;
});
