import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Build, SITE } from '../../run/test-builds.ts';
import { manuscripts } from '../../support/content.ts';

/** Made to stand in a frame on another site: it has no masthead, and search engines are sent to the page it is part of. */
export const FRAMED: readonly string[] = ['map/embed/', 'timeline/embed/'];

/** The list of all files: for programs, and not kept for reading without a network. */
export const LISTING = 'files/';

const LEADS_ON = /<meta http-equiv="refresh"/;

/** Paths of all pages of a build but the framed, relative to its base: `''`, `about/`, `stories/baihe-air/`. */
export const pagesOf = (build: Build): string[] => addressesOf(build).filter((path) => !leadsOn(build, path));

/** Paths at which there was a page, which lead on to where its words stand now. */
export const movedOf = (build: Build): string[] => addressesOf(build).filter((path) => leadsOn(build, path));

const leadsOn = (build: Build, path: string): boolean =>
  LEADS_ON.test(readFileSync(join(build.folder, path, 'index.html'), 'utf8'));

function addressesOf(build: Build): string[] {
  return readdirSync(build.folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => file.replace(/index\.html$/, ''))
    .filter((path) => !FRAMED.includes(path))
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
