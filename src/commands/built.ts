import { relative } from 'node:path';
import { type BuiltSite, readBuiltSite } from '../keeping/built-site.ts';
import { config } from '../site/config.ts';
import { callerPath, UsageError } from './terminal.ts';

/**
 * The built site that a command is about.
 * @param dist as typed; without it the one of OUT_DIR
 * @throws UsageError where there is none
 */
export function openBuilt(dist: string | undefined, usage: string): BuiltSite {
  const folder = dist === undefined ? config().outFolder : callerPath(dist);
  const site = readBuiltSite(folder);
  if (!site) throw new UsageError(`${dist ?? folder} 里没有生成好的网站，先运行 npm run build\n${usage}`);
  return site;
}

/** A path as the reader of a terminal looks for it. */
export const shown = (file: string): string => {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path || '.';
};
