import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { docx, HEAD, LONG, paragraph, run } from '../../support/docx.ts';
import { pictureBombs, wordBombs } from '../../support/hostile-files.ts';
import { CONTENT_PLACES, IMPORTS } from '../../support/hostile-places.ts';
import { SIGNS, STRUCTURES } from '../../support/hostile-texts.ts';
import { judge } from '../../support/judge.ts';

/** Generous: an idle machine takes a tenth. What is not linear takes minutes. */
const MOST_MS = 10_000;
const SIZE = 100_000;
const PLACES = [
  ...Object.keys(CONTENT_PLACES).map((place) => ['check', place] as const),
  ...Object.keys(IMPORTS).map((place) => ['import', place] as const),
];
/** Each text in one place, each place with some texts; `npm run bench:hostile` has every text in every place. */
const CASES = [...SIGNS, ...STRUCTURES].flatMap((text, index) => {
  const [command, place] = PLACES[(index * 7) % PLACES.length] ?? ['check', 'body'];
  return index % 2 === 0 ? [{ text, command, place }] : [];
});
/** What was once not done in minutes. */
const ONCE = [
  '"{"',
  '"["',
  '"<"',
  '"> "',
  '">"',
  '"2020-02-"',
  '"1,"',
  '"`"',
  '"|"',
  '"a"',
  '"www."',
  'keys that are all different',
];

describe('a text that no writer wrote is judged in time', () => {
  const once = [...SIGNS, ...STRUCTURES].filter(({ name }) => ONCE.includes(name));
  const all = [
    ...CASES,
    ...once.flatMap((text) => [
      { text, command: 'check', place: 'body' },
      { text, command: 'check', place: 'head' },
      { text, command: 'check', place: 'date' },
      { text, command: 'import', place: 'txt' },
      { text, command: 'import', place: 'md' },
    ]),
  ];
  test.each(all)('$command, $place: $text.name', async ({ text, command, place }) => {
    const began = performance.now();
    const said = await judge(command, place, text.make(SIZE));
    expect(performance.now() - began).toBeLessThan(MOST_MS);
    expect(said).not.toMatch(/RangeError|TypeError|\n {4}at /);
    expect(said.length).toBeLessThan(100_000);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'bombs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command of editors; what it said, and the most memory it took, in megabytes; 0 where only Linux tells. */
const measure = (command: string, ...args: string[]) => measureWith([], command, ...args);

/** @param flags of Node */
async function measureWith(
  flags: readonly string[],
  command: string,
  ...args: string[]
): Promise<{ said: string; megabytes: number }> {
  // What the system says of a process begins with its parent's; of its own memory, with its own.
  const program = `import { existsSync, readFileSync } from 'node:fs';
    const status = '/proc/self/status';
    process.on('exit', () => existsSync(status) && console.log(/VmHWM:.*/.exec(readFileSync(status, 'utf8'))[0]));
    process.argv = [process.argv[0], ...${JSON.stringify(args)}];
    await import(${JSON.stringify(resolve(`src/commands/${command}.ts`))});`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    ...flags,
    '--input-type=module',
    '-e',
    program,
  ]).catch((error: unknown) => error as { stdout: string; stderr: string });
  return { said: stdout + stderr, megabytes: Number(/VmHWM:\s*(\d+)/.exec(stdout)?.[1] ?? 0) / 1024 };
}

/**
 * Node takes more from the system than it holds, for as long as there is more: some 300 MB here. What is held is what it
 * cannot do without.
 */
test('the longest Word file that is taken for an article holds less than 80 MB', async () => {
  const file = join(folder, 'long.docx');
  writeFileSync(file, await docx(HEAD + paragraph(run(LONG)).repeat(180_000 / LONG.length)));
  const { said } = await measureWith(['--max-old-space-size=80'], 'import', '--dry-run', file);
  expect(said).toContain('核对：');
});

describe('a file of kilobytes that would fill a machine is refused within 256 MB', () => {
  test.each(Object.entries(wordBombs()))('Word: %s', async (name, bytes) => {
    const file = join(folder, `${name}.docx`);
    writeFileSync(file, bytes);
    const { said, megabytes } = await measure('import', '--dry-run', file);
    expect(said).toMatch(/错误 .*(?:太大|已损坏|太深|DOCTYPE|没有文字)/);
    expect(said).not.toMatch(/\n {4}at /);
    expect(megabytes).toBeLessThan(256);
  });

  test.each(Object.entries(pictureBombs()))('picture: %s', async (name, bytes) => {
    const content = join(folder, name.replace('.', '-'));
    cpSync('tests/fixtures/content', content, { recursive: true });
    writeFileSync(join(content, 'stories/jianan', name), bytes);
    const { said, megabytes } = await measure('check', content);
    expect(said).toMatch(new RegExp(`${name}:1:1 错误 .*(?:像素|打不开)`));
    expect(megabytes).toBeLessThan(256);
  });
});
