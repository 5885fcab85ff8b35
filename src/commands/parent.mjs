// A program that ends when the one that started it is gone, however that ended: a signal that kills leaves nobody to
// pass it on. Plain JavaScript, since other programs are made to load it: node --import <this file>?<pid of the parent>
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds between two looks; what it costs is not to be seen. */
const INTERVAL = 250;

/**
 * Looks whether a process is still there and still the parent of this one.
 * @param {number} parent its id
 * @param {() => void} end what to do when it is gone; called once
 */
export function watchParent(parent, end) {
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(parent)) return;
    clearInterval(timer);
    end();
  }, INTERVAL);
  timer.unref();
}

/**
 * Looks whether npm is there as well, where npm runs this: a shell stands between the two, and outlives it.
 * @param {() => void} end what to do when it is gone; called once
 */
export function watchCaller(end) {
  const shell = process.ppid;
  const npm = process.env.npm_lifecycle_event ? parentOf(shell) : null;
  let isOver = false;
  const once = () => {
    if (!isOver) end();
    isOver = true;
  };
  watchParent(shell, once);
  if (npm === null || npm <= 1) return;
  const timer = setInterval(() => {
    // Where it can be read at no cost: a process that nobody has buried seems to be alive.
    if (isAlive(npm) && (process.platform !== 'linux' || parentOf(shell) === npm)) return;
    clearInterval(timer);
    once();
  }, INTERVAL);
  timer.unref();
}

/**
 * The process that started another one; null where that cannot be known.
 * @param {number} id
 */
function parentOf(id) {
  try {
    const told =
      process.platform === 'linux'
        ? // The name before it may hold anything.
          readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\) \S+ /s, '')
        : execFileSync('ps', ['-o', 'ppid=', '-p', String(id)], { encoding: 'utf8' });
    return Number.parseInt(told, 10) || null;
  } catch {
    return null;
  }
}

/** @param {number} id */
function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // There, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const [, parent] = import.meta.url.split('?');
if (parent && isMainThread) {
  watchParent(Number(parent), () => {
    // What it would do when told, and when it does not, at once.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 3000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
}
