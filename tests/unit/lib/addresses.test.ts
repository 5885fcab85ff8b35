import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROUTES } from '../../../src/lib/addresses/routes.ts';
import { ASSETS, MEDIA } from '../../../src/lib/urls.ts';

test('no page of an archive’s own can stand where the site has one', () => {
  const own = readdirSync('src/pages')
    .filter((name) => !name.startsWith('[') && !/\.[^.]+\.ts$/.test(name))
    .map((name) => name.replace(/\.astro$/, ''))
    // The one of which it has its own words, and the front page, which has no name.
    .filter((name) => name !== 'about' && name !== 'index');
  expect([...own, ASSETS, MEDIA].filter((name) => !ROUTES.has(name))).toEqual([]);
});
