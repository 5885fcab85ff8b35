// Breaks real builds on purpose: kill -9 at many moments, disks that fill up, a read-only place, two builds at once, a
// fault at the last step. After each the served folder must be the old site or the new one, byte for byte, and the next
// build must succeed. `--moments 24 --disks 6` for all of it; without, a short form. Exits 1 where something was torn.
import '../support/own-environment.ts';
import { spawn, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesIn } from '../../src/disk/files.ts';
import { MARKER } from '../../src/release/manifest.ts';

const { values } = parseArgs({
  options: { moments: { type: 'string', default: '4' }, disks: { type: 'string', default: '0' } },
});
const STORY = 'stories/qingtan/qingtan-bridge.mdx';

const room = mkdtempSync(join(tmpdir(), 'publish-'));
const content = join(room, 'content');
cpSync('tests/fixtures/archive', content, { recursive: true });
const story = readFileSync(join(content, STORY), 'utf8');
let edition = 0;
/** Each edition makes another release. */
const edit = () => writeFileSync(join(content, STORY), `${story}\n第 ${++edition} 版。\n`);

interface Ended {
  code: number | null;
  said: string;
}

/** When a build is killed: after so many pieces of what it says, or so many milliseconds after Astro has done its part. */
interface Moment {
  said?: number;
  after?: number;
}

interface Build extends Ended {
  /** Pieces that it said. */
  pieces: number;
  /** Milliseconds from the end of Astro's part to the end. */
  rest: number;
}

/** One `npm run build`, as a process group of its own, so that all of it can be killed. */
function build(output: string, moment: Moment = {}): Promise<Build> {
  const child = spawn(process.execPath, ['src/commands/run.mjs', 'src/commands/build.ts'], {
    detached: true,
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: output, BASE_PATH: '/' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.exitCode === null && process.kill(-(child.pid ?? 0), 'SIGKILL');
  let [said, pieces, done] = ['', 0, 0];
  const listen = (chunk: Buffer) => {
    said += chunk;
    pieces += 1;
    if (pieces === moment.said) kill();
    if (done > 0 || !said.includes('Complete!')) return;
    done = performance.now();
    if (moment.after !== undefined) setTimeout(kill, moment.after);
  };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', listen);
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, said, pieces, rest: done > 0 ? performance.now() - done : 0 }));
  });
}

/** What is served, in one hash. */
const treeOf = (folder: string): string =>
  existsSync(folder)
    ? hash(
        'sha256',
        filesIn(folder)
          .map((path) => `${path} ${hash('sha256', readFileSync(join(folder, path)))}`)
          .join('\n'),
      )
    : '';
/** Without what tells of former releases. */
const siteOf = (folder: string): string =>
  hash('sha256', JSON.stringify(JSON.parse(readFileSync(join(folder, MARKER), 'utf8')).files));

/** Bytes that it takes on a disk of pages of 4 kB. */
const sizeOf = (folder: string): number =>
  filesIn(folder).reduce((sum, path) => sum + Math.ceil(statSync(join(folder, path)).size / 4096) * 4096, 0);

const faults: string[] = [];
function expectThat(holds: boolean, what: string): void {
  console.log(`${holds ? 'ok  ' : 'TORN'} ${what}`);
  if (!holds) faults.push(what);
}

/** After a build that failed or was killed: the old site, or the one that a build of the same content makes. */
async function judge(output: string, before: string, what: string): Promise<void> {
  const after = treeOf(output);
  const began = existsSync(output) ? siteOf(output) : '';
  const { code, said } = await build(output);
  expectThat(code === 0, `${what}: the next build succeeds${code === 0 ? '' : `\n${said}`}`);
  expectThat(after === before || began === siteOf(output), `${what}: old or new, byte for byte`);
  const left = readdirSync(join(output, '..')).filter((name) => name.startsWith('.'));
  expectThat(left.length === 0, `${what}: nothing is left beside (${left})`);
}

