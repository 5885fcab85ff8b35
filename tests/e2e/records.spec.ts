import { faultsOf } from './support/axe.ts';
import { expect, test } from './support/test.ts';

// Run on the archive in tests/fixtures/records: letters, an interview, a stone, a book, a broadcast.

const LETTER = 'stories/first-letter/';

/** What the card of a story says in one of its lines. */
const line = (label: string) => `.source-card dl:first-of-type div:has(> dt:text-is("${label}")) dd`;

test.describe('a letter', () => {
  test('says of itself what a letter has, in the words of letters', async ({ page }) => {
    await page.goto(LETTER);
    await expect(page.locator('.credit')).toContainText('据陈某致林某的信全文刊出');
    for (const [label, text] of [
      ['写信时间', '1962 年 3 月 4 日'],
      ['写信人', '陈某'],
      ['收信人', '林某'],
      ['收藏处', '试市档案馆'],
      ['原件引文', '致林某信'],
      ['引用', '陈某. 堤上第一封信[EB/OL]. 两河旧事'],
    ] as const)
      await expect(page.locator(line(label))).toContainText(text);
    await expect(page.locator('main')).not.toContainText(/见报|报刊/);
  });

  test('stands there by its own right, which leads to the text of the licence', async ({ page }) => {
    await page.goto(LETTER);
    await expect(page.locator('.source-card')).toContainText('原文属公有领域');
    await expect(page.locator('.source-card')).not.toContainText('经授权');
    await expect(page.locator(line('权利')).getByRole('link', { name: '公有领域' })).toHaveAttribute(
      'href',
      'https://creativecommons.org/publicdomain/mark/1.0/deed.zh-hans',
    );
    await expect(page.locator('head link[rel="license"]')).toHaveAttribute(
      'href',
      'https://creativecommons.org/publicdomain/mark/1.0/',
    );
    await expect(page.locator('.colophon')).toContainText('CC BY-SA 4.0');
  });

  test('leads on in its series, to its units, tags and authors, and back', async ({ page }) => {
    await page.goto(LETTER);
    await page.getByRole('navigation', { name: '系列“堤上来信”第 1 篇' }).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('堤上第二封信');
    await page.locator(line('系列')).getByRole('link').click();
    await expect(page.locator('main h2')).toHaveText(['堤上第一封信', '堤上第二封信']);
    await page.getByRole('link', { name: '堤上第一封信' }).click();
    await page.locator(line('标签')).getByRole('link', { name: '水灾' }).click();
    await expect(page).toHaveURL(/\/tags\/shui-zai\/$/);
    await expect(page.locator('main h2')).toHaveText(['早上六点的广播', '听陈大讲那年的水', '堤上第一封信']);
    await page.goto(LETTER);
    await page.locator(line('本站作者')).getByRole('link', { name: '林小' }).click();
    await expect(page.locator('main h2')).toHaveCount(3);
    await page.goto('counties/xi-tang/');
    await expect(page.locator('.cards').getByRole('link', { name: '堤上第一封信' })).toBeVisible();
  });
});

test('a passage with rights of its own says so, and further sources stand on the card', async ({ page }) => {
  await page.goto('stories/second-letter/');
  const passage = page.locator('figure.passage');
  await expect(passage).toContainText('放炮三响');
  await expect(passage.locator('figcaption')).toHaveText(
    /^CC BY-NC 4\.0 署名—非商业性使用。权利人：王二。选自《工地日记》\s*$/,
  );
  await expect(page.locator('.source-card h3')).toHaveText(['来源 2', '来源 3']);
  await expect(page.locator('.source-card')).toContainText('日记');
});

test('the search narrows by series and tag, and exports the rights', async ({ page }) => {
  await page.goto('search/?q=水&tag=shui-zai');
  await expect(page.locator('.results > li')).toHaveCount(3);
  await expect(page.getByRole('group', { name: '标签' }).getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(page.getByRole('group', { name: '系列' })).toContainText('堤上来信');
  const download = page.waitForEvent('download');
  await page.locator('[data-export]').click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const [head = '', ...rows] = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
  expect(head.endsWith(',权利')).toBe(true);
  expect(rows.filter((row) => row.endsWith(',公有领域')).length).toBeGreaterThan(0);
  expect(rows.filter((row) => row.includes('权利人：陈大')).length).toBeGreaterThan(0);
});

for (const path of [
  'series/',
  'series/letters/',
  'tags/',
  'tags/shui-zai/',
  'authors/',
  'authors/lin-xiao/',
  LETTER,
  'stories/second-letter/',
]) {
  test(`axe finds nothing on /${path} at 390 and 1280 px`, async ({ page }) => {
    await page.goto(path);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await faultsOf(page), `${width} px`).toEqual([]);
    }
  });
}
