import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { TIMELINE, TIMELINE_STATUS } from '#words/timeline.ts';
import { compareMilestones } from '../../src/lib/timeline/order.ts';
import { keyMilestones } from '../../src/lib/timeline/selection.ts';
import { withoutUnit } from '../../src/lib/timeline/titles.ts';
import { entryAnchor, milestoneAnchor } from '../../src/lib/urls.ts';
import { counties, reports } from '../support/content.ts';
import { showCrowded } from './support/crowded.ts';
import { given } from './support/subjects.ts';
import { expect, remember, test } from './support/test.ts';
import { TimelinePage } from './support/timeline-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const milestones = reports.flatMap(({ slug, path, data, listed }) =>
  listed.milestones.map((milestone) => ({
    ...milestone,
    ...{ slug, path, county: data.county, story: { county: { id: data.county } } },
  })),
);
const keys = keyMilestones(milestones);
const others = milestones.filter((milestone) => !keys.has(milestone));
const anchorOf = ({ slug, id }: { slug: string; id: string }) => entryAnchor(slug, id);
const anchors = (some: readonly { slug: string; id: string }[]) => some.map(anchorOf).sort();
const inCounty = (county: string) => milestones.filter((milestone) => milestone.county === county);
/** The county that has most. */
const COUNTY = [...counties].sort((a, b) => inCounty(b.id).length - inCounty(a.id).length)[0]?.id ?? '';
const WIDTHS = { table: 1280, spine: 390 } as const;

// Without milestones there is no timeline.
test.beforeEach(() => void given(milestones[0], 'no milestones'));

/** What the boxes of the page say against it: text cut off, marks without words beside them, entries on each other. */
function faultsInBoxes(): string[] {
  const inSight = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].filter(inSight);
  const words = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const faults: string[] = [];
  const entries = all(
    '.chronicle :is(li, .bar), .chronicle thead th, .chronicle tbody th, .years .entry, .histogram li',
  );
  const boxes = entries.map((entry) => ({ entry, box: entry.getBoundingClientRect() }));
  for (const { entry, box } of boxes) {
    if (words(entry) === '') faults.push(`without words: ${entry.outerHTML.slice(0, 60)}`);
    if (box.right > document.documentElement.clientWidth + 1 || box.left < -1)
      faults.push(`beyond the page: ${words(entry)}`);
    for (const part of entry.querySelectorAll<HTMLElement>('a, small, .date, span, b')) {
      if (!inSight(part)) continue;
      const range = document.createRange();
      range.selectNodeContents(part);
      for (const line of range.getClientRects())
        if (line.left < box.left - 1.5 || line.right > box.right + 1.5 || line.bottom > box.bottom + 4)
          faults.push(`cut or sticking out: ${words(part)} of ${words(entry)}`);
    }
  }
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const isSticky = (one: Element) => one.closest('thead') !== null;
      if (across > 1 && down > 1 && !isSticky(a.entry) && !isSticky(b.entry))
        faults.push(`on each other: ${words(a.entry)} × ${words(b.entry)}`);
    }
  // A dot stands on the line beside its date and title.
  for (const entry of all('.years .entry')) {
    const [date, title] = [entry.querySelector('.entry-date .date'), entry.querySelector('.entry-title')];
    const top = entry.getBoundingClientRect().top;
    for (const part of [date, title])
      if (!part || words(part) === '' || part.getBoundingClientRect().top - top > 80)
        faults.push(`a dot without its words: ${words(entry)}`);
  }
  return [...new Set(faults)];
}

for (const size of ['', 'elder'] as const)
  for (const show of ['key', 'all'] as const)
    test(`every mark has its words beside it, nothing is cut, nothing lies on another: ${show}${size && `, ${size}`}`, async ({
      page,
    }) => {
      if (size) await remember(page, { size });
      const timeline = new TimelinePage(page);
      await timeline.open(`timeline/?show=${show}`);
      for (const width of [320, 390, 768, 960, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await page.evaluate(faultsInBoxes), `${width} px`).toEqual([]);
      }
      await page.setViewportSize({ width: 700, height: 900 });
      await page.emulateMedia({ media: 'print' });
      expect.soft(await page.evaluate(faultsInBoxes), 'print').toEqual([]);
    });

