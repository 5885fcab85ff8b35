import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runPackage } from '../../src/commands/command.ts';
import { checkContent } from '../../src/editing/check/content.ts';
import { readContent } from '../../src/editing/files/read-content.ts';
import type { Catalogue } from '../../src/search/types.ts';
import { filesTelling } from '../support/built-files.ts';
import { keepAll } from '../support/kept.ts';
import { readIndex } from '../support/search-index.ts';

/** Characters that nothing else in a built site holds: of each kind of private mark, in each kind of place, one. */
const KINDS = ['Figure', 'Milestone', 'Place'] as const;
const SETTINGS = {
  paragraph: '龘靐齉',
  item: '爩鱻麤',
  aside: '灪龗厵',
  verse: '㗊㐱㒸',
  note: '讟钃鼺',
} as const;
const canaries = Object.entries(SETTINGS).flatMap(([setting, characters]) =>
  KINDS.map((kind, index) => ({
    setting,
    kind,
    id: `${setting}-${kind}`.toLowerCase(),
    canary: [...characters][index] ?? '',
  })),
);
const of = (setting: keyof typeof SETTINGS) => canaries.filter((one) => one.setting === setting);

/** Stands in every list, so that the test would know if it saw nothing at all. */
const OPEN = '靇';
/** In the fields alone, and so only in the story's own lists. */
const LABEL = '蠿';
const [NUMBER, DAY] = [887_766_501, '1887-03-05'];
const STORY = 'private-story';

