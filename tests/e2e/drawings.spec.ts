// What the reader sees of every drawing, measured by the browser's boxes: a picture can be wrong while all data is right.
import { manuscripts } from '../support/content.ts';
import { clashes, stickingOut } from './support/boxes.ts';
import { expectBars, opacities, readPlots } from './support/drawn-bars.ts';
import { readLiveNames, readMaps } from './support/drawn-map.ts';
import { isBefore, readStrip } from './support/drawn-strip.ts';
import { expectMap } from './support/expect-map.ts';
import { MapPage } from './support/map-page.ts';
import { expect, remember, test } from './support/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** A phone, a desk, and a phone in 大字版. */
const SIZES = [
  { name: '390 px', width: 390, elder: false },
  { name: '1280 px', width: 1280, elder: false },
  { name: '390 px, 大字版', width: 390, elder: true },
] as const;

const counties = [...new Set(manuscripts.map(({ data }) => data.county))];

/** Pages with maps drawn by the build. */
const MAPS = [
  { kind: 'of all counties', paths: ['', 'counties/', 'map/'] },
  { kind: 'of counties', paths: counties.map((county) => `counties/${county}/`) },
];

for (const { name, width, elder } of SIZES)
  test.describe(name, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(async ({ page }) => {
      if (elder) await remember(page, { size: 'elder' });
    });

    test('the strip of years has its columns in order, and each entry in its column, after its year', async ({
      page,
    }) => {
      await page.goto('');
      const columns = await readStrip(page);
      for (const [i, { box, heading, entries, title }] of columns.entries()) {
        const next = columns[i + 1]?.box;
        if (next) expect.soft(isBefore(box, next), `${title} before the next`).toBe(true);
        for (const entry of entries) {
          expect.soft(stickingOut(entry.box, box), entry.text).toBeLessThan(1);
          expect.soft(isBefore(heading, entry.box), `${entry.text} after ${title}`).toBe(true);
        }
      }
      expect(
        clashes(
          columns.map(({ title, box }) => ({ name: title, box })),
          1,
        ),
      ).toEqual([]);
    });

    for (const { kind, paths } of MAPS)
      test(`maps ${kind} have every name in the frame, clear of others, at what it names`, async ({ page }) => {
        // Drawn by the build: no live map takes their place.
        await page.route(/\.js$/, (route) => route.abort());
        let seen = 0;
        for (const path of paths) {
          await page.goto(path);
          const maps = await readMaps(page);
          for (const map of maps) expectMap(map);
          seen += maps.length;
        }
        expect(seen).toBeGreaterThan(0);
      });

    test('the live map has names clear of each other, each at what it names or tied to it', async ({ page }) => {
      await new MapPage(page).open();
      const { frame, names, counties: drawn } = await readLiveNames(page);
      expect(clashes(names)).toEqual([]);
      const named = names.filter(({ kind }) => kind === 'county');
      expect(named.length).toBeGreaterThanOrEqual(Math.ceil(drawn.length / 2));
      for (const { name, kind, box, em, gap } of names) {
        // A province reaches beyond what is in sight, and so may its name.
        if (kind === 'province') continue;
        expect.soft(gap, `${name} to its ${kind}`).toBeLessThanOrEqual(1.5 * em);
        expect.soft(stickingOut(box, frame), `${name} in the frame`).toBeLessThan(1);
      }
    });

    test('bars are as long as the numbers beside them are great', async ({ page }) => {
      await page.goto('figures/');
      const plots = await readPlots(page);
      test.skip(plots.length === 0, 'nothing in this archive is compared');
      for (const { title, rows } of plots) expectBars(title, rows);
      // An archive may compare no range; one would be told from its bar all the same.
      const [bar, range] = await opacities(page);
      expect(range).toBeLessThan(bar ?? 0);
    });
  });