async function killed(moments: number): Promise<void> {
  const output = join(room, 'killed/site');
  const { pieces } = await build(output);
  let { rest } = await build(output);
  let struck = 0;
  for (let i = 0; i < moments; i++) {
    edit();
    const before = treeOf(output);
    // Half of them while Astro builds, half while the site is looked at and put in its place.
    const moment =
      i % 2 === 0
        ? { said: 1 + Math.floor((i * pieces) / moments) }
        : { after: Math.round((rest * i) / (moments - 1)) };
    const { code } = await build(output, moment);
    const what = `${JSON.stringify(moment)} of ${JSON.stringify({ pieces, rest: Math.round(rest) })}`;
    await judge(output, before, `kill -9 at ${what} (${code === null ? 'killed' : `it had ended: ${code}`})`);
    struck += code === null ? 1 : 0;
    rest = (await build(output)).rest;
  }
  // Where most builds have ended before they were killed, nothing was shown.
  expectThat(struck >= moments / 4, `${struck} of ${moments} builds were killed before they had ended`);
}

async function full(disks: number): Promise<void> {
  if (disks === 0) return;
  const disk = join(room, 'disk');
  const size = sizeOf(join(room, 'killed/site'));
  mkdirSync(disk);
  for (let i = 0; i < disks; i++) {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${2 * size + 8_000_000}`, 'tmpfs', disk]).status !== 0)
      return console.log('skipped: only root can mount a small disk');
    try {
      await build(join(disk, 'site'));
      const before = treeOf(join(disk, 'site'));
      // Room for the site that is there, and for a part of the next.
      const bytes = Math.round(sizeOf(join(disk, 'site')) * (1.25 + (0.6 * i) / disks));
      edit();
      spawnSync('mount', ['-o', `remount,size=${bytes}`, disk]);
      const { code, said } = await build(join(disk, 'site'));
      expectThat(
        treeOf(join(disk, 'site')) === before && code !== 0,
        `a disk of ${bytes} bytes: refused, old site kept`,
      );
      expectThat(said.includes('没有发布'), `a disk of ${bytes} bytes: said so`);
      spawnSync('mount', ['-o', `remount,size=${4 * size + 16_000_000}`, disk]);
      await judge(join(disk, 'site'), before, `a disk of ${bytes} bytes`);
    } finally {
      spawnSync('umount', [disk]);
    }
  }
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${4 * size + 16_000_000}`, 'tmpfs', disk]).status !== 0) return;
  try {
    await build(join(disk, 'site'));
    const before = treeOf(join(disk, 'site'));
    edit();
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    const { code, said } = await build(join(disk, 'site'));
    expectThat(code !== 0 && treeOf(join(disk, 'site')) === before, `a read-only disk: refused, old site kept`);
    expectThat(!/^\s+at /m.test(said), 'a read-only disk: said in a sentence');
    spawnSync('mount', ['-o', 'remount,rw', disk]);
    await judge(join(disk, 'site'), before, 'a read-only disk');
  } finally {
    spawnSync('umount', [disk]);
  }
}

async function twoAtOnce(): Promise<void> {
  const output = join(room, 'two/site');
  await build(output);
  edit();
  const [a, b] = await Promise.all([build(output), build(output)]);
  expectThat(a.code === 0 && b.code === 0, 'two builds at once: both end well, one after the other');
  await judge(output, treeOf(output), 'two builds at once');
}

/** A link that leads nowhere is found when all else is done. */
async function failsLate(): Promise<void> {
  const output = join(room, 'late/site');
  await build(output);
  const before = treeOf(output);
  const target = join(content, STORY);
  writeFileSync(target, `${story}\n见[此处](/stories/${'no-such-story'}/)。\n`);
  const { code, said } = await build(output);
  expectThat(code !== 0 && treeOf(output) === before, 'a late fault: the old site is kept');
  expectThat(said.includes('no-such-story'), 'a late fault: named');
  writeFileSync(target, story);
  await judge(output, before, 'a late fault');
}

try {
  await killed(Number(values.moments));
  await twoAtOnce();
  await failsLate();
  await full(Number(values.disks));
} finally {
  rmSync(room, { recursive: true, force: true });
}
console.log(`\n${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
