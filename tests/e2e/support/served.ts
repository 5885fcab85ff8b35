import type { APIRequestContext, JSHandle, Page } from '@playwright/test';

/**
 * A page as it is served, parsed but not run: quicker than opening it, where only its markup matters.
 * @param page parses it; what it shows does not matter
 */
export async function parseServed(page: Page, request: APIRequestContext, path: string): Promise<JSHandle<Document>> {
  const html = await (await request.get(path)).text();
  return page.evaluateHandle((text) => new DOMParser().parseFromString(text, 'text/html'), html);
}
