import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runPackage } from '../../src/commands/command.ts';
import { writeAnchors } from '../../src/editing/files/anchors-file.ts';
import { git } from '../../src/editing/files/git.ts';
import { writeVersions } from '../../src/editing/files/versions-file.ts';
import { filesOf, filesTelling } from '../support/built-files.ts';

/**
 * A story of this archive that is published, changed with a correction, and changed once more in that what it told of private
 * people became private; another is a draft, is published and taken down. Canaries stand where nothing may tell of them.
 */
const ARCHIVE = 'tests/fixtures/archive';
const SLUG = 'qingtan-bridge';
const RETIRED = 'taken-story';
const [FIRST, SECOND, THIRD] = ['2026-11-01', '2026-11-10', '2026-11-20'];
/** In the order of their coming: a draft, what became private, what was put right, what stood before a story was taken down. */
const [DRAFT, HUSHED, WRONG, TAKEN] = ['龘靐', '爩鱻', '灪龗', '讟钃'];

let folder = '';
const content = () => join(folder, 'content');
const dist = (name: string) => join(folder, name);
const story = (slug = SLUG) => join(content(), `stories/qingtan/${slug}.mdx`);
const change = (map: (text: string) => string, slug = SLUG) =>
  writeFileSync(story(slug), map(readFileSync(story(slug), 'utf8')));

function commit(day: string): void {
  writeAnchors(content());
  git(folder, 'add', '-A');
  process.env.GIT_COMMITTER_DATE = `${day}T12:00:00+08:00`;
  git(folder, 'commit', '--quiet', '-m', day);
  delete process.env.GIT_COMMITTER_DATE;
}

async function build(from: string, out: string): Promise<void> {
  const { code, output } = await runPackage('astro', ['build'], {
    quiet: true,
    env: { CONTENT_DIR: from, OUT_DIR: out, SITE_URL: 'https://archive.example', SITE_DATE: '2026-12-01' },
  });
  expect(code, output).toBe(0);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'former-'));
  cpSync(ARCHIVE, content(), { recursive: true });
  git(folder, 'init', '--quiet');
  git(folder, 'config', 'user.name', 'An Editor');
  git(folder, 'config', 'user.email', 'editor@example.org');
  change((text) =>
    text
      .replace('status: published', 'status: draft')
      .replace(/^published: .*$/m, `published: "${FIRST}"`)
      .replace('figures: []', 'figures:\n  - { id: owed, label: 数, value: 887766, unit: 元, asOf: null }')
      .replace(
        /\n*$/,
        `\n\n还有一句草稿${DRAFT}。\n\n一家人欠着 <Figure id="owed">887766 元</Figure>，${HUSHED}没有还上。\n\n桥长是${WRONG}米，写错了。\n`,
      ),
  );
  writeFileSync(
    story(RETIRED),
    readFileSync(story(), 'utf8')
      .replace(/^title: .*$/m, 'title: 撤下的文章')
      .replace(DRAFT, TAKEN)
      .replaceAll(HUSHED, TAKEN)
      .replaceAll(WRONG, TAKEN),
  );
  change((text) => text.replace('status: draft', 'status: published'), RETIRED);
  commit('2026-10-20');
  change((text) => text.replace('status: draft', 'status: published').replace(DRAFT, '改好'));
  commit(FIRST);
  change((text) =>
    text
      .replace(`桥长是${WRONG}米，写错了。`, '桥长没有写。')
      .replace(
        'status: published',
        `status: published\nupdated: "${SECOND}"\ncorrections: [{ date: "${SECOND}", kind: 更正, text: 桥长原来写错了 }]`,
      ),
  );
  change((text) => text.replace('撤下的文章', '撤下的文章，改过'), RETIRED);
  commit(SECOND);
  change((text) =>
    text.replace('unit: 元, asOf: null', 'unit: 元, asOf: null, private: true').replace('先走过去的是', '最先过桥的是'),
  );
  change(
    (text) => text.replace('status: published', 'status: retired\nretired: { date: "2026-11-20", reason: 当事人请求 }'),
    RETIRED,
  );
  commit(THIRD);
  await build(content(), dist('by-git'));
  // The same of an archive that keeps what it said, without any history.
  cpSync(content(), join(folder, 'kept'), { recursive: true });
  writeVersions(content(), '2026-12-01');
  cpSync(content(), join(folder, 'alone/content'), { recursive: true });
  git(folder, 'init', '--quiet', 'alone');
  await build(join(folder, 'alone/content'), dist('by-files'));
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (at: string, out = 'by-git') => readFileSync(join(dist(out), at, 'index.html'), 'utf8');
const AT = `stories/${SLUG}/versions`;

test('every earlier version has its page, and one tells what was changed', () => {
  expect(page(`${AT}/${FIRST}`)).toContain(WRONG);
  expect(page(`${AT}/${SECOND}`)).toContain('先走过去的是');
  expect(existsSync(join(dist('by-git'), AT, THIRD))).toBe(false);
  const all = page(AT);
  for (const words of [FIRST, SECOND, THIRD, '桥长原来写错了']) expect(all).toContain(words);
  expect(all.replace(/<(?!\/?(?:del|ins))[^>]+>|\s+/g, '')).toMatch(/<del>[^<]*灪龗[^<]*<\/del>/);
  expect(all).toContain('<ins>');
});

test('they are told of by the story and by the list of corrections', () => {
  expect(page(`stories/${SLUG}`)).toContain(`href="/${AT}/"`);
  expect(page('corrections')).toContain(`href="/${AT}/#v-${FIRST}"`);
});

test('they belong to what stands now: in no search, no list and no map of the site', () => {
  for (const at of [AT, `${AT}/${FIRST}`]) {
    expect(page(at)).toContain('<meta name="robots" content="noindex"');
    expect(page(at)).toContain(`<link rel="canonical" href="https://archive.example/stories/${SLUG}/"`);
    expect(page(at).match(/rel="canonical"/g)).toHaveLength(1);
    expect(page(at)).not.toContain('data-pagefind-body');
  }
  const holding = filesTelling(dist('by-git'), new RegExp(WRONG));
  expect(holding.sort()).toEqual([`${AT}/${FIRST}/index.html`, `${AT}/index.html`].sort());
  const maps = filesOf(dist('by-git')).filter((file) => /sitemap.*xml$/.test(file));
  for (const file of maps) expect(readFileSync(file, 'utf8')).not.toContain('/versions/');
});

describe('they tell nothing of', () => {
  test.each([
    ['a draft', DRAFT],
    ['a story that was taken down', TAKEN],
  ])('%s', (_, canary) => expect(filesTelling(dist('by-git'), new RegExp(canary))).toEqual([]));

  test('what became private: it stands in the story alone', () => {
    const holding = filesTelling(dist('by-git'), /887766|爩/).filter((path) => !path.startsWith('assets/'));
    expect(holding).toEqual([`stories/${SLUG}/index.html`]);
    expect(page(`${AT}/${FIRST}`)).toContain('涉及私人生活');
  });
});

test('what git remembers and what is kept make the same site, byte for byte', () => {
  const read = (out: string) =>
    new Map(filesOf(dist(out)).map((file) => [file.slice(dist(out).length), readFileSync(file)] as const));
  const [one, other] = [read('by-git'), read('by-files')];
  expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
  for (const [path, bytes] of one) expect(other.get(path)?.equals(bytes), path).toBe(true);
});