test('of two hundred milestones too, of every kind of date', async ({ page }) => {
  await showCrowded(page);
  await new TimelinePage(page).open('timeline/?show=all');
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await page.evaluate(faultsInBoxes), `${width} px`).toEqual([]);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  for (const [form, width] of Object.entries(WIDTHS))
    test(`the ${form} shows the chosen ones, counts the rest, and has all by one tap`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const timeline = new TimelinePage(page);
      await page.goto('timeline/');
      expect((await timeline.shown()).sort()).toEqual(anchors([...keys]));
      const rest = await page.locator('[data-rest]').filter({ visible: true }).allTextContents();
      const counted = rest.map((words) => Number(/\d+/.exec(words)?.[0]));
      expect(counted.reduce((a, b) => a + b, 0)).toBe(others.length);
      await timeline.showAll();
      expect((await timeline.shown()).sort()).toEqual(anchors(milestones));
      const hrefs = await timeline.entries
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(hrefs.sort()).toEqual(milestones.map(({ path, id }) => `/${path}#${milestoneAnchor(id)}`).sort());
    });

  test('what a cell or a year hides opens where it is counted', async ({ page }) => {
    given(others[0], 'nothing but what is shown at first');
    const timeline = new TimelinePage(page);
    for (const width of Object.values(WIDTHS)) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('timeline/');
      const label = page.locator('.opener-label').filter({ visible: true }).first();
      const count = Number(/\d+/.exec((await label.textContent()) ?? '')?.[0]);
      const before = await timeline.entries.count();
      await label.click();
      await expect(timeline.entries).toHaveCount(before + count);
      await label.click();
      await expect(timeline.entries).toHaveCount(before);
    }
  });

  test('a year in the address leads to its column of the table, which is in sight', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('timeline/');
    const years = await page.locator('.year:not(#undated)').evaluateAll((all) => all.map(({ id }) => id));
    given(years[1], 'milestones of one year only');
    for (const id of [years[0], years[Math.floor(years.length / 2)], years.at(-1)]) {
      await page.goto('about:blank');
      await page.goto(`timeline/#${id}`);
      const column = await page.locator(`[id="${id}"] [data-column]`).first().getAttribute('data-column');
      const head = await page.locator(`.chronicle thead [data-column="${column}"]`).boundingBox();
      expect(head && head.y >= -1 && head.y + head.height <= 800 && head.x >= 0 && head.x + head.width <= 1280).toBe(
        true,
      );
      const grounds = await page.evaluate(
        (own) =>
          [...document.querySelectorAll<HTMLElement>('.chronicle :is(th, td)[data-column]')].map((cell) => ({
            isOwn: cell.dataset.column === own,
            isMarked:
              getComputedStyle(cell).getPropertyValue('--data') === getComputedStyle(cell).getPropertyValue('--ink'),
          })),
        column,
      );
      expect(grounds.every(({ isOwn, isMarked }) => isOwn === isMarked)).toBe(true);
    }
  });

  test('the table is one to a screen reader, with its headings', async ({ page }) => {
    await page.goto('timeline/');
    await expect(page.getByRole('table', { name: TIMELINE.caption })).toBeVisible();
    const withSome = counties.filter(({ id }) => inCounty(id).length > 0);
    await expect(page.locator('.chronicle tbody th[scope="rowgroup"]')).toHaveCount(withSome.length);
    const spans = await page
      .locator('.chronicle tr.bars')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('td')].reduce((sum, cell) => sum + cell.colSpan, 0)),
      );
    const columns = await page.locator('.chronicle thead th').count();
    for (const sum of spans) expect(sum).toBe(columns);
  });

  test('the spine is in order of time', async ({ page }) => {
    await page.setViewportSize({ width: WIDTHS.spine, height: 900 });
    await page.goto('timeline/');
    await new TimelinePage(page).showAll();
    for (const ids of await page
      .locator('.year ol')
      .evaluateAll((lists) => lists.map((list) => [...list.children].map(({ id }) => id)))) {
      const some = ids.flatMap((id) => milestones.find((milestone) => anchorOf(milestone) === id) ?? []);
      for (const [i, milestone] of some.slice(1).entries())
        expect(compareMilestones(some[i] ?? milestone, milestone)).toBeLessThanOrEqual(0);
    }
  });

  test('each column of the histogram leads to its year', async ({ page }) => {
    await page.setViewportSize({ width: WIDTHS.spine, height: 900 });
    await page.goto('timeline/');
    const links = page.locator('.histogram a');
    for (let i = 0; i < (await links.count()); i++) {
      await links.nth(i).click();
      await expect(page.locator(':target')).toBeInViewport();
    }
  });
});

