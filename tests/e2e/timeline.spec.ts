import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { TIMELINE, TIMELINE_STATUS } from '#words/timeline.ts';
import { htmlDatetime } from '../../src/lib/dates/edtf.ts';
import { compareMilestones, isDated } from '../../src/lib/timeline/order.ts';
import { entryAnchor, milestoneAnchor } from '../../src/lib/urls.ts';
import { milestoneDate } from '../../src/site/milestones.ts';
import { counties, reports } from '../support/content.ts';
import { given } from './support/subjects.ts';
import { expect, remember, test } from './support/test.ts';
import { TimelinePage } from './support/timeline-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const milestones = reports.flatMap(({ slug, path, data, listed }) =>
  listed.milestones.map((milestone) => ({ ...milestone, slug, path, county: data.county })),
);
const dated = milestones.filter(isDated);
const undated = milestones.filter(({ date }) => date === null);
const inCounty = (county: string) => milestones.filter((milestone) => milestone.county === county);
const anchors = (some: readonly { slug: string; id: string }[]) => some.map(({ slug, id }) => entryAnchor(slug, id));
const nameOf = (id: string) => counties.find((county) => county.id === id)?.name ?? '';
/** A county that has milestones of both kinds, or else one that has any with a date. */
const COUNTY = dated.find(({ county }) => inCounty(county).length > inCounty(county).filter(isDated).length)?.county;
const someCounty = () => given(COUNTY ?? dated[0]?.county, 'no milestone with a date');

// Without a date there is no drawing to look at.
test.beforeEach(() => void someCounty());

const idsOf = (page: Page) =>
  page.locator('.entry').evaluateAll((entries) => entries.filter((e) => e.checkVisibility()).map((e) => e.id));

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every milestone stands in the list, in order, and leads to its words', async ({ page }) => {
    await page.goto('timeline/');
    const shown = await page.locator('.entry').evaluateAll((entries) =>
      entries.map((entry) => ({
        id: entry.id,
        date: entry.querySelector('.date')?.textContent,
        datetime: entry.querySelector('time')?.getAttribute('datetime') ?? null,
        href: entry.querySelector('a')?.getAttribute('href'),
      })),
    );
    expect(shown.map(({ id }) => id).sort()).toEqual(anchors(milestones).sort());
    const byAnchor = new Map(milestones.map((milestone) => [entryAnchor(milestone.slug, milestone.id), milestone]));
    const listed = shown.map(({ id }) => byAnchor.get(id)).filter((milestone) => milestone !== undefined);
    for (const [i, milestone] of listed.slice(1).entries())
      expect(compareMilestones(listed[i] ?? milestone, milestone)).toBeLessThanOrEqual(0);
    for (const [i, milestone] of listed.entries())
      expect.soft(shown[i]).toEqual({
        id: entryAnchor(milestone.slug, milestone.id),
        date: milestoneDate(milestone),
        datetime: milestone.date === null ? null : (htmlDatetime(milestone.date) ?? null),
        href: `/${milestone.path}#${milestoneAnchor(milestone.id)}`,
      });
    await expect(page.getByRole('region', { name: TIMELINE.undated }).getByRole('listitem')).toHaveCount(
      undated.length,
    );
  });

  test('the drawing is there to be seen, and silent', async ({ page }) => {
    await page.goto('timeline/');
    await expect(page.locator('.drawing a')).toHaveCount(dated.length);
    await expect(page.locator('.drawing')).toHaveAttribute('aria-hidden', 'true');
    await expect(page.locator('.drawing [tabindex="0"]')).toHaveCount(0);
  });
});

test('list and drawing are narrowed together, the choices count, and the address keeps them', async ({ page }) => {
  const county = someCounty();
  const timeline = new TimelinePage(page);
  await timeline.open();
  await expect(timeline.status).toHaveText(TIMELINE_STATUS.total(milestones.length));
  await timeline.filter('county').selectOption(county);
  const some = inCounty(county);
  expect(await idsOf(page)).toHaveLength(some.length);
  await expect(timeline.marks).toHaveCount(some.filter(isDated).length);
  await expect(timeline.status).toHaveText(TIMELINE_STATUS.found(some.length, milestones.length));
  const basis = some.find(({ date }) => date !== null)?.basis ?? 'stated';
  const alike = some.filter((milestone) => milestone.date !== null && milestone.basis === basis);
  await expect(timeline.filter('certainty')).toContainText(`（${alike.length}）`);
  await timeline.filter('certainty').selectOption(basis);
  expect((await idsOf(page)).sort()).toEqual(anchors(alike).sort());
  await expect(page).toHaveURL(new RegExp(`\\?county=${county}&certainty=${basis}$`));
  await page.reload();
  await timeline.drawing.waitFor();
  await expect(timeline.entries).toHaveCount(alike.length);
  await timeline.clear.click();
  await expect(timeline.entries).toHaveCount(milestones.length);
  await expect(page).toHaveURL(/timeline\/$/);
});

