import type { Locator, Page } from '@playwright/test';
import { MAP_PAGE } from '#words/map.ts';
import { type County, counties } from '../../support/content.ts';
import { given } from './subjects.ts';

/** The map page: panels, controls, list, and the live map of one panel, by the names that a reader sees. */
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
    this.still = page.locator('.panel-map').filter({ visible: true });
    // By its place: another archive's map has another name.
    this.live = page.locator('.map-live').getByRole('group');
    this.areas = this.live.getByRole('button').and(page.locator('path'));
    this.panel = page.locator('.map-panel');
  }

  /** Opens the page, and makes one panel live: that of the address, or the largest. */
  async open(query = '', path = 'map/'): Promise<void> {
    await this.page.goto(`${path}${query}`);
    if (!/[?&](?:county|at)=/.test(query)) await this.page.locator('[data-enlarge]').first().click();
    await this.areas.first().waitFor({ state: 'attached' });
    await this.page.locator('.live-name').first().waitFor();
    await this.page.locator('.panel[data-live]').waitFor();
  }

  /** The panel that a county is on. */
  panelOf(county: string): Locator {
    return this.page.locator('.panel').filter({ has: this.page.locator(`[data-county="${county}"]`) });
  }

  /** A county on the still map. */
  on(county: string): Locator {
    return this.page.locator(`.panel-county[data-county="${county}"]`);
  }

  /** Counties of the largest panel. */
  async onLargest(): Promise<County[]> {
    const links = this.page.locator('.panel').first().locator('.panel-county');
    const ids = await links.evaluateAll((all) => all.map((link) => (link as SVGElement).dataset.county));
    return ids.flatMap((id) => counties.find((county) => county.id === id) ?? []);
  }

  /** Two counties of one panel. */
  async two(): Promise<[County, County]> {
    const [one, other] = await this.onLargest();
    return [given(one, 'no county on a map'), given(other, 'no two counties that are neighbours')];
  }

  async enlarge(county: string): Promise<void> {
    await this.panelOf(county).getByRole('button', { name: MAP_PAGE.enlarge }).first().click();
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

  /** What list, still panels and live map say of each county; null where the live map does not have it. */
  counts(): Promise<{ county: string; listed: string; still: string; isEmpty: boolean; live: string | null }[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.entry')].map((entry) => {
        const county = entry.dataset.county ?? '';
        const find = (selector: string) => document.querySelector(`${selector}[data-county="${county}"]`);
        const still = find('.panel-county');
        const numbers = (text: string | null | undefined) => (text?.match(/\d+/g) ?? ['0', '0']).join(' ');
        return {
          county,
          listed: numbers(entry.querySelector('[data-counts]')?.textContent),
          still: numbers(still?.getAttribute('aria-label')),
          isEmpty: still?.classList.contains('county-empty') ?? false,
          live: find('.map-live path')?.getAttribute('aria-label')?.match(/\d+/)?.[0] ?? null,
        };
      }),
    );
  }
}
