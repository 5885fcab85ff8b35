import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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
  /** Milliseconds after which the command is stopped. */
  timeout?: number;
}

/** Keeps Astro from reporting home and from leaving servers behind. */
const ASTRO = { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', ASTRO_PREVIEW_BACKGROUND: '0' };

/** Runs a program to its end. A program that is not there ends with code 127. */
export function run(program: string, args: readonly string[], options: Options = {}): Promise<Outcome> {
  const { env = {}, quiet = false, timeout } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...ASTRO, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      ...(timeout ? { timeout } : {}),
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const end = (code: number, last = '') => resolve({ code, output: Buffer.concat(chunks).toString() + last });
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs the command of an installed package with this very Node, on every system alike. */
export function runPackage(name: string, args: readonly string[], options: Options = {}): Promise<Outcome> {
  return run(process.execPath, [commandOf(name), ...args], options);
}

/** The script behind a package's command. */
function commandOf(name: string): string {
  const folder = join('node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : (bin[name.replace(/^.*\//, '')] ?? Object.values(bin)[0]);
  return join(folder, script ?? '');
}
