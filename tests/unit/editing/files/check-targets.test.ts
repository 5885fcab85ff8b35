import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkTargets } from '../../../../src/editing/files/check-targets.ts';

const GOOD = 'tests/fixtures/content';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'targets-'));
  cpSync(GOOD, join(folder, 'good'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function say(...paths: string[]): Promise<string[]> {
  const { problems } = await checkTargets(
    paths.map((path) => join(folder, path)),
    { project: join(process.cwd(), GOOD), day: '2027-01-01' },
  );
  return problems.map(({ file, line, message }) => `${file.slice(folder.length + 1)}:${line} ${message}`);
}

test.each(['good/people.yaml', 'good/counties/jianan.yaml', 'good/practices', 'good/stories/jianan', 'good', '.'])(
  'a good %s is fine, wherever it lies',
  async (path) => {
    expect(await say(path)).toEqual([]);
  },
);

test('a folder named twice, and a file in it, is told of once', async () => {
  const story = join(folder, 'good/stories/jianan/sample-story.mdx');
  writeFileSync(story, readFileSync(story, 'utf8').replace('32168 户<', '3216 户<'));
  expect(await say('good', 'good', 'good/stories', '.')).toHaveLength(1);
});

test('a folder that leads back to itself is a link, not a circle', async () => {
  symlinkSync('../..', join(folder, 'good/stories/jianan/round'));
  expect(await say('.')).toEqual([expect.stringMatching(/^good\/stories\/jianan\/round:1 .*链接文件/)]);
});

test('a folder that is named like a story is no story', async () => {
  mkdirSync(join(folder, 'good/stories/jianan/empty.mdx'));
  expect(await say('good')).toEqual([]);
});

test.each([
  ['places: [', /没有配对/],
  ['code: "41100"\n', /六位行政区划代码|没有填写/],
  ['hello: world\n', /认不出这是哪一种登记表/],
])('a loose register is read: %s', async (text, says) => {
  writeFileSync(join(folder, 'loose.yaml'), text);
  expect((await say('loose.yaml')).join('\n')).toMatch(says);
});
