import { brotliCompressSync } from 'node:zlib';
import { FIGURES_PAGE, FIGURES_STATUS } from '#words/figures.ts';
import { asOfText, figureMatches, figureText } from '../../src/lib/numbers/figures.ts';
import { baseRange, baseUnit } from '../../src/lib/numbers/order.ts';
import { figureAnchor, figurePath } from '../../src/lib/urls.ts';
import { comparisons, counties, manuscripts } from '../support/content.ts';
import { faultsOf, MODES } from './support/axe.ts';
import { FiguresPage } from './support/figures-page.ts';
import { statedAt } from './support/stated.ts';
import { given } from './support/subjects.ts';
import { expect, remember, test } from './support/test.ts';

const figures = manuscripts.flatMap(({ slug, listed }) => listed.figures.map((figure) => ({ ...figure, slug })));
const total = figures.length;
/** A figure to look for. */
const someFigure = () => given(figures[Math.floor(total / 2)], 'no figures');
const hrefOf = ({ slug, id }: { slug: string; id: string }) => figurePath(slug, id);
const countyOf = (figure: { slug: string }) =>
  counties.find(({ stories }) => stories.some(({ slug }) => slug === figure.slug))?.name ?? '';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('on a phone each row has the whole width of its table', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const county = counties.find(({ stories }) => stories.some(({ listed }) => listed.figures.length > 0));
  for (const path of [FiguresPage.path, `counties/${given(county, 'no figures').id}/`]) {
    await page.goto(path);
    for (const fold of await page.locator('.phone-fold > summary').all()) await fold.click();
    const rows = page.locator('.figure-table tbody tr:visible');
    const narrow = await rows.evaluateAll((all) =>
      all
        .filter((row) => row.clientWidth < 0.99 * (row.closest('table')?.clientWidth ?? 0))
        .map((row) => row.textContent?.trim()),
    );
    expect(await rows.count(), path).toBeGreaterThan(0);
    expect(narrow, path).toEqual([]);
  }
});

test.describe('folds', () => {
  test('on a phone the figures of a county are one tap away; a jump, an address and the filter open them', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const view = new FiguresPage(page);
    await view.goto();
    await expect(view.rows).toHaveCount(0);
    const link = view.jump.getByRole('link').last();
    const hash = new URL((await link.getAttribute('href')) ?? '', page.url()).hash;
    await link.click();
    expect(await view.rows.count()).toBeGreaterThan(0);
    await page.goto('about:blank');
    await view.goto(hash);
    expect(await view.rows.count()).toBeGreaterThan(0);
    await expect(page.locator(hash)).toBeInViewport();
    await view.filter.fill(someFigure().label);
    await expect(view.rows.first()).toBeVisible();
  });

  test('a wide window and paper show all of them', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const view = new FiguresPage(page);
    await view.goto();
    await expect(view.rows).toHaveCount(total);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ media: 'print' });
    await expect(view.rows).toHaveCount(total);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every figure is there under its county and story, and no control that would do nothing', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto();
    await expect(view.controls).toBeHidden();
    await expect(view.rows).toHaveCount(total);
    const counties = new Set(
      manuscripts.filter(({ listed }) => listed.figures.length > 0).map(({ data }) => data.county),
    );
    await expect(view.counties).toHaveCount(counties.size);
    for (const { data, listed, path } of manuscripts.filter((story) => story.listed.figures.length > 0)) {
      const table = page.getByRole('table').filter({ has: page.locator(`caption a[href="/${path}"]`) });
      await expect(table).toHaveAccessibleName(data.title);
      await expect.soft(table.locator('tr[data-keys]'), data.title).toHaveCount(listed.figures.length);
    }
    const rows = await view.rows.evaluateAll((all) =>
      all.map((row) => ({ text: row.textContent ?? '', href: row.querySelector('a')?.getAttribute('href') ?? '' })),
    );
    for (const figure of figures) {
      const href = figurePath(figure.slug, figure.id);
      const [row] = rows.filter((each) => each.href === href);
      expect.soft(row?.text, href).toContain(figure.label);
      expect.soft(row?.text, href).toContain(figureText(figure));
      expect.soft(row?.text, href).toContain(asOfText(figure));
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
    if (comparisons.length > 0) expect(links.length).toBeGreaterThan(total);
    else expect(links).toHaveLength(total);
    for (const { slug, path, listed } of manuscripts) {
      await page.goto(path);
      for (const figure of listed.figures) {
        const words = await statedAt(page, figureAnchor(figure.id));
        const own = links.filter(({ href }) => href === figurePath(slug, figure.id));
        expect.soft(own.length, figure.id).toBeGreaterThan(0);
        expect.soft(figureMatches(words, figure), `${slug}: “${words}” states ${figureText(figure)}`).toBe(true);
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
  test('by value compares like units only, and says so', async ({ page }) => {
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
  });

  test('by value sets 亿元, 万元 and 元 into one group', async ({ page }) => {
    const ofOneKind = [...Map.groupBy(figures, ({ unit }) => baseUnit(unit)).values()];
    const mixed = given(
      ofOneKind.find((some) => new Set(some.map(({ unit }) => unit)).size > 1),
      'no two figures in units like 亿元 and 万元',
    );
    const view = new FiguresPage(page);
    await view.goto('?sort=value&dir=desc');
    const group = view.merged
      .locator('tbody')
      .filter({ has: page.locator(`a[href="${hrefOf(mixed[0] ?? someFigure())}"]`) });
    await expect(group.locator('td.number')).toHaveCount(mixed.length);
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
      expect(isUndated).toEqual(dates.map((_, i) => i >= total - undated));
    }
  });

  test('can be done from the head of the table, and puts the county into each row', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto('?sort=county&dir=asc');
    await view.columnHead('label').getByRole('button').click();
    await expect(view.columnHead('label')).toHaveAttribute('aria-sort', 'ascending');
    const rows = await view.texts();
    const names = new Set(figures.map(countyOf));
    expect(rows.every((cells) => cells.length === 4 && names.has(cells[0] ?? ''))).toBe(true);
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
    await view.goto(`?sort=value&dir=desc&q=${encodeURIComponent(someFigure().label)}`);
    await view.jump.getByRole('link').last().click();
    await expect(page.locator(':target')).toBeInViewport();
    await expect(view.rows).toHaveCount(total);
  });
});

