// npm run anchors: writes the tables of paragraph ids and of addresses, so that links survive editing and renaming, and
// keeps what published stories said before.
import { join, relative } from 'node:path';
import { lostStories, writeAddresses } from '../editing/files/addresses-file.ts';
import { carryAnchors, findOrphans, writeAnchors } from '../editing/files/anchors-file.ts';
import { carryVersions, writeVersions } from '../editing/files/versions-file.ts';
import { REGISTERS } from '../lib/schema/register-table.ts';
import { openContent } from './open-content.ts';
import { callerFolder, EXIT, runCommand } from './terminal.ts';

await runCommand(() => {
  const { contentFolder, today } = openContent();
  const shown = (file: string) => relative(callerFolder(), file);
  // A story that was renamed would get new paragraph ids here, and its old ones would be lost.
  const lost = lostStories(contentFolder, today);
  for (const { at, line } of lost)
    console.log(
      `${shown(join(contentFolder, REGISTERS.addresses.where))}:${line} ${at}/ 是公开过的网址，现在打不开了\n    → 改了名的，在这一行下面加“    moved: stories/新的网址名”；撤下的，把文件放回，写 status: retired 和 retired`,
    );
  if (lost.length > 0) {
    console.error('改好再运行 npm run anchors，没有写任何文件。');
    return EXIT.problems;
  }
  const carried = [...carryAnchors(contentFolder), ...carryVersions(contentFolder)];
  const written = [
    ...writeAnchors(contentFolder),
    ...writeAddresses(contentFolder, today),
    // By the ids that paragraphs have now.
    ...writeVersions(contentFolder, today),
  ];
  for (const file of new Set([...carried, ...written])) console.log(`已写 ${shown(file)}`);
  for (const file of findOrphans(contentFolder))
    console.log(`${shown(file)} 是已经没有了的文章的段落表\n    → 文章改了名的，跟着改名；删了的，一并删掉`);
  return EXIT.fine;
});
