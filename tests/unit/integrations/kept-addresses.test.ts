import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAddresses } from '../../../src/editing/files/addresses-file.ts';
import { carryAnchors, writeAnchors } from '../../../src/editing/files/anchors-file.ts';
import { readContent } from '../../../src/editing/files/read-content.ts';
import { carryVersions, writeVersions } from '../../../src/editing/files/versions-file.ts';
import { readKept } from '../../../src/integrations/kept-addresses.ts';

const SLUG = 'qingtan-bridge';
const DAY = '2027-01-01';
let folder = '';
const file = (slug: string) => join(folder, `stories/qingtan/${slug}.mdx`);
const edit = (path: string, from: string, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
const table = (more: string) =>
  edit(join(folder, 'addresses.yaml'), `at: stories/${SLUG}\n`, `at: stories/${SLUG}\n    ${more}\n`);
/** Where each address leads that is kept. */
const kept = () =>
  Object.fromEntries(
    readKept(readContent(folder), { contentFolder: folder, showsDrafts: false, today: DAY }).map((one) => [
      one.at,
      one.kind === 'moved' ? one.to : one.kind,
    ]),
  );

/** A story that was changed once, on the second day. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  cpSync('tests/fixtures/archive', folder, { recursive: true });
  writeAddresses(folder, DAY);
  writeAnchors(folder);
  writeVersions(folder, '2024-05-03');
  edit(file(SLUG), '先走过去的', '最先走过去的');
  writeVersions(folder, '2024-06-01');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const AT = `stories/${SLUG}`;

test('what a story said before goes along when it is renamed', () => {
  renameSync(file(SLUG), file('again'));
  table('moved: stories/again');
  carryAnchors(folder);
  carryVersions(folder);
  expect(kept()).toEqual({
    [AT]: 'stories/again',
    [`${AT}/versions`]: 'stories/again/versions',
    [`${AT}/versions/2024-05-03`]: 'stories/again/versions/2024-05-03',
  });
});

test('of one that went into another its former words lead to that other', () => {
  rmSync(file(SLUG));
  table('moved: stories/qingtan-night-school');
  const to = 'stories/qingtan-night-school';
  expect(kept()).toEqual({ [AT]: to, [`${AT}/versions`]: to, [`${AT}/versions/2024-05-03`]: to });
});

test('of one that was taken down they lead to what tells of it, and of what is gone likewise', () => {
  edit(file(SLUG), 'status: published', 'status: retired\nretired: { date: "2024-07-01", reason: 原报有误 }');
  expect(kept()).toEqual({ [AT]: 'retired', [`${AT}/versions`]: AT, [`${AT}/versions/2024-05-03`]: AT });
  rmSync(file(SLUG));
  table('gone: { date: "2024-07-01", reason: 原报有误 }');
  expect(kept()).toEqual({ [AT]: 'gone', [`${AT}/versions`]: AT, [`${AT}/versions/2024-05-03`]: AT });
});
