import { MAP_PAGE } from '#words/map.ts';
import { counties } from '../support/content.ts';
import { MapPage } from './support/map-page.ts';
import { COUNTY, given, milestonesOf } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

const PHONE = { width: 390, height: 844 };

test.describe('by mouse', () => {
  test('a county of a panel brings up the live map, which shows it from near and tells of it; closing leads back', async ({
    page,
  }) => {
    const map = new MapPage(page);
    await page.goto('map/');
    const [{ id, name }] = await map.two();
    await map.on(id).focus();
    await page.keyboard.press('Enter');
    await expect(map.panel.getByRole('heading', { name })).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`\\?county=${id}$`));
    await expect(map.entry(id)).toHaveAttribute('aria-current', 'true');
    await expect(map.area(id)).toHaveAttribute('aria-expanded', 'true');
    await expect(map.panel.getByRole('link').last()).toHaveAttribute('href', `/counties/${id}/`);
    await expect(map.panelOf(id)).toBeInViewport();
    const [box, county] = [await map.live.boundingBox(), await map.area(id).boundingBox()];
    const part = Math.max((county?.width ?? 0) / (box?.width ?? 1), (county?.height ?? 0) / (box?.height ?? 1));
    expect(part).toBeGreaterThan(0.3);
    await map.panel.getByRole('button', { name: MAP_PAGE.close }).click();
    await expect(map.panel).toHaveCount(0);
    await expect(page).toHaveURL(/\/map\/$/);
    await expect.poll(async () => (await map.area(id).boundingBox())?.width).toBeLessThan(county?.width ?? 0);
    await page.getByRole('button', { name: MAP_PAGE.shrink }).click();
    await expect(map.areas).toHaveCount(0);
    await expect(map.on(id)).toBeVisible();
  });

  test('pointing at a county of the live map tells of it', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    await expect(map.areas).toHaveCount((await map.onLargest()).length);
    const { id, name, spot } = given(await map.reachable(), 'no county that can be pointed at on the map');
    await page.mouse.move(spot.x, spot.y);
    await expect(map.panel.getByRole('heading', { name })).toBeVisible();
    await expect(map.entry(id)).toHaveClass(/entry-pointed/);
  });

  test('an entry of the list marks its county, and takes a live map to the panel that it is on', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    const [{ id }] = await map.two();
    await map.entry(id).hover();
    await expect(map.area(id)).toHaveClass(/live-pointed/);
    await map.entry(id).getByRole('heading').click();
    await expect(map.area(id)).toHaveClass(/live-chosen/);
    await expect(page).toHaveURL(new RegExp(`\\?county=${id}$`));
    const shown = (await map.onLargest()).map((county) => county.id);
    const far = counties.find((county) => !shown.includes(county.id));
    if (!far) return;
    await map.entry(far.id).getByRole('heading').click();
    await expect(map.area(far.id)).toHaveClass(/live-chosen/);
    await expect(page.locator('.panel[data-live]')).toHaveCount(1);
  });
});

