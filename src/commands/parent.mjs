// A program that ends when the one that started it is gone, however that ended: a signal that kills leaves nobody to
// pass it on. Plain JavaScript, since other programs are made to load it: node --import <this file>?<pid of the parent>
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
