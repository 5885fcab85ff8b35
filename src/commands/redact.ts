// npm run redact: takes a private person's name out of everything, or puts it back. The name is asked for, so that it
// stands in no command history; it is remembered outside the repository, as a keyed HMAC. Nothing that is printed holds it,
// but for the questions to whoever sits at the keyboard.
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeAnchors, writeRewordedAnchors } from '../editing/files/anchors-file.ts';
import { findElsewhere, withFingerprints } from '../editing/files/elsewhere.ts';
import { searchHistory } from '../editing/files/git.ts';
import { readContent } from '../editing/files/read-content.ts';
import { textsOf } from '../editing/files/texts-of-bytes.ts';
import { readWithheld, writeWithheld } from '../editing/files/withheld-file.ts';
import { findName, type Hit } from '../editing/names/find.ts';
import { foldName } from '../editing/names/spellings.ts';
import {
  type Changed,
  contextOf,
  type Decide,
  findAlone,
  givenNameOf,
  type Person,
  putBack,
  remember,
  takeOut,
} from '../editing/redact.ts';
import { type ContentFile, idOf, storyAt } from '../lib/manuscript/paths.ts';
import { cacheFolder, config } from '../site/config.ts';
import { ask, isInteractive, readLines } from './ask.ts';
import { shellMessage, shellWord } from './shell.ts';
import { callerFolder, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

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

function faultOfName(name: string): string | null {
  const letters = [...foldName(name)].length;
  const isName = letters >= 2 && letters <= 16 && /^[\p{Script=Han}\p{M}·•・‧.．○\s]+$/u.test(name);
  return isName ? null : '姓名要是 2 到 16 个汉字';
}

const isYes = async (question: string): Promise<boolean> => {
  const answer = await ask(`${question}（是／不是）`, (word) =>
    /^(?:是|不是|不|y|n)$/i.test(word) ? null : '写“是”或“不是”',
  );
  return /^(?:是|y)$/i.test(answer);
};

/** Who it is: asked of whoever sits there, or read from a pipe. */
async function askPerson(stories: readonly ContentFile[]): Promise<Person> {
  if (isInteractive()) {
    const name = await ask('哪个姓名？', faultOfName);
    return { name, also: await askAlso(name, stories), others: [] };
  }
  const [name = '', ...rest] = await readLines();
  const listed = (label: string) =>
    rest.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length).replace(/^[:：]\s*/, ''));
  const person = { name, also: listed('又作'), others: listed('别人') };
  const fault = [name, ...person.also].map(faultOfName).find((one) => one !== null);
  if (fault) throw new UsageError(`${fault}\n${USAGE}`);
  return person;
}

/** What only somebody who knows the stories can say: whether the given name alone is this person, and other names. */
async function askAlso(name: string, stories: readonly ContentFile[]): Promise<string[]> {
  const given = givenNameOf(name) ?? '';
  const places = stories
    .filter(({ text }) => findName(text, name).length > 0)
    .flatMap(({ text }) => findAlone(text, given, name).map((hit) => contextOf(text, hit)));
  const isAlso =
    places.length > 0 && (await isYes(`还有 ${places.length} 处只写“${given}”，例如“${places[0]}”。也隐去吗？`));
  const more = await ask('还有小名、曾用名吗？有几个用“、”隔开，没有就按回车');
  return [...(isAlso ? [given] : []), ...more.split('、').filter((word) => faultOfName(word) === null)];
}

/** Asks about a place that may be somebody else; the answer holds for every such place. */
function decideAbout(person: Person, every: boolean): Decide {
  const answers = new Map<string, boolean>();
  return async (text: string, hit: Hit): Promise<boolean> => {
    if (person.others.map(foldName).includes(hit.within)) return false;
    if (every || !isInteractive()) return every;
    const known = answers.get(hit.within);
    if (known !== undefined) return known;
    const isMeant = await isYes(`“${contextOf(text, hit)}”：这里的“${text.slice(hit.start, hit.end)}”是这个人吗？`);
    answers.set(hit.within, isMeant);
    if (!isMeant) person.others.push(hit.within);
    return isMeant;
  };
}

/** What a path is called on the terminal: without the name that may stand in it. */
const seen = (file: string, names: readonly string[]): string =>
  names.reduce(
    (path, name) =>
      findName(path, name).reduceRight((all, { start, end }) => `${all.slice(0, start)}…${all.slice(end)}`, path),
    relative(callerFolder(), file) || file,
  );

const WHY = {
  doubtful: [
    '可能是这个姓名，也可能是更长的姓名或别的词，没有改',
    '在键盘前运行 npm run redact，它会逐处问；处处都是的，加 --every',
  ],
  given: ['像是只写了名字，没有改', '在键盘前运行 npm run redact，它会问；从管道给姓名的，加一行“又作：名字”'],
  unmendable: ['这个姓名在图片说明、网址或注释里，没有改', '手工改掉'],
} as const;