test.describe('by keyboard alone', () => {
  test('counties are buttons with a name; Enter opens, Escape closes from anywhere and gives the focus back', async ({
    page,
  }) => {
    const map = new MapPage(page);
    await map.open();
    const [first] = await map.two();
    await page.locator('.panel-live [data-enlarge]').focus();
    await page.keyboard.press('Tab');
    await expect(map.live).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(map.area(first.id)).toBeFocused();
    await expect(map.area(first.id)).toHaveAccessibleName(MAP_PAGE.areaName(first.name, milestonesOf(first).length));
    await expect(map.panel).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(map.panel.getByRole('heading', { name: first.name })).toBeFocused();
    await page.locator('.masthead-name').focus();
    await page.keyboard.press('Escape');
    await expect(map.panel).toHaveCount(0);
    await expect(map.area(first.id)).toBeFocused();
    await page.keyboard.press(' ');
    await expect(map.area(first.id)).toHaveAttribute('aria-expanded', 'true');
  });

  test('a key pressed while the map takes up a change of the list or the filter is not lost', async ({ page }) => {
    const map = new MapPage(page);
    await page.goto('map/');
    const [own, other] = await map.two();
    for (const change of [`.entry[data-county="${own.id}"] h3`, '.map-filter input', '.map-filter select']) {
      await map.open();
      // All in one task, before anything that the change has set going.
      await page.locator(change).evaluate(
        (control, { county, ...key }) => {
          if (control instanceof HTMLInputElement) control.value = '1';
          if (control instanceof HTMLSelectElement) control.selectedIndex = 1;
          if (control instanceof HTMLHeadingElement) control.click();
          else for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
          const area = document.querySelector<SVGElement>(`.map-live [data-county="${county}"]`);
          area?.focus();
          area?.dispatchEvent(new KeyboardEvent('keydown', key));
          return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        },
        { county: other.id, key: 'Enter', bubbles: true, cancelable: true },
      );
      await expect(map.panel.getByRole('heading', { name: other.name }), change).toBeFocused();
      await expect(page, change).toHaveURL(new RegExp(`county=${other.id}`));
    }
  });

  test('Enter on a county whose panel is open leads into the panel, and is no step of its own', async ({ page }) => {
    const map = new MapPage(page);
    await map.open(`?county=${COUNTY.id}`);
    const steps = await page.evaluate(() => history.length);
    await map.area(COUNTY.id).focus();
    await page.keyboard.press('Enter');
    await expect(map.panel.getByRole('heading', { name: COUNTY.name })).toBeFocused();
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  test('the map can be skipped', async ({ page }) => {
    await page.goto('map/');
    await page.locator('.map-skip').focus();
    await expect(page.locator('.map-skip')).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator('#after-map')).toBeFocused();
  });

  test('controls have Chinese names', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    for (const name of [MAP_PAGE.zoomIn, MAP_PAGE.zoomOut, MAP_PAGE.whole])
      await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
    await expect(page.locator('.leaflet-control-scale')).toContainText(/米|公里/);
    await expect(page.locator('.leaflet-control-attribution')).toHaveText(MAP_PAGE.attribution);
    await expect(map.live).toHaveAttribute('data-gesture-handling-scroll-content', /缩放地图/);
  });
});

test.describe('by touch', () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test('the map is in the first screen, the slider with it, the list after them', async ({ page }) => {
    const map = new MapPage(page);
    await page.goto('map/');
    const top = (await page.locator('.panel-map').first().boundingBox())?.y ?? Number.NaN;
    expect(top).toBeLessThan(PHONE.height / 2);
    await expect(map.slider).toBeInViewport();
    const heading = (await map.list.boundingBox())?.y ?? Number.NaN;
    expect(heading).toBeGreaterThan((await page.locator('.panel').last().boundingBox())?.y ?? 0);
    // What is drawn of a county can be pressed, or a ring round its point.
    for (const county of await page.locator('.panel-county').all()) {
      const { width = 0, height = 0 } = (await county.boundingBox()) ?? {};
      expect.soft(Math.min(width, height), (await county.getAttribute('aria-label')) ?? '').toBeGreaterThanOrEqual(24);
    }
  });

  test('the slider changes what is in sight', async ({ page }) => {
    const map = new MapPage(page);
    await page.goto('map/');
    const look = () =>
      page
        .locator('.panel-county')
        .evaluateAll((all) =>
          all.filter((one) => one.getBoundingClientRect().top < innerHeight).map((one) => getComputedStyle(one).fill),
        );
    const before = await look();
    const stops = Number(await map.slider.getAttribute('max'));
    const seen: boolean[] = [];
    for (let stop = 1; stop <= stops; stop++) {
      await map.slider.fill(String(stop));
      await expect(page.locator('.year-bars [aria-current]')).toHaveCount(1);
      seen.push((await look()).join() !== before.join());
    }
    expect(seen).toContain(true);
  });

  test('a tap opens a sheet that leaves the map in sight', async ({ page }) => {
    const map = new MapPage(page);
    await page.goto('map/');
    const [{ id }] = await map.two();
    await map.on(id).tap();
    await expect(map.panel).toBeInViewport();
    await expect(map.area(id)).toBeInViewport();
    // The map shows its county above the sheet.
    const below = async () => {
      const [sheet, county] = [await map.panel.boundingBox(), await map.area(id).boundingBox()];
      return (county?.y ?? 0) + (county?.height ?? 0) - (sheet?.y ?? 0);
    };
    await expect.poll(below).toBeLessThan(0);
  });

  test('a tap on a name is a tap on its county, which may be smaller than a finger', async ({ page }) => {
    const map = new MapPage(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await map.open();
    const names = await page.locator('.live-name:not(.live-name-province)').allTextContents();
    const county = given(
      counties.find(({ shortName }) => names.includes(shortName)),
      'no county whose name finds room on the map',
    );
    await page.locator('.live-name').getByText(county.shortName, { exact: true }).tap();
    await expect(map.panel.getByRole('heading', { name: county.name })).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`county=${county.id}$`));
  });

  test('a swipe over the map scrolls the page', async ({ page }) => {
    const map = new MapPage(page);
    await page.goto('map/');
    // By a finger, as everything here: a mouse that has been over the map takes part in what follows.
    await page.locator('[data-enlarge]').first().tap();
    await page.locator('.panel[data-live]').waitFor();
    // Until the panel stands at the top of the window: a finger would stop its gliding there, and be lost in it.
    const hasStopped = () =>
      page.evaluate(async () => {
        const before = scrollY;
        for (let frames = 0; frames < 6; frames += 1) await new Promise(requestAnimationFrame);
        return before > 0 && scrollY === before;
      });
    await expect.poll(hasStopped).toBe(true);
    const box = await map.live.boundingBox();
    const before = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page);
    const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 80].map(Math.round) as [number, number];
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', down?: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: down === undefined ? [] : [{ x, y: y + down }] });
    await touch('touchStart', 0);
    for (let down = 20; down <= 200; down += 20) await touch('touchMove', down);
    await touch('touchEnd');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(before - 100);
    await expect(page).toHaveURL(/\/map\/$/);
  });
});

