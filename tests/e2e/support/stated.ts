import { expect, type Page } from '@playwright/test';

/** The words that an address of a story leads to; of an anchor that reader modes would drop with them, those beside it. */
export async function statedAt(page: Page, anchor: string): Promise<string> {
  const found = page.locator(`[id="${anchor}"]`);
  await expect(found).toHaveCount(1);
  return found.evaluate(({ textContent, parentElement }) => textContent || parentElement?.textContent || '');
}
