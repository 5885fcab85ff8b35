import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { provide } from '../../src/commands/provide.ts';

/** The package of what only benchmarks and `npm run verify:full` need, which an editor need not install. */
export const EXTRA = 'tests/extra';

/** Makes sure that it is installed. */
export const provideExtra = (): Promise<void> =>
  provide(EXTRA, EXTRA, `Installing ${EXTRA}, which npm ci leaves out (about 500 MB, once) …`);

/** A module of it; the caller names the part that it uses, since types come only with the installation. */
export const requireExtra = <Module>(name: string): Module =>
  createRequire(resolve(EXTRA, 'package.json'))(name) as Module;