test('the title of a milestone does not begin with the county of its row', async ({ page }) => {
  await page.goto('timeline/');
  const titles = await page
    .locator('.chronicle [data-of]')
    .evaluateAll((links) =>
      links.map((link) => [(link as HTMLElement).dataset.of ?? '', link.textContent?.trim() ?? ''] as const),
    );
  const told = new Map(titles);
  for (const milestone of milestones) {
    const { name, short } = counties.find(({ id }) => id === milestone.county) ?? { name: '' };
    const unit = { name, shortName: short ?? name.replace(/(?<=..)[省市县区]$/, '') };
    expect.soft(told.get(anchorOf(milestone))).toBe(withoutUnit(milestone.title, unit));
  }
});

for (const [form, width] of Object.entries(WIDTHS))
  test(`the ${form} is narrowed, what is hidden is counted, and the address keeps it`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const some = inCounty(COUNTY);
    const timeline = new TimelinePage(page);
    await timeline.open();
    await expect(timeline.status).toHaveText(TIMELINE_STATUS.total(milestones.length));
    await timeline.choose('county', COUNTY);
    expect((await timeline.shown()).sort()).toEqual(anchors(some));
    if (some.length < milestones.length)
      await expect(timeline.status).toHaveText(TIMELINE_STATUS.found(some.length, milestones.length - some.length));
    const basis = some.find(({ date }) => date !== null)?.basis ?? 'stated';
    const alike = some.filter((milestone) => milestone.date !== null && milestone.basis === basis);
    await expect(timeline.filter('certainty')).toContainText(`（${alike.length}）`);
    await timeline.choose('certainty', basis);
    expect((await timeline.shown()).sort()).toEqual(anchors(alike));
    await expect(page).toHaveURL(new RegExp(`\\?county=${COUNTY}&certainty=${basis}$`));
    await page.reload();
    await timeline.filters.waitFor();
    await expect(timeline.entries).toHaveCount(alike.length);
    await timeline.clear.click();
    await expect(timeline.entries).toHaveCount(keys.size);
    await expect(page).toHaveURL(/timeline\/$/);
    given(others[0], 'nothing but what is shown at first');
    await timeline.showAll();
    await expect(page).toHaveURL(/\?show=all$/);
  });

for (const [form, width] of Object.entries(WIDTHS))
  test(`a link to a milestone shows it in the ${form}, whatever is hidden`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const other = given(
      [...others, ...milestones].find(({ county }) => county !== COUNTY),
      'milestones of one county only',
    );
    const timeline = new TimelinePage(page);
    const id = anchorOf(other);
    await timeline.open(`timeline/?county=${COUNTY}#${id}`);
    const place = page.locator(`.years [id="${id}"], .chronicle [data-of="${id}"]`).filter({ visible: true });
    await expect(place).toBeInViewport();
  });

