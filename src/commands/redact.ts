// npm run redact: takes a private person's name out of everything, or puts it back. The name is asked for, so that it
// stands in no command history; it is remembered outside the repository, as a keyed HMAC. Nothing that is printed holds it,
// but for the questions to whoever sits at the keyboard.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { forgetInAnchors, writeAnchors, writeRewordedAnchors } from '../editing/files/anchors-file.ts';
import { findElsewhere } from '../editing/files/elsewhere.ts';
import { type History, searchHistory } from '../editing/files/git.ts';
import { readContent } from '../editing/files/read-content.ts';
import { readWords } from '../editing/files/read-words.ts';
import { textsOf } from '../editing/files/texts-of-bytes.ts';
import { keptVersions, writeVersions } from '../editing/files/versions-file.ts';
import { readWithheld, writeWithheld } from '../editing/files/withheld-file.ts';
import { findName } from '../editing/names/find.ts';
import { type Changed, putBack, remember, takeOut, takeOutOfWords } from '../editing/redact.ts';
import { idOf, storyAt } from '../lib/manuscript/paths.ts';
import { cacheFolder, config } from '../site/config.ts';
import { openContent } from './open-content.ts';
import { askPerson, decideAbout } from './redact-ask.ts';
import { tellChanged, tellCommit, tellElsewhere, tellHistory } from './redact-tell.ts';
import { EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run redact -- [选项]      姓名会另外问，不写在命令里
  --as 某某     用什么代替，例如 郭女士
  --every       拿不准的地方（可能是更长的姓名，也可能是别的词）也都换掉
  --restore     恢复姓名
  --dry-run     只数一数，不改文件
从管道给姓名，一行一项：第一行是姓名；后面可以写“又作：桂英”（小名、曾用名、只写名字的）、“别人：郭桂英子”（不是这个人）`;
const OPTIONS = {
  as: { type: 'string', default: '某某' },
  every: { type: 'boolean', default: false },
  restore: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** The stories and the tables made of them. @returns what was written */
function write(changed: readonly Changed[], folder: string): string[] {
  const written = changed.filter(({ count }) => count > 0);
  const files = written.flatMap(({ file, text }) => {
    const path = join(folder, file.path);
    writeWhole(path, text);
    return storyAt(file.path) ? [path, ...writeRewordedAnchors(folder, file, text)] : [path];
  });
  // Tables from the time when ids were made of words, of all stories that withhold a name.
  const old = readContent(folder).filter(({ path, text }) => storyAt(path) && /withheld:|<Withheld/.test(text));
  return [...new Set([...files, ...writeAnchors(folder, old.map(idOf))])];
}

/** What git keeps of the name. */
const findInHistory = (folder: string, names: readonly string[]): Promise<History | null> =>
  searchHistory(folder, async (path, bytes) => {
    const { texts } = await textsOf(path, bytes);
    return [{ text: path }, ...texts].some(({ text }) => names.some((name) => findName(text, name).length > 0));
  });

await runCommand(async () => {
  const { values } = readArguments({ options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  if (!/^[\p{L}\p{N}·（）〔〕]{1,16}$/u.test(values.as)) throw new UsageError('--as 只写 1 到 16 个字，不带标点');
  const { contentFolder, withheldFile, today } = openContent();
  const stories = readContent(contentFolder).filter(({ path }) => storyAt(path));
  const person = await askPerson(values.restore ? [] : stories, USAGE);
  const names = [person.name, ...person.also];
  if (names.some((name) => findName(values.as, name).length > 0)) throw new UsageError('--as 里还写着这个姓名');
  const withheld = readWithheld(withheldFile);
  const verb = values.restore ? '恢复' : '隐去';
  const decide = decideAbout(person, values.every);
  const changed = values.restore
    ? putBack(stories, names, withheld.key)
    : await takeOut(stories, person, { as: values.as, key: withheld.key, decide });
  const kept: string[] = [];
  if (values.restore) console.log('文字稿、字幕文件（.txt、.vtt）里的称呼不会自动换回，要的话手工改。');
  else {
    // All that is known of former versions is kept first: what git alone knew, nobody could take the name out of.
    if (!values['dry-run']) kept.push(...writeVersions(contentFolder, today));
    const words = [...readWords(contentFolder), ...keptVersions(contentFolder)];
    changed.push(...(await takeOutOfWords(words, person, { as: values.as, decide })));
  }
  tellChanged(changed, verb, names, contentFolder);
  if (values['dry-run']) return EXIT.fine;
  // The fingerprint first: a name that is taken out and not remembered could come back unseen.
  writeWithheld(withheldFile, remember(withheld, person, values.restore));
  const files = [...kept, ...write(changed, contentFolder), ...writeVersions(contentFolder, today)];
  for (const cache of [cacheFolder(config()), '.astro/data-store.json'])
    rmSync(cache, { recursive: true, force: true });
  console.log(`记在 ${withheldFile}（仓库之外，只有带密钥的指纹）。它和姓名一样要保密：不提交，不外传，存一份备份`);
  const history = values.restore ? null : await findInHistory(contentFolder, names);
  // Stories from which somebody took the name by hand: their old ids were made of it too.
  const forgotten = forgetInAnchors(contentFolder, history?.paths.map((path) => idOf({ path })) ?? []);
  tellCommit(contentFolder, [...new Set([...files, ...forgotten])], verb);
  if (values.restore) return EXIT.fine;
  const elsewhere = await findElsewhere(contentFolder, names);
  tellElsewhere(elsewhere, names);
  tellHistory(history, names);
  console.log(
    '    → 接着运行 npm run build -- --fresh（以前各版的文件一个不留），再用 npm run check -- --dist dist 核对，重新发布；已经发布的旧网站也要换下来',
  );
  return elsewhere.length > 0 || changed.some(({ places }) => places.length > 0) ? EXIT.problems : EXIT.fine;
});
