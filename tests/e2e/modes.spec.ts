import type { Locator, Page } from '@playwright/test';
import { SETTING_CHOICES } from '#words/settings.ts';
import { T } from '#words/site.ts';
import { PREPAINT } from '../../src/site/prepaint.ts';
import { SETTINGS_KEY } from '../../src/site/setting-names.ts';
import { movesOf, watchMoves } from './support/moves.ts';
import { pagesOf, STORY, TEMPLATES } from './support/pages.ts';
import { ReadingSettings } from './support/reading-settings.ts';
import { given, storyWithFigures } from './support/subjects.ts';
import { expect, remember, test } from './support/test.ts';

/** A paragraph of the running text. */
const text = (page: Page) => page.locator('.prose > p').first();

const fontSize = (element: Locator) => element.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
const expectFontSize = (element: Locator, pixels: number) =>
  expect.poll(() => fontSize(element), `${pixels} px`).toBeCloseTo(pixels, 1);

test.describe(T.elderMode, () => {
  test('one press gives 24 px type in a plain face; it holds on other pages and after a reload', async ({ page }) => {
    const settings = new ReadingSettings(page);
    await page.goto(STORY);
    await expectFontSize(text(page), 18);
    await settings.elder.click();
    await expect(settings.elder).toHaveAttribute('aria-pressed', 'true');
    await expectFontSize(text(page), 24);
    await expect(text(page)).toHaveCSS('font-family', /^"PingFang SC"/);
    await page.reload();
    await expectFontSize(text(page), 24);
    await page.goto('');
    await expect(settings.elder).toHaveAttribute('aria-pressed', 'true');
    await settings.elder.click();
    await page.goto(STORY);
    await expectFontSize(text(page), 18);
  });

  test('every control of the header is a target of at least 60 px each way', async ({ page }) => {
    await remember(page, { size: 'elder' });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('');
      const small = await page
        .locator('header :is(a, button):not(.masthead-name, .visually-hidden)')
        .evaluateAll((controls) =>
          controls
            .map((control) => ({ text: control.textContent.trim(), box: control.getBoundingClientRect() }))
            .filter(({ box }) => Math.min(box.height, box.width) < 59.5)
            .map(({ text, box }) => `${text} ${Math.round(box.width)} × ${Math.round(box.height)}`),
        );
      expect.soft(small, `${width} px`).toEqual([]);
    }
  });

  test('nothing is set smaller than 18 px', async ({ page }) => {
    await remember(page, { size: 'elder' });
    for (const [name, path] of Object.entries(TEMPLATES)) {
      await page.goto(path);
      // The map is a drawing; its names stand in the page as text too.
      const small = await page.evaluate(() => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = new Set<string>();
        while (texts.nextNode()) {
          const element = texts.currentNode.parentElement;
          if (!texts.currentNode.textContent?.trim() || !element?.checkVisibility()) continue;
          if (element.closest('svg, script, style, .visually-hidden')) continue;
          const size = Number.parseFloat(getComputedStyle(element).fontSize);
          if (size < 17.9) found.add(`${element.localName}.${element.className} ${size.toFixed(1)} px`);
        }
        return [...found];
      });
      expect.soft(small, name).toEqual([]);
    }
  });
});

test.describe('settings are there before the first paint', () => {
  test('the row of the masthead is as high before its last part has come', async ({ page }) => {
    for (const size of ['larger', 'elder'] as const) {
      await remember(page, { size });
      await page.goto('about/');
      const link = page.locator('.masthead-nav a').first();
      const whole = await link.boundingBox();
      await page.evaluate(() => document.querySelector('.masthead-tools')?.remove());
      expect.soft(await link.boundingBox(), size).toEqual(whole);
    }
  });

  for (const size of ['larger', 'elder'] as const) {
    test(`size ${size}: the page does not move while it loads`, async ({ page }) => {
      await remember(page, { size, face: 'hei', theme: 'dark' });
      await watchMoves(page);
      await page.addInitScript(() => {
        // `interactive` comes before module scripts run.
        document.addEventListener('readystatechange', () => {
          if (document.readyState !== 'interactive') return;
          Object.assign(window, { atParse: { ...document.documentElement.dataset } });
        });
      });
      for (const [name, path] of Object.entries(TEMPLATES)) {
        await page.goto(path);
        expect.soft(await movesOf(page), name).toEqual([]);
        const atParse = await page.evaluate(() => Reflect.get(window, 'atParse'));
        expect.soft(atParse, name).toEqual({ js: '', size, face: 'hei', theme: 'dark' });
      }
    });
  }

  test('on every page the script that applies them stands before all styles', async ({ request, build }) => {
    for (const path of pagesOf(build)) {
      const html = await (await request.get(path)).text();
      const script = html.indexOf(PREPAINT);
      expect.soft(script, path).toBeGreaterThan(0);
      expect.soft(html.search(/<style|rel="stylesheet"|<body/), path).toBeGreaterThan(script);
    }
  });
});

