import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Settings } from './test.ts';

/** Ways of reading in which every kind of page is looked at. */
export const MODES: Readonly<Record<string, Settings>> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  大字版: { size: 'elder' },
};

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it is now: rule, element, reason. */
export async function faultsOf(page: Page): Promise<string[]> {
  // What passes is not told element by element, nor taken through a second page: on long pages either takes longer
  // than the rules themselves. No page of this site holds a frame, which is all that the legacy mode cannot see into.
  const { violations } = await new AxeBuilder({ page })
    // AAA of contrast: this is a site for reading, and its readers are not young.
    .options({ resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true } } })
    .withTags(WCAG)
    .setLegacyMode()
    .analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => ({ id, target: target.join(' '), failureSummary })),
  );
  const told: string[] = [];
  for (const { id, target, failureSummary } of faults)
    if (id !== 'label-content-name-mismatch' || !(await isNamedByItsWords(page, target)))
      told.push(`${id}: ${target} ${failureSummary}`);
  return told;
}

/** axe cuts names into words by a dictionary, and finds no 山北 in 山北区, which it cuts into 山 and 北区. */
const isNamedByItsWords = (page: Page, target: string): Promise<boolean> =>
  page
    .locator(target)
    .first()
    .evaluate((element) => {
      const words = element.textContent.trim();
      return words !== '' && (element.getAttribute('aria-label') ?? '').includes(words);
    });
