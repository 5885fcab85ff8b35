import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findElsewhere } from '../../../src/editing/files/elsewhere.ts';

const NAME = '郭桂英';
const STORIES = 'content/stories/hegang';

let folder = '';
const at = (name: string) => join(folder, STORIES, name);
const read = (name: string) => readFileSync(at(name), 'utf8');

function run(command: string, input: string, ...args: string[]): { code: number; output: string } {
  const own = { CONTENT_DIR: join(folder, 'content'), WITHHELD_FILE: join(folder, 'names.json'), CI: '' };
  try {
    const options = { input, env: { ...process.env, ...own }, encoding: 'utf8', stdio: 'pipe' } as const;
    return { code: 0, output: execFileSync(process.execPath, [`src/commands/${command}.ts`, ...args], options) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, output: stdout + stderr };
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-media-'));
  cpSync('tests/fixtures/media', join(folder, 'content'), { recursive: true });
  const change = (name: string, from: string, to: string) => writeFileSync(at(name), read(name).replaceAll(from, to));
  change('voices.mdx', '老船工说涨水', `${NAME}说涨水`);
  change('voices.mdx', 'credit: 河港广播站', `credit: ${NAME}`);
  change('voices.mdx', 'alt: 1931 年', `alt: ${NAME}手里 1931 年`);
  change('voices.mdx', '拉哟，嘿！', `拉哟，${NAME}，嘿！`);
  change('interview.txt', '鲤鱼', `${NAME}的鲤鱼`);
  change('launch.vtt', '<v 船主>', `<v ${NAME}>`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a withheld name leaves captions, credits, descriptions, transcripts and captions with times', () => {
  const { output } = run('redact', `${NAME}\n`, '--as', '某某');
  expect(output).not.toContain(NAME);
  for (const name of ['voices.mdx', 'interview.txt', 'launch.vtt']) {
    expect(read(name), name).not.toContain(NAME);
    expect(read(name), name).toContain('某某');
  }
  expect(run('check', '').output).not.toMatch(/应当隐去/);
});

test('one that comes back into a transcript or captions is found', () => {
  for (const name of ['interview.txt', 'launch.vtt']) {
    const text = read(name);
    writeFileSync(at(name), text.replace('某某', NAME));
    const { code, output } = run('check', '');
    expect([code, output.includes(`${name}:`) && /应当隐去的姓名/.test(output)], output).toEqual([1, true]);
    writeFileSync(at(name), text);
  }
});

test('what a recording says of itself is told, and left to a person', async () => {
  copyFileSync('tests/fixtures/media/stories/hegang/interview.mp3', at('tagged.mp3'));
  const tag = Buffer.from(`TAG${NAME}`.padEnd(110, ' '), 'utf8');
  writeFileSync(at('tagged.mp3'), Buffer.concat([readFileSync(at('tagged.mp3')), tag]));
  const found = await findElsewhere(join(folder, 'content'), [NAME]);
  expect(found.find(({ file }) => file.endsWith('tagged.mp3'))?.what).toMatch(/自带的属性/);
});
