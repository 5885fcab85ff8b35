import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { watchCaller } from './parent.mjs';

/** How a command ended. `output` is what it wrote, in order; empty when it wrote straight to the terminal. */
export interface Outcome {
  code: number;
  output: string;
}

interface Options {
  /** Added to this process's environment. */
  env?: Record<string, string>;
  /** Keeps the output for the caller, who shows it when something is wrong. */
  quiet?: boolean;
  /** The program has the keyboard, is told of signals as if it had been called by itself, and ends when this one does. */
  foreground?: boolean;
  /** The program ends with this process, however that is ended: it is told by a channel between the two. */
  tied?: boolean;
  /** The folder whose node_modules has the package: the project's own. */
  from?: string;
  /** Milliseconds after which the command is stopped. */
  timeout?: number;
}

/** Keeps Astro from reporting home and from leaving servers behind. */
const ASTRO = { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', ASTRO_PREVIEW_BACKGROUND: '0' };

/** Runs a program to its end. A program that is not there ends with code 127. */
export function run(program: string, args: readonly string[], options: Options = {}): Promise<Outcome> {
  const { env = {}, quiet = false, foreground = false, tied = false, timeout } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...ASTRO, ...env },
      stdio: [
        foreground ? 'inherit' : 'ignore',
        quiet ? 'pipe' : 'inherit',
        quiet ? 'pipe' : 'inherit',
        ...(tied ? (['ipc'] as const) : []),
      ],
      ...(timeout ? { timeout } : {}),
    });
    if (foreground) passSignals(child);
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const end = (code: number, last = '') => resolve({ code, output: Buffer.concat(chunks).toString() + last });
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** How long a program that was told to end may take, in milliseconds. */
const PATIENCE = 5000;

/**
 * Hands on what would end this process, which stays until the child has ended, to hand on its answer. When the one that
 * started this process is gone without a word, the child is told as well.
 */
function passSignals(child: ChildProcess): void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const pass = (signal: NodeJS.Signals) => {
    // Of Ctrl-C the terminal tells the child as well.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref();
  };
  for (const signal of signals) process.on(signal, pass);
  watchCaller(() => pass('SIGTERM'));
  child.on('close', () => {
    for (const signal of signals) process.off(signal, pass);
  });
}

/** Runs the command of an installed package with this very Node, on every system alike. */
export function runPackage(name: string, args: readonly string[], options: Options = {}): Promise<Outcome> {
  const withParent = options.foreground ? ['--import', `${new URL('parent.mjs', import.meta.url)}?${process.pid}`] : [];
  return run(process.execPath, [...withParent, commandOf(name, options.from), ...args], options);
}

/** Runs npm: the one that runs this, on every system alike; where none does, one on the PATH. */
export function runNpm(args: readonly string[], options: Options = {}): Promise<Outcome> {
  const npm = process.env.npm_execpath;
  return npm ? run(process.execPath, [npm, ...args], options) : run('npm', args, options);
}

/** The script behind a package's command. */
function commandOf(name: string, from = ''): string {
  const folder = join(from, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : (bin[name.replace(/^.*\//, '')] ?? Object.values(bin)[0]);
  return join(folder, script ?? '');
}
