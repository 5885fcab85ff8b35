import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPackage } from '../../src/commands/command.ts';
import type { Build } from '../run/test-builds.ts';
import { isKnown, lacking } from '../support/compat.ts';
import { expect, test } from './support/test.ts';

// The built files, those of others too, against the browser floor of package.json. What a bundler lowers is syntax;
// unit/project/floor.test.ts looks at what our own modules use of the platform.

const filesOf = (build: Build, end: string) =>
  readdirSync(build.folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => join(build.folder, file));

const read = (file: string) => readFileSync(file, 'utf8');

/** What es-check finds: built-in functions and syntax that engines of the floor lack. Empty where there is nothing. */
async function youngScripts(files: string): Promise<string> {
  const checks = ['--checkBrowser', '--checkFeatures', '--module', '--noColor', `--files=${files}`];
  const { code, output } = await runPackage('es-check', ['checkBrowser', ...checks], { quiet: true });
  return code === 0 ? '' : output || `es-check ended with ${code}`;
}

/** What a parser of syntax lets pass, and engines of the floor do not: a module with one of these does not run at all. */
const PATTERNS = {
  'javascript/regular_expressions/lookbehind_assertion': /\(\?<[=!]/,
  'javascript/regular_expressions/modifier': /\(\?[ims]+(?:-[ims]+)?:/,
} as const;

const youngPatterns = (text: string) =>
  Object.entries(PATTERNS).flatMap(([feature, pattern]) =>
    pattern.test(text) && lacking(feature).length > 0 ? [feature.split('/').at(-1)] : [],
  );

/** Flags of regular expressions, as they end a literal: `/…/v`. */
const flagsIn = (text: string) => /[^/\s]\/[dgimsuy]*v[dgimsuy]*(?=[.,;)\]}])/.test(text);

test('no script of the site has anything younger than the browser floor', async ({ build }) => {
  const scripts = filesOf(build, '.js');
  expect(scripts.length).toBeGreaterThan(5);
  expect(await youngScripts(scripts.join(','))).toBe('');
  for (const file of scripts) {
    const text = read(file);
    expect.soft(youngPatterns(text), file).toEqual([]);
    expect.soft(flagsIn(text), `${file}: the v flag`).toBe(false);
  }
});