test('year and genre drive list, panels and live map together', async ({ page }) => {
  const map = new MapPage(page);
  await map.open();
  const stops = Number(await map.slider.getAttribute('max'));
  const genres = await map.genre.locator('option').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  for (const genre of genres) {
    await map.genre.selectOption(genre);
    for (let stop = 0; stop <= stops; stop++) {
      await map.slider.fill(String(stop));
      for (const { county, listed, still, isEmpty, live } of await map.counts()) {
        const [stories, milestones] = listed.split(' ');
        expect.soft(still, `${county} ${genre} ${stop}`).toBe(listed);
        expect.soft(isEmpty, `${county} ${genre} ${stop}`).toBe(stories === '0');
        if (live !== null) expect.soft(live, `${county} ${genre} ${stop}`).toBe(milestones);
      }
    }
  }
});

test('a bar is pressed as its stop of the slider is chosen, and says how many there are', async ({ page }) => {
  const map = new MapPage(page);
  await page.goto('map/');
  const bars = page.locator('.year-bars li');
  await expect(map.slider).toBeVisible();
  const last = Number(await map.slider.getAttribute('max'));
  await bars.nth(last).click();
  await expect(map.slider).toHaveValue(String(last));
  await expect(page).toHaveURL(/year=/);
  const words = (await page.locator('.map-status').textContent())?.match(/\d+/g) ?? [];
  expect(words.at(-1)).toBe((await bars.nth(last).locator('b').textContent())?.trim());
});

test('the address restores view, year, genre and county, and Back leads through them', async ({ page }) => {
  const map = new MapPage(page);
  await map.open();
  const [{ id }] = await map.two();
  await map.slider.fill('5');
  await map.genre.selectOption({ index: 1 });
  await map.area(id).press('Enter');
  await map.live.focus();
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/at=/);
  const url = page.url();
  const seen = await map.counts();
  await map.open(new URL(url).search);
  expect(page.url()).toBe(url);
  expect(await map.counts()).toEqual(seen);
  await expect(map.area(id)).toHaveAttribute('aria-expanded', 'true');
  await page.goBack();
  await expect(page).not.toHaveURL(/county=/);
  await expect(map.area(id)).not.toHaveClass(/live-chosen/);
  await page.goBack();
  await expect(map.genre).toHaveValue('');
  await page.goBack();
  await expect(map.slider).toHaveValue('0');
});

test('names never cover one another', async ({ page }) => {
  const map = new MapPage(page);
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await map.open();
    for (let zoom = 0; zoom < 3; zoom++) {
      const boxes = await page
        .locator('.live-name')
        .evaluateAll((all) =>
          all.map((one) => ({ text: one.textContent, box: one.getBoundingClientRect().toJSON() as DOMRect })),
        );
      expect(boxes.length).toBeGreaterThan(0);
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a.box.right <= b.box.left + 1 ||
            b.box.right <= a.box.left + 1 ||
            a.box.bottom <= b.box.top + 5 ||
            b.box.bottom <= a.box.top + 5;
          expect.soft(apart, `${a.text} ${b.text} at ${width} px, zoom ${zoom}`).toBe(true);
        }
      await page.getByRole('button', { name: MAP_PAGE.zoomIn, exact: true }).click();
      await expect(page.locator('.leaflet-zoom-anim')).toHaveCount(0);
    }
  }
});
