import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSilentChanges } from '../../../../src/editing/changes.ts';
import { findBrokenCitations } from '../../../../src/editing/check/citations.ts';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { findCode } from '../../../../src/editing/check/lock.ts';
import { findAddressesDue, findRowsTaken } from '../../../../src/editing/files/addresses-file.ts';
import { findAnchorProblems } from '../../../../src/editing/files/anchors-file.ts';
import { rowTaken } from '../../../../src/editing/files/check-targets.ts';
import { findContextFaults } from '../../../../src/editing/files/context-file.ts';
import { inspectContent } from '../../../../src/editing/files/inspect-content.ts';
import { findUnprinted } from '../../../../src/editing/files/original-texts.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import { findSiteFiles } from '../../../../src/editing/files/site-files.ts';
import { findVersionProblems } from '../../../../src/editing/files/versions-file.ts';
import { findUnknownNames, findWithheldInFiles } from '../../../../src/editing/files/withheld-file.ts';
import { hashLetters, hashName } from '../../../../src/editing/withheld.ts';
import { readStory } from '../../../../src/lib/manuscript/manuscript.ts';
import type { Finding } from '../../../../src/lib/manuscript/problem.ts';
import { RULES, type RuleId } from '../../../../src/lib/manuscript/rules.ts';
import { DRAWING_CASES } from '../../../fixtures/bad/drawings.ts';
import { BROKEN_BY } from '../../../fixtures/bad/rules.ts';
import { essayOf } from '../../../support/essay.ts';

const good = readContent('tests/fixtures/content');
const STORY = good.find(({ path }) => path.startsWith('stories/'))?.text ?? '';

/** The good content with one story changed, and files added. */
const check = (from: string, to: string, ...more: { path: string; text: string }[]) =>
  checkContent([...good.map((file) => ({ ...file, text: file.text.replace(from, to) })), ...more], {
    day: '2027-01-01',
  });

const COUNTY = good.find(({ path }) => path.startsWith('counties/'))?.text ?? '';
const site = (more: string) => ({ path: 'site.yaml', text: `name: 试\n${more}\n` });

const comparison = (...figures: string[]) => ({
  path: 'comparisons.yaml',
  text: `comparisons:\n  - id: made\n    title: 试比一比\n    note: 只为测试。\n    items:\n${figures
    .map((figure) => `      - { story: sample-story, figure: ${figure} }\n`)
    .join('')}`,
});

const addresses = (...rows: string[]) => ({
  path: 'addresses.yaml',
  text: `addresses:\n${rows.map((row) => `  - ${row}\n`).join('')}`,
});
const front = (text: string) => ({ path: 'front.yaml', text });
const numbers = (...figures: string[]) =>
  `numbers:\n${figures.map((figure) => `  - { story: sample-story, figure: ${figure} }\n`).join('')}`;

const CITED = '<Figure story="sample-story" id="households">32168 户</Figure>';
const essay = (words: string) => ({ path: 'stories/essays/two-villages.mdx', text: essayOf(words) });

const SERIES = { path: 'series/letters.yaml', text: 'title: 堤上来信\n' };

const KEY = '00'.repeat(32);

/** What is found in a copy of the good content. */
async function inFolder(look: (folder: string) => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  cpSync('tests/fixtures/content', folder, { recursive: true });
  const found = await look(folder);
  rmSync(folder, { recursive: true });
  return found;
}

/** What is found in a file once 王小满 is withheld. */
function find(folder: string, name: string, text: string): Promise<Finding[]> {
  writeFileSync(join(folder, name), text);
  const names = [{ hmac: hashName('王小满', KEY), length: 3 }];
  return findWithheldInFiles([join(folder, name)], { key: KEY, names, pinyin: [hashLetters('wangxiaoman', KEY)] });
}