test.describe('the filter', () => {
  test('shows and counts the rows that hold all the words, whatever their blanks', async ({ page }) => {
    const view = new FiguresPage(page);
    await view.goto();
    const figure = someFigure();
    const number = figureText(figure);
    const widened = number.replace(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
    const row = view.rows.filter({ has: page.locator(`a[href="${hrefOf(figure)}"]`) });
    const { label } = figure;
    for (const query of new Set([
      ...[label, `${countyOf(figure)} ${label}`, label.toUpperCase(), label.toLowerCase()],
      ...[number.replaceAll(' ', ''), widened],
    ])) {
      await view.filter.fill(query);
      await expect.soft(row, query).toHaveCount(1);
      const shown = await view.rows.count();
      const status = shown < total ? FIGURES_STATUS.found(shown, total) : FIGURES_STATUS.total(total);
      await expect.soft(view.status).toHaveText(status);
    }
    await view.filter.fill(label);
    const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
    // A row is known by its story's title too.
    const texts = await view.rows.evaluateAll((all) =>
      all.map((one) => `${one.closest('table')?.caption?.textContent}${one.textContent}`),
    );
    for (const text of texts) expect.soft(plain(text)).toContain(plain(label));
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
    const query = someFigure().label;
    await view.filter.fill(query);
    await view.sortButton('value').click();
    await view.sortButton('value').click();
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({ sort: 'value', dir: 'asc', q: query });
    const before = await view.texts();
    await page.reload();
    await expect(view.filter).toHaveValue(query);
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
  given(comparisons[0], 'no comparisons');
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
    const query = encodeURIComponent(someFigure().label);
    await remember(page, settings);
    for (const [search, width] of [
      ['', 320],
      [`?sort=value&dir=desc&q=${query}`, 320],
      ['?sort=label&dir=asc', 1280],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await view.goto(search);
      expect.soft(await faultsOf(page), `${width} px ${search}`).toEqual([]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(excess, `${width} px ${search}`).toBeLessThanOrEqual(0);
    }
  });

test('the script weighs at most 2 kB, brotli', async ({ page, request }) => {
  await new FiguresPage(page).goto();
  const own = await page
    .locator('script[src*="Figure"]')
    .evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));
  expect(own).toHaveLength(1);
  const script = await (await request.get(own[0] ?? '')).body();
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(2_000);
});
