import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carryAnchors, writeAnchors } from '../../../../src/editing/files/anchors-file.ts';
import { git } from '../../../../src/editing/files/git.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import {
  carryVersions,
  findVersionProblems,
  knownVersions,
  versionsFile,
  writeVersions,
} from '../../../../src/editing/files/versions-file.ts';

const SLUG = 'qingtan-bridge';
const FIRST = '2026-11-01';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'versions-'));
  cpSync('tests/fixtures/archive', join(folder, 'content'), { recursive: true });
  put((text) =>
    text.replace(/^published: .*$/m, `published: "${FIRST}"`).replace(/\n*$/, '\n\n最早的一句话在这里。\n'),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const content = () => join(folder, 'content');
const storyFile = (slug = SLUG) => join(content(), `stories/qingtan/${slug}.mdx`);
function put(change: (text: string) => string, slug = SLUG): void {
  writeFileSync(storyFile(slug), change(readFileSync(storyFile(slug), 'utf8')));
}
const edit = (from: string, to: string) => put((text) => text.replace(from, to));

/** Begins a repository and commits all, as it was on a day. */
function commit(day: string): void {
  if (!existsSync(join(folder, '.git'))) {
    git(folder, 'init', '--quiet');
    git(folder, 'config', 'user.name', 'An Editor');
    git(folder, 'config', 'user.email', 'editor@example.org');
  }
  git(folder, 'add', '-A');
  process.env.GIT_COMMITTER_DATE = `${day}T12:00:00+08:00`;
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', day);
  delete process.env.GIT_COMMITTER_DATE;
}

const known = (day: string, slug = SLUG) =>
  knownVersions({ folder: content(), files: readContent(content()), day }).find((one) => one.slug === slug);
/** The last words of each version, with its day. */
const told = (day: string, slug = SLUG) =>
  known(day, slug)?.versions.map((version) => `${version.day} ${version.blocks.at(-1)?.text}`);
const TWO = [`${FIRST} 最早的一句话在这里。`, '2026-11-20 后来的一句话在这里。'];

describe('former words are known', () => {
  test('by git, where nothing is kept', () => {
    commit(FIRST);
    edit('最早', '后来');
    commit('2026-11-20');
    expect(told('2026-12-01')).toEqual(TWO);
  });

  test('by what is kept, where there is no git', () => {
    writeVersions(content(), FIRST);
    edit('最早', '后来');
    writeVersions(content(), '2026-11-20');
    expect(told('2026-12-01')).toEqual(TWO);
  });

  test('alike by both, and by what is kept of what git knew', () => {
    commit(FIRST);
    edit('最早', '后来');
    commit('2026-11-20');
    writeVersions(content(), '2026-12-01');
    commit('2026-12-01');
    const whole = known('2026-12-05');
    const shallow = join(folder, 'shallow');
    git(folder, 'clone', '--quiet', '--depth', '1', `file://${folder}`, shallow);
    rmSync(join(folder, '.git'), { recursive: true });
    expect(known('2026-12-05')).toEqual(whole);
    const files = readContent(join(shallow, 'content'));
    const there = knownVersions({ folder: join(shallow, 'content'), files, day: '2026-12-05' });
    expect(there.find(({ slug }) => slug === SLUG)).toEqual(whole);
    expect(whole?.versions).toHaveLength(2);
  });

  test('by git for what came after the last that is kept', () => {
    writeVersions(content(), FIRST);
    commit(FIRST);
    edit('最早', '中间');
    commit('2026-11-10');
    edit('中间', '后来');
    commit('2026-11-20');
    expect(told('2026-12-01')?.map((one) => one.slice(0, 13))).toEqual([
      `${FIRST} 最早`,
      '2026-11-10 中间',
      '2026-11-20 后来',
    ]);
  });

  test('a draft, and what stood before a story was taken down, is none', () => {
    put((text) => text.replace('status: published', 'status: draft'));
    commit('2026-10-01');
    put((text) => text.replace('status: draft', 'status: published'));
    commit(FIRST);
    edit('最早', '撤下以前');
    commit('2026-11-05');
    put((text) => text.replace('status: published', 'status: retired'));
    commit('2026-11-06');
    put((text) => text.replace('status: retired', 'status: published'));
    edit('撤下以前', '后来');
    commit('2026-11-20');
    expect(told('2026-12-01')).toEqual(['2026-11-01 后来的一句话在这里。']);
  });

  test('a branch counts from the day on which it was merged', () => {
    commit(FIRST);
    git(folder, 'checkout', '--quiet', '-b', 'work');
    edit('最早', '草拟');
    commit('2026-11-10');
    edit('草拟', '后来');
    commit('2026-11-12');
    git(folder, 'checkout', '--quiet', '-');
    process.env.GIT_COMMITTER_DATE = '2026-11-20T12:00:00+08:00';
    git(folder, 'merge', '--quiet', '--no-ff', '-m', 'Merge', 'work');
    delete process.env.GIT_COMMITTER_DATE;
    expect(told('2026-12-01')).toEqual(TWO);
  });

  test('of a story that was renamed under its new name', () => {
    writeAnchors(content());
    writeFileSync(join(content(), 'addresses.yaml'), `addresses:\n  - at: stories/${SLUG}\n`);
    commit(FIRST);
    renameSync(storyFile(), storyFile('bridge-again'));
    writeFileSync(
      join(content(), 'addresses.yaml'),
      `addresses:\n  - at: stories/${SLUG}\n    moved: stories/bridge-again\n`,
    );
    carryAnchors(content());
    put((text) => text.replace('最早', '后来'), 'bridge-again');
    commit('2026-11-20');
    expect(told('2026-12-01', 'bridge-again')).toEqual(TWO);
  });
});

describe('what is kept', () => {
  test('goes along with a story that is renamed', () => {
    writeFileSync(
      join(content(), 'addresses.yaml'),
      `addresses:\n  - at: stories/${SLUG}\n    moved: stories/bridge-again\n`,
    );
    writeVersions(content(), FIRST);
    renameSync(storyFile(), storyFile('bridge-again'));
    carryAnchors(content());
    expect(carryVersions(content())).toEqual([versionsFile(content(), 'bridge-again')]);
    expect(existsSync(versionsFile(content(), SLUG))).toBe(false);
  });

  test('may be taken back: git is not asked for what was kept once', () => {
    commit(FIRST);
    edit('最早', '后来');
    commit('2026-11-20');
    writeVersions(content(), '2026-11-20');
    const file = versionsFile(content(), SLUG);
    const table = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ versions: table.versions.slice(1) }));
    expect(told('2026-12-01')).toEqual(TWO.slice(1));
  });

  test('loses the words that became private', () => {
    edit('最早的一句话在这里。', '有 <Figure id="secret">887766 元</Figure>，那一年真不容易。');
    put((text) =>
      text.replace(/^figures: \[\]/m, 'figures:\n  - { id: secret, label: 数, value: 887766, unit: 元, asOf: null }'),
    );
    writeAnchors(content());
    writeVersions(content(), FIRST);
    edit('真不容易', '不容易');
    writeVersions(content(), '2026-11-20');
    expect(readFileSync(versionsFile(content(), SLUG), 'utf8')).toContain('887766');
    put((text) => text.replace('unit: 元, asOf: null }', 'unit: 元, asOf: null, private: true }'));
    writeVersions(content(), '2026-11-25');
    expect(readFileSync(versionsFile(content(), SLUG), 'utf8')).not.toContain('887766');
  });

  test('is nothing that git alone knows of a story in which a name is withheld', () => {
    commit(FIRST);
    put((text) => `${text.replace(/^withheld:.*\n/m, '')}`.replace('最早', '<Withheld id="0a1b2c3d">某某</Withheld>'));
    commit('2026-11-20');
    expect(known('2026-12-01')?.versions).toHaveLength(1);
  });
});

