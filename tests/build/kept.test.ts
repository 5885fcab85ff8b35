import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run, runPackage } from '../../src/commands/command.ts';
import { lostStories, writeAddresses } from '../../src/editing/files/addresses-file.ts';
import { carryAnchors, writeAnchors } from '../../src/editing/files/anchors-file.ts';
import { readSite } from '../../src/hosting/site.ts';
import { filesOf, readable } from '../support/built-files.ts';

/** Two stories of this archive: one is renamed, the other taken down; a third goes into the renamed one, which loses a paragraph. */
const ARCHIVE = 'tests/fixtures/archive';
const OLD = 'qingtan-bridge';
const NEW = 'qingtan-bridge-again';
const DAY = '2027-06-01';
const GONE = 'gone-story';
const HIDDEN = 'hushed-story';
const SECRET = '不可说的题目';
const MERGED = 'merged-story';
/** Paragraphs of the third story: the first comes along, reworded, the second does not. */
const [ALONG, LEFT] = ['合并过来的一段，说的是三轮车和橘子怎样过的桥。', '没有带过来的一段，里面没有一句话留下。'];
/** What the renamed story said once. */
const FORMER = '后来删去的一段话，讲的是河水涨了三天。';

let folder = '';
let dist = '';
/** What the paragraphs of the two were called, in order. */
let former: string[] = [];
let merged: string[] = [];
const content = () => join(folder, 'content');
const idsIn = (slug: string): string[] =>
  JSON.parse(readFileSync(join(content(), `anchors/${slug}.json`), 'utf8')).paragraphs.map(
    ({ id }: { id: string }) => id,
  );
const story = (slug: string) => join(content(), `stories/qingtan/${slug}.mdx`);
const page = (at: string) => readFileSync(join(dist, at, 'index.html'), 'utf8');
const table = (change: (text: string) => string) => {
  const file = join(content(), 'addresses.yaml');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  dist = join(folder, 'dist');
  cpSync(ARCHIVE, content(), { recursive: true });
  const text = readFileSync(story(OLD), 'utf8');
  for (const [slug, title] of [
    [GONE, '后来撤下的文章'],
    [HIDDEN, SECRET],
  ] as const)
    writeFileSync(story(slug), text.replace(/^title: .*$/m, `title: ${title}`));
  const head = text.replace(/^(---\n[\s\S]*?\n---\n)[\s\S]*$/, '$1');
  const third = `${head}\n<Place id="qingtan-duwan-village">渡湾村</Place>的事。\n\n${LEFT}\n\n${ALONG}\n`;
  writeFileSync(story(MERGED), third.replace(/^title: .*$/m, 'title: 并走的文章'));
  writeFileSync(story(OLD), `${text.trimEnd()}\n\n${FORMER}\n`);
  writeAnchors(content());
  former = idsIn(OLD);
  merged = idsIn(MERGED);
  writeAddresses(content(), DAY);
  // What every editor does after that.
  renameSync(story(OLD), story(NEW));
  rmSync(story(MERGED));
  writeFileSync(
    story(NEW),
    readFileSync(story(NEW), 'utf8').replace(FORMER, ALONG.replace('怎样过的桥', '怎么过了桥')),
  );
  expect(lostStories(content(), DAY).map(({ at }) => at)).toEqual([`stories/${MERGED}`, `stories/${OLD}`]);
  table((rows) =>
    rows
      .replace(`at: stories/${OLD}\n`, `at: stories/${OLD}\n    moved: stories/${NEW}\n`)
      .replace(`at: stories/${MERGED}\n`, `at: stories/${MERGED}\n    moved: stories/${NEW}\n`)
      .replace('addresses:\n', 'addresses:\n  - at: counties/former\n    moved: counties/qingtan\n')
      .replace(
        'addresses:\n',
        'addresses:\n  - at: practices/dropped\n    gone: { name: 旧办法, date: "2027-05-01", reason: 记重了 }\n',
      ),
  );
  expect(carryAnchors(content())).toEqual([join(content(), `anchors/${NEW}.json`)]);
  writeAnchors(content());
  writeAddresses(content(), DAY);
  const retire = (slug: string, more: string) =>
    writeFileSync(
      story(slug),
      readFileSync(story(slug), 'utf8').replace(
        'status: published',
        `status: retired\nretired: { date: "2027-05-01", reason: 当事人请求${more} }`,
      ),
    );
  retire(GONE, '');
  retire(HIDDEN, ', private: true');
  const { code, output } = await runPackage('astro', ['build'], {
    quiet: true,
    env: { CONTENT_DIR: content(), OUT_DIR: dist, SITE_URL: 'https://archive.example', SITE_DATE: DAY },
  });
  expect(code, output).toBe(0);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a renamed story leaves a page that leads on, and every paragraph is called as before', () => {
  expect(page(`stories/${OLD}`)).toContain(`content="0;url=/stories/${NEW}/"`);
  expect(page(`stories/${OLD}`)).toMatch(/<script type="module" src="\/assets\//);
  const before = JSON.parse(readFileSync(join(content(), `anchors/${NEW}.json`), 'utf8'));
  for (const { id } of before.paragraphs) expect(page(`stories/${NEW}`)).toContain(`id="${id}"`);
  expect(existsSync(join(content(), `anchors/${OLD}.json`))).toBe(false);
});

