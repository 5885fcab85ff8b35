// Every command of package.json on every folder that CONTENT_DIR may name by mistake: one Chinese sentence, no stack, and
// nothing written. Too many processes for every test run.
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../support/own-environment.ts';
import { run } from '../../src/commands/command.ts';
import { listFolder } from '../../src/editing/files/list-folder.ts';
import { FOLDER_STATES, makeStates } from '../support/folder-states.ts';

/** What a command needs to be asked at all. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  publish: ['a-story'],
  import: ['package.json'],
  astro: ['build'],
};
/** They read the built site or the program, and no archive. */
const WITHOUT = ['init', 'headers', 'words', 'sbom', 'advisories'];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const [, file, rest = ''] = /^node src\/commands\/run\.mjs (src\/commands\/[\w-]+\.ts)(.*)$/.exec(line) ?? [];
  return file && !WITHOUT.includes(name) ? [{ name, file, rest: rest.split(' ').filter(Boolean) }] : [];
});

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'states-')));
makeStates(folder);
const inside = () =>
  listFolder(folder)
    .map(({ path }) => path)
    .sort()
    .join('\n');
const before = inside();
const wrong: string[] = [];
for (const { name, file, rest } of commands)
  for (const state of FOLDER_STATES) {
    const { code, output } = await run(
      process.execPath,
      ['src/commands/run.mjs', file, ...rest, ...(ARGUMENTS[name] ?? [])],
      { quiet: true, timeout: 60_000, env: { CONTENT_DIR: join(folder, state.path), OUT_DIR: join(folder, 'out') } },
    );
    const isTold = code === 2 && /\p{Script=Han}/u.test(output) && output.trim().split('\n').length === 1;
    if (!isTold || !state.says.test(output.trim())) wrong.push(`${name} on ${state.name} (${code}): ${output.trim()}`);
  }
if (inside() !== before) wrong.push('something was written');
rmSync(folder, { recursive: true, force: true });
for (const one of wrong) console.log(one);
console.log(`${commands.length} commands on ${FOLDER_STATES.length} folders: ${wrong.length} wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
