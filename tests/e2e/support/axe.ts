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
    .options({ resultTypes: ['violations'] })
    .withTags(WCAG)
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}
