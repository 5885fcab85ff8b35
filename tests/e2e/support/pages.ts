import { readdirSync } from 'node:fs';
import type { Build } from '../../../src/tools/test-builds.ts';
import { manuscripts } from './manuscripts.ts';

/** Paths of all pages of a build, relative to its base: `''`, `about/`, `stories/baihe-air/`. */
export function pagesOf(build: Build): string[] {
  return readdirSync(build.folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => file.replace(/index\.html$/, ''))
    .sort();
}

/** An address that nothing lies at, so that the server answers with the page for it. */
export const MISSING = 'no-such-page/';

export const storyPages = manuscripts.map(({ path }) => path);

const longest = [...manuscripts].sort((a, b) => b.characters - a.characters)[0];
if (!longest) throw new Error('There is no published story to test with');

/** One page of each kind; the story is the longest one, the county its county. */
export const TEMPLATES = {
  front: '',
  story: longest.path,
  county: `counties/${longest.data.county}/`,
  stories: 'stories/',
  counties: 'counties/',
  about: 'about/',
  missing: MISSING,
} as const;
