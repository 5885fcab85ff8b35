import { expect, test } from 'vitest';
import { PAGE_IDS } from '../../../../src/lib/schema/page-ids.ts';
import { sourcesOf } from '../../../support/imports.ts';

test('every id that is written into a page or a component is known', () => {
  const written = [...sourcesOf('src')]
    .filter(([path]) => /^src\/(?:pages|layouts|components)\/.*\.(?:astro|tsx)$/.test(path))
    .flatMap(([, text]) => [...text.matchAll(/\sid="([a-z][\w-]*)"/g)].map(([, id = '']) => id));
  expect(written.length).toBeGreaterThan(20);
  expect([...new Set(written)].filter((id) => !PAGE_IDS.has(id))).toEqual([]);
});
