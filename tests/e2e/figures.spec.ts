import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { asOfText, figureMatches, figureText } from '../../src/lib/numbers/figures.ts';
import { baseRange, baseUnit } from '../../src/lib/numbers/order.ts';
import { figureAnchor, figurePath } from '../../src/lib/urls.ts';
import { FIGURES_PAGE, FIGURES_STATUS } from '../../src/lib/words/figures.ts';
import { faultsOf, MODES } from './support/axe.ts';
import { FiguresPage } from './support/figures-page.ts';
import { manuscripts } from './support/manuscripts.ts';
import { expect, remember, test } from './support/test.ts';

const figures = manuscripts.flatMap(({ slug, data }) => data.figures.map((figure) => ({ ...figure, slug })));
const total = figures.length;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every figure is there under its county and story, and no control that would do nothing', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto();
    await expect(view.controls).toBeHidden();
    await expect(view.rows).toHaveCount(total);
    const counties = new Set(manuscripts.filter(({ data }) => data.figures.length > 0).map(({ data }) => data.county));
    await expect(view.counties).toHaveCount(counties.size);
    for (const { data } of manuscripts.filter((story) => story.data.figures.length > 0)) {
      const table = page.getByRole('table', { name: data.title });
      await expect.soft(table.locator('tr[data-keys]'), data.title).toHaveCount(data.figures.length);
    }
    const rows = await view.rows.evaluateAll((all) =>
      all.map((row) => ({ text: row.textContent ?? '', href: row.querySelector('a')?.getAttribute('href') ?? '' })),
    );
    for (const figure of figures) {
      const href = figurePath(figure.slug, figure.id);
      const [row] = rows.filter((each) => each.href === href);
      expect.soft(row?.text, href).toContain(figure.label);
      expect.soft(row?.text, href).toContain(figureText(figure));
      expect.soft(row?.text, href).toContain(asOfText(figure.asOf));
      if (figure.note) expect.soft(row?.text, href).toContain(figure.note);
    }
  });

  test('every link, in tables and plots, leads to words that state its number', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto();
    const links = await page
      .locator('a.plot-value, .figures td.number a')
      .evaluateAll((all) =>
        all.map((link) => ({ href: link.getAttribute('href') ?? '', text: link.textContent ?? '' })),
      );
    expect(links.length).toBeGreaterThan(total);
    for (const { slug, path, data } of manuscripts) {
      await page.goto(path);
      for (const figure of data.figures) {
        const words = await page.locator(`[id="${figureAnchor(figure.id)}"]`).textContent();
        const own = links.filter(({ href }) => href === figurePath(slug, figure.id));
        expect.soft(own.length, figure.id).toBeGreaterThan(0);
        expect.soft(figureMatches(words ?? '', figure), `${slug}: “${words}” states ${figureText(figure)}`).toBe(true);
        for (const { text } of own) expect.soft(text, slug).toBe(figureText(figure));
      }
    }
  });

  test('the jump list leads to each county', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto();
    for (const link of await view.jump.getByRole('link').all()) {
      await link.click();
      await expect.soft(page.locator(':target')).toBeInViewport();
    }
  });
});

test.describe('sorting', () => {
  test('by value compares like units only, 亿元 with 万元 and 元, and says so', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto();
    await view.sortButton('value').click();
    await expect(view.counties).toHaveCount(0);
    await expect(view.rows).toHaveCount(total);
    await expect(view.columnHead('value')).toHaveAttribute('aria-sort', 'descending');
    await expect(view.status).toContainText(FIGURES_STATUS.value.desc);
    const groups = await view.merged.locator('tbody').evaluateAll((bodies) =>
      bodies.map((body) => ({
        head: body.querySelector('th')?.textContent,
        hrefs: [...body.querySelectorAll('td.number a')].map((link) => link.getAttribute('href')),
      })),
    );
    const known = new Map(figures.map((figure) => [figurePath(figure.slug, figure.id), figure]));
    for (const { head, hrefs } of groups) {
      const group = hrefs.map((href) => known.get(href ?? ''));
      const values = group.map((figure) => (figure ? baseRange(figure)[0] : Number.NaN));
      expect.soft(values, head ?? '').toEqual([...values].sort((a, b) => b - a));
      for (const figure of group) expect.soft(head).toBe(FIGURES_STATUS.unit(baseUnit(figure?.unit ?? '?')));
    }
    expect(new Set(groups.map(({ head }) => head)).size).toBe(groups.length);
    expect(groups.some(({ hrefs }) => new Set(hrefs.map((href) => known.get(href ?? '')?.unit)).size > 1)).toBe(true);
  });

  test('again turns the order round; what has no date stays last', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto();
    const undated = figures.filter(({ asOf }) => asOf === null).length;
    for (const direction of ['ascending', 'descending']) {
      await view.sortButton('asOf').click();
      await expect(view.columnHead('asOf')).toHaveAttribute('aria-sort', direction);
      const dates = (await view.texts()).map((cells) => cells.at(-1));
      const isUndated = dates.map((date) => date === FIGURES_PAGE.undated);
      expect(isUndated.indexOf(true)).toBe(total - undated);
      expect(isUndated.lastIndexOf(false)).toBe(total - undated - 1);
    }
  });

  test('can be done from the head of the table, and puts the county into each row', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto('?sort=county&dir=asc');
    await view.columnHead('label').getByRole('button').click();
    await expect(view.columnHead('label')).toHaveAttribute('aria-sort', 'ascending');
    const rows = await view.texts();
    expect(rows.every((cells) => cells.length === 4 && /[区县市]$/.test(cells[0] ?? ''))).toBe(true);
  });

  test('undone brings back counties and stories as they were', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto();
    const before = await page.locator('.figures-county').allInnerTexts();
    for (const sort of ['value', 'asOf', 'label', 'county'] as const) await view.sortButton(sort).click();
    await view.grouped.click();
    await expect(view.merged).toBeHidden();
    expect(await page.locator('.figures-county').allInnerTexts()).toEqual(before);
  });

  test('a county of the jump list is found again in the sorted state', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto('?sort=value&dir=desc&q=贫困');
    await view.jump.getByRole('link').last().click();
    await expect(page.locator(':target')).toBeInViewport();
    await expect(view.rows).toHaveCount(total);
  });
});

