import { MAP_PAGE } from '../../src/lib/words/map.ts';
import { MapPage } from './support/map-page.ts';
import { expect, test } from './support/test.ts';

const PHONE = { width: 390, height: 844 };

test.describe('by mouse', () => {
  test('pointing at a county tells of it, choosing it keeps that, and list and address follow', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    await expect(map.areas).toHaveCount(10);
    await map.area('ruzhou').hover();
    await expect(map.panel.getByRole('heading', { name: '汝州市' })).toBeVisible();
    await expect(map.entry('ruzhou')).toHaveClass(/entry-pointed/);
    await map.area('ruzhou').click();
    await expect(page).toHaveURL(/\?county=ruzhou$/);
    await expect(map.entry('ruzhou')).toHaveAttribute('aria-current', 'true');
    await expect(map.area('ruzhou')).toHaveAttribute('aria-expanded', 'true');
    await expect(map.panel.getByRole('link').first()).toHaveAttribute('href', /\/stories\//);
    await map.panel.getByRole('button', { name: MAP_PAGE.close }).click();
    await expect(map.panel).toHaveCount(0);
    await expect(page).toHaveURL(/\/map\/$/);
  });

  test('an entry of the list marks its county on the map', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    await map.entry('baihe').hover();
    await expect(map.area('baihe')).toHaveClass(/live-pointed/);
    await map.entry('baihe').getByRole('heading').click();
    await expect(map.area('baihe')).toHaveClass(/live-chosen/);
    await expect(page).toHaveURL(/\?county=baihe$/);
    await expect(map.entry('baihe').getByRole('link').first()).toBeVisible();
  });
});

test.describe('by keyboard alone', () => {
  test('counties are buttons with a name; Enter opens, Escape closes from anywhere and gives the focus back', async ({
    page,
  }) => {
    const map = new MapPage(page);
    await map.open();
    await page.locator('.map-skip').focus();
    await expect(page.locator('.map-skip')).toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(map.live).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(map.area('jiyang')).toBeFocused();
    await expect(map.area('jiyang')).toHaveAccessibleName(/^济阳区，\d+ 件大事$/);
    await expect(map.panel).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(map.panel.getByRole('heading', { name: '济阳区' })).toBeFocused();
    await page.locator('.masthead-name').focus();
    await page.keyboard.press('Escape');
    await expect(map.panel).toHaveCount(0);
    await expect(map.area('jiyang')).toBeFocused();
    await page.keyboard.press(' ');
    await expect(map.area('jiyang')).toHaveAttribute('aria-expanded', 'true');
  });

  test('a key pressed while the map takes up a change of the list or the filter is not lost', async ({ page }) => {
    const map = new MapPage(page);
    for (const change of ['.entry[data-county="hanbin"] h3', '.map-filter input', '.map-filter select']) {
      await map.open();
      // All in one task, before anything that the change has set going.
      await page.locator(change).evaluate(
        (control, key) => {
          if (control instanceof HTMLInputElement) control.value = '4';
          if (control instanceof HTMLSelectElement) control.selectedIndex = 1;
          if (control instanceof HTMLHeadingElement) control.click();
          else for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
          const area = document.querySelector<SVGElement>('.map-live [data-county="ruzhou"]');
          area?.focus();
          area?.dispatchEvent(new KeyboardEvent('keydown', key));
          return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        },
        { key: 'Enter', bubbles: true, cancelable: true },
      );
      await expect(map.panel.getByRole('heading', { name: '汝州市' }), change).toBeFocused();
      await expect(page, change).toHaveURL(/county=ruzhou/);
    }
  });

  test('Enter on a county whose panel is open leads into the panel, and is no step of its own', async ({ page }) => {
    const map = new MapPage(page);
    await map.open('?county=hanbin');
    const steps = await page.evaluate(() => history.length);
    await map.area('hanbin').focus();
    await page.keyboard.press('Enter');
    await expect(map.panel.getByRole('heading', { name: '汉滨区' })).toBeFocused();
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  test('the map can be skipped', async ({ page }) => {
    await page.goto('map/');
    await page.locator('.map-skip').focus();
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

  test('a tap opens a sheet that leaves the map in sight', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    await map.area('ruzhou').tap();
    await expect(map.panel).toBeInViewport();
    await expect(map.area('ruzhou')).toBeInViewport();
    const [sheet, county] = [await map.panel.boundingBox(), await map.area('ruzhou').boundingBox()];
    expect((county?.y ?? 0) + (county?.height ?? 0)).toBeLessThan(sheet?.y ?? 0);
  });

  test('a tap on a name is a tap on its county, which may be smaller than a finger', async ({ page }) => {
    const map = new MapPage(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await map.open();
    await page.locator('.live-name').filter({ hasText: '白河' }).tap();
    await expect(map.panel.getByRole('heading', { name: '白河县' })).toBeFocused();
    await expect(page).toHaveURL(/county=baihe$/);
  });

  test('a swipe over the map scrolls the page', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    const box = await map.live.boundingBox();
    const before = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page);
    const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 80];
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', down?: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: down === undefined ? [] : [{ x, y: y + down }] });
    await touch('touchStart', 0);
    for (let down = 20; down <= 200; down += 20) await touch('touchMove', down);
    await touch('touchEnd');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(before - 100);
    await expect(page).toHaveURL(/\/map\/$/);
  });
});

test('year and genre drive list and map together', async ({ page }) => {
  const map = new MapPage(page);
  await map.open();
  const stops = Number(await map.slider.getAttribute('max'));
  const genres = await map.genre.locator('option').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  for (const genre of genres) {
    await map.genre.selectOption(genre);
    for (let stop = 0; stop <= stops; stop++) {
      await map.slider.fill(String(stop));
      for (const { county, listed, drawn, shade } of await map.counts()) {
        expect.soft(drawn, `${county} ${genre} ${stop}`).toBe(listed);
        expect.soft(shade === 'none' || shade === '0', `${county} ${genre} ${stop}`).toBe(listed === '0');
      }
    }
  }
});

test('the address restores view, year, genre and county, and Back leads through them', async ({ page }) => {
  const map = new MapPage(page);
  await map.open();
  await map.slider.fill('5');
  await map.genre.selectOption('report');
  await map.area('hanbin').click();
  await map.live.focus();
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/at=/);
  const url = page.url();
  const seen = await map.counts();
  await map.open(new URL(url).search);
  expect(page.url()).toBe(url);
  expect(await map.counts()).toEqual(seen);
  await expect(map.area('hanbin')).toHaveAttribute('aria-expanded', 'true');
  await page.goBack();
  await expect(page).not.toHaveURL(/county=/);
  await expect(map.area('hanbin')).not.toHaveClass(/live-chosen/);
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
      expect(boxes.length).toBeGreaterThanOrEqual(10);
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a.box.right <= b.box.left + 1 ||
            b.box.right <= a.box.left + 1 ||
            a.box.bottom <= b.box.top + 5 ||
            b.box.bottom <= a.box.top + 5;
          expect.soft(apart, `${a.text} ${b.text} at ${width} px, zoom ${zoom}`).toBe(true);
        }
      await page.getByRole('button', { name: MAP_PAGE.zoomIn }).click();
      await expect(page.locator('.leaflet-zoom-anim')).toHaveCount(0);
    }
  }
});
