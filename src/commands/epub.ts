// npm run epub: books of the built site, one of everything and one of each county.
import { join } from 'node:path';
import { makeBook, partsOf } from '../keeping/book.ts';
import { zipFiles } from '../keeping/pack.ts';
import { bookWords } from '../lib/keeping/book-words.ts';
import { LANGUAGES } from '../lib/schema/site.ts';
import { openBuilt, shown } from './built.ts';
import { callerPath, EXIT, readArguments, runCommand, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run epub [-- 选项]
  把生成好的网站做成 EPUB 3：全部一本，各县（地方）一本
  --out 文件夹    写到这里，不写就是 .cache/keeping/epub
  --dist 文件夹   生成好的网站，不写就是 OUT_DIR 或 dist
  --only 编号     只做这一个县（地方）的`;
const OPTIONS = {
  out: { type: 'string', default: '' },
  dist: { type: 'string' },
  only: { type: 'string' },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

await runCommand(() => {
  const { values } = readArguments({ options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  const site = openBuilt(values.dist, USAGE);
  const out = values.out ? callerPath(values.out) : '.cache/keeping/epub';
  const language = LANGUAGES.find((one) => one === site.language) ?? 'zh-Hans';
  const words = bookWords(language);
  const parts = partsOf(site);
  if (values.only !== undefined && !parts.some(({ id }) => id === values.only)) {
    console.error(`没有“${values.only}”的文章；有的是：${parts.map(({ id }) => id).join('、')}`);
    return EXIT.problems;
  }
  const books = [null, ...parts].filter((part) => values.only === undefined || part?.id === values.only);
  let written = 0;
  for (const part of books) {
    const files = makeBook(site, part, words);
    if (!files) continue;
    const file = join(out, `${part?.id ?? 'all'}.epub`);
    const bytes = zipFiles(files, (path) => path === 'mimetype');
    writeWhole(file, bytes);
    written += 1;
    console.log(`${shown(file)}　${part?.name ?? site.name}　${Math.ceil(bytes.length / 1000)} kB`);
  }
  if (written === 0) console.error('网站里还没有发表的文章，没有书可做');
  return written > 0 ? EXIT.fine : EXIT.problems;
});
