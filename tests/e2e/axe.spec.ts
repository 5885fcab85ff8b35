import AxeBuilder from '@axe-core/playwright';
import { TEMPLATES } from './support/pages.ts';
import { expect, remember, type Settings, test } from './support/test.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MODES: Record<string, Settings> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  大字版: { size: 'elder' },
};

for (const [mode, settings] of Object.entries(MODES)) {
  for (const [template, path] of Object.entries(TEMPLATES)) {
    test(`${template}, ${mode}: axe finds nothing at 320, 768 and 1280 px`, async ({ page }, testInfo) => {
      await remember(page, settings);
      await page.goto(path);
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
        );
        expect.soft(found, `${width} px`).toEqual([]);
      }
      // 7:1 is aimed at, not demanded: how many texts fall short is told in the report.
      const enhanced = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze();
      const short = enhanced.violations.flatMap(({ nodes }) => nodes).length;
      if (short > 0) testInfo.annotations.push({ type: 'below 7:1', description: `${short} texts` });
    });
  }
}
