import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTEXT_FILE } from '../editing/files/context-file.ts';
import { type Context, NO_CONTEXT, readContext } from '../lib/geo/context.ts';
import { config } from './config.ts';

/**
 * The surroundings that a content folder has, or none.
 * @throws in Chinese where the file is not what it should be
 */
export function readContextIn(contentFolder: string): Context {
  const file = join(contentFolder, CONTEXT_FILE);
  if (!existsSync(file)) return NO_CONTEXT;
  try {
    return readContext(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`地图背景 ${CONTEXT_FILE}：${(error as Error).message}没有开始生成网站。`);
  }
}

let chosen: Context | undefined;

/** What this build's maps have round their counties. Throws as `readContextIn` does. */
export function mapContext(): Context {
  chosen ??= readContextIn(config().contentFolder);
  return chosen;
}
