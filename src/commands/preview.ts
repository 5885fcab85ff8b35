// npm run preview: the site with drafts, on this machine only. Ctrl-C ends it.

import { readCountyNames } from '../editing/files/county-names.ts';
import { hiddenStories } from '../editing/files/hidden-stories.ts';
import { readContent } from '../editing/files/read-content.ts';
import { serveDrafts } from './draft-server.ts';
import { openContent } from './open-content.ts';
import { readArguments, runCommand } from './terminal.ts';

const OPTIONS = { port: { type: 'string', default: '4321' }, debug: { type: 'boolean' } } as const;

await runCommand(async () => {
  const { values } = readArguments({ options: OPTIONS }, '用法：npm run preview -- [--port 4321]');
  const { contentFolder, today: day } = openContent();
  const counties = new Set(readCountyNames(contentFolder).map(({ id }) => id));
  const all = hiddenStories(readContent(contentFolder), counties, { day, isPreview: false });
  const unfinished = all.filter(({ fault }) => fault !== null);
  console.log(`预览里有 ${all.length - unfinished.length} 篇未发表的文章，页首有“草稿”字样，搜索引擎不收。`);
  for (const { path, fault } of unfinished) console.log(`  还看不了 ${path}：${fault}`);
  return serveDrafts(values.port);
});
