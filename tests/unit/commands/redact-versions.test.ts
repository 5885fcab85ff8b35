import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { git } from '../../../src/editing/files/git.ts';
import { readContent } from '../../../src/editing/files/read-content.ts';
import { knownVersions, versionsFile } from '../../../src/editing/files/versions-file.ts';

const STORY = 'stories/qingtan/qingtan-bridge.mdx';
const NAME = '郭桂英';

let folder = '';
const content = () => join(folder, 'content');
const change = (map: (text: string) => string) =>
  writeFileSync(join(content(), STORY), map(readFileSync(join(content(), STORY), 'utf8')));
function commit(day: string): void {
  git(folder, 'add', '-A');
  process.env.GIT_COMMITTER_DATE = `${day}T12:00:00+08:00`;
  git(folder, 'commit', '--quiet', '-m', day);
  delete process.env.GIT_COMMITTER_DATE;
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redact-'));
  cpSync('tests/fixtures/archive', content(), { recursive: true });
  git(folder, 'init', '--quiet');
  git(folder, 'config', 'user.name', 'An Editor');
  git(folder, 'config', 'user.email', 'editor@example.org');
  change((text) => text.replace(/\n*$/, `\n\n村民${NAME}先走过去，桥那头有人接。\n`));
  commit('2026-11-01');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const redact = () =>
  spawnSync(process.execPath, ['src/commands/redact.ts'], {
    input: `${NAME}\n`,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...{
        CONTENT_DIR: content(),
        SITE_DATE: '2026-12-01',
        WITHHELD_FILE: join(folder, 'withheld.json'),
        ENV_FILE: 'none',
      },
    },
  });
const versions = () =>
  knownVersions({ folder: content(), files: readContent(content()), day: '2026-12-02' }).find(
    ({ slug }) => slug === 'qingtan-bridge',
  )?.versions ?? [];

test.each([
  ['stands in the text', () => change((text) => text.replace('桥那头', '桥的那头'))],
  ['was taken out of the text by hand before', () => change((text) => text.replace(`村民${NAME}`, '有人'))],
])('a name that %s is in no former version either', (_, edit) => {
  edit();
  commit('2026-11-20');
  expect(JSON.stringify(versions())).toContain(NAME);
  const { status, stderr, stdout } = redact();
  expect([0, 1], stderr + stdout).toContain(status);
  expect(readFileSync(versionsFile(content(), 'qingtan-bridge'), 'utf8')).not.toContain(NAME);
  expect(JSON.stringify(versions())).not.toContain(NAME);
  expect(versions().length).toBeGreaterThan(1);
});
