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

/** Built under a path and for another origin. */
export const ARCHIVE: Build = {
  folder: env.ARCHIVE_DIR || '.cache/archive',
  base: '/archive/',
  origin: 'https://chronicle.example',
  port: Number(env.ARCHIVE_PORT || 4332),
};

/** Of the small archive in tests/fixtures/archive: what the content at hand may lack. */
export const FIXTURE: Build = {
  folder: env.FIXTURE_DIR || '.cache/fixture',
  base: '/',
  origin: SITE.origin,
  port: Number(env.FIXTURE_PORT || 4333),
};

/** Of the archive in tests/fixtures/second-archive: another name, other places and times, another licence. */
export const SECOND_CONTENT = 'tests/fixtures/second-archive';
export const SECOND: Build = {
  folder: env.SECOND_DIR || '.cache/second',
  base: '/',
  origin: SITE.origin,
  port: Number(env.SECOND_PORT || 4334),
};

/** Of made milestones, so many that no lane has room to spare; it is looked at without a server. */
export const CROWDED = '.cache/crowded/dist';

/** Of the small archive, as it is published again: with a story more, and by another program. `build-releases.ts` builds them. */
export const RELEASES_FOLDER = '.cache/releases';
export const RELEASES = {
  old: `${RELEASES_FOLDER}/old`,
  content: `${RELEASES_FOLDER}/content`,
  program: `${RELEASES_FOLDER}/other-program`,
} as const;

/** Where the test server has it. */
export const servedAt = ({ port, base }: Build): string => `http://localhost:${port}${base}`;

/** `npm run build`, quietly: what is tested and measured is built as the site is. */
export const buildSite = (env: Record<string, string>) =>
  run(process.execPath, ['src/commands/run.mjs', 'src/commands/build.ts'], { quiet: true, env });
