// npm run anchors: writes the table of paragraph ids of every published story, so that links survive later editing.
import { relative } from 'node:path';
import { writeAnchors } from '../editing/files/anchors-file.ts';

for (const file of writeAnchors()) console.log(`已写 ${relative(process.cwd(), file)}`);
