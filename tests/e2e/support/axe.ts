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

/** A look at the page as it is now. */
const lookAt = (page: Page) => new AxeBuilder({ page }).setLegacyMode();
type Look = ReturnType<typeof lookAt>;

const SIZE = { resultTypes: ['violations' as const], runOnly: { type: 'rule' as const, values: ['target-size'] } };

/**
 * What axe finds wrong with the page as it is now: rule, element, reason.
 * @param over selector of what stays at the foot of the window, and of what is cut off at its own frame, for which axe takes
 * it as a whole: sizes in it, and of all else, are taken apart
 */
export async function faultsOf(page: Page, over = ''): Promise<string[]> {
  // What passes is not told element by element, nor taken through a second page: on long pages either takes longer
  // than the rules themselves. No page of this site holds a frame, which is all that the legacy mode cannot see into.
  const faults = await readFaults(
    lookAt(page)
      // AAA of contrast: this is a site for reading, and its readers are not young.
      .options({
        resultTypes: ['violations'],
        rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: over === '' } },
      })
      .withTags(WCAG),
  );
  if (over) {
    faults.push(...(await readFaults(lookAt(page).include(over).options(SIZE))));
    const show = (visibility: string) =>
      page.locator(over).evaluateAll((all, value) => {
        for (const element of all as HTMLElement[]) element.style.visibility = value;
      }, visibility);
    await show('hidden');
    faults.push(...(await readFaults(lookAt(page).options(SIZE))));
    await show('');
  }
  const told: string[] = [];
  for (const { id, target, failureSummary } of faults)
    if (id !== 'label-content-name-mismatch' || !(await isNamedByItsWords(page, target)))
      told.push(`${id}: ${target} ${failureSummary}`);
  return told;
}

async function readFaults(look: Look) {
  const { violations } = await look.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => ({ id, target: target.join(' '), failureSummary })),
  );
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
