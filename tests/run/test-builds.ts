import { run } from '../../src/commands/command.ts';

/** A built site that the tests look at. `npm test` names folders and ports in the environment. */
export interface Build {
  folder: string;
  /** The path it lives under. */
  base: string;
  /** The origin that it was built for. */
  origin: string;
  port: number;
}

/** What a project of playwright.config.ts gives to its tests. */
export interface BuildOptions {
  build: Build;
}

const { env } = process;

export const SITE: Build = {
  folder: env.OUT_DIR || 'dist',
  base: '/',
  origin: env.SITE_URL || 'http://localhost:4321',
  port: Number(env.SITE_PORT || 4331),
};

/** Built under a path and for another origin, its search with the index of a large archive (`INDEXED`). */
export const ARCHIVE: Build = {
  folder: env.ARCHIVE_DIR || '.cache/archive',
  base: '/archive/',
  origin: 'https://chronicle.example',
  port: Number(env.ARCHIVE_PORT || 4332),
};

/** A site of other content than the project's own; `tests/e2e/<name>.spec.ts` looks at it. */
export interface OtherArchive extends Build {
  name: string;
  /** Its content folder. */
  content: string;
}

const other = (name: string, content: string, number: number): OtherArchive => ({
  name,
  content,
  folder: `.cache/${name}`,
  base: '/',
  origin: SITE.origin,
  port: Number(env[portOf(name)] || SITE.port + 2 + number),
});

/** The variable that names the port of one of them. */
export const portOf = (name: string): string => `${name.toUpperCase().replaceAll('-', '_')}_PORT`;

/** Another name, other places and times, another licence. */
export const SECOND_CONTENT = 'tests/fixtures/second-archive';

export const OTHERS: readonly OtherArchive[] = [
  // A small archive: what the content at hand may lack.
  other('fixture-archive', 'tests/fixtures/archive', 0),
  other('second-archive', SECOND_CONTENT, 1),
  // Letters, voices, stone, book and radio.
  other('records', 'tests/fixtures/records', 2),
  // Verse, tables, notes, several languages and scripts, a report of many sections.
  other('texts', 'tests/fixtures/texts', 3),
  // Four thousand years and both shores of an ocean; a river drawn as a line; a place that nobody knows.
  other('far', 'tests/fixtures/far', 4),
  // One story in traditional characters, with sixty photographs, of a place that is on no map.
  other('alone', 'tests/fixtures/alone', 5),
];

/** Of the stories in tests/fixtures/media, with photographs, scans, recordings and documents; its tests serve it themselves. */
export const WITH_MEDIA = '.cache/with-media';

/** Of made milestones, so many that no lane has room to spare; it is looked at without a server. */
export const CROWDED = '.cache/crowded/dist';

/** Of the small archive, as it is published again: with a story more, and by another program. `build-releases.ts` builds them. */
export const RELEASES_FOLDER = '.cache/releases';
export const RELEASES = {
  old: `${RELEASES_FOLDER}/old`,
  content: `${RELEASES_FOLDER}/content`,
  program: `${RELEASES_FOLDER}/other-program`,
} as const;

/** For builds whose search has an index as large archives have it, however few their texts. */
export const INDEXED = { SEARCH_WHOLE_UP_TO: '0' };

/** Where the test server has it. */
export const servedAt = ({ port, base }: Build): string => `http://localhost:${port}${base}`;

/** `npm run build`, quietly: what is tested and measured is built as the site is. */
export const buildSite = (env: Record<string, string>) =>
  run(process.execPath, ['src/commands/run.mjs', 'src/commands/build.ts'], { quiet: true, env });