test.describe(T.settings, () => {
  const labelOf = (name: string, value: string) =>
    SETTING_CHOICES.find((setting) => setting.name === name)?.choices.find((choice) => choice.value === value)?.label ??
    '';

  test('theme: the system decides until the reader does', async ({ page }) => {
    const settings = new ReadingSettings(page);
    await page.goto('');
    const paper = page.locator('body');
    const colour = () => paper.evaluate((body) => getComputedStyle(body).backgroundColor);
    const light = await colour();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(paper).not.toHaveCSS('background-color', light);
    const dark = await colour();
    await settings.open();
    await settings.choose(labelOf('theme', 'light'));
    await expect(paper).toHaveCSS('background-color', light);
    await page.emulateMedia({ colorScheme: 'light' });
    await settings.choose(labelOf('theme', 'dark'));
    await expect(paper).toHaveCSS('background-color', dark);
    await settings.choose(labelOf('theme', ''));
    await expect(paper).toHaveCSS('background-color', light);
  });

  test('face: 宋 or 黑 for the text, and back to the default with one press', async ({ page }) => {
    const settings = new ReadingSettings(page);
    await page.goto(STORY);
    await expect(text(page)).toHaveCSS('font-family', /^"Songti SC"/);
    await settings.open();
    await settings.choose(labelOf('face', 'hei'));
    await expect(text(page)).toHaveCSS('font-family', /^"PingFang SC"/);
    await settings.choose(labelOf('size', 'larger'));
    await expectFontSize(text(page), 21);
    await settings.reset.click();
    await expect(text(page)).toHaveCSS('font-family', /^"Songti SC"/);
    await expectFontSize(text(page), 18);
    await settings.done.click();
    await expect(settings.dialog).toBeHidden();
  });

  test('the dialog works by keyboard and gives the focus back', async ({ page }) => {
    const settings = new ReadingSettings(page);
    await page.goto(STORY);
    await settings.button.focus();
    await page.keyboard.press('Enter');
    await expect(settings.dialog).toBeVisible();
    expect(await settings.dialog.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await settings.radio(labelOf('size', '')).focus();
    await page.keyboard.press('ArrowRight');
    await expect(settings.radio(labelOf('size', 'larger'))).toBeChecked();
    await expect(page.locator(':root')).toHaveAttribute('data-size', 'larger');
    await page.keyboard.press('Escape');
    await expect(settings.dialog).toBeHidden();
    await expect(settings.button).toBeFocused();
  });

  test('a second tab follows', async ({ context, page, baseURL }) => {
    await page.goto('');
    const other = await context.newPage();
    await other.goto(baseURL ?? '');
    await new ReadingSettings(other).elder.click();
    await expect(page.locator(':root')).toHaveAttribute('data-size', 'elder');
  });

  test('where storage is forbidden the settings still work, for this page', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Forbidden', 'SecurityError');
        },
      });
    });
    const settings = new ReadingSettings(page);
    await page.goto(STORY);
    await settings.elder.click();
    await expectFontSize(text(page), 24);
  });

  test('what is stored may be damaged', async ({ page }) => {
    for (const stored of ['{"size":', 'null', '7', '"elder"', '{"size":{"a":1},"theme":"\\"]"}']) {
      await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [SETTINGS_KEY, stored] as const);
      await page.goto('');
      await new ReadingSettings(page).elder.click();
      await expect(page.locator('body')).toHaveCSS('font-family', /PingFang/);
    }
  });
});

test('who asks for less motion gets no smooth scrolling', async ({ page }) => {
  await page.goto(STORY);
  await expect(page.locator(':root')).toHaveCSS('scroll-behavior', 'smooth');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(page.locator(':root')).toHaveCSS('scroll-behavior', 'auto');
});

test('in forced colours the pressed switch and the marked words can be told apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const settings = new ReadingSettings(page);
  const { path } = storyWithFigures();
  await page.goto(path);
  const id = await page.locator('.prose .figure').first().getAttribute('id');
  await page.goto(`${path}#${id}`);
  await expect(page.locator(':target')).toHaveCSS('outline-style', 'solid');
  await expect(settings.elder).toHaveCSS('border-top-width', '1px');
  await settings.elder.click();
  await expect(settings.elder).toHaveCSS('border-top-width', '3px');
});

test('in forced colours the outline of a county can be told from the page', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('counties/');
  const outlines = page.locator('.silhouette');
  given((await outlines.count()) > 0 ? true : null, 'no county with an outline');
  const [fill, canvas] = await outlines
    .first()
    .evaluate((svg) => [getComputedStyle(svg).fill, getComputedStyle(document.body).backgroundColor]);
  expect(fill).not.toBe(canvas);
});
