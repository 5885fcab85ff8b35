import { SEARCH } from '#words/search.ts';
import { askAll } from '../search/drive.ts';
import { nameForms } from '../search/names.ts';
import { tokensOf } from '../search/truth.ts';
import { faultsOf } from './support/axe.ts';
import { storyPages } from './support/pages.ts';
import { COMMON, NAME, NAME_IN_PINYIN, NAME_MISSPELT, PHRASE, QUESTION, TRADITIONAL } from './support/queries.ts';
import { SearchPage } from './support/search-page.ts';
import { given } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

const ODD = [
  '',
  ' ',
  '　',
  '"',
  '“”',
  '""""',
  '-',
  '- -',
  '-扶贫',
  '扶',
  '。，、',
  '+',
  '%',
  '.',
  '...',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '&lt;b&gt;',
  '"><svg onload=alert(1)>',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\0',
  'a\0b',
  '\u202e扶贫',
  '\ud800',
  '😀',
  '👨‍👩‍👧',
  '扶😀贫',
  'tuopin',
  'tuo pin',
  "xi'an",
  '兩不愁三保障',
  '３３１',
  'ＡＰＰ',
  '𠮷野家',
  'https://example.com/?q=1#2',
  '%E4%B8%A4',
  '?q=x&county=y',
  '\\',
  '[a-z]+',
  '*',
  '扶 '.repeat(50),
  '贫'.repeat(5000),
  'a'.repeat(5000),
];

/** Words that several stories share. */
const shared = () => given(PHRASE, 'no two stories that share a word');

test('every name of the registers offers its entry, in every way in which it is written', async ({ page }) => {
  test.slow();
  const asked = nameForms().flatMap(({ name, forms }) => forms.map((form) => ({ name, form })));
  await page.goto('search/');
  const shown = await page.evaluate(
    askAll,
    asked.map(({ form }) => form),
  );
  const without = asked.filter(({ name }, i) => !shown[i]?.entries.includes(name));
  expect(without.map(({ name, form }) => `${form}: ${name}`)).toEqual([]);
});

test('odd queries cause no error and no markup', async ({ page }) => {
  await page.goto('search/');
  const before = await page.locator('img, svg, script').count();
  const shown = await page.evaluate(askAll, ODD);
  expect(shown).toHaveLength(ODD.length);
  expect(shown.map(({ tier }) => tier)).not.toContain('failed');
  expect(await page.locator('img, svg, script').count()).toBe(before);
});

test.describe('says what kind of match it is', () => {
  for (const [kind, query, tier, missing] of [
    ['words of the text', PHRASE, 'exact', 'no two stories that share a word'],
    ['traditional characters', TRADITIONAL?.traditional, 'exact', 'no word with a traditional form of its own'],
    ['a whole question', QUESTION, 'related', 'no story with two paragraphs'],
    ['pinyin', NAME_IN_PINYIN, 'suggest', 'no name in its texts'],
    ['a name with a wrong character', NAME_MISSPELT, 'suggest', 'no name in its texts'],
    ['letters without sense', 'zzqqxx', 'none', ''],
  ] as const) {
    test(`${kind}: ${tier}`, async ({ page }) => {
      const search = new SearchPage(page);
      await search.open(given(query, missing));
      expect(await search.tier(), query).toBe(tier);
    });
  }

  test('what was meant is found with one press', async ({ page }) => {
    const name = given(NAME, 'no name in its texts');
    const search = new SearchPage(page);
    await search.open(NAME_MISSPELT ?? '');
    await page.getByRole('button', { name, exact: true }).click();
    await expect(search.list).toHaveAttribute('data-search-tier', 'exact');
    await expect(search.box).toHaveValue(name);
  });
});

/** A search that a limit narrows, and that limit. */
async function openWithLimit(search: SearchPage) {
  await search.open(shared());
  const all = await search.results.count();
  const limits = await search.limits();
  const limit = given(
    limits.find(({ count, name }) => count < all && limits.filter((other) => other.name === name).length > 1),
    'no limit that would narrow a search',
  );
  return { all, limit };
}

test('narrows, sorts and lists by line, all in the address, and Back undoes it', async ({ page }) => {
  const search = new SearchPage(page);
  const { all, limit } = await openWithLimit(search);
  const siblings = (await search.limits()).filter(({ name }) => name === limit.name).length;
  await search.limit(limit).check();
  await expect(page).toHaveURL(new RegExp(`${limit.name}=${limit.value}`));
  await search.done();
  expect(await search.results.count()).toBe(limit.count);
  expect(limit.count).toBeLessThan(all);
  expect((await search.limits()).filter(({ name }) => name === limit.name)).toHaveLength(siblings);
  await page.getByRole('radio', { name: SEARCH.views.lines }).check();
  await expect(page).toHaveURL(/view=lines/);
  await expect(search.list).toHaveClass('lines');
  for (const hit of await search.list.locator('mark').allTextContents())
    expect(tokensOf(hit)).toEqual(tokensOf(shared()));
  await page.goBack();
  await page.goBack();
  await expect(search.results).toHaveCount(all);
  await page.getByRole('combobox').selectOption('oldest');
  await expect(page).toHaveURL(/sort=oldest/);
});

