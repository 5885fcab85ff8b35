import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Names beside an output that belong to its builds: what is being built, what was put aside, who builds. */
export const besides = (output: string) => {
  const name = (suffix: string) => join(dirname(output), `.${basename(output)}.${suffix}`);
  return { next: name('next'), aside: name('aside'), lock: name('lock') };
};

/** Whether a folder's name is that of a site which is being built. */
export const isBuilding = (name: string): boolean => /^\..+\.next$/.test(name);

/**
 * Puts a complete folder in the place of an output. Whoever looks sees the old one or the new one and nothing between,
 * where the system can exchange two folders in one step (Linux, and macOS with Perl); elsewhere there is a moment without
 * either, after which `recover` finds the old one.
 * @param next becomes the output; it holds the old one afterwards, or is gone
 */
export function exchange(next: string, output: string): void {
  if (!existsSync(output)) {
    renameSync(next, output);
    return;
  }
  if (exchangeAtOnce(next, output)) return;
  const { aside } = besides(output);
  renameSync(output, aside);
  try {
    renameSync(next, output);
  } catch (error) {
    renameSync(aside, output);
    throw error;
  }
  renameSync(aside, next);
}

/** Brings back what a build has put aside that was ended before it put the new in its place. */
export function recover(output: string): void {
  const { aside } = besides(output);
  if (!existsSync(aside)) return;
  if (existsSync(output)) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, output);
}

/** Numbers of renameat2 on Linux (renameatx_np on macOS), of “this folder”, and of “exchange” there. */
const CALLS: Record<string, readonly [call: number, here: number, swap: number] | undefined> = {
  'linux-x64': [316, -100, 2],
  'linux-arm64': [276, -100, 2],
  'darwin-arm64': [488, -2, 2],
  'darwin-x64': [488, -2, 2],
};
const PERL = '($n, $h, $s, $a, $b) = @ARGV; exit(syscall($n+0, $h+0, $a, $h+0, $b, $s+0) == 0 ? 0 : 1)';

/** Node cannot ask for it; coreutils 9.5 can, and Perl, which is part of Debian's, Ubuntu's and Apple's systems. */
function exchangeAtOnce(a: string, b: string): boolean {
  const call = CALLS[`${process.platform}-${process.arch}`];
  if (!call) return false;
  const ways: [string, string[]][] = [
    ['perl', ['-e', PERL, ...call.map(String), a, b]],
    ['mv', ['--exchange', '--no-target-directory', a, b]],
  ];
  return ways.some(([program, args]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0);
}
