import type { Page } from '@playwright/test';
import { MAP_PAGE } from '#words/map.ts';
import { MISSING } from '#words/missing.ts';
import { SCRIPT_NOTES } from '#words/site.ts';
import { MapPage } from './support/map-page.ts';
import { movesOf, watchMoves } from './support/moves.ts';
import { FRAMED, TEMPLATES } from './support/pages.ts';
import { expect, remember, test } from './support/test.ts';
import { HERE, withVoice } from './support/voice.ts';

// What a reader has where a script does not come, does not parse, or throws as it starts: the page as it is without
// script, one honest line, and nothing that would do nothing.

const PAGES = { ...TEMPLATES, ...Object.fromEntries(FRAMED.map((path) => [path, path])) };

/** Controls in sight: what links, `details` and the switches of timeline and story do needs no script. Runs in the page. */
const controls = () =>
  [...document.querySelectorAll<HTMLElement>('button, input, select, textarea:not([readonly]), [role="listbox"]')]
    .filter((element) => !element.matches('.show, .opener, .unfold, #evidence'))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map(
      (element) => `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''}`,
    );

const notesOf = (page: Page) => page.locator('.script-note').filter({ visible: true });

/** Names of the scripts that a page asks for, in order. */
async function scriptsOf(page: Page, path: string): Promise<string[]> {
  const asked = new Set<string>();
  const note = (request: { url(): string }) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) asked.add(pathname);
  };
  page.on('request', note);
  await page.goto(path, { waitUntil: 'networkidle' });
  page.off('request', note);
  return [...asked];
}

/** Text of the page that is there without script. */
const wordsOf = (page: Page) => page.locator('main').evaluate((main) => main.textContent.replace(/\s+/g, '').length);

