// npm run redact: takes a private person's name out of everything, or puts it back. The name is asked for, so that it
// stands in no command history; it is remembered outside the repository, as a keyed HMAC.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeAnchors } from '../editing/files/anchors-file.ts';
import { readContent } from '../editing/files/read-content.ts';
import { readWithheld, writeWithheld } from '../editing/files/withheld-file.ts';
import { hashName, ID_LENGTH } from '../editing/withheld.ts';
import { restoreName, withholdName } from '../editing/withhold.ts';
import { idOf } from '../lib/manuscript/paths.ts';
import { decodeText } from '../lib/text/encoding.ts';
import { config } from '../site/config.ts';
import { ask, isInteractive, readLine } from './ask.ts';
import { callerFolder, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run redact -- [选项]      姓名会另外问，不写在命令里
  --as 某某     用什么代替，例如 郭女士
  --restore     恢复姓名
  --dry-run     只数一数，不改文件`;
const OPTIONS = {
  as: { type: 'string', default: '某某' },
  restore: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const seen = (file: string) => relative(callerFolder(), file);

async function askName(): Promise<string> {
  const name = isInteractive() ? await ask('哪个姓名？') : await readLine();
  if (!/^[\p{Script=Han}·]{2,12}$/u.test(name)) throw new UsageError(`姓名要是 2 到 12 个汉字\n${USAGE}`);
  return name.normalize('NFKC');
}

/** Files outside stories that hold the name and are not rewritten: a person decides on them. */
function findElsewhere(folder: string, name: string): string[] {
  const registers = readContent(folder).filter(({ path, text }) => !path.startsWith('stories/') && text.includes(name));
  const originals = join(folder, 'originals');
  const kept = existsSync(originals) ? readdirSync(originals).map((file) => join(originals, file)) : [];
  const holding = kept.filter((file) => {
    const decoded = decodeText(readFileSync(file));
    return 'text' in decoded && decoded.text.includes(name);
  });
  return [...registers.map(({ path }) => join(folder, path)), ...holding];
}

await runCommand(async () => {
  const { values } = readArguments({ options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  const name = await askName();
  if (values.as.includes(name)) throw new UsageError('--as 里还写着这个姓名');
  const { contentFolder, withheldFile } = config();
  const withheld = readWithheld(withheldFile);
  const hmac = hashName(name, withheld.key);
  const withholding = { name, id: hmac.slice(0, ID_LENGTH), as: values.as };
  const changes = readContent(contentFolder)
    .filter(({ path }) => path.startsWith('stories/'))
    .map(({ path, text }) => {
      const change = values.restore ? { ...restoreName(text, withholding), left: 0 } : withholdName(text, withholding);
      return { path, file: join(contentFolder, path), ...change };
    })
    .filter(({ count, left }) => count > 0 || left > 0);
  for (const { file, count, left } of changes) {
    console.log(
      `${seen(file)}：${values.restore ? '恢复' : '隐去'} ${count} 处${left > 0 ? `，还有 ${left} 处在图片说明或网址里，请手工改` : ''}`,
    );
  }
  if (changes.length === 0) console.log('文章里没有这个姓名。');
  if (values['dry-run']) return EXIT.fine;
  for (const { file, text, count } of changes) if (count > 0) writeWhole(file, text);
  const others = withheld.names.filter((known) => known.hmac !== hmac);
  writeWithheld(withheldFile, {
    ...withheld,
    names: values.restore ? others : [...others, { hmac, length: [...name].length }],
  });
  writeAnchors(
    contentFolder,
    changes.map(({ path }) => idOf({ path })),
  );
  const elsewhere = values.restore ? [] : findElsewhere(contentFolder, name);
  for (const file of elsewhere) console.log(`${seen(file)} 里还有这个姓名\n    → 从仓库里移走，或手工改掉`);
  console.log(`记在 ${withheldFile}（仓库之外，只有指纹，没有姓名）`);
  console.log('    → 接着运行 npm run build，再用 npm run check -- --dist dist 核对；旧版本的 git 历史里仍有原文');
  return elsewhere.length > 0 || changes.some(({ left }) => left > 0) ? EXIT.problems : EXIT.fine;
});