test('what has no date is listed with the words of the paper and is not drawn', async ({ page }) => {
  given(undated[0], 'no milestone without a date');
  const timeline = new TimelinePage(page);
  await timeline.open('timeline/?certainty=undated');
  await expect(timeline.marks).toHaveCount(0);
  expect((await idsOf(page)).sort()).toEqual(anchors(undated).sort());
  for (const milestone of undated)
    await expect(page.locator(`[id="${entryAnchor(milestone.slug, milestone.id)}"]`)).toContainText(
      milestoneDate(milestone),
    );
});

test('the drawing is one stop of the Tab key, and keys reach every mark in it', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await page.getByRole('button', { name: TIMELINE.zoomReset }).focus();
  await page.keyboard.press('Tab');
  await expect(timeline.drawing).toBeFocused();
  const reached = () => timeline.chosen.getAttribute('href');
  const all: (string | null)[] = [await reached()];
  for (let i = 1; i < dated.length; i++) {
    await page.keyboard.press('ArrowRight');
    all.push(await reached());
  }
  expect([...all].sort()).toEqual(
    anchors(dated)
      .map((id) => `#${id}`)
      .sort(),
  );
  await page.keyboard.press('Home');
  expect(await reached()).toBe(all[0]);
  await page.keyboard.press('End');
  expect(await reached()).toBe(all.at(-1));
  await expect(timeline.drawing).toHaveAttribute(
    'aria-activedescendant',
    (await timeline.chosen.getAttribute('id')) ?? '',
  );
  await expect(timeline.chosen).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(timeline.drawing).not.toBeFocused();
  await expect(timeline.chosen).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(timeline.drawing).not.toBeFocused();
});

test('up and down lead to the lanes above and below', async ({ page }) => {
  const inLanes = counties.filter(({ id }) => inCounty(id).some(isDated)).map(({ id }) => id);
  const [upper, lower] = given(inLanes.length > 1 ? inLanes : null, 'milestones of one county only');
  const timeline = new TimelinePage(page);
  await timeline.open();
  const lane = (id = '') => page.locator(`.lane[data-county="${id}"]`).getByRole('option', { selected: true });
  await timeline.drawing.focus();
  for (const _ of inLanes) await page.keyboard.press('ArrowUp');
  await expect(lane(upper)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(lane(lower)).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await expect(lane(upper)).toHaveCount(1);
});

test('a mark is called by its date, county and title, and by nothing else', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  const names = await timeline.marks.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
  const wanted = dated.map(
    (milestone) => `${milestoneDate(milestone)}，${nameOf(milestone.county)}，${milestone.title}`,
  );
  expect(names.sort()).toEqual(wanted.sort());
});

test('Enter leads from a mark to its entry, and the entry back to its mark', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.drawing.focus();
  await page.keyboard.press('End');
  const href = (await timeline.chosen.getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  const entry = page.locator(href.replace('#', '[id="').concat('"]'));
  await expect(entry).toBeInViewport();
  await expect(entry.getByRole('link')).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await entry.getByRole('button', { name: TIMELINE.onDrawing }).click();
  await expect(timeline.drawing).toBeFocused();
  await expect(timeline.chosen).toHaveAttribute('href', href);
  await expect(timeline.chosen).toBeInViewport();
});

