import { expect, test } from 'vitest';
import { chooseBasemap } from '../../../src/site/basemap.ts';
import { readConfig } from '../../../src/site/config.ts';
import { policyDirectives } from '../../../src/site/policy.ts';

test('without a key there are no tiles and the policy stays closed', () => {
  expect(chooseBasemap(readConfig({}))).toBeNull();
  expect(policyDirectives(null)).toContain("img-src 'self'");
  expect(policyDirectives(null).join()).not.toMatch(/http|data:|\*/);
});

test('with a key 天地图 gives vector map and names, and its host alone is let in', () => {
  const basemap = chooseBasemap(readConfig({ PUBLIC_TIANDITU_KEY: 'abc' }));
  expect(basemap?.layers.map((url) => new URL(url).searchParams.get('LAYER'))).toEqual(['vec', 'cva']);
  expect(basemap?.layers.every((url) => url.endsWith('&tk=abc'))).toBe(true);
  expect(basemap?.attribution).toContain('天地图');
  expect(policyDirectives(basemap)).toContain("img-src 'self' https://t0.tianditu.gov.cn data:");
  expect(
    policyDirectives(basemap)
      .join()
      .match(/https?:/g),
  ).toHaveLength(1);
});
