import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TIMELINE } from '#words/timeline.ts';
import { entryAnchor } from '../../src/lib/urls.ts';
import { reports } from '../support/content.ts';
import { faultsOf } from './support/axe.ts';
import { storyWithDates } from './support/subjects.ts';
import { expect, test } from './support/test.ts';
import { TimelinePage } from './support/timeline-page.ts';

/** The last milestone of a story, its county's own address in the timeline, and how many the county has. */
function subject() {
  const story = storyWithDates();
  const { county } = story.data;
  const last = story.listed.milestones.at(-1);
  const inCounty = reports.filter(({ data }) => data.county === county).flatMap(({ listed }) => listed.milestones);
  return { county, anchor: entryAnchor(story.slug, last?.id ?? ''), count: inCounty.length };
}

test('the code to copy shows the county that the page shows', async ({ page, build }) => {
  const { county } = subject();
  const timeline = new TimelinePage(page);
  await timeline.open();
  await expect(timeline.code).toHaveValue(new RegExp(`src="${build.origin}${build.base}timeline/embed/"`));
  await timeline.choose('county', county);
  await expect(timeline.code).toHaveValue(
    new RegExp(`src="${build.origin}${build.base}timeline/embed/\\?county=${county}"`),
  );
});

test.describe('in a frame on another site', () => {
  test('a link to a milestone shows it; nothing is stored; links leave the frame', async ({ browser, baseURL }) => {
    const { county, anchor, count } = subject();
    const address = `${baseURL}timeline/embed/?county=${county}#${anchor}`;
    const host = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><title>host</title><h1>host</h1><iframe src="${address}" width="700" height="600"></iframe>`,
      );
    });
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator(`[id="${anchor}"]`)).toBeInViewport();
    await expect(frame.locator('.entry').filter({ visible: true })).toHaveCount(count);
    await expect(frame.getByRole('contentinfo')).toContainText(TIMELINE.attribution);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const links = frame.locator('.entry-title, .embed-foot a');
    for (const target of await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).target)))
      expect(target).toBe('_blank');
    expect(await context.cookies()).toEqual([]);
    expect((await context.storageState()).origins).toEqual([]);
    await context.close();
    host.close();
  });
});

/** The timeline narrowed to one county, at one of its milestones. */
function narrowed(): string {
  const { county, anchor } = subject();
  return `timeline/?county=${county}#${anchor}`;
}

for (const [name, addressOf] of [
  ['the timeline in a frame', () => 'timeline/embed/'],
  ['the timeline', () => 'timeline/'],
  ['the timeline narrowed', narrowed],
] as const) {
  test(`axe finds nothing in ${name} when its filters are live`, async ({ page }) => {
    storyWithDates();
    const address = addressOf();
    const timeline = new TimelinePage(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await timeline.open(address);
      expect.soft(await faultsOf(page), `${width} px`).toEqual([]);
    }
  });
}
