// npm run build: builds the site beside the one in OUT_DIR (dist), looks whether it is whole, and puts it in its place.
import { buildSite } from './build-site.ts';
import { EXIT, readArguments, runCommand } from './terminal.ts';

const OPTIONS = { fresh: { type: 'boolean' }, debug: { type: 'boolean' } } as const;
const USAGE = '用法：npm run build [-- --fresh]　（--fresh：以前各版的文件一个不留）';

await runCommand(async () => {
  const { fresh = false } = readArguments({ options: OPTIONS }, USAGE).values;
  const isBuilt = await buildSite({ fresh });
  return isBuilt ? EXIT.fine : EXIT.problems;
});
