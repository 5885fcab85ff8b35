import { CspEvaluator } from 'csp_evaluator';
import { Version } from 'csp_evaluator/dist/csp.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { joinPolicies, policyOf } from '../../src/hosting/policy.ts';
import { readSite } from '../../src/hosting/site.ts';
import { ASSETS } from '../../src/lib/urls.ts';
import { SITE } from '../run/test-builds.ts';
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

/** What Google's evaluator of policies finds grave. */
const gravest = (policy: string) =>
  new CspEvaluator(new CspParser(policy).csp, Version.CSP3)
    .evaluate()
    .filter(({ severity }) => severity <= Severity.HIGH)
    .map(({ description }) => description);

/** What is wrong with how a page states its policy. */
function faultsOf(html: string, header: string | undefined): string[] {
  const policy = policyOf(html) ?? '';
  const demands: Record<string, boolean> = {
    'the header says the same as the page': header === policy,
    'it stands before all that it binds': !/<(?:script|style|link|img|body)/i.test(
      html.slice(0, html.search(/<meta http-equiv="content-security-policy"/i)),
    ),
    'nothing but what is named': /^default-src 'none'/.test(policy) && gravest(policy).length === 0,
    'text becomes neither markup nor script': /;require-trusted-types-for 'script';trusted-types default;/.test(policy),
    'nothing from elsewhere':
      /^default-src 'none'/.test(policy) && !/\*|https?:/.test(policy.replace('frame-ancestors *', '')),
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

test('the policy that other servers are told is as strict, and allows each page its own', () => {
  const site = readSite(SITE.folder, ASSETS);
  expect(site?.policies.length).toBeGreaterThan(1);
  for (const policies of [site?.policies ?? [], site?.framedPolicies ?? []]) {
    const joined = joinPolicies(policies);
    expect(gravest(joined)).toEqual([]);
    for (const policy of policies) expect(joinPolicies([joined, policy])).toBe(joined);
  }
});
