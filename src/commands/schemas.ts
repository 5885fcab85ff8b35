// npm run schemas: JSON Schemas for the editors of front matter and registers, in .vscode/schemas of the repository that
// the archive lies in, since they name its own genres and kinds.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { repositoryOf } from '../editing/files/git.ts';
import { jsonSchemas, SCHEMA_FOLDER, schemaSettings } from '../editing/files/json-schemas.ts';
import { runPackage } from './command.ts';
import { openContent } from './open-content.ts';
import { callerFolder, EXIT, runCommand, writeWhole } from './terminal.ts';

await runCommand(async () => {
  const { contentFolder } = openContent();
  const root = repositoryOf(contentFolder) ?? contentFolder;
  const folder = join(root, SCHEMA_FOLDER);
  for (const { name, text } of jsonSchemas()) writeWhole(join(folder, name), text);
  console.log(`已写 ${relative(callerFolder(), folder) || folder}`);
  tellSettings(root, relative(root, contentFolder).replaceAll('\\', '/'));
  if (root !== process.cwd()) return EXIT.fine;
  // As `npm run lint` wants them, so that only what changed shows.
  const { code } = await runPackage('@biomejs/biome', ['format', '--write', SCHEMA_FOLDER]);
  return code === 0 ? EXIT.fine : code;
});

/** Settings that nobody has written are written; in others the lines that are missing are told. */
function tellSettings(root: string, content: string): void {
  const file = join(root, '.vscode/settings.json');
  const wanted = schemaSettings(content);
  if (!existsSync(file)) {
    writeWhole(file, `${JSON.stringify({ 'yaml.schemas': wanted }, null, 2)}\n`);
    return;
  }
  const there = readFileSync(file, 'utf8');
  const missing = Object.entries(wanted).filter(([schema]) => !there.includes(`"${schema}"`));
  if (missing.length === 0) return;
  console.log(`    → 在 ${relative(callerFolder(), file)} 的 "yaml.schemas" 里加上：`);
  for (const [schema, where] of missing) console.log(`      "${schema}": "${where}",`);
}
