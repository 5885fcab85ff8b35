// npm run anchors: writes the table of paragraph ids of every published story, so that links survive later editing.
import { relative } from 'node:path';
import { writeAnchors } from '../editing/files/anchors-file.ts';
import { config } from '../site/config.ts';
import { callerFolder, EXIT, runCommand } from './terminal.ts';

await runCommand(() => {
  for (const file of writeAnchors(config().contentFolder)) console.log(`已写 ${relative(callerFolder(), file)}`);
  return EXIT.fine;
});
