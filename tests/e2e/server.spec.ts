import { MISSING } from './support/pages.ts';
import { expect, test } from './support/test.ts';

// The server of `npm start` and of these tests behaves as the host of a published site should.
test('pages are typed, compressed and come with their trailing slash', async ({ request }) => {
  const page = await request.get('about/');
  expect(page.headers()).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'br',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  });
  expect(page.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  const bare = await request.get('about?from=here?', { maxRedirects: 0 });
  expect(bare.status()).toBe(301);
  expect(bare.headers().location).toBe('/about/?from=here?');
  const plain = await request.get('about/', { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers()['content-encoding']).toBeUndefined();
  expect(await plain.text()).toBe(await page.text());
});

test('what is not there is answered with 404, and nothing outside the site is served', async ({ request }) => {
  for (const path of [MISSING, '%2e%2e/package.json', '..%2fpackage.json', 'about/index.html/', '%', 'assets/']) {
    const response = await request.get(path);
    expect.soft(response.status(), path).toBe(404);
    expect.soft(response.headers()['content-type'], path).toBe('text/html; charset=utf-8');
  }
  expect((await request.post('about/')).status()).toBe(405);
});
