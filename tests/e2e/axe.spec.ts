import { faultsOf, MODES } from './support/axe.ts';
import { TEMPLATES } from './support/pages.ts';
import { expect, remember, test } from './support/test.ts';

for (const [mode, settings] of Object.entries(MODES)) {
  for (const [template, path] of Object.entries(TEMPLATES)) {
    test(`${template}, ${mode}: axe finds nothing at 320, 768 and 1280 px`, async ({ page }) => {
      await remember(page, settings);
      await page.goto(path);
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await faultsOf(page), `${width} px`).toEqual([]);
      }
    });
  }
}

test('what is wrong is told', async ({ page }) => {
  await page.goto(TEMPLATES.missing ?? '');
  await page.evaluate(() => {
    const image = document.createElement('img');
    // The first no one can read; the second is grey enough for AA, not for AAA.
    const words = ['#eee', '#666'].map((color) => {
      const line = document.createElement('p');
      line.textContent = '看不清的字';
      line.style.color = color;
      return line;
    });
    document.querySelector('main')?.append(image, ...words);
  });
  const faults = await faultsOf(page);
  expect(faults.map((fault) => fault.replace(/:.*/s, '')).sort()).toEqual([
    'color-contrast',
    'color-contrast-enhanced',
    'image-alt',
  ]);
});
