import { readFileSync } from 'node:fs';
import { SEARCH } from '#words/search.ts';
import { T } from '#words/site.ts';
import { faultsOf, MODES } from './support/axe.ts';
import { SearchPage } from './support/search-page.ts';
import { expect, remember, test } from './support/test.ts';

// Run on the archive in tests/fixtures/texts: text that is not plain paragraphs, in several languages and scripts.

const ALL = 'stories/river-verses/';
const ENGLISH = 'stories/letters-from-the-dyke/';
const TAINAN = 'stories/tainan-tennis/';
const LONG = 'stories/long-report/';

test('verse keeps its lines, tables scroll within themselves, and nothing is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(ALL);
  const lines = page.locator('.verse').first().locator('.verse-line');
  const tops = await lines.evaluateAll((all) => all.map((line) => line.getBoundingClientRect().top));
  expect(tops).toHaveLength(4);
  expect(new Set(tops).size).toBe(4);
  const table = page.getByRole('region', { name: '1998 年 8 月的水位与流量' });
  expect(await table.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  const broken = await page.locator('td.numeric').evaluateAll(
    (cells) =>
      cells.filter((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
      }).length,
  );
  expect(broken).toBe(0);
  await expect(page.locator('[style]')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a note and each of its places lead to one another, and the table of ids agrees with the page', async ({
  page,
}) => {
  await page.goto(ALL);
  const ids: string[] = JSON.parse(
    readFileSync('tests/fixtures/texts/anchors/river-verses.json', 'utf8'),
  ).paragraphs.map(({ id }: { id: string }) => id);
  for (const id of ids) await expect(page.locator(`#${id}`), id).toHaveCount(1);
  const refs = page.locator('[data-footnote-ref]').filter({ hasText: '2' });
  await expect(refs).toHaveCount(2);
  await refs.last().click();
  await expect(page.locator(':target')).toContainText('吴淞高程');
  await page.locator(':target [data-footnote-backref]').last().click();
  await expect(page.locator(':target')).toHaveText('2');
  expect(await page.locator('[id*="user-content"]').count()).toBe(0);
});

test('words say in which language they are, in the story, in lists and in results', async ({ page }) => {
  await page.goto(ENGLISH);
  await expect(page.locator('h1')).toHaveAttribute('lang', 'en');
  const prose = page.locator('.prose');
  await expect(prose).toHaveAttribute('lang', 'en');
  await expect(prose.locator('p').first()).toHaveCSS('text-align', 'start');
  await page.goto('stories/');
  await expect(page.getByRole('link', { name: 'Letters from the Dyke' }).first()).toHaveAttribute('lang', 'en');
  await page.goto(ALL);
  await expect(page.locator('[lang="ug"]')).toHaveAttribute('dir', 'rtl');
  const search = new SearchPage(page);
  await search.open('boatmen');
  await expect(search.results.first().getByRole('link').first()).toHaveAttribute('lang', /^(?:en|)$/);
});

test('one word finds both scripts, with as many places as there are, each in its own characters', async ({ page }) => {
  const search = new SearchPage(page);
  for (const query of ['网球', '網球']) {
    await search.open(query, '&view=lines');
    expect(await search.tier()).toBe('exact');
    const hits = await search.list.locator('mark').allTextContents();
    const own = async (path: string, form: string) => {
      const html = await page.request.get(path).then((response) => response.text());
      const body = html.slice(html.indexOf('<h1'), html.indexOf('class="tail"'));
      return body.replace(/<[^>]*>/g, '').split(form).length - 1;
    };
    expect(hits.filter((hit) => hit === '網球').length).toBe(await own(TAINAN, '網球'));
    expect(hits.filter((hit) => hit === '网球').length).toBe(await own('stories/county-tennis/', '网球'));
    await expect(search.status).toContainText(SEARCH.count(2, hits.length));
  }
  const traditional = search.results.filter({ hasText: '網球' }).first().getByRole('link').first();
  await traditional.click();
  await expect(page).toHaveURL(/tainan-tennis/);
  await expect(page.getByRole('region', { name: SEARCH.marks })).toContainText('1');
});

test('many sections have a list that stays in the window, keeps up with the reading, and closes', async ({ page }) => {
  await page.goto(LONG);
  const nav = page.getByRole('navigation', { name: T.sectionNav });
  const links = nav.getByRole('link');
  await expect(links).toHaveCount(25);
  await page.locator('#s-24').scrollIntoViewIfNeeded();
  await page.locator('#s-24').evaluate((heading) => heading.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const current = nav.locator('[aria-current]');
  await expect(current).toHaveAttribute('href', /#s-2[2-5]/);
  await expect(current).toBeInViewport();
  for (const link of [links.first(), links.last()]) {
    await link.focus();
    await expect(link).toBeInViewport();
  }
  await nav.locator('summary').click();
  await expect(links.first()).toBeHidden();
  const [h2, h3] = await page.evaluate(() =>
    ['h2', 'h3'].map((name) =>
      Number.parseFloat(getComputedStyle(document.querySelector(`.prose ${name}`) as Element).fontSize),
    ),
  );
  expect(h2).toBeGreaterThan((h3 ?? 0) * 1.2);
});

for (const mode of Object.keys(MODES))
  test(`all kinds of text pass axe: ${mode}`, async ({ page }) => {
    await remember(page, MODES[mode] ?? {});
    for (const path of [ALL, ENGLISH, LONG]) {
      await page.goto(path);
      expect(await faultsOf(page), path).toEqual([]);
    }
  });