test('pointing at a mark names it and marks its entry; pointing at an entry marks its mark', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  const mark = timeline.marks.first();
  const { x, y } = await timeline.spot(mark);
  await page.mouse.move(x, y);
  const href = (await mark.getAttribute('href')) ?? '';
  await expect(timeline.readout).toContainText((await mark.getAttribute('aria-label')) ?? '');
  await expect(page.locator('.entry.is-chosen')).toHaveAttribute('id', href.slice(1));
  const entry = timeline.entries.nth(Math.min(4, dated.length - 1));
  await entry.hover();
  await expect(timeline.chosen).toHaveAttribute('href', `#${await entry.getAttribute('id')}`);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('the first tap names a mark, the line under the drawing leads to its entry', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    const mark = timeline.marks.nth(Math.min(2, dated.length - 1));
    const { x, y } = await timeline.spot(mark);
    await page.touchscreen.tap(x, y);
    await expect(timeline.readout).toContainText((await mark.getAttribute('aria-label')) ?? '');
    await expect(page).toHaveURL(/timeline\/$/);
    await timeline.readout.getByRole('link').tap();
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('what a tap names, and what keys reach, is in sight in a drawing longer than the window', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.drawing.evaluate((drawing) => drawing.scrollIntoView());
    const { x, y } = await timeline.spot(timeline.marks.first());
    await page.touchscreen.tap(x, y);
    await expect(timeline.readout).toBeInViewport({ ratio: 1 });
    await timeline.drawing.focus();
    for (const key of ['End', 'Home', 'ArrowDown', 'End', 'ArrowUp']) {
      await page.keyboard.press(key);
      await expect(timeline.chosen, key).toBeInViewport();
      const mark = await timeline.chosen.evaluate((link) => link.getBoundingClientRect().toJSON() as DOMRect);
      const line = await timeline.readout.boundingBox();
      expect(mark.top, key).toBeGreaterThan(0);
      expect(mark.bottom, key).toBeLessThan(line?.y ?? 0);
    }
  });

  test('two fingers zoom the drawing and take along what lies between them, and the page stays as it is', async ({
    page,
  }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    const { x, y, width } = await timeline.box();
    const middle = x + width * 0.6;
    const look = (x: number) => page.evaluate(axisUnder, x);
    const pair = (about: number, apart: number) => [at(about - apart / 2, y), at(about + apart / 2, y)];
    const before = await look(middle);
    await timeline.touch([40, 60, 80, 100, 120].map((apart, i) => pair(middle - i * 10, apart)));
    await expect.poll(async () => (await look(middle)).width / before.width).toBeCloseTo(3, 1);
    const { place, width: wide, ...still } = await look(middle - 40);
    expect(Math.abs(place - before.place) * wide).toBeLessThan(3);
    expect(still).toEqual({ scale: 1, scrollY: before.scrollY });
    await expect(page).toHaveURL(/view=/);
    await timeline.touch([160, 120, 80, 40].map((apart) => pair(middle, apart)));
    await expect.poll(async () => (await look(middle)).width).toBeCloseTo(before.width, 0);
  });

  test('one finger scrolls the page over the drawing, and the drawing along its axis', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.drawing.evaluate((drawing) => drawing.scrollIntoView({ block: 'center' }));
    const { x, y, width } = await timeline.box();
    const before = await page.evaluate(() => scrollY);
    await timeline.touch([0, 30, 60, 90, 120, 150].map((up) => [at(x + 150, y + 60 - up)]));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
    await expect(timeline.chosen).toHaveCount(0);
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: TIMELINE.zoomIn }).click();
    const left = () => timeline.drawing.evaluate((drawing) => drawing.scrollLeft);
    const [was, box] = [await left(), await timeline.box()];
    await timeline.touch([0, 30, 60, 90, 120].map((back) => [at(box.x + width - 40 - back, box.y)]));
    await expect.poll(left).toBeGreaterThan(was + 50);
  });
});

const at = (x: number, y: number) => ({ x, y });

/** Which part of the axis lies to the left of a point of the window, how wide the axis is, and the page around it. */
function axisUnder(x: number) {
  const axis = document.querySelector('.drawing-axis') as Element;
  const { left, width } = axis.getBoundingClientRect();
  return { place: (x - left) / width, width, scale: visualViewport?.scale, scrollY };
}

/** Pairs of marks of a lane whose shapes lie on each other, their faded edges apart. */
function overlappingMarks(): string[] {
  const SHAPES = '.mark-day, .mark-within, .mark-span, .mark-recurs, .mark-end, .mark-shaft, .mark-head';
  return [...document.querySelectorAll('.lane')].flatMap((lane) => {
    const marks = [...lane.querySelectorAll('a')].map((mark) => {
      const boxes = [...mark.querySelectorAll(SHAPES)].map((shape) => shape.getBoundingClientRect());
      return {
        href: mark.getAttribute('href'),
        left: Math.min(...boxes.map((box) => box.left)),
        right: Math.max(...boxes.map((box) => box.right)),
        top: Math.min(...boxes.map((box) => box.top)),
        bottom: Math.max(...boxes.map((box) => box.bottom)),
      };
    });
    return marks.flatMap((a, i) =>
      marks
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        .map((b) => `${a.href} × ${b.href}`),
    );
  });
}

