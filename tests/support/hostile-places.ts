import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docx, paragraph, run } from './docx.ts';

const GOOD = 'tests/fixtures/content';
export const STORY = 'stories/jianan/sample-story.mdx';
const read = (path: string) => readFileSync(join(GOOD, path), 'utf8');
/** Once only, and with signs that `replace` would obey left as they are. */
const put = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`“${from}” is not in the good content`);
  return text.replace(from, () => to);
};
const TITLE = 'title: 一个春天，两本账';

/** Where in a content folder a hostile text may stand: the file, and that file with the text in it. */
export const CONTENT_PLACES: Record<string, { path: string; put: (text: string) => string }> = {
  body: { path: STORY, put: (text) => `${read(STORY)}\n${text}\n` },
  line: { path: STORY, put: (text) => `${read(STORY)}\n春天里${text}来了。\n` },
  item: { path: STORY, put: (text) => `${read(STORY)}- ${text}\n` },
  mark: { path: STORY, put: (text) => put(read(STORY), '3953 余万元</Figure>', `${text}</Figure>`) },
  link: { path: STORY, put: (text) => `${read(STORY)}\n[字](${text})\n` },
  title: { path: STORY, put: (text) => put(read(STORY), TITLE, `title: ${text}`) },
  quoted: { path: STORY, put: (text) => put(read(STORY), TITLE, `title: ${JSON.stringify(text)}`) },
  scalar: { path: STORY, put: (text) => put(read(STORY), TITLE, `title: |\n  ${text.replaceAll('\n', '\n  ')}`) },
  head: { path: STORY, put: (text) => put(read(STORY), TITLE, `${TITLE}\n${text}`) },
  open: { path: STORY, put: (text) => `---\n${text}` },
  date: { path: STORY, put: (text) => put(read(STORY), '"2020-02-29"', JSON.stringify(text)) },
  id: { path: STORY, put: (text) => put(read(STORY), 'id: began', `id: ${JSON.stringify(text)}`) },
  unit: { path: STORY, put: (text) => put(read(STORY), 'unit: 万元', `unit: ${JSON.stringify(text)}`) },
  list: { path: STORY, put: (text) => put(read(STORY), 'milestones:\n', `milestones:\n  - ${text}\n`) },
  whole: { path: STORY, put: (text) => text },
  people: { path: 'people.yaml', put: (text) => `${read('people.yaml')}${text}` },
  'people whole': { path: 'people.yaml', put: (text) => text },
  county: { path: 'counties/jianan.yaml', put: (text) => `${read('counties/jianan.yaml')}${text}` },
  'place name': {
    path: 'places/jianan.yaml',
    put: (text) => `places:\n  - { id: a, level: village, name: ${JSON.stringify(text)} }\n`,
  },
  comparisons: { path: 'comparisons.yaml', put: (text) => `comparisons:\n  - ${text}\n` },
  practice: { path: 'practices/two-books.mdx', put: (text) => `${read('practices/two-books.mdx')}\n${text}\n` },
};

/** What a newsroom may hand in, by the file's ending. */
export const IMPORTS: Record<string, (text: string) => string | Promise<Uint8Array>> = {
  txt: (text) => text,
  'article.txt': (text) => `春天里的账本\n记者 张三\n\n建安区的春天来了。\n${text}\n`,
  md: (text) => text,
  'head.md': (text) => `---\ntitle: ${text}\n---\n\n建安区的春天来了。\n`,
  html: (text) => `<!doctype html><html><head><title>字</title></head><body>${text}</body></html>`,
  'article.html': (text) =>
    `<html><body><h1>春天里的账本</h1><article><p>建安区的春天来了。</p>${text}</article></body></html>`,
  docx: (text) =>
    docx(
      text
        .split('\n')
        .map((line) => paragraph(run(escapeXml(line))))
        .join(''),
    ),
};

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
