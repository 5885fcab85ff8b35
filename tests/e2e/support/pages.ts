import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Build, SITE } from '../../../src/tools/test-builds.ts';
import { manuscripts } from './manuscripts.ts';

/**
 * Paths of all pages of a build, relative to its base: `''`, `about/`, `stories/baihe-air/`. What is made to stand in
 * a frame of another page is none.
 */
export function pagesOf(build: Build): string[] {
  return readdirSync(build.folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)index\.html$/.test(file) && !file.includes('/embed/'))
    .map((file) => file.replace(/index\.html$/, ''))
    .sort();
}

/** An address that nothing lies at, so that the server answers with the page for it. */
export const MISSING = 'no-such-page/';

const sizeOf = (path: string) => statSync(join(SITE.folder, path, 'index.html')).size;

/** The largest page of each kind, by kind: `stories/` is the list, `stories/*` a story. */
export const TEMPLATES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    pagesOf(SITE)
      .sort((a, b) => sizeOf(a) - sizeOf(b))
      .map((path) => [path === '' ? 'front' : path.replace(/\/[^/]+\/$/, '/*'), path]),
  ),
  missing: MISSING,
};

export const storyPages = manuscripts.map(({ path }) => path);

const [longest] = [...manuscripts].sort((a, b) => b.characters - a.characters);
if (!longest) throw new Error('There is no published story to test with');

/** The page that tests open when any story would do: the longest one. */
export const STORY = longest.path;
