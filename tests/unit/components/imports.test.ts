import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, sourcesOf } from '../../support/imports.ts';

const sources = sourcesOf('src/components');
/** Leaflet reads the window when it is imported: what is drawn with it comes when a map is seen. */
const withLeaflet = new Set(
  importsOf(sources)
    .filter(({ to }) => to.startsWith('leaflet'))
    .map(({ from }) => from),
);
const scripts = [...sources.keys()].filter(
  (path) => /\/(?:map|search|figures|timeline|story)\/.*\.ts$|\/parts\.ts$/.test(path) && !withLeaflet.has(path),
);

// Here is no document: what reads it when it is imported fails.
describe('a script does nothing before its page starts it:', () => {
  test.each(scripts)('%s', async (path) => {
    await expect(import(resolve(path))).resolves.toBeDefined();
  });
});