test('the script in the head of every page is read by engines of any age', async ({ build }) => {
  const inline = new Set(
    filesOf(build, '.html').flatMap((file) =>
      [...read(file).matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text),
    ),
  );
  expect(inline.size).toBeGreaterThan(0);
  // ES5 and nothing else: no arrows, templates, let, const, or catch without its name.
  for (const text of inline)
    expect.soft(text).not.toMatch(/=>|`|\b(?:let|const|class|of)\b|catch\s*\{|\?\.|\?\?|\.\.\./);
});

test('a planted one is found', async () => {
  const folder = test.info().outputPath('planted');
  mkdirSync(folder, { recursive: true });
  const found = (text: string) => {
    const file = join(folder, 'a.js');
    writeFileSync(file, text);
    return youngScripts(file);
  };
  expect(await found('export const a = Map.groupBy([], String);')).toContain('MapGroupBy');
  expect(await found('export const a = [2, 1].toSorted();')).toContain('ArrayToSorted');
  expect(await found('export const a = [2, 1].findLast(Boolean);')).toBe('');
  expect(youngPatterns('/(?<=a)b/')).toHaveLength(1);
  expect(flagsIn('x=/[a--b]/v;')).toBe(true);
  expect(flagsIn('a/b;v')).toBe(false);
});

/** What makes a page better where it is known, and takes nothing from it where it is not. */
const EXTRAS: Record<string, string> = {
  'text-wrap': 'lines are broken less well',
  'text-autospace': 'digits stand closer to characters',
  'text-spacing-trim': 'punctuation at the head of a line keeps its width',
  'content-visibility': 'long lists take longer to lay out',
  'contain-intrinsic-size': 'long lists take longer to lay out',
  'contain-intrinsic-block-size': 'long lists take longer to lay out',
  'accent-color': 'radios and sliders have the colour of the system',
  'overscroll-behavior-x': 'a swipe at the edge of the timeline may go back',
  'overscroll-behavior': 'a swipe at the edge of a box may scroll the page',
  'user-select': 'margin dates are copied with the text; prefixed for Safari',
  'text-emphasis': 'prefixed for Chromium before 99',
  'text-emphasis-position': 'prefixed for Chromium before 99',
  'text-size-adjust': 'prefixed',
  'box-decoration-break': 'prefixed',
  'print-color-adjust': 'prefixed',
  'forced-color-adjust': 'Safari has no forced colours',
  'color-mix': 'an underline has the full colour of its text',
  has: 'the masthead may move while it comes, a gap is a little wider or narrower',
  highlight: 'marks are elements instead',
  'mask-image': 'prefixed',
  hyphens: 'a passage in English is a little more ragged',
  outline: 'Safari draws its corners square',
  orphans: 'Firefox may leave a line alone at the foot of a sheet',
  widows: 'Firefox may leave a line alone at the head of a sheet',
  'paint-order': 'of texts in drawings, where engines of the floor know it; elsewhere it would be younger',
  'scrollbar-width': 'the bar of a box that scrolls is the usual one',
  page: 'Safari prints with its own margins',
  size: 'belongs to @page',
  selection: 'Safari on phones marks in its own colour',
  'forced-colors': 'Safari has no forced colours',
};

/** Without what stands in an `@supports`, unless it is for engines that lack something. */
function withoutSupported(css: string): string {
  const [before = '', ...blocks] = css.split(/@supports(?!\s*not\b)/);
  return [
    before,
    ...blocks.map((text) => {
      let [depth, end] = [0, text.indexOf('{')];
      do depth += { '{': 1, '}': -1 }[text[end] ?? '}'] ?? 0;
      while (++end < text.length && depth > 0);
      return text.slice(end);
    }),
  ].join('');
}

/** Properties, functions, pseudo-classes and media that engines of the floor lack. */
function youngStyles(css: string): string[] {
  const bare = withoutSupported(css.replace(/\/\*[\s\S]*?\*\//g, ''))
    .replace(/"[^"]*"/g, '""')
    .replace(/url\([^)]*\)/g, '');
  const of = (pattern: RegExp, folder: string) =>
    [...new Set([...bare.matchAll(pattern)].map(([, name = '']) => name))].map((name) => ({
      name,
      path: `${folder}/${name}`,
    }));
  return [
    ...of(/[{;]\s*([a-z][a-z-]*)\s*:(?=[^{}]*[;}])/g, 'css/properties'),
    ...of(/[\s,:(]([a-z]+(?:-[a-z]+)*)\(/g, 'css/types'),
    ...of(/[\s,:(]([a-z]+(?:-[a-z]+)*)\(/g, 'css/types/color'),
    ...of(/::?([a-z][a-z-]*)(?=[^{};]*\{)/g, 'css/selectors'),
    ...of(/@([a-z-]+)/g, 'css/at-rules'),
    ...of(/\(\s*([a-z-]+)\s*[:)]/g, 'css/at-rules/media'),
  ]
    .filter(({ path, name }) => isKnown(path) && lacking(path).length > 0 && !(name in EXTRAS))
    .map(({ path }) => `${path}: ${lacking(path).join(', ')}`);
}

test('no style of the site needs anything younger than the browser floor', async ({ build }) => {
  const inline = filesOf(build, '.html').flatMap((file) =>
    [...read(file).matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css),
  );
  const files = filesOf(build, '.css').map(read);
  expect(new Set(inline).size).toBeGreaterThan(5);
  const all = new Set([...new Set(inline), ...files].flatMap(youngStyles));
  expect([...all].sort()).toEqual([]);
  // Ranges and nesting are lowered.
  for (const css of new Set([...inline, ...files])) {
    expect.soft(css).not.toMatch(/@media[^{]*[<>]=?/);
    expect.soft(css).not.toMatch(/[;{]\s*&/);
  }
});

test('a planted style is found', () => {
  expect(youngStyles('a{rotate:45deg}')).toHaveLength(1);
  expect(youngStyles('@layer a{b{color:red}}')).toHaveLength(1);
  expect(youngStyles('@container (width>1px){b{color:red}}').length).toBeGreaterThan(0);
  expect(youngStyles('a{color:oklch(1 2 3)}')).toHaveLength(1);
  expect(youngStyles('@supports (rotate:1deg){a{rotate:45deg}}b{color:red}')).toEqual([]);
  expect(youngStyles('@supports (rotate:1deg){a{color:red}b{rotate:1deg}}b{rotate:45deg}')).toHaveLength(1);
  expect(youngStyles('@supports not (rotate:1deg){a{rotate:45deg}}')).toHaveLength(1);
  expect(youngStyles('a{inset:0;color:red;clip-path:inset(50%)}a:is(b){display:grid}')).toEqual([]);
});
