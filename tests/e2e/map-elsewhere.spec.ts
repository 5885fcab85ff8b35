import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MAP_PAGE } from '#words/map.ts';
import { chooseBasemap } from '../../src/site/basemap.ts';
import { policyDirectives } from '../../src/site/policy.ts';
import { counties } from '../support/content.ts';
import { faultsOf } from './support/axe.ts';
import { MapPage } from './support/map-page.ts';
import { COUNTY, mostOf, placeNames } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

test.describe('the map in a frame of another page', () => {
  test('shows the county that its address names, says whose it is, and leads out of the frame', async ({
    page,
    request,
  }) => {
    const map = new MapPage(page);
    await map.open(`?county=${COUNTY.id}`, 'map/embed/');
    await expect(map.area(COUNTY.id)).toHaveClass(/live-chosen/);
    await expect(page.getByRole('contentinfo').getByRole('link')).toHaveAttribute('href', /\/map\/$/);
    await map.area(COUNTY.id).press('Enter');
    await expect(map.panel.getByRole('link').first()).toHaveAttribute('target', '_top');
    const headers = (await request.get('map/embed/')).headers();
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(await faultsOf(page)).toEqual([]);
  });

  test('stands in a page of another origin', async ({ browser, baseURL }) => {
    const host = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(`<iframe src="${baseURL}map/embed/?county=${COUNTY.id}" width="700" height="500"></iframe>`);
    }).listen(0);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator(`.map-live path[data-county="${COUNTY.id}"]`)).toHaveClass(/live-chosen/);
    await page.close();
    host.close();
  });
});

test('a county has its own map, with its places and its neighbours', async ({ page }) => {
  const county = mostOf(counties, (one) => placeNames(one).length) ?? COUNTY;
  await page.goto(`counties/${county.id}/`);
  const sheet = page.getByRole('group', { name: MAP_PAGE.countyMap(county.name) });
  await expect(sheet).toBeVisible();
  const neighbours = await sheet
    .locator('.locator-county[href]')
    .evaluateAll((all) => all.map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]));
  for (const [name, href] of neighbours) {
    const neighbour = counties.find((one) => one.name === name);
    expect(href).toBe(`/counties/${neighbour?.id}/`);
    expect(neighbour?.id).not.toBe(county.id);
  }
  const section = page.getByRole('region', { name: MAP_PAGE.map });
  for (const name of placeNames(county))
    await expect(section.getByRole('link', { name, exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: MAP_PAGE.onMap(county.name) }).click();
  await expect(page.locator(`.map-live path[data-county="${county.id}"]`)).toHaveClass(/live-chosen/);
});

/** A server of its own port, as another host is. */
async function serve(answer: (url: string) => Promise<{ status?: number; type: string; body: Buffer | string }>) {
  const server = createServer(async ({ url = '' }, response) => {
    const { status = 200, type, body } = await answer(url);
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { host: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

test('tiles lie under the outlines where an operator has a key, and the outlines stand where tiles fail', async ({
  browser,
  baseURL,
}) => {
  const asked: string[] = [];
  const tile = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const tiles = await serve(async (url) => {
    asked.push(url);
    return url.includes('LAYER=cva')
      ? { status: 404, type: 'text/plain', body: '' }
      : { type: 'image/gif', body: tile };
  });
  const basemap = chooseBasemap({ tianditu: { key: 'key', host: tiles.host } });
  const attribute = JSON.stringify(basemap).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  // The site as a build with a key writes it.
  const site = await serve(async (url) => {
    const found = await fetch(new URL(url, baseURL));
    const type = found.headers.get('content-type') ?? '';
    if (!type.includes('html')) return { type, body: Buffer.from(await found.arrayBuffer()) };
    const images = policyDirectives(basemap).find((directive) => directive.startsWith('img-src')) ?? '';
    const policed = (await found.text()).replace("img-src 'self'", images);
    return { type, body: policed.replace('data-atlas=', () => `data-basemap="${attribute}" data-atlas=`) };
  });
  const page = await browser.newPage();
  const breaches: string[] = [];
  page.on('console', (message) => {
    if (/security policy/i.test(message.text())) breaches.push(message.text());
  });
  await page.goto(`${site.host}/map/`);
  await page.locator('[data-enlarge]').first().click();
  await expect(page.locator('.leaflet-tile-loaded').first()).toBeAttached();
  await expect(page.locator('.live-county')).toHaveCount((await new MapPage(page).onLargest()).length);
  await expect(page.locator('.leaflet-control-attribution')).toContainText('天地图');
  expect(asked.some((url) => /LAYER=vec.*TILEMATRIX=\d+&TILEROW=\d+&TILECOL=\d+&tk=key/.test(url))).toBe(true);
  expect(breaches).toEqual([]);
  await page.close();
  for (const server of [tiles, site]) server.close();
});
