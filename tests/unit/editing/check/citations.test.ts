import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import { essayOf } from '../../../support/essay.ts';

const good = readContent('tests/fixtures/content');
const ELSEWHERE = {
  path: 'counties/elsewhere.yaml',
  text: 'name: 别处\nwithin: []\ncentre: [110, 33]\nintro: 只为测试而写。\n',
};
const STORY = 'stories/jianan/sample-story.mdx';
const ESSAY = 'stories/essays/two-villages.mdx';

/** What is said of an essay in the smallest archive, with one change of the story that it rests on. */
function check(words: string, { fields, path = ESSAY, from = '', to = '' }: Record<string, string> = {}) {
  const files = good.map((file) => (file.path === STORY ? { ...file, text: file.text.replace(from, to) } : file));
  const essay = { path, text: essayOf(words, fields) };
  return checkContent([...files, ELSEWHERE, essay], { day: '2027-01-01' })
    .filter(({ file }) => file === path)
    .map(({ line, rule, message, cure, hint }) => `${line} ${rule}${hint ? ' 提示' : ''} ${message} → ${cure}`);
}

const figure = (words: string, id = 'households', story = 'sample-story') =>
  `<Figure story="${story}" id="${id}">${words}</Figure>`;
const milestone = (words: string, id = 'began') => `<Milestone story="sample-story" id="${id}">${words}</Milestone>`;

describe('marks that point into another story', () => {
  test('are fine where the story states the same', () => {
    expect(
      check(`${figure('32168 户')}，${figure('3953 余万元', 'income')}；${milestone('2020 年 2 月 29 日')}。`),
    ).toEqual([]);
    expect(check(`${figure('3.2168 万户')}，再说一次 ${figure('32168 户')}。`)).toEqual([]);
  });

  test.each([
    ['another number', figure('3216 户'), /^11 figure-mismatch 数字 households：正文写的是“3216 户”，数据是 32168 户/],
    ['another unit', figure('32168 人'), /^11 figure-mismatch .*单位不同/],
    ['a lost qualifier', figure('3953 万元', 'income'), /^11 figure-mismatch .*正文少了“余”/],
    [
      'an unknown figure',
      figure('32168 户', 'houshold'),
      /^11 id-unknown sample-story 里没有编号为“houshold”的数字 → 是不是 households/,
    ],
    [
      'an unknown milestone',
      milestone('那年', 'begun'),
      /^11 id-unknown sample-story 里没有编号为“begun”的记事 → 是不是 began/,
    ],
    [
      'an unknown story',
      figure('32168 户', 'households', 'sample-stori'),
      /^11 id-unknown 没有网址名为“sample-stori”的文章 → 是不是 sample-story/,
    ],
    ['no id', '<Figure story="sample-story">32168 户</Figure>', /^11 mark-id <Figure> 没有写 id/],
    [
      'no story',
      '<Figure id="households">32168 户</Figure>',
      /^11 mark-unlisted .* → 札记的数字和记事在别的文章里：写成 <Figure story="文章的网址名" id="households">/,
    ],
    ['a link around it', `[${figure('32168 户')}](/stories/sample-story/)`, /^11 mark-nested /],
    ['another of them around it', milestone(`记账的 ${figure('32168 户')}`), /^11 mark-nested /],
    [
      'a register that has no story',
      '<Person story="sample-story" id="zhang-san">张三</Person>',
      /^11 component-attribute .*不允许属性 story/,
    ],
  ])('are refused at their line with %s', (_, words, says) => {
    expect(check(words).join('\n')).toMatch(says);
  });

  test.each(['draft', 'retired', 'scheduled\nscheduledFor: "2027-02-01"'])(
    'are refused where the story is %s',
    (status) => {
      const change = { from: 'status: published', to: `status: ${status}` };
      expect(check(figure('32168 户'), change).join()).toMatch(/^11 mark-unpublished sample-story 还没有发表/);
      expect(check(figure('32168 户'), { ...change, fields: 'status: draft' }).join()).toMatch(/mark-unpublished 提示/);
    },
  );

  test('follow a change of the story', () => {
    const change = { from: 'value: 32168', to: 'value: 32169' };
    expect(check(figure('32168 户'), change).join()).toMatch(/figure-mismatch .*数据是 32169 户/);
  });

  test('are no evidence of the story that they stand in', () => {
    const other = good.map((file) =>
      file.path === STORY
        ? {
            ...file,
            text: file.text.replace('<Figure id="households">', '<Figure story="sample-story" id="households">'),
          }
        : file,
    );
    const said = checkContent(other, { day: '2027-01-01' }).map(({ message }) => message);
    expect(said).toEqual(['figures 里有 households，但正文没有标出']);
  });
});

describe('an essay', () => {
  test('says in digits only what a mark holds', () => {
    expect(check('全村 12 户，１．５ 万人。')).toEqual([
      expect.stringMatching(/^11 number-loose 提示 札记里的 12、１．５ 没有连到/),
    ]);
    expect(check(`${figure('32168 户')}，${milestone('2020 年')}，十二户。`)).toEqual([]);
    expect(check('\n\n## 12 户')).toEqual([expect.stringMatching(/number-loose/)]);
  });

  test('lies with the essays, and no report does', () => {
    expect(check('', { path: 'stories/jianan/two-villages.mdx' }).join()).toMatch(
      /^3 county-folder 札记不属于哪一处，文件却在 jianan 文件夹里 → 移到 stories\/essays\//,
    );
    const files = good.map((file) => ({ ...file, path: file.path.replace('stories/jianan/', 'stories/essays/') }));
    const [first] = checkContent(files, { day: '2027-01-01' });
    expect(first).toMatchObject({ rule: 'county-folder', cure: expect.stringContaining('stories/jianan/') });
  });

  test('names places that are registered, each once', () => {
    const files = (counties: string) => [
      ...good,
      ELSEWHERE,
      { path: ESSAY, text: essayOf('').replace('[jianan, elsewhere]', counties) },
    ];
    const said = (counties: string) => checkContent(files(counties), { day: '2027-01-01' }).map(({ rule }) => rule);
    expect(said('[jianan, nowhere]')).toContain('id-unknown');
    expect(said('[jianan, elsewhere, jianan]')).toEqual(['entry-twice']);
  });
});

describe('the front page', () => {
  const front = (essays: string) => ({ path: 'front.yaml', text: `essays: ${essays}\n` });
  const said = (essays: string) =>
    checkContent([...good, ELSEWHERE, { path: ESSAY, text: essayOf('') }, front(essays)], { day: '2027-01-01' });

  test('names essays that readers can open', () => {
    expect(said('[two-villages]')).toEqual([]);
    expect(said('[two-vilages]')).toMatchObject([{ file: 'front.yaml', line: 1, rule: 'id-unknown' }]);
  });
});