const WAYS = {
  'does not come': (page: Page, script: string) => page.route(`**${script}`, (route) => route.abort()),
  'cannot be parsed': (page: Page, script: string) =>
    page.route(`**${script}`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'const of = /(?<=/v; ??=' }),
    ),
} as const;

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name}: with all scripts gone the page is text, with one line that says so`, async ({ page }) => {
    await watchMoves(page);
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(path);
    await expect(notesOf(page)).toHaveText([SCRIPT_NOTES.failed]);
    expect(await page.evaluate(controls)).toEqual([]);
    expect(await wordsOf(page)).toBeGreaterThan(20);
    expect(await movesOf(page)).toEqual([]);
  });

  test(`${name}: below the browser floor it is text, with one line that says so`, async ({ page }) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'findLast'));
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(notesOf(page)).toHaveText([SCRIPT_NOTES.old]);
    expect(await page.evaluate(controls)).toEqual([]);
    expect(await page.locator('.needs-script').filter({ visible: true }).count()).toBe(0);
    expect(errors.filter((error) => !/404/.test(error))).toEqual([]);
  });
}

// A page cannot tell a file that does not come from one that is not found.
for (const [way, lose] of Object.entries(WAYS)) {
  test.describe(`a script ${way}:`, () => {
    for (const [name, path] of Object.entries(PAGES)) {
      test(name, async ({ page, faults }) => {
        // On a device that could read aloud, nothing waits for anything but scripts.
        await withVoice(page, HERE);
        for (const script of await scriptsOf(page, path)) {
          await lose(page, script);
          await page.goto(path);
          const coming = page.locator('[data-coming]');
          await expect.poll(async () => (await coming.count()) === 0 || (await linesOf(page)) > 0).toBe(true);
          const waiting = await page.locator('.needs-script').count();
          const told = await linesOf(page);
          // What waits for a script that is gone is told of; where nothing waits there is nothing to tell.
          expect.soft(told, `${script}: lines for ${waiting} dead parts`).toBe(waiting > 0 ? Math.max(1, told) : told);
          expect.soft(told, script).toBeLessThanOrEqual(2);
          expect.soft(await wordsOf(page), script).toBeGreaterThan(20);
          await page.unroute(`**${script}`);
        }
        // A file that does not parse is one fault of its own, told once and not again.
        if (way === 'cannot be parsed') faults.length = 0;
      });
    }
  });
}

/** Lines that say what has not come. */
async function linesOf(page: Page): Promise<number> {
  const own = [MAP_PAGE.failed, MISSING.timeline].map((said) => page.getByText(said).count());
  return (await Promise.all([notesOf(page).count(), ...own])).reduce((sum, count) => sum + count, 0);
}

/** A thing of the platform that the scripts of one page need as they start. */
const NEEDED: readonly (readonly [string, string, string])[] = [
  ['map/', 'URLSearchParams', '.map-filter, [data-enlarge]'],
  // What an address speaks of waits until it is in sight.
  ['map/?at=0,0,5', 'IntersectionObserver', '.map-filter, [data-enlarge]'],
  ['timeline/', 'URLSearchParams', '.filters-box > summary'],
  ['timeline/embed/', 'URLSearchParams', '.filters-box > summary'],
  ['figures/', 'URLSearchParams', '.figures-controls'],
  ['search/', 'URLSearchParams', '.search-form, .search-body'],
];

for (const [path, thing, selector] of NEEDED) {
  test(`${path} stays text where ${thing} is missing`, async ({ page }) => {
    await page.addInitScript((name) => Reflect.deleteProperty(window, name), thing);
    await page.goto(path, { waitUntil: 'networkidle' });
    // The timeline can be asked to try again, and says so itself.
    await expect(page.getByText(path.startsWith('timeline/') ? MISSING.timeline : SCRIPT_NOTES.failed)).toBeVisible();
    expect(await linesOf(page)).toBe(1);
    await expect(page.locator(selector).filter({ visible: true })).toHaveCount(0);
  });
}

test.describe('the live map', () => {
  const APIS = [
    ['Map.groupBy', () => Reflect.deleteProperty(Map, 'groupBy')],
    ['Array.prototype.toSorted', () => Reflect.deleteProperty(Array.prototype, 'toSorted')],
    ['structuredClone', () => Reflect.deleteProperty(window, 'structuredClone')],
    ['checkVisibility', () => Reflect.deleteProperty(Element.prototype, 'checkVisibility')],
  ] as const;
  for (const [name, remove] of APIS) {
    test(`comes up without ${name}`, async ({ page }) => {
      await page.addInitScript(remove);
      await new MapPage(page).open();
    });
  }

  for (const [name, remove] of [
    ['ResizeObserver', () => Reflect.deleteProperty(window, 'ResizeObserver')],
    ['MutationObserver', () => Reflect.deleteProperty(window, 'MutationObserver')],
  ] as const) {
    test(`leaves the still one where it throws for want of ${name}`, async ({ page }) => {
      const map = new MapPage(page);
      await page.addInitScript(remove);
      await page.goto('map/');
      await page.getByRole('button', { name: MAP_PAGE.enlarge }).first().click();
      await expect(page.getByText(MAP_PAGE.failed)).toBeVisible();
      await expect(map.still.first()).toBeVisible();
      await expect(map.still).toHaveCount(await page.locator('.panel').count());
      await expect(page.locator('.map-canvas')).toHaveCount(0);
      await expect(page.getByRole('button', { name: MISSING.again })).toBeVisible();
    });
  }

  test('takes the place of the still one only when it has painted', async ({ page }) => {
    // Frames are let through by hand: nothing has painted before.
    await page.addInitScript(() => {
      const held: FrameRequestCallback[] = [];
      const { requestAnimationFrame: real } = window;
      window.requestAnimationFrame = (call) =>
        Reflect.get(window, 'flows') ? real.call(window, call) : held.push(call);
      Reflect.set(window, 'letThrough', () => {
        Reflect.set(window, 'flows', true);
        for (const call of held.splice(0)) real.call(window, call);
      });
    });
    await page.goto('map/');
    const still = page.locator('.panel-map').first();
    await page.getByRole('button', { name: MAP_PAGE.enlarge }).first().click();
    await expect(page.locator('.map-live path')).not.toHaveCount(0);
    await expect(still).toBeVisible();
    await expect(page.locator('.map-canvas')).toBeHidden();
    await page.evaluate(() => Reflect.get(window, 'letThrough')());
    await expect(page.locator('.map-canvas')).toBeVisible();
    await expect(still).toBeHidden();
  });
});

test('大字版 keeps its size where the scripts do not come', async ({ page }) => {
  await remember(page, { size: 'elder' });
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('');
  await expect(page.locator(':root')).toHaveAttribute('data-size', 'elder');
  await expect(notesOf(page)).toHaveText([SCRIPT_NOTES.failed]);
});