for (const size of ['', 'elder'] as const) {
  test(`no mark hides another, at any width or zoom${size && `, size ${size}`}`, async ({ page }) => {
    const timeline = new TimelinePage(page);
    if (size) await remember(page, { size });
    await timeline.open();
    for (const width of [320, 390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await page.evaluate(overlappingMarks), `${width} px`).toEqual([]);
    }
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: TIMELINE.zoomIn }).click();
    expect(await page.evaluate(overlappingMarks)).toEqual([]);
  });
}

test('zoom and place are kept in the address', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  const zoom = () => timeline.drawing.evaluate((element) => element.scrollWidth / element.clientWidth);
  expect(await zoom()).toBeCloseTo(1, 1);
  await timeline.drawing.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/view=-?\d+-\d\d-\d\d%2F-?\d+-\d\d-\d\d/);
  // The address is written when all is still; the place is kept when it has changed once more.
  const zoomed = page.url();
  await page.keyboard.press('End');
  await expect(page).not.toHaveURL(zoomed);
  const [wide, left] = [await zoom(), await timeline.drawing.evaluate((element) => element.scrollLeft)];
  expect(wide).toBeGreaterThan(2);
  await page.reload();
  await timeline.drawing.waitFor();
  expect(await zoom()).toBeCloseTo(wide, 1);
  expect(Math.abs((await timeline.drawing.evaluate((element) => element.scrollLeft)) - left)).toBeLessThan(8);
  await page.getByRole('button', { name: TIMELINE.zoomReset }).click();
  expect(await zoom()).toBeCloseTo(1, 1);
});

test('a link to a milestone shows it even where the filters would hide it', async ({ page }) => {
  const county = someCounty();
  const other = given(
    milestones.find((milestone) => milestone.county !== county),
    'milestones of one county only',
  );
  const timeline = new TimelinePage(page);
  const id = entryAnchor(other.slug, other.id);
  await timeline.open(`timeline/?county=${county}#${id}`);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  await expect(timeline.entries).toHaveCount(milestones.length);
});

test('each year of the strip leads to that year, on the front page and on a county’s', async ({ page }) => {
  for (const path of ['', `counties/${someCounty()}/`]) {
    await page.goto(path);
    const links = page.locator('.strip h3 a');
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    // Where nothing is dated by the year there is none.
    expect(hrefs.length > 0, path).toBe((await page.locator('.strip').count()) > 0);
    for (const href of hrefs) {
      await page.goto(href.slice(1));
      await page.getByRole('listbox').waitFor();
      await expect(page.locator(':target')).toBeInViewport();
    }
  }
});

test('a county’s page has its lane and its list', async ({ page }) => {
  const county = someCounty();
  await page.goto(`counties/${county}/`);
  const some = inCounty(county);
  await expect(page.locator('.entry')).toHaveCount(some.length);
  await expect(page.locator('.lane')).toHaveCount(1);
  await expect(page.locator('.lane a')).toHaveCount(some.filter(isDated).length);
});

test('the script comes after the page, and is small', async ({ page, build }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.route(/overview\.[^/]*\.js$/, async (route) => {
    // Whatever the script brings, the list was complete and painted before it.
    expect(await page.locator('.entry').count()).toBe(milestones.length);
    expect(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)).toBe(1);
    expect(await page.evaluate(() => document.readyState)).toBe('complete');
    await route.continue();
  });
  await new TimelinePage(page).open();
  const loader = await page.locator('script[src]').evaluateAll((all) => all.map((s) => (s as HTMLScriptElement).src));
  const scripts = new Set([...asked.filter((path) => path.endsWith('.js'))]);
  expect(loader.length).toBeGreaterThan(0);
  const sizes = [...scripts].map((path) => brotliCompressSync(readFileSync(join(build.folder, path))).length);
  const total = sizes.reduce((a, b) => a + b, 0);
  test.info().annotations.push({ type: 'scripts', description: `${total} bytes in ${scripts.size} files` });
  // A little more than before: the axis knows years on both sides of our era.
  expect(total).toBeLessThanOrEqual(21_000);
});