test('each year of the strip leads to that year, on the front page and on a county’s', async ({ page }) => {
  for (const path of ['', `counties/${COUNTY}/`]) {
    await page.goto(path);
    const hrefs = await page
      .locator('.strip h3 a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    // Where nothing is dated by the year there is none.
    expect(hrefs.length > 0, path).toBe((await page.locator('.strip').count()) > 0);
    for (const width of Object.values(WIDTHS)) {
      await page.setViewportSize({ width, height: 700 });
      for (const href of hrefs) {
        await page.goto('about:blank');
        await new TimelinePage(page).open(href.slice(1));
        await expect(page.locator('.is-target')).toBeInViewport();
      }
    }
  }
});

test('who follows a milestone comes back to what was chosen', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open(`timeline/?county=${COUNTY}`);
  const shown = await timeline.shown();
  await timeline.entries.first().locator('a').click();
  await page.waitForURL(/stories\//);
  await page.goBack();
  await timeline.filters.waitFor();
  await expect(timeline.entries).toHaveCount(shown.length);
});

test('keys reach every milestone in sight, none of them under the headings', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  const timeline = new TimelinePage(page);
  await timeline.open();
  const seen = new Set<string>();
  await timeline.filters.focus();
  for (let i = 0; i < 3 * milestones.length; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(coveredFocus);
    if (at.isPast) break;
    if (at.of) seen.add(at.of);
    expect.soft(at.isCovered, at.of).toBe(false);
  }
  expect([...seen].sort()).toEqual(anchors([...keys]));
});

/** What has the focus, and whether a heading that sticks lies on it. */
function coveredFocus() {
  const active = document.activeElement as HTMLElement;
  const box = active.getBoundingClientRect();
  const head = document.querySelector('.chronicle thead th')?.getBoundingClientRect();
  const isInTable = active.closest('.chronicle tbody') !== null;
  return {
    of: active.dataset.of ?? '',
    isPast: active.closest('.embed, footer') !== null,
    isCovered: isInTable && head !== undefined && box.top < head.bottom - 2 && box.bottom > head.top + 2,
  };
}

for (const [name, width, height, size] of [
  ['at 400 %', 320, 256, undefined],
  ['in 大字版', 1280, 500, 'elder'],
] as const)
  test(`no heading sticks over entries ${name}`, async ({ page }) => {
    if (size) await remember(page, { size });
    await page.setViewportSize({ width, height });
    await new TimelinePage(page).open();
    await expect(page.locator('.chronicle')).toBeHidden();
    const sticky = await page
      .locator('.timeline *')
      .evaluateAll(
        (all) =>
          all.filter((one) => one.checkVisibility() && ['sticky', 'fixed'].includes(getComputedStyle(one).position))
            .length,
      );
    expect(sticky).toBe(0);
  });

test('a county’s page has all of its milestones', async ({ page }) => {
  await page.goto(`counties/${COUNTY}/`);
  await expect(page.locator('.entry').filter({ visible: true })).toHaveCount(inCounty(COUNTY).length);
});

test('paper has the milestones in two columns, and no control', async ({ page }: { page: Page }) => {
  await new TimelinePage(page).open();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.chronicle')).toBeHidden();
  await expect(page.locator('.years')).toHaveCSS('column-count', '2');
  await expect(page.locator('.timeline :is(select, .button, .histogram)').filter({ visible: true })).toHaveCount(0);
});

test('the script comes after the page, and is small', async ({ page, build }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.route(/start-timeline\.[^/]*\.js$/, async (route) => {
    // Whatever the script brings, the page was complete and painted before it.
    expect(await page.locator('.entry').count()).toBe(milestones.length);
    expect(await page.evaluate(() => document.readyState)).toBe('complete');
    await route.continue();
  });
  await new TimelinePage(page).open();
  const scripts = new Set(asked.filter((path) => path.endsWith('.js')));
  expect(scripts.size).toBeGreaterThan(0);
  const sizes = [...scripts].map((path) => brotliCompressSync(readFileSync(join(build.folder, path))).length);
  const total = sizes.reduce((a, b) => a + b, 0);
  test.info().annotations.push({ type: 'scripts', description: `${total} bytes in ${scripts.size} files` });
  expect(total).toBeLessThanOrEqual(12_000);
});
