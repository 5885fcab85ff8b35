import type { Locator, Page } from '@playwright/test';
import { MAP_PAGE } from '#words/map.ts';

/** The map page: controls, list and live map, by the names that a reader sees. */
export class MapPage {
  readonly page: Page;
  readonly list: Locator;
  readonly slider: Locator;
  readonly genre: Locator;
  readonly frame: Locator;
  readonly still: Locator;
  readonly live: Locator;
  readonly areas: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('navigation', { name: MAP_PAGE.list });
    this.slider = page.getByRole('slider', { name: MAP_PAGE.year });
    this.genre = page.getByRole('combobox', { name: MAP_PAGE.genre });
    this.frame = page.locator('.map-frame');
    this.still = page.locator('.map-still svg').filter({ visible: true });
    // By its place: another archive's map has another name.
    this.live = page.locator('.map-live').getByRole('group');
    this.areas = this.live.getByRole('button').and(page.locator('path'));
    this.panel = page.locator('.map-panel');
  }

  async open(query = '', path = 'map/'): Promise<void> {
    await this.page.goto(`${path}${query}`);
    await this.frame.scrollIntoViewIfNeeded();
    // A view from the address may show other parts.
    await this.areas.first().waitFor({ state: 'attached' });
    await this.page.locator('.live-name').first().waitFor();
  }

  entry(county: string): Locator {
    return this.page.locator(`.entry[data-county="${county}"]`);
  }

  area(county: string): Locator {
    return this.page.locator(`.map-live path[data-county="${county}"]`);
  }

  /**
   * A point of the window that is the county's and nothing else's, which the middle of its box need not be; undefined
   * where names and other counties cover it.
   */
  spot(county: string): Promise<{ x: number; y: number } | undefined> {
    return this.area(county).evaluate((path) => {
      const { left, top, width, height } = path.getBoundingClientRect();
      const steps = [...Array(21).keys()].map((i) => i / 20).sort((a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5));
      return steps
        .flatMap((down) => steps.map((right) => ({ x: left + right * width, y: top + down * height })))
        .find(({ x, y }) => document.elementFromPoint(x, y) === path);
    });
  }

  /** A county that can be pointed at, other than the one given. */
  async reachable(but = ''): Promise<{ id: string; name: string; spot: { x: number; y: number } } | undefined> {
    for (const area of await this.areas.all()) {
      const id = (await area.getAttribute('data-county')) ?? '';
      const name = ((await area.getAttribute('aria-label')) ?? '').replace(/，[^，]*$/, '');
      const spot = id === but ? undefined : await this.spot(id);
      if (spot) return { id, name, spot };
    }
    return undefined;
  }

  /** What the list and the map say of each county. */
  counts(): Promise<{ county: string; listed: string; drawn: string; shade: string }[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.entry')].map((entry) => {
        const county = entry.dataset.county ?? '';
        const path = document.querySelector<SVGElement>(`.map-live path[data-county="${county}"]`);
        return {
          county,
          listed: /(\d+) 条记事/.exec(entry.querySelector('[data-counts]')?.textContent ?? '')?.[1] ?? '0',
          drawn: /(\d+) 条记事/.exec(path?.getAttribute('aria-label') ?? '')?.[1] ?? '',
          shade: path?.dataset.shade ?? '',
        };
      }),
    );
  }
}
