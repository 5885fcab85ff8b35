import { policyOf } from '../../src/tools/static-server.ts';
import { MISSING, pagesOf, STORY } from './support/pages.ts';
import { ReadingSettings } from './support/reading-settings.ts';
import { expect, test } from './support/test.ts';

// Breaches, errors and foreign requests fail any test of this folder (support/test.ts); here every page is seen once.
test('no page breaks its own policy or asks for anything from elsewhere', async ({ page, build }) => {
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith(MISSING)) failed.push(response.url());
  });
  await page.addInitScript(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      breaches.push(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  for (const path of [...pagesOf(build), MISSING]) {
    await page.goto(path);
    expect.soft(await page.evaluate(() => Reflect.get(window, 'breaches')), path).toEqual([]);
  }
  const settings = new ReadingSettings(page);
  await page.goto(STORY);
  await settings.elder.click();
  await settings.open();
  await settings.done.click();
  expect(await page.evaluate(() => Reflect.get(window, 'breaches'))).toEqual([]);
  expect(failed).toEqual([]);
});

test('every page carries a strict policy, in its head and as a header', async ({ request, build }) => {
  for (const path of [...pagesOf(build), MISSING]) {
    const response = await request.get(path);
    const html = await response.text();
    const policy = policyOf(html) ?? '';
    expect.soft(response.headers()['content-security-policy'], path).toBe(policy);
    expect.soft(policy, path).toMatch(/^default-src '(none|self)'/);
    expect.soft(policy, path).toMatch(/script-src [^;]*'sha256-/);
    expect.soft(policy, path).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*|https?:/);
    expect.soft(html, `${path} has style attributes`).not.toMatch(/<[a-z][^>]*\sstyle=/i);
    expect.soft(html, `${path} has event attributes`).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
  }
});
