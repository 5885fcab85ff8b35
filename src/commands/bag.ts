// npm run bag: content, open data and built site as a bag (BagIt 1.0), which whoever keeps it can verify.
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { folderProblem, protectedProblem } from '../disk/protected.ts';
import { handedOn, wholeContent } from '../editing/files/handed-on.ts';
import { bagFiles, bagRefusal, payloadOf, writeBag } from '../keeping/bag.ts';
import { zipFiles } from '../keeping/pack.ts';
import { archiveOf } from '../lib/schema/archive.ts';
import { readSiteFile } from '../site/site-file.ts';
import { openBuilt, shown } from './built.ts';
import { openContent } from './open-content.ts';
import { callerPath, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run bag [-- 选项]
  把内容、开放数据和生成好的网站装成一个 BagIt 包，附 SHA-256、SHA-512，谁存谁都能核对
  --out 文件夹    写到这里：新的、空的，或上次做的包；不写就是 .cache/keeping/bag
  --dist 文件夹   生成好的网站，不写就是 OUT_DIR 或 dist
  --zip           另在旁边压成一个 .zip
  --whole         内容一份不少，草稿和私人条目也在：只留给自己，不能交给别人`;
const OPTIONS = {
  out: { type: 'string', default: '' },
  dist: { type: 'string' },
  zip: { type: 'boolean', default: false },
  whole: { type: 'boolean', default: false },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

await runCommand(() => {
  const { values } = readArguments({ options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  const { contentFolder, contactUrl, today } = openContent();
  const site = openBuilt(values.dist, USAGE);
  const out = values.out ? callerPath(values.out) : resolve('.cache/keeping/bag');
  const surroundings = { project: process.cwd(), content: contentFolder, home: homedir() };
  const reason = folderProblem(out, (folder) => protectedProblem(folder, surroundings) ?? bagRefusal(folder));
  if (reason) throw new UsageError(`包不能写到 ${values.out}：${reason}；请换一个新的文件夹`);
  const content = values.whole ? wholeContent(contentFolder) : handedOn(contentFolder, today);
  const { name, publisher } = archiveOf(readSiteFile(contentFolder));
  const files = bagFiles(site, payloadOf(site, content), {
    organisation: publisher?.name ?? name,
    email: contactUrl?.startsWith('mailto:') ? contactUrl.slice('mailto:'.length).replace(/\?.*/, '') : null,
    isWhole: values.whole,
  });
  writeBag(out, files);
  console.log(`${shown(out)}　${files.size} 个文件；核对：在包里运行 sha256sum -c manifest-sha256.txt`);
  if (values.zip) {
    const name = out.split(/[\\/]/).at(-1) ?? 'bag';
    const inFolder = new Map([...files].map(([path, held]) => [`${name}/${path}`, held]));
    writeWhole(
      `${out}.zip`,
      zipFiles(inFolder, () => false),
    );
    console.log(shown(`${out}.zip`));
  }
  if (values.whole) console.log('这个包里有草稿和私人条目，只留给自己。');
  return EXIT.fine;
});
