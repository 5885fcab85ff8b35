import { describe, expect, test } from 'vitest';
import { circlesIn, type Import, importsOf, sourcesOf } from '../../support/imports.ts';

/** The rooms of src and what each may import beside itself. A room is a folder of src, or a file beside them. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  styles: [],
  disk: [],
  lib: [],
  media: ['lib'],
  search: [],
  offline: ['lib', 'disk'],
  editing: ['lib', 'search'],
  site: ['lib', 'media', 'search', 'editing'],
  release: ['lib', 'search', 'disk'],
  integrations: ['lib', 'disk', 'media', 'editing', 'site', 'edit', 'release'],
  components: ['lib', 'search', 'offline', 'site', 'styles'],
  layouts: ['lib', 'site', 'components', 'styles'],
  pages: ['lib', 'site', 'components', 'layouts', 'styles'],
  edit: ['lib'],
  hosting: ['lib', 'disk'],
  keeping: ['lib', 'disk', 'hosting', 'release'],
  commands: ['lib', 'disk', 'editing', 'site', 'hosting', 'edit', 'release', 'keeping'],
  'content.config.ts': ['lib', 'site', 'integrations'],
  'env.d.ts': ['site'],
};

type Breach = string;
const roomOf = (path: string): string => path.split('/')[1] ?? '';
/** A room within a room: src/lib/dates, src/editing/check. */
const nestOf = (path: string): string => path.split('/').slice(0, -1).join('/');
const say = ({ from, to }: Pick<Import, 'from' | 'to'>): Breach => `${from} → ${to}`;

/** Everything that the imports and texts of src do and may not do. */
function breachesIn(sources: ReadonlyMap<string, string>) {
  const imports = importsOf(sources);
  const inside = imports.filter(({ to }) => to.startsWith('src/'));
  const texts = [...sources];
  const values = inside.filter(({ isType }) => !isType);
  return {
    circles: circlesIn(inside).map((circle) => circle.join(' ')),
    roomCircles: [
      ...circlesIn(inside.map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }))),
      ...circlesIn(inside.map(({ from, to }) => ({ from: nestOf(from), to: nestOf(to) }))),
    ].map((circle) => circle.join(' ')),
    upward: inside
      .filter(({ from, to }) => roomOf(from) !== roomOf(to) && !MAY_IMPORT[roomOf(from)]?.includes(roomOf(to)))
      .map(say),
    impure: [
      ...imports.filter(({ from, to }) => roomOf(from) === 'lib' && /^(?:node|astro):/.test(to)).map(say),
      ...texts
        .filter(([path, text]) => roomOf(path) === 'lib' && /\b(?:process|Buffer)\./.test(text))
        .map(([path]) => path),
    ],
    doors: imports
      .filter(
        ({ to, from }) => to === 'astro:content' && !['src/site/content.ts', 'src/content.config.ts'].includes(from),
      )
      .map(say),
    fetching: values
      .filter(({ from }) => roomOf(from) === 'components')
      .filter(({ to }) => reaches(to, ['src/site/content.ts', 'src/site/config.ts'], values))
      .map(say),
    environment: texts
      .filter(([, text]) => /\bprocess\.env\b|\bprocess\b.*\benv\b.*=/.test(text))
      .map(([path]) => path)
      .filter((path) => roomOf(path) !== 'commands' && !MAY_TOUCH_ENVIRONMENT.includes(path)),
    tests: imports.filter(({ to }) => to.startsWith('tests/')).map(say),
  };
}

/** config.ts reads it; pagefind.ts and git.ts set and unset variables for the programs that they start. */
const MAY_TOUCH_ENVIRONMENT = ['src/site/config.ts', 'src/search/index/pagefind.ts', 'src/editing/files/git.ts'];

function reaches(start: string, goals: readonly string[], imports: readonly Import[]): boolean {
  const seen = new Set([start]);
  for (const path of seen) for (const { from, to } of imports) if (from === path) seen.add(to);
  return goals.some((goal) => seen.has(goal));
}

const sources = sourcesOf('src');

describe('the rooms of src', () => {
  const found = breachesIn(sources);
  test('are all known', () => {
    expect([...new Set([...sources.keys()].map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });
  test('no file leads back to itself, by types either', () => expect(found.circles).toEqual([]));
  test('no room leads back to itself', () => expect(found.roomCircles).toEqual([]));
  test('nothing imports what stands above it', () => expect(found.upward).toEqual([]));
  test('lib is pure', () => expect(found.impure).toEqual([]));
  test('one door to astro:content', () => expect(found.doors).toEqual([]));
  test('components fetch nothing and read no environment', () => expect(found.fetching).toEqual([]));
  test('one place reads the environment', () => expect(found.environment).toEqual([]));
  test('src imports nothing from tests', () => expect(found.tests).toEqual([]));
  test('lib has at most three files outside its folders', () => {
    expect([...sources.keys()].filter((path) => /^src\/lib\/[^/]+$/.test(path)).length).toBeLessThanOrEqual(3);
  });
});

describe('a planted breach is found:', () => {
  const plant = (path: string, text: string) => breachesIn(new Map([...sources, [path, text]]));

  test.each<[string, keyof ReturnType<typeof breachesIn>, string, string]>([
    ['a circle of two files', 'circles', 'src/lib/dates/days.ts', "import './read.ts';"],
    ['a circle by types alone', 'circles', 'src/site/model.ts', "import type { toStory } from './stories.ts';"],
    ['a circle by import()', 'circles', 'src/lib/dates/days.ts', "type A = import('./read.ts').End;"],
    ['a circle of folders', 'roomCircles', 'src/lib/schema/planted.ts', "export * from '../manuscript/tree.ts';"],
    ['lib reaching up', 'upward', 'src/lib/planted.ts', "import { config } from '../site/config.ts';"],
    ['editing reaching up', 'upward', 'src/editing/planted.ts', "import { config } from '../site/config.ts';"],
    ['node: in lib', 'impure', 'src/lib/planted.ts', "import { join } from 'node:path';"],
    ['Node’s globals in lib', 'impure', 'src/lib/planted.ts', "export const a = Buffer.from('a');"],
    ['a second door', 'doors', 'src/site/planted.ts', "import { getCollection } from 'astro:content';"],
    [
      'a component that fetches',
      'fetching',
      'src/components/map/Planted.astro',
      "---\nimport { getStories } from '../../site/content.ts';\n---",
    ],
    [
      'a component that fetches by a third',
      'fetching',
      'src/components/map/Planted.astro',
      "---\nimport { browseGroups } from '../../site/browse.ts';\n---",
    ],
    ['the environment in a page', 'environment', 'src/pages/planted.ts', 'export const a = process.env.SITE_URL;'],
    ['tests in src', 'tests', 'src/commands/planted.ts', "import { paragraph } from '../../tests/support/docx.ts';"],
  ])('%s', (_, rule, path, text) => {
    expect(plant(path, text)[rule]).not.toEqual(breachesIn(sources)[rule]);
  });
});
