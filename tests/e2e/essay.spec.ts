import { ESSAY } from '#words/story.ts';
import { figureMatches } from '../../src/lib/numbers/figures.ts';
import { figureAnchor, milestoneAnchor } from '../../src/lib/urls.ts';
import { essays, reports } from '../support/content.ts';
import { faultsOf, MODES } from './support/axe.ts';
import { statedAt } from './support/stated.ts';
import { given } from './support/subjects.ts';
import { expect, remember, test } from './support/test.ts';

const cited = (essay: (typeof essays)[number]) =>
  essay.blocks.flatMap(({ marks }) => marks.filter(({ story }) => story !== undefined));
const someEssay = () => given(essays[0], 'no essay');

test('every number and event of an essay leads to the words that state it, in a story that it names at its end', async ({
  page,
}) => {
  someEssay();
  for (const essay of essays) {
    await page.goto(essay.path);
    // A drawing gathers what the text states: its links are of the same figures and events.
    const links = page.locator(':is(.prose a[href*="#f-"], .prose a[href*="#m-"]):not(.drawing a)');
    const marks = cited(essay);
    await expect(links).toHaveCount(marks.length);
    const drawn = page.locator('.drawing').locator('a[href*="#f-"], a[href*="#m-"]');
    const drawnHrefs = await drawn.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const href of drawnHrefs) expect.soft(hrefs).toContain(href);
    const basis = page.getByRole('region', { name: ESSAY.title }).getByRole('listitem').getByRole('link');
    const slugs = [...new Set(marks.map(({ story }) => story))];
    const titles = slugs.map((slug) => reports.find((report) => report.slug === slug)?.data.title ?? '');
    await expect(basis).toHaveText(titles);

    for (const [index, { name, id, story }] of marks.entries()) {
      const anchor = name === 'Figure' ? figureAnchor(id) : milestoneAnchor(id);
      expect(hrefs[index]).toMatch(new RegExp(`/stories/${story}/#${anchor}$`));
    }
    for (const slug of slugs) {
      const report = reports.find((one) => one.slug === slug);
      await page.goto(report?.path ?? '');
      for (const { name, id } of marks.filter(({ story }) => story === slug)) {
        const words = await statedAt(page, name === 'Figure' ? figureAnchor(id) : milestoneAnchor(id));
        expect(words, id).not.toBe('');
        const figure = report?.data.figures.find((one) => one.id === id);
        if (name === 'Figure' && figure) expect(figureMatches(words, figure), id).toBe(true);
      }
    }
  }
});

test('a reader who follows a number of an essay sees where it is stated', async ({ page }) => {
  await page.goto(someEssay().path);
  const link = page.locator('.prose a[href*="#f-"]').first();
  const words = ((await link.textContent()) ?? '').replace(/\s/g, '');
  await link.click();
  await expect(page.locator(':target')).toBeInViewport();
  expect(((await page.locator(':target').textContent()) ?? '').replace(/\s/g, '')).toContain(
    words.match(/[\d.]+/)?.[0] ?? '',
  );
});

test('the pages of its places lead to an essay, and neither map nor timeline holds it', async ({ page }) => {
  const essay = someEssay();
  for (const county of essay.data.counties) {
    await page.goto(`counties/${county}/`);
    const related = page.getByRole('region', { name: ESSAY.related });
    await expect(related.locator(`a[href*="/stories/${essay.slug}/"]`)).toBeVisible();
  }
  for (const path of ['map/', 'timeline/']) {
    await page.goto(path);
    await expect(page.locator(`a[href*="/stories/${essay.slug}/"]`)).toHaveCount(0);
  }
});

for (const [mode, settings] of Object.entries(MODES)) {
  test(`axe finds no fault in an essay, ${mode}`, async ({ page }) => {
    await remember(page, settings);
    await page.goto(someEssay().path);
    expect(await faultsOf(page)).toEqual([]);
  });
}
