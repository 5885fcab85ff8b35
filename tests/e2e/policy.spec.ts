import { policyOf } from '../../src/commands/static-server.ts';
import { FRAMED, MISSING, pagesOf, STORY } from './support/pages.ts';
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
  for (const path of [...pagesOf(build), ...FRAMED, MISSING]) {
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

/** What is wrong with how a page states its policy. */
function faultsOf(html: string, header: string | undefined): string[] {
  const policy = policyOf(html) ?? '';
  const demands: Record<string, boolean> = {
    'the header says the same as the page': header === policy,
    'nothing from elsewhere':
      /^default-src '(none|self)'/.test(policy) && !/\*|https?:/.test(policy.replace('frame-ancestors *', '')),
    'scripts by their hashes': /script-src [^;]*'sha256-/.test(policy),
    'nothing unsafe': !/unsafe-inline|(?<!wasm-)unsafe-eval/.test(policy),
    'no style attributes': !/<[a-z][^>]*\sstyle=/i.test(html),
    'no event attributes': !/<[a-z][^>]*\son[a-z]+=/i.test(html),
  };
  return Object.keys(demands).filter((demand) => !demands[demand]);
}

test('every page carries a strict policy, in its head and as a header', async ({ request, build }) => {
  const faults: string[] = [];
  for (const path of [...pagesOf(build), ...FRAMED, MISSING]) {
    const response = await request.get(path);
    const policy = response.headers()['content-security-policy'];
    const found = faultsOf(await response.text(), policy);
    if (policy?.endsWith('frame-ancestors *') !== FRAMED.includes(path)) found.push('in no frame, or made for one');
    faults.push(...found.map((fault) => `/${path}: ${fault}`));
  }
  expect(faults).toEqual([]);
});
