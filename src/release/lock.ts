import { randomUUID } from 'node:crypto';
import {
  constants,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds: how often a holder shows that it lives, and after how long without a sign it is taken for dead. */
const BEAT = 2000;
const DEAD = 60_000;
const LOOK = 250;

interface Holder {
  token: string;
  pid: number;
  host: string;
}

/** Whether the lock is still ours: a machine that slept for long may find it with somebody else. */
export type Held = () => boolean;

/**
 * Runs an action while nobody else holds the lock. Waits for a holder that lives; one that was killed is told by its
 * process, or on another machine or in another container, where process numbers mean nothing, by its silence.
 * @param file where the lock is; its folder is made
 * @param onWait called once when there is somebody to wait for
 */
export async function withLock<T>(
  file: string,
  action: (held: Held) => Promise<T>,
  onWait: (pid: number) => void,
): Promise<T> {
  const token = randomUUID();
  await take(file, token, onWait);
  const beat = setInterval(() => touch(file, token), BEAT);
  try {
    return await action(() => read(file)?.token === token);
  } finally {
    clearInterval(beat);
    if (read(file)?.token === token) rmSync(file, { force: true });
  }
}

async function take(file: string, token: string, onWait: (pid: number) => void): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  let sign = { mark: '', since: performance.now() };
  while (!claim(file, token)) {
    const holder = read(file);
    const mark = `${holder?.token} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs}`;
    // Our own clock measures the silence: the other machine's may be wrong.
    if (mark !== sign.mark) sign = { mark, since: performance.now() };
    const silent = performance.now() - sign.since > DEAD;
    if (silent || (holder && isGone(holder))) remove(file, holder);
    else {
      if (!told) onWait(holder?.pid ?? 0);
      told = true;
      await pause(LOOK);
    }
  }
}

function claim(file: string, token: string): boolean {
  try {
    writeFileSync(file, JSON.stringify({ token, pid: process.pid, host: hostname() } satisfies Holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Takes away the lock of this holder. Where another has taken it meanwhile, that one's is put back. */
function remove(file: string, holder: Holder | null): void {
  const away = `${file}.gone`;
  try {
    renameSync(file, away);
    if (read(away)?.token !== holder?.token) copyFileSync(away, file, constants.COPYFILE_EXCL);
    rmSync(away, { force: true });
  } catch {
    // Somebody else was quicker; whoever has it now is waited for.
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function touch(file: string, token: string): void {
  const now = new Date();
  if (read(file)?.token === token) utimesSync(file, now, now);
}

function isGone({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