test.describe('the filter', () => {
  test('shows and counts the rows that hold all the words, whatever their blanks', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto();
    for (const query of ['贫困村', '济阳区 第一书记', '2097.64万元', '２０９７．６４ 万元', 'pm2.5']) {
      await view.filter.fill(query);
      const shown = await view.rows.count();
      expect.soft(shown, query).toBeGreaterThan(0);
      expect.soft(shown, query).toBeLessThan(total);
      await expect.soft(view.status).toHaveText(FIGURES_STATUS.found(shown, total));
    }
    await view.filter.fill('第一书记');
    for (const [label] of await view.texts()) expect.soft(label).toContain('第一书记');
    await view.filter.fill('没有这样的数字');
    await expect(view.rows).toHaveCount(0);
    await expect(view.counties).toHaveCount(0);
    await expect(view.status).toHaveText(FIGURES_STATUS.found(0, total));
    await view.filter.fill('');
    await expect(view.rows).toHaveCount(total);
    await expect(view.status).toHaveText(FIGURES_STATUS.total(total));
  });

  test('and the order live in the address, and come back with it', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto();
    await view.filter.fill('贫困');
    await view.sortButton('value').click();
    await view.sortButton('value').click();
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({ sort: 'value', dir: 'asc', q: '贫困' });
    const before = await view.texts();
    await page.reload();
    await expect(view.filter).toHaveValue('贫困');
    await expect(view.sortButton('value')).toHaveAttribute('aria-pressed', 'true');
    expect(await view.texts()).toEqual(before);
    await view.filter.fill('');
    await view.grouped.click();
    expect(new URL(page.url()).search).toBe('');
  });

  test('is not led astray by an address that makes no sense', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto('?sort=constructor&dir=up&q=%3Cimg%20src%3Dx%3E');
    await expect(view.rows).toHaveCount(0);
    await expect(view.grouped).toHaveAttribute('aria-pressed', 'true');
  });
});

test('each plot says what it compares, and draws nothing that only colour tells', async ({ page }) => {
  const view = new FiguresPage(page);
  await view.goto();
  await expect(view.plots).not.toHaveCount(0);
  for (const plot of await view.plots.all()) {
    await expect(plot.getByRole('heading')).toHaveText(/.{3}/);
    await expect(plot.locator('figcaption')).toHaveText(/.{20}/);
    const rows = plot.getByRole('listitem');
    expect(await rows.count()).toBeGreaterThan(1);
    await expect(plot.locator('svg')).toHaveCount(await rows.count());
    for (const row of await rows.all()) await expect(row.getByRole('link')).toHaveText(/\d/);
  }
});

for (const [mode, settings] of Object.entries(MODES))
  test(`${mode}: axe finds nothing and nothing stands out of 320 px, in groups and sorted`, async ({ page }) => {
    const view = new FiguresPage(page);
    await remember(page, settings);
    for (const [query, width] of [
      ['', 320],
      ['?sort=value&dir=desc&q=贫困', 320],
      ['?sort=label&dir=asc&q=2020', 1280],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await view.goto(query);
      expect.soft(await faultsOf(page), `${width} px ${query}`).toEqual([]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(excess, `${width} px ${query}`).toBeLessThanOrEqual(0);
    }
  });

test('the page weighs at most 40 kB and its script 2 kB, brotli', async ({ page, build, request }) => {
  const html = readFileSync(join(build.folder, FiguresPage.path, 'index.html'));
  await new FiguresPage(page).goto();
  const own = await page
    .locator('script[src*="Figure"]')
    .evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));
  expect(own).toHaveLength(1);
  const script = await (await request.get(own[0] ?? '')).body();
  const sizes = { page: brotliCompressSync(html).length, script: brotliCompressSync(script).length };
  test.info().annotations.push({ type: 'sizes', description: JSON.stringify(sizes) });
  expect(sizes.page).toBeLessThanOrEqual(40_000);
  expect(sizes.script).toBeLessThanOrEqual(2_000);
});