let folder = '';
let dist = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'private-'));
  dist = join(folder, 'dist');
  const content = join(folder, 'content');
  cpSync('tests/fixtures/archive', content, { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(join(content, path, '..'), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  const places = canaries.filter(({ kind }) => kind === 'Place');
  for (const { id, canary } of places)
    write(
      `places/luhe/${id}.yaml`,
      `name: ${canary}村\nlevel: village\nparent: open-town\nprivate: true\naliases: [${canary}庄]\n`,
    );
  // What lies in a private place needs no word of its own; what nothing else speaks of is not brought on by it.
  write('places/luhe/deep-group.yaml', `name: ${LABEL}组\nlevel: group\nparent: ${places[0]?.id}\n`);
  write('places/luhe/open-town.yaml', `name: ${OPEN}镇\nlevel: township\n`);
  write(
    'practices/open-practice.mdx',
    `---\nname: ${OPEN}法\nkind: mechanism\nsummary: 只为测试而写的一种做法。\n---\n\n这种做法说的是${OPEN}，写满二十个字，好让检查放它过去。\n`,
  );
  write(`stories/luhe/${STORY}.mdx`, story());
  const { code, output } = await runPackage('astro', ['build'], {
    quiet: true,
    env: { CONTENT_DIR: content, OUT_DIR: dist, SITE_DATE: '2027-01-01', SITE_URL: '' },
  });
  expect(code, output).toBe(0);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words of each setting with its three marks, often enough to be suggested by the search; a practice beside them, so that its page would quote them. */
function words(setting: keyof typeof SETTINGS): string {
  const [figure, milestone, place] = of(setting);
  return (
    `<Place id="${place?.id}">${place?.canary}村</Place>一户，${place?.canary}村好，${place?.canary}村远，<Milestone id="${milestone?.id}">那年${milestone?.canary}了</Milestone>，` +
    `收入<Figure id="${figure?.id}">${NUMBER} ${figure?.canary}</Figure>，<Practice id="open-practice">${OPEN}法</Practice>`
  );
}

function story(): string {
  const figures = canaries.filter(({ kind }) => kind === 'Figure');
  const milestones = canaries.filter(({ kind }) => kind === 'Milestone');
  return `---
title: 一篇只为测试的文章
genre: report
county: luhe
summary: 这是一篇只为测试而写的短文，它有许多私事，一件也不能进名单；摘要的长度正好够四十个字，不多也不少。
text: retold
source: { headline: null, publisher: null, bylines: [], date: "2014-12", dateBasis: stated }
places: [open-town, deep-group, ${canaries.flatMap(({ kind, id }) => (kind === 'Place' ? [id] : [])).join(', ')}]
practices: [open-practice]
milestones:
${milestones.map(({ id, canary }) => `  - { id: ${id}, date: "${DAY}", basis: stated, title: ${canary}${LABEL}的大事, note: ${canary}注, place: paragraph-place, private: true }`).join('\n')}
  - { id: open-milestone, date: "2011-02-03", basis: stated, title: ${OPEN}的大事, place: paragraph-place }
figures:
${figures.map(({ id, canary }) => `  - { id: ${id}, label: ${canary}${LABEL}的数, value: ${NUMBER}, unit: ${canary}, asOf: "${DAY}", note: ${canary}注, private: true }`).join('\n')}
  - { id: open-figure, label: ${OPEN}的数, value: 12, unit: 个, asOf: null, qualifier: 以上 }
privacy: reviewed
status: published
published: "2026-12-01"
---

<Milestone id="open-milestone">2011 年 2 月 3 日，<Place id="open-town">${OPEN}镇</Place></Milestone>有 <Figure id="open-figure">12 个以上</Figure>。

${words('paragraph')}。在<Place id="deep-group">${LABEL}组</Place>。

- ${words('item')}
- 别的话

<Aside title="旁边的话">

${words('aside')}。

</Aside>

<Verse>

${words('verse')}
第二行

</Verse>

正文有一条注。[^1]

[^1]: ${words('note')}。
`;
}

const comparisons = () => `comparisons:
  - id: telling
    title: ${LABEL}比一比
    note: ${LABEL}只为测试。
    items:
      - { story: ${STORY}, figure: open-figure }
      - { story: ${STORY}, figure: paragraph-figure }
`;

const page = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
/** The story, its text for the search, and the inverted index, which holds the words of all pages and no lines. */
const MAY_HOLD = new RegExp(
  `^(?:stories/${STORY}/index\\.html|assets/search/\\w+/(?:text/\\d+\\.json|index/[^/]+\\.json|pagefind\\.list\\.json|fragment/[^/]+))$`,
);
const telling = (words: RegExp) => filesTelling(dist, words).filter((path) => !tellsOwnTextAlone(path, words));

/** Whether a file is the index of an archive so small that its texts lie in it, and of them only the story's own tells. */
function tellsOwnTextAlone(path: string, words: RegExp): boolean {
  if (!/^assets\/search\/\w+\/catalogue\.json$/.test(path)) return false;
  const { texts = [], ...lists } = JSON.parse(readFileSync(join(dist, path), 'utf8')) as Catalogue;
  const others = texts.filter(({ url }) => !url.includes(`stories/${STORY}/`));
  return !words.test(JSON.stringify([lists, others]));
}

/** A character as it stands in HTML, JSON and addresses. */
function forms(character: string): RegExp {
  const hex = character.codePointAt(0)?.toString(16) ?? '';
  return new RegExp(
    [character, `&#x${hex}`, `&#${character.codePointAt(0)}`, `\\\\u${hex}`, encodeURIComponent(character)].join('|'),
    'i',
  );
}

describe('what is private', () => {
  test.each(canaries)('of a $kind in a $setting is in its story, and in no other file', ({ canary }) => {
    expect(page(`stories/${STORY}`)).toContain(canary);
    expect(telling(forms(canary)).filter((path) => !MAY_HOLD.test(path))).toEqual([]);
  });

  test('is found by a search for its words, in that story alone', () => {
    const words = forms(canaries[0]?.canary ?? '');
    const holding = readIndex(dist).texts.filter((text) => words.test(JSON.stringify(text)));
    expect(holding.map(({ url }) => url)).toEqual([expect.stringContaining(`stories/${STORY}/`)]);
  });

  test('of labels and of what lies in a private place stands nowhere but on the page of its story', () => {
    const holding = telling(forms(LABEL)).filter((path) => !MAY_HOLD.test(path));
    expect(holding).toEqual([]);
    expect(page(`stories/${STORY}`)).toContain(LABEL);
  });

  test.each([
    ['number', /887,?766,?501|8\.9 亿|88776\.\d 万/],
    ['day', /1887-|1887 年/],
  ])('has its %s nowhere else', (_, words) => {
    expect(telling(words).filter((path) => !MAY_HOLD.test(path))).toEqual([]);
  });

  test('gives no address to a list: none leads to its anchors or to its ids', () => {
    const ids = canaries.map(({ id }) => id);
    const found = telling(new RegExp(`\\b(?:${ids.join('|')})\\b`)).filter(
      (path) => !path.startsWith(`stories/${STORY}/`),
    );
    expect(found).toEqual([]);
  });
});

describe('to take along', () => {
  const file = (path: string) => readFileSync(join(dist, path), 'utf8');

  test('is a story without its private paragraphs, and says that they are left out', () => {
    expect(file(`stories/${STORY}/story.md`)).toContain(OPEN);
    expect(file(`stories/${STORY}/story.md`)).toContain('涉及私人');
    expect(JSON.parse(file(`stories/${STORY}/story.json`)).omittedParagraphs).toBeGreaterThan(0);
  });

  test('are the rows of what is not private, whose private place is not named', () => {
    const rows = (table: string) =>
      JSON.parse(file(`data/${table}.json`)).filter((row: { story: string }) => row.story === STORY);
    expect(rows('figures')).toMatchObject([{ value: 12, quote: expect.stringContaining(OPEN) }]);
    expect(rows('milestones')).toMatchObject([{ date: '2011-02-03', place: null, placeName: null }]);
  });

  test('of a site without an address has paths, and there are neither feeds nor answers for harvesters', () => {
    const urls: string[] = JSON.parse(file('data/articles.json')).map(({ url }: { url: string }) => url);
    expect(urls.filter((url) => !url.startsWith('/stories/'))).toEqual([]);
    for (const path of ['feeds', 'oai']) expect(existsSync(join(dist, path))).toBe(false);
    for (const path of ['', 'data']) expect(page(path)).not.toMatch(/feeds\/|oai\//);
  });
});

describe('to be kept', () => {
  let kept = '';
  beforeAll(async () => {
    kept = await keepAll({ dist, content: join(folder, 'content'), day: '2027-01-01', out: join(folder, 'kept') });
  });
  /** Its manuscript, its page, its chapter, what is searched. */
  const MAY_TELL = new RegExp(
    `^(?:bag/data/content/stories/luhe/${STORY}\\.mdx|bag/data/site/(?:stories/${STORY}/index\\.html|assets/(?:search|offline)/.*)|book/[\\w-]+/EPUB/stories/${STORY}\\.xhtml|wacz/pages/pages\\.jsonl|wacz/archive/data\\.warc\\.gz)$`,
  );

  test('what is private stands where its story is told, and nowhere else', () => {
    for (const { canary } of canaries)
      expect(filesTelling(kept, forms(canary)).filter((path) => !MAY_TELL.test(path))).toEqual([]);
    expect(filesTelling(kept, forms(canaries[0]?.canary ?? ''))).toContain(`book/all/EPUB/stories/${STORY}.xhtml`);
  });

  test('what is not private is there', () => {
    expect(filesTelling(kept, forms(OPEN))).toEqual(
      expect.arrayContaining(['bag/data/content/places/luhe/open-town.yaml', 'book/all/EPUB/places.xhtml']),
    );
  });
});

test('what is not private stands in every list', () => {
  for (const path of ['figures', 'timeline', 'timeline/embed', 'map', 'map/embed', 'counties/luhe'])
    expect(page(path), path).toContain(OPEN);
  for (const path of ['places', 'practices', 'practices/open-practice']) expect(page(path), path).toContain(OPEN);
  expect(page('figures')).toContain('12 个以上');
});

test('nothing names the machine on which a site without an address was built', () => {
  expect(telling(/localhost/)).toEqual([]);
});

test('the check refuses a comparison with what is private', () => {
  const files = [...readContent(join(folder, 'content')), { path: 'comparisons.yaml', text: comparisons() }];
  const problems = checkContent(files, { day: '2027-01-01' });
  expect(problems.map(({ rule }) => rule)).toContain('comparison-private');
});