test('a ticked limit keeps the focus, so that the keyboard goes on from there', async ({ page }) => {
  const search = new SearchPage(page);
  const { limit } = await openWithLimit(search);
  await search.limit(limit).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(new RegExp(`${limit.name}=${limit.value}`));
  await search.done();
  await expect(search.limit(limit)).toBeFocused();
});

test('Back from a story leads to the line that was opened', async ({ page }) => {
  const search = new SearchPage(page);
  await search.open(given(COMMON, 'no two stories that share a word'), '&view=lines');
  const line = search.results.nth(Math.min(60, (await search.results.count()) - 1)).getByRole('link');
  await line.click();
  await expect(page).toHaveURL(/stories/);
  await page.goBack();
  await search.done();
  await expect(line).toBeInViewport();
  await expect(line).toBeFocused();
});

test('in a narrow window the limits fold away and say what they are', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const search = new SearchPage(page);
  const { limit } = await openWithLimit(search);
  const summary = page.locator('summary').filter({ hasText: SEARCH.facets });
  await summary.click();
  await search.limit(limit).check();
  await page.getByRole('button', { name: SEARCH.toResults(limit.count) }).click();
  await expect(summary).toContainText(`：${limit.label}`);
  await expect(search.results.first()).toBeInViewport();
});

test('exports what is listed, and copies a citation', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const search = new SearchPage(page);
  await search.open(shared(), '&view=lines');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: SEARCH.export }).click(),
  ]);
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const rows = Buffer.concat(chunks).toString().trim().split('\r\n');
  expect(rows).toHaveLength(1 + (await search.results.count()));
  expect(rows[1]).toMatch(/#p-[0-9a-f]+(?:,|$)/);
  await page.getByRole('button', { name: SEARCH.cite }).first().click();
  await expect(page.getByRole('button', { name: SEARCH.cited })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\[[A-Z]+\/OL\].*#p-/);
});

test('leads from a line to its marked words in the story', async ({ page }) => {
  const word = given(COMMON, 'no two stories that share a word');
  const search = new SearchPage(page);
  await search.open(word, '&view=lines');
  const lines = page.locator('[data-search-result]:not(.result-field)');
  const paths = await lines.evaluateAll((all) => all.map((line) => line.getAttribute('data-search-result')));
  const at = paths.findIndex((path, i) => path === paths[i + 1]);
  given(at < 0 ? null : at, 'no story that says the same word twice');
  await lines.nth(at).getByRole('link').click();
  const bar = page.getByRole('region', { name: SEARCH.marks });
  await expect(bar).toBeVisible();
  const painted = () =>
    page.evaluate(() => [...(CSS.highlights.get('search-hit') ?? [])].map((range) => String(range)));
  const marked = await painted();
  expect(marked.length).toBeGreaterThan(1);
  for (const text of marked) expect(tokensOf(text)).toEqual(tokensOf(word));
  await bar.getByRole('button', { name: SEARCH.nextMark }).click();
  await expect(bar.getByRole('status')).toContainText(`共 ${marked.length} 处`);
  await bar.getByRole('button', { name: SEARCH.clearMarks }).click();
  await expect(bar).toBeHidden();
  expect(await painted()).toEqual([]);
  expect(page.url()).not.toContain('mark=');
});

test('marks with <mark> where the browser cannot paint ranges, and takes it away again', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(CSS, 'highlights'));
  const path = storyPages[0] ?? '';
  await page.goto(path);
  const text = await page
    .locator('.prose p')
    .first()
    .evaluate((p) => p.textContent);
  const phrase = tokensOf(text ?? '')
    .filter((term) => /\p{Script=Han}/u.test(term))
    .slice(0, 2)
    .join('');
  await page.goto(`${path}?mark=${encodeURIComponent(phrase)}`);
  const before = await page.locator('.prose').textContent();
  await expect(page.locator('mark.search-hit').first()).toBeVisible();
  await page.getByRole('button', { name: SEARCH.clearMarks }).click();
  await expect(page.locator('mark.search-hit')).toHaveCount(0);
  expect(await page.locator('.prose').textContent()).toBe(before);
});

test('is worked by keyboard, from any page', async ({ page }) => {
  await page.goto('stories/');
  await page.keyboard.press('/');
  const header = page.getByRole('banner').getByRole('searchbox');
  await expect(header).toBeFocused();
  const word = given(COMMON, 'no two stories that share a word');
  await header.fill(word);
  await page.keyboard.press('Enter');
  const search = new SearchPage(page);
  await search.done();
  await expect(search.box).toHaveValue(word);
  await page.keyboard.press('Control+k');
  await expect(search.box).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(search.results.first().getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search.box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search.list).toHaveAttribute('data-search-state', 'idle');
});

test('waits while a word is being composed', async ({ page }) => {
  await page.goto('search/');
  const search = new SearchPage(page);
  await search.box.focus();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'tuo', selectionStart: 3, selectionEnd: 3 });
  await client.send('Input.imeSetComposition', { text: 'tuopin', selectionStart: 6, selectionEnd: 6 });
  await expect(search.list).toHaveAttribute('data-search-state', 'idle');
  await client.send('Input.insertText', { text: given(COMMON, 'no two stories that share a word') });
  await search.done();
  expect(await search.tier()).toBe('exact');
});

test('the results pass axe', async ({ page }) => {
  const search = new SearchPage(page);
  for (const more of ['', '&view=lines']) {
    await search.open(shared(), more);
    expect(await faultsOf(page)).toEqual([]);
  }
});