function report(changed: readonly Changed[], verb: string, names: readonly string[], folder: string): void {
  for (const { file, count, places } of changed) {
    const path = seen(join(folder, file.path), names);
    console.log(`${path}：${verb} ${count} 处`);
    for (const { line, column, why } of places)
      console.log(`${path}:${line}:${column} ${WHY[why][0]}\n    → ${WHY[why][1]}`);
  }
  if (changed.length === 0) console.log('文章里没有这个姓名。');
}

/** The stories and the tables made of them. @returns what was written */
function write(changed: readonly Changed[], folder: string): string[] {
  const written = changed.filter(({ count }) => count > 0);
  const files = written.flatMap(({ file, text }) => {
    const path = join(folder, file.path);
    writeWhole(path, text);
    return [path, ...writeRewordedAnchors(folder, file, text)];
  });
  // Tables from the time when ids were made of words, of all stories that withhold a name.
  const old = readContent(folder).filter(({ path, text }) => storyAt(path) && /withheld:|<Withheld/.test(text));
  return [...new Set([...files, ...writeAnchors(folder, old.map(idOf))])];
}

/** The commands that commit the change; their words hold no name. */
function tellCommit(files: readonly string[], verb: string): void {
  const words = files.map((file) => shellWord(relative(process.cwd(), file).replaceAll('\\', '/')));
  if (words.length === 0) return;
  console.log(
    `    → 提交：\n      git add -- ${words.join(' ')}\n      git commit -m ${shellMessage(`${verb}一个姓名`)}`,
  );
}

/** What git keeps of the name, and how to be rid of it. */
async function tellHistory(folder: string, names: readonly string[]): Promise<void> {
  const history = await searchHistory(folder, async (path, bytes) => {
    const { texts } = await textsOf(path, bytes);
    return [{ text: path }, ...texts].some(({ text }) => names.some((name) => findName(text, name).length > 0));
  });
  if (!history) return;
  const { versions, paths, messages } = history;
  if (paths.length === 0 && messages === 0) {
    console.log(`git 的历史里没有这个姓名（看过 ${versions} 个旧版本和全部提交说明）。`);
    return;
  }
  console.log('git 的历史里还有这个姓名，谁拿到仓库都能翻出来。');
  if (messages > 0) console.log(`  提交说明：${messages} 条`);
  if (paths.length > 0) {
    const all = withFingerprints(paths).map((path) => `--path ${shellWord(path) ?? path}`);
    console.log(`  旧版本：在 ${paths.length} 个文件里；段落表、原件的指纹要跟它们一起从历史里去掉：`);
    console.log(`      git filter-repo --force --invert-paths ${all.join(' ')}`);
  }
  console.log(
    '    → 先提交，存好这些文件现在的样子，再改写历史；全部步骤（分叉、平台的缓存、发布过的网站）在 CONTRIBUTING.md“从历史里清掉姓名”',
  );
}

await runCommand(async () => {
  const { values } = readArguments({ options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  if (!/^[\p{L}\p{N}·（）〔〕]{1,16}$/u.test(values.as)) throw new UsageError('--as 只写 1 到 16 个字，不带标点');
  const { contentFolder, withheldFile } = config();
  const stories = readContent(contentFolder).filter(({ path }) => storyAt(path));
  const person = await askPerson(values.restore ? [] : stories);
  const names = [person.name, ...person.also];
  if (names.some((name) => findName(values.as, name).length > 0)) throw new UsageError('--as 里还写着这个姓名');
  const withheld = readWithheld(withheldFile);
  const verb = values.restore ? '恢复' : '隐去';
  const changed = values.restore
    ? putBack(stories, names, withheld.key)
    : await takeOut(stories, person, { as: values.as, key: withheld.key, decide: decideAbout(person, values.every) });
  report(changed, verb, names, contentFolder);
  if (values['dry-run']) return EXIT.fine;
  // The fingerprint first: a name that is taken out and not remembered could come back unseen.
  writeWithheld(withheldFile, remember(withheld, person, values.restore));
  const files = write(changed, contentFolder);
  for (const cache of [cacheFolder(config()), '.astro/data-store.json'])
    rmSync(cache, { recursive: true, force: true });
  console.log(`记在 ${withheldFile}（仓库之外，只有带密钥的指纹）。它和姓名一样要保密：不提交，不外传，存一份备份`);
  tellCommit(files, verb);
  if (values.restore) return EXIT.fine;
  const elsewhere = await findElsewhere(contentFolder, names);
  for (const { file, what, cure } of elsewhere) console.log(`${seen(file, names)}：${what}\n    → ${cure}`);
  await tellHistory(contentFolder, names);
  console.log(
    '    → 接着运行 npm run build，再用 npm run check -- --dist dist 核对，重新发布；已经发布的旧网站也要换下来',
  );
  return elsewhere.length > 0 || changed.some(({ places }) => places.length > 0) ? EXIT.problems : EXIT.fine;
});
