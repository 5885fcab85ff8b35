import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkTargets } from '../../../../src/editing/files/check-targets.ts';
import { isError } from '../../../../src/lib/manuscript/problem.ts';
import type { RuleId } from '../../../../src/lib/manuscript/rules.ts';
import { type BadInput, STORY } from '../../../fixtures/bad/case.ts';
import { CODE_TRICKS } from '../../../fixtures/bad/code.ts';
import { ENGLISH } from '../../../fixtures/bad/english.ts';
import { EVIDENCE } from '../../../fixtures/bad/evidence.ts';
import { FILES } from '../../../fixtures/bad/files.ts';
import { FRONTMATTER } from '../../../fixtures/bad/frontmatter.ts';
import { MEDIA } from '../../../fixtures/bad/media.ts';
import { BROKEN_BY } from '../../../fixtures/bad/rules.ts';
import { TEXT } from '../../../fixtures/bad/text.ts';
import { GOOD_INPUTS, type GoodInput } from '../../../fixtures/good/inputs.ts';

const GOOD = 'tests/fixtures/content';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-'));
  cpSync(GOOD, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function plant({ plant, path = STORY, from, to }: GoodInput): Promise<void> {
  await plant?.(folder);
  if (from === undefined || to === undefined) return;
  const file = join(folder, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`“${from}” is not in ${path}`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}

function expectedLine({ path = STORY, at, line = 1 }: BadInput): number {
  if (at === undefined) return line;
  const lines = readFileSync(join(folder, path), 'utf8').split('\n');
  return lines.findIndex((text) => text.includes(at)) + 1;
}

/** Every file of a folder with its bytes, as they are before and after. */
const contents = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => existsSync(join(folder, path)) && lstatSync(join(folder, path)).isFile())
    .map((path) => [path, readFileSync(join(folder, path)).toString('base64').slice(0, 10_000)]);

describe.each([
  ['front matter', FRONTMATTER],
  ['English', ENGLISH],
  ['evidence', EVIDENCE],
  ['code', CODE_TRICKS],
  ['text', TEXT],
  ['files', FILES],
  ['media', MEDIA],
])('refused: %s', (_, inputs) => {
  test.each(inputs)('$name', async (input) => {
    await plant(input);
    const before = contents();
    const { problems } = await checkTargets([folder], { project: folder, day: '2027-01-01' });
    const errors = problems.filter(isError);
    const said = errors.map((p) => `${p.file.slice(folder.length + 1)}:${p.line} ${p.message}`).join('\n');
    expect(errors.length, said || 'nothing was said').toBe(1);
    expect(errors[0]?.message, said).toMatch(input.says);
    expect(errors[0]?.message, said).toMatch(/\p{Script=Han}/u);
    expect(BROKEN_BY[errors[0]?.rule as RuleId] ?? [], errors[0]?.rule).toContain(input.name);
    expect(`${errors[0]?.file.slice(folder.length + 1)}:${errors[0]?.line}`).toBe(
      `${input.path ?? STORY}:${expectedLine(input)}`,
    );
    expect(contents()).toEqual(before);
  });
});

describe('let through', () => {
  test.each(GOOD_INPUTS)('$name', async (input) => {
    await plant(input);
    const { problems } = await checkTargets([folder], { project: folder, day: '2027-01-01' });
    expect(problems.filter(isError).map((problem) => `${problem.line} ${problem.message}`)).toEqual([]);
  });
});

test('there are enough of them', () => {
  expect(FRONTMATTER.length + CODE_TRICKS.length + TEXT.length + FILES.length).toBeGreaterThanOrEqual(60);
  expect(GOOD_INPUTS.length).toBeGreaterThanOrEqual(30);
  expect(CODE_TRICKS.length).toBeGreaterThanOrEqual(40);
});
