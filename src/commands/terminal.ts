import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** How the editors' commands end. */
export const EXIT = { fine: 0, problems: 1, usage: 2, failure: 3 } as const;

/** The command was called in a way it does not understand; the message says how to call it. */
export class UsageError extends Error {}

/** Where the editor stood when calling the command: npm itself runs it in the project's folder. */
export const callerFolder = (): string => process.env.INIT_CWD ?? process.cwd();

/** A path as typed by the editor. */
export const callerPath = (path: string): string => resolve(callerFolder(), path);

/** Arguments of a command; an unknown one is a usage error in Chinese. */
export function readArguments<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const unknown = /'(-{1,2}[^']+)'/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new UsageError(`${unknown ? `不认识或用错了选项 ${unknown}` : '参数不对'}\n${usage}`);
  }
}

/** Runs a command; whatever goes wrong is said in a sentence, with the stack only where `--debug` is given. */
export async function runCommand(action: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await action();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof UsageError) {
      console.error(message);
      process.exitCode = EXIT.usage;
      return;
    }
    console.error(process.argv.includes('--debug') && error instanceof Error ? error.stack : `没有做成：${message}`);
    process.exitCode = EXIT.failure;
  }
}

/** Writes a file whole or not at all; where it fails, nothing is left of it. */
export function writeWhole(file: string, data: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, data, { flush: true });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