describe('the check', () => {
  const problems = (day: string) =>
    findVersionProblems({ folder: content(), files: readContent(content()), day }).map(({ rule, file }) => [
      rule,
      file,
    ]);
  const DUE = ['versions-due', `stories/qingtan/${SLUG}.mdx`];

  test('is silent in an archive that keeps none and whose stories never changed', () => {
    expect(problems('2026-12-01')).toEqual([]);
    commit(FIRST);
    expect(problems('2026-12-01')).toEqual([]);
  });

  test('tells of former words that git alone knows', () => {
    commit(FIRST);
    edit('最早', '后来');
    commit('2026-11-20');
    expect(problems('2026-12-01')).toEqual([DUE]);
    writeVersions(content(), '2026-12-01');
    expect(problems('2026-12-01')).toEqual([]);
  });

  test('tells of words that are not kept yet', () => {
    writeVersions(content(), FIRST);
    edit('最早', '后来');
    expect(problems('2026-12-01')).toEqual([DUE]);
  });

  test('tells of a file that is damaged, and of nothing that follows from it', () => {
    mkdirSync(join(content(), 'versions'), { recursive: true });
    writeFileSync(versionsFile(content(), SLUG), '<<<<<<<');
    expect(problems('2026-12-01')).toEqual([['versions-damaged', `versions/${SLUG}.json`]]);
  });

  test('what is written is the same however often', () => {
    const written = writeVersions(content(), FIRST);
    expect(written.length).toBe(readdirSync(join(content(), 'versions')).length);
    expect(writeVersions(content(), '2026-11-30')).toEqual([]);
  });
});

describe('a story that went into another', () => {
  test('leaves what it said where it was: it is no version of that other', () => {
    const OTHER = 'qingtan-night-school';
    writeAnchors(content());
    writeFileSync(join(content(), 'addresses.yaml'), `addresses:\n  - at: stories/${SLUG}\n  - at: stories/${OTHER}\n`);
    writeVersions(content(), FIRST);
    commit(FIRST);
    rmSync(storyFile());
    writeFileSync(
      join(content(), 'addresses.yaml'),
      `addresses:\n  - at: stories/${SLUG}\n    moved: stories/${OTHER}\n  - at: stories/${OTHER}\n`,
    );
    carryAnchors(content());
    expect(carryVersions(content())).toEqual([]);
    commit('2026-11-20');
    expect(JSON.stringify(known('2026-12-01', OTHER)?.versions)).not.toContain('最早的一句话');
  });

  test('or with another into a new one: the table of that of which most came along goes with it, and none is lost', () => {
    const other = storyFile('merged');
    writeFileSync(
      other,
      readFileSync(storyFile(), 'utf8').replace(
        /\n---\n[\s\S]*$/,
        '\n---\n\n<Place id="qingtan-duwan-village">渡湾村</Place>的另一件事，与桥没有关系。\n',
      ),
    );
    writeAnchors(content());
    rmSync(other);
    renameSync(storyFile(), storyFile('bridge-again'));
    writeFileSync(
      join(content(), 'addresses.yaml'),
      `addresses:\n  - at: stories/merged\n    moved: stories/bridge-again\n  - at: stories/${SLUG}\n    moved: stories/bridge-again\n`,
    );
    const before = readFileSync(join(content(), `anchors/${SLUG}.json`), 'utf8');
    expect(carryAnchors(content())).toEqual([join(content(), 'anchors/bridge-again.json')]);
    expect(readFileSync(join(content(), 'anchors/bridge-again.json'), 'utf8')).toBe(before);
    expect(existsSync(join(content(), 'anchors/merged.json'))).toBe(true);
  });
});
