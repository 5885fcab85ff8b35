// npm run build: builds the site beside the one in OUT_DIR (dist), looks whether it is whole, and puts it in its place.
import { buildSite } from './build-site.ts';
import { EXIT, readArguments, runCommand } from './terminal.ts';

const OPTIONS = { fresh: { type: 'boolean' }, 'index-links': { type: 'boolean' }, debug: { type: 'boolean' } } as const;
const USAGE = `用法：npm run build -- [选项]
  --fresh        以前各版的文件一个不留
  --index-links  链接写到 …/index.html，给不认文件夹首页的主机和 U 盘`;

await runCommand(async () => {
  const { fresh = false, 'index-links': indexLinks = false } = readArguments({ options: OPTIONS }, USAGE).values;
  const isBuilt = await buildSite({ fresh, indexLinks });
  return isBuilt ? EXIT.fine : EXIT.problems;
});
