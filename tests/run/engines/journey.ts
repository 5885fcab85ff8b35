import { MAP_PAGE } from '#words/map.ts';
import { SCRIPT_NOTES } from '#words/site.ts';
import { type Engine, until } from './engine.ts';

/** What a reader sees on the way, in words that must be the same in every engine. */
export type Sights = Record<string, string | number | boolean | string[]>;

const text = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? '';
const count = (selector: string) => document.querySelectorAll(selector).length;
const isShown = (selector: string) => {
  const element = document.querySelector(selector);
  return element !== null && element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
};
const press = (selector: string) => (document.querySelector(selector) as HTMLElement | null)?.click();

/** Front page, story, search, map, timeline, figures, settings: as a reader of today has them. */
export async function travel(engine: Engine, base: string, phrase: string): Promise<Sights> {
  const sights: Sights = {};
  await engine.open(base);
  const story = await engine.run(
    () => document.querySelector<HTMLAnchorElement>('main a[href*="/stories/"]')?.href ?? '',
  );
  await engine.open(story);
  sights['story: paragraphs'] = await engine.run(count, '.prose :is(p, li)[id]');
  await until(engine, 'the switches of the masthead', isShown, '[data-settings]');
  sights['story: links to paragraphs that Tab stops at'] = await engine.run(count, '.paragraph-link:not([tabindex])');

  await engine.open(`${base}search/?q=${encodeURIComponent(phrase)}`);
  await until(engine, 'an answer of the search', count, '[data-search-state="done"]');
  sights['search: kind of match'] = await engine.run(
    () => document.querySelector<HTMLElement>('[data-search-tier]')?.dataset.searchTier ?? '',
  );
  sights['search: found'] = await engine.run(text, '.search-status');

  await engine.open(`${base}map/`);
  await engine.run(() => document.querySelector('.map-frame')?.scrollIntoView());
  await until(engine, 'a live map that has painted', count, '.map-frame[data-live]');
  sights['map: still map hidden'] = !(await engine.run(isShown, '.map-still svg'));
  sights['map: counties'] = await engine.run(() =>
    [...document.querySelectorAll('.map-live path[data-county]')].map((path) => path.getAttribute('aria-label') ?? ''),
  );
  await engine.run(() => {
    const path = document.querySelector<SVGElement>('.map-live path[data-county]');
    path?.focus();
    path?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await until(engine, 'the panel of a county', isShown, '.map-panel button');
  sights['map: panel'] = await engine.run(text, '#map-panel-title');

  await engine.open(`${base}timeline/`);
  await until(engine, 'the filters of the timeline', isShown, '.filters-box:not(.needs-script) > summary');
  sights['timeline: filtered'] = await engine.run(() => {
    const select = document.querySelector<HTMLSelectElement>('.filters select');
    if (select) select.selectedIndex = 1;
    select?.dispatchEvent(new Event('change', { bubbles: true }));
    return document.querySelector('.timeline-status')?.textContent ?? '';
  });

  await engine.open(`${base}figures/`);
  await until(engine, 'the controls of the figures', isShown, '.figures-controls');
  await engine.run(press, '[data-sort="value"]');
  sights['figures: sorted'] = await engine.run(text, '.figures-status');
  sights['figures: first'] = await engine.run(text, '.figures-merged tr[data-keys] td.number');

  await engine.run(press, '[data-elder]');
  sights['settings: 大字版'] = await engine.run(
    () => `${document.documentElement.dataset.size} ${getComputedStyle(document.documentElement).fontSize}`,
  );
  await engine.run(press, '[data-settings]');
  await until(engine, 'the dialog of settings', count, 'dialog[open]');
  sights['settings: choices'] = await engine.run(count, 'dialog [type="radio"]');
  await engine.run(press, 'dialog [type="reset"]');
  sights['one line of failure'] = await engine.run(text, '.script-note');
  return sights;
}

const PAGES = ['', 'search/', 'map/', 'timeline/', 'figures/'];

/** The same pages below the floor: text, one line, and no control that would do nothing. Tells what is not so. */
export async function travelBelow(engine: Engine, base: string): Promise<string[]> {
  const faults: string[] = [];
  await engine.open(base);
  const story = await engine.run(
    () => document.querySelector<HTMLAnchorElement>('main a[href*="/stories/"]')?.href ?? '',
  );
  for (const url of [...PAGES.map((page) => base + page), story]) {
    await engine.open(url);
    await until(engine, `a line on ${url}`, count, '.script-note');
    const seen = await engine.run(() => ({
      note: document.querySelector('.script-note')?.textContent ?? '',
      words: (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, '').length,
      controls: [...document.querySelectorAll('button, input, select')].filter(
        (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible',
      ).length,
    }));
    if (seen.note !== SCRIPT_NOTES.old) faults.push(`${url}: says “${seen.note}”`);
    if (seen.words < 200) faults.push(`${url}: ${seen.words} characters`);
    if (seen.controls > 0) faults.push(`${url}: ${seen.controls} controls that do nothing`);
    if (url.endsWith('map/') && !(await engine.run(isShown, '.map-wide svg'))) faults.push(`${url}: no still map`);
    if (await engine.run((failed: string) => document.body.textContent?.includes(failed) ?? false, MAP_PAGE.failed))
      faults.push(`${url}: speaks of a live map`);
  }
  return faults;
}