/** What an editor meets only beside other things than a bad file. */
const OTHERS: Partial<Record<RuleId, () => Finding[] | Promise<Finding[]>>> = {
  // MDX knows no raw HTML; the lock is for every path by which a tree may come.
  'code-html': () => findCode({ type: 'root', children: [{ type: 'html', value: '<b>' }] } as never),
  'front-drawing': () =>
    check('', '', front('lead: sample-story\ndrawing: { form: Grow, from: households, to: income }\n')),
  'front-number': () => check('', '', front(numbers('households', 'income'))),
  'front-opening': () => check('', '', front('openings: { sample-story: 文中没有的一句。 }\n')),
  'front-private': () =>
    check('unit: 户, asOf: "2020" }', 'unit: 户, asOf: "2020", private: true }', front(numbers('households'))),
  'comparison-private': () =>
    check('unit: 户, asOf: "2020" }', 'unit: 户, asOf: "2020", private: true }', comparison('households', 'income')),
  'comparison-twice': () => check('', '', comparison('households', 'households')),
  'comparison-unit': () => check('', '', comparison('households', 'income')),
  'context-file': () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'site'));
      writeFileSync(join(folder, 'site/context.geojson'), '{}');
      return findContextFaults(folder);
    }),
  'date-era': () => {
    const early = STORY.replace('"2020-02-29"', '"-0500"').replace('2020 年 2 月 29 日', '公元前 500 年');
    return check(STORY, early);
  },
  'drawing-private': () =>
    check(
      'unit: 户, asOf: "2020" }',
      'unit: 户, asOf: "2020", private: true }',
      essay(`${CITED}\n\n<Share story="sample-story" parts="households" whole="households" />`),
    ),
  'file-unreadable': async () => (await inspectContent('tests/fixtures/content', ['gone.mdx'])).problems,
  'health-words': () => check('privacy: reviewed', 'privacy: 待确认\nsubtitle: 她患了癌症').filter(({ hint }) => hint),
  'key-figure-private': () =>
    check(
      STORY,
      STORY.replace('unit: 户, asOf: "2020" }', 'unit: 户, asOf: "2020", private: true }').replace(
        'gaps:',
        'keyFigures: [households]\ngaps:',
      ),
    ),
  'list-closed': () => check('第一本记支出', '支出有种子、化肥、农药等，还有六项没有写').filter(({ hint }) => hint),
  'mark-in-quote': () =>
    check('- 第一本', '<PullQuote>\n<Figure id="households">32168 户</Figure>\n</PullQuote>\n\n- 第一本'),
  'mark-nested': () => check('', '', essay(`<Milestone story="sample-story" id="began">东村 ${CITED}</Milestone>`)),
  'mark-private': () => {
    const figures = [{ id: 'income', label: '收入', value: 3, unit: '万元', asOf: null, private: true }];
    const story = readStory({ path: '', text: essayOf('<Figure story="one" id="income">3 万元</Figure>') });
    const cited = new Map([['one', { data: { figures, milestones: [] }, isOnSite: true }]]);
    return findBrokenCitations(story.body.blocks, { status: 'published' }, cited);
  },
  'address-circle': () =>
    check('', '', addresses('{ at: stories/a, moved: stories/b }', '{ at: stories/b, moved: stories/a }')),
  'address-due': () => findAddressesDue([...good, addresses('{ at: stories/a }')], '2027-01-01'),
  'address-lost': () => check('', '', addresses('{ at: stories/a }')),
  'address-paragraphs': () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'anchors'));
      writeFileSync(join(folder, 'anchors/old.json'), '{"paragraphs":[],"removed":[]}');
      writeFileSync(join(folder, 'addresses.yaml'), addresses('{ at: stories/old, moved: stories/sample-story }').text);
      return findAnchorProblems(folder, readContent(folder));
    }),
  'address-row': () => findRowsTaken(addresses('{ at: stories/a }').text, good).map(rowTaken),
  'address-there': () => check('', '', addresses('{ at: stories/sample-story, moved: stories/b }')),
  'address-twice': () => check('', '', addresses('{ at: stories/a }', '{ at: stories/a }')),
  'retired-reason': () => check('status: published', 'status: retired', addresses('{ at: stories/sample-story }')),
  'retired-there': () =>
    check('status: published', 'status: published\nretired: { date: "2027-01-01", reason: 试一试 }'),
  'mark-unpublished': () => check('status: published', 'status: retired', essay(CITED)),
  'next-twice': () => check('gaps:', 'next: [other, other]\ngaps:', { path: 'stories/jianan/other.mdx', text: STORY }),
  'next-unpublished': () =>
    check('gaps:', 'next: [to-come]\ngaps:', {
      path: 'stories/jianan/to-come.mdx',
      text: STORY.replace('status: published', 'status: draft'),
    }),
  'number-loose': () => check('', '', essay('全村 12 户。')).filter(({ hint }) => hint),
  'parent-unknown': () => check('level: village', 'level: village, parent: nowhere'),
  'point-swapped': () => {
    const at = (id: string, centre: string) => ({
      path: `counties/${id}.yaml`,
      text: `name: 某地\nwithin: []\ncentre: ${centre}\nintro: 一段介绍。\nstandalone: true\n`,
    });
    return check('', '', at('a', '[87.6, 43.8]'), at('b', '[43.9, 87.3]'));
  },
  'milestone-key': () =>
    check('title: 东村开始记账', 'title: 东村开始记账, key: true, private: true').filter(({ hint }) => hint),
  'quote-apart': () =>
    check('- 第一本', '<PullQuote by="张三">\n都记在账上\n</PullQuote>\n\n- 第一本').filter(({ hint }) => hint),
  'quote-unprinted': () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'originals'));
      writeFileSync(join(folder, 'originals/a.txt'), '通讯员 张三\n他说:“都记在帐上”。');
      const story = `${STORY}\n<PullQuote by="张三">\n都记在账上\n</PullQuote>\n`.replace(
        'bylines: []',
        'bylines: [{ role: 通讯员, names: [张三] }]',
      );
      return findUnprinted(folder, [{ path: 'stories/jianan/sample-story.mdx', text: story }]);
    }),
  'private-label': () => check('label: 记账户数', 'label: 李女士一家的收入').filter(({ hint }) => hint),
  'private-place': () =>
    check('第一本记支出', '<Place id="jianan-east-village">东村</Place>一户人家，丈夫瘫痪').filter(({ hint }) => hint),
  'private-point': () => check('level: village', 'level: village, private: true, point: [113.8, 34.1]'),
  'private-summary': () => check('summary: 这是一篇', 'summary: 王大娘做过手术，这是一篇').filter(({ hint }) => hint),
  'published-ahead': () => check('published: "2026-12-01"', 'published: "2028-12-01"').filter(({ hint }) => hint),
  'qualifier-outside': () => check('增收 <Figure id="income">', '增收至少 <Figure id="income">'),
  'register-unknown': () => check('', '', { path: 'loose.yaml', text: 'hello: world\n' }),
  'series-gap': () => check('text: retold', 'series: { id: letters, number: 3 }\ntext: retold', SERIES),
  'series-number': () =>
    check('text: retold', 'series: { id: letters, number: 1 }\ntext: retold', SERIES, {
      path: 'stories/jianan/other-story.mdx',
      text: STORY.replace('text: retold', 'series: { id: letters, number: 1 }\ntext: retold'),
    }),
  'silent-change': () => findSilentChanges(STORY, STORY.replace('第一本记支出', '第一本记开支')),
  'silent-day': () => findSilentChanges(STORY, STORY.replace('published: "2026-12-01"', 'published: "2026-12-02"')),
  'silent-removal': () => findSilentChanges(STORY, null),
  'anchors-damaged': () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'anchors'));
      writeFileSync(join(folder, 'anchors/sample-story.json'), '{"paragraphs": [{}]}');
      return findAnchorProblems(folder, readContent(folder));
    }),
  'correction-paragraph': () =>
    inFolder((folder) => {
      const story = join(folder, 'stories/jianan/sample-story.mdx');
      const told = '[{ date: "2026-12-02", kind: 更正, text: 试一试, paragraph: p-99 }]';
      writeFileSync(story, STORY.replace('status: published', `status: published\ncorrections: ${told}`));
      return findAnchorProblems(folder, readContent(folder));
    }),
  'page-reserved': () => check('', '', { path: 'pages/corrections.md', text: '---\ntitle: 更正\n---\n\n正文。\n' }),
  'versions-damaged': () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'versions'));
      writeFileSync(join(folder, 'versions/sample-story.json'), '{');
      return findVersionProblems({ folder, files: readContent(folder), day: '2027-01-01' });
    }),
  'versions-due': () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'versions'));
      return findVersionProblems({ folder, files: readContent(folder), day: '2027-01-01' });
    }),
  'anchors-due': () => inFolder((folder) => findAnchorProblems(folder, readContent(folder))),
  'anchors-telling': () =>
    inFolder((folder) => {
      const story = join(folder, 'stories/jianan/sample-story.mdx');
      writeFileSync(story, STORY.replace('第一本记支出', '<Withheld id="0123abcd">某某</Withheld>记支出'));
      mkdirSync(join(folder, 'anchors'));
      const table = { paragraphs: [{ id: 'p-038199', sketch: '' }], removed: [] };
      writeFileSync(join(folder, 'anchors/sample-story.json'), JSON.stringify(table));
      return findAnchorProblems(folder, readContent(folder));
    }),
  'entry-unpublished': () => check('status: published', 'status: draft').filter(({ hint }) => hint),
  'site-file': () =>
    inFolder((folder) => findSiteFiles(folder, [{ path: 'site.yaml', text: 'name: 试\nlogo: site/none.svg\n' }])),
  'panel-missing': () =>
    check('', '', { path: 'counties/other.yaml', text: COUNTY }, site('panels: [{ name: 甲, units: [other] }]')).filter(
      ({ hint }) => hint,
    ),
  'panel-twice': () => check('', '', site('panels: [{ name: 甲, units: [jianan] }, { name: 乙, units: [jianan] }]')),
  'words-unknown': () => check('', '', { path: 'site.yaml', text: 'name: 试\nwords: { T.skp: 跳过 }\n' }),
  'words-values': () => check('', '', { path: 'site.yaml', text: 'name: 试\nwords: { T.skip: "{count}" }\n' }),
  'term-in-text': () => check('gaps:', 'terms: [支出]\ngaps:').filter(({ hint }) => hint),
  'unsaid-in-text': () => check('第一本记支出', '第一本记支出，原报没有写记了多久').filter(({ hint }) => hint),
  'withheld-letters': () => inFolder((folder) => find(folder, 'wang-xiaoman.mdx', '没有姓名。')),
  'withheld-name': () => inFolder((folder) => find(folder, 'a.mdx', '这里写着王小满的名字。')),
  'withheld-unread': () => inFolder((folder) => find(folder, 'a.doc', '看不见的字')),
  'withheld-unknown': () =>
    inFolder((folder) => {
      const story = join(folder, 'stories/jianan/sample-story.mdx');
      writeFileSync(story, STORY.replace('第一本记支出', '<Withheld id="0123abcd">某某</Withheld>记支出'));
      return findUnknownNames(folder, { key: KEY, names: [] }, 'withheld.json');
    }),
};

test.each(Object.entries(OTHERS))('%s is told by its id', async (rule, find) => {
  expect((await find()).map((finding) => finding.rule)).toContain(rule);
});

test('what is said of health is a hint, and silent once somebody has looked', () => {
  const ill = good.map((file) => ({ ...file, text: file.text.replace('第一本记支出', '她患了癌症') }));
  expect(checkContent(ill, { day: '2027-01-01' })).toEqual([]);
});

describe('the ids of rules', () => {
  test('are words joined by hyphens, each with a sentence', () => {
    for (const [id, sentence] of Object.entries(RULES)) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('are all broken by some input, so that none is only a word', () => {
    const told = new Set([...Object.keys(BROKEN_BY), ...Object.keys(OTHERS), ...DRAWING_CASES.map(({ rule }) => rule)]);
    expect(Object.keys(RULES).filter((id) => !told.has(id))).toEqual([]);
  });
});
