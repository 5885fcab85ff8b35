// npm run anchors: writes the table of paragraph ids of every published story, so that links survive later editing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { anchorsFile, currentAnchors } from '../build/anchors-file.ts';
import { readContent } from '../build/read-content.ts';
import { contentFolder } from '../lib/content-folder.ts';

for (const { slug, table, changed } of currentAnchors(readContent(contentFolder()))) {
  if (!changed) continue;
  const file = anchorsFile(slug);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(table, null, 1)}\n`);
  console.log(`${slug}：${table.paragraphs.length} 段，已撤 ${table.removed.length} 段`);
}