test('a story that went into another leads each paragraph to where it stands, or to the head of that story', () => {
  const html = page(`stories/${MERGED}`);
  expect(html).toContain(`content="0;url=/stories/${NEW}/"`);
  const map = JSON.parse(
    (/data-paragraphs="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#34;', '"'),
  );
  const [, left = '', along = ''] = merged;
  expect(Object.keys(map)).toContain(along);
  expect(map).not.toHaveProperty(left);
  expect(page(`stories/${NEW}`)).toMatch(new RegExp(`id="${map[along]}"[^>]*>合并过来的一段`));
  // A server cannot know what stands behind `#`: it must not lead on before the page does.
  expect(readSite(dist, 'assets')?.moved.map(({ from }) => from)).not.toContain(`/stories/${MERGED}/`);
});

test('a paragraph that was deleted is answered by a note where its link leads', () => {
  const id = former.at(-1);
  const html = page(`stories/${NEW}`);
  expect(html).not.toContain(FORMER);
  expect(html).toContain(`<span id="${id}"></span>`);
  expect(html).toContain('链接所指的段落已在修订中删去');
});

test('a merged county leads on', () => {
  expect(page('counties/former')).toContain('content="0;url=/counties/qingtan/"');
});

test('what was taken down is told of, with when and why', () => {
  const gone = page(`stories/${GONE}`);
  for (const words of ['后来撤下的文章', '2027-05-01', '当事人请求', '<meta name="robots" content="noindex"'])
    expect(gone).toContain(words);
  expect(page('practices/dropped')).toContain('旧办法');
});

test('of what must not be known nothing is told, anywhere', () => {
  expect(page(`stories/${HIDDEN}`)).toContain('当事人请求');
  for (const file of filesOf(dist)) expect(readable(file).includes(SECRET), file).toBe(false);
});

test('neither is in lists, search or the map of the site', () => {
  const map = filesOf(dist)
    .filter((file) => /sitemap.*xml$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
  expect(map).toContain(`/stories/${NEW}/`);
  expect(map).toContain('/corrections/');
  for (const at of [`stories/${OLD}`, `stories/${GONE}`, `stories/${HIDDEN}`, 'counties/former', 'practices/dropped'])
    expect(map).not.toContain(`/${at}/`);
  expect(page('stories')).not.toContain(GONE);
  expect(page(`stories/${GONE}`)).not.toContain('data-pagefind-body');
});

test('servers are told of both', () => {
  const site = readSite(dist, 'assets');
  expect(site?.moved).toContainEqual({ from: `/stories/${OLD}/`, to: `/stories/${NEW}/` });
  expect(site?.gone).toEqual(
    expect.arrayContaining([`/stories/${GONE}/`, `/stories/${HIDDEN}/`, '/practices/dropped/']),
  );
});

test('the check refuses what loses an address, and writes nothing', async () => {
  rmSync(story(GONE));
  const before = readFileSync(join(content(), 'addresses.yaml'), 'utf8');
  const { code, output } = await run(process.execPath, ['src/commands/check.ts'], {
    quiet: true,
    env: { CONTENT_DIR: content(), SITE_DATE: DAY, INIT_CWD: process.cwd() },
  });
  expect(code).toBe(1);
  expect(output).toMatch(new RegExp(`addresses\\.yaml:\\d+.*stories/${GONE}/ 是公开过的网址`));
  expect(output).toContain('moved: stories/');
  expect(readFileSync(join(content(), 'addresses.yaml'), 'utf8')).toBe(before);
});
