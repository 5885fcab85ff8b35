// npm run anchors: writes the table of paragraph ids of every published story, so that links survive later editing.
import { relative } from 'node:path';
import { findOrphans, writeAnchors } from '../editing/files/anchors-file.ts';
import { openContent } from './open-content.ts';
import { callerFolder, EXIT, runCommand } from './terminal.ts';

await runCommand(() => {
  const { contentFolder } = openContent();
  for (const file of writeAnchors(contentFolder)) console.log(`已写 ${relative(callerFolder(), file)}`);
  for (const file of findOrphans(contentFolder))
    console.log(
      `${relative(callerFolder(), file)} 是已经没有了的文章的段落表\n    → 文章改了名的，跟着改名；删了的，一并删掉`,
    );
  return EXIT.fine;
});
