// npm run redact: takes a private person's name out of everything, or puts it back. The name is asked for, so that it
// stands in no command history; it is remembered outside the repository, as a keyed HMAC. Nothing that is printed holds it,
// but for the questions to whoever sits at the keyboard.
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeAnchors, writeRewordedAnchors } from '../editing/files/anchors-file.ts';
import { searchHistory } from '../editing/files/git.ts';
import { readContent } from '../editing/files/read-content.ts';
import { textsOf } from '../editing/files/texts-of-bytes.ts';
import { readWithheld, writeWithheld } from '../editing/files/withheld-file.ts';
import { findName, type Hit } from '../editing/names/find.ts';
import { pinyinOf } from '../editing/names/pinyin.ts';
import { foldName } from '../editing/names/spellings.ts';
import { contextOf, findElsewhere, givenNameOf, withTheirTables } from '../editing/redact.ts';
import { hashAsTyped, hashLetters, hashName, ID_LENGTH, type WithheldNames } from '../editing/withheld.ts';
import { type LeftPlace, restoreName, withholdName, withholdsName } from '../editing/withhold.ts';
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
从管道给姓名时一行一项：第一行是姓名，后面可以写“又作：桂英”（小名、曾用名、只写名字的）和“别人：郭桂英子”（不是这个人）`;
const OPTIONS = {
  as: { type: 'string', default: '某某' },
  every: { type: 'boolean', default: false },
  restore: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Who is to be withheld. */
interface Person {
  name: string;
  /** Other names of the same person. */
  also: string[];
  /** Longer names of others. */
  others: string[];
}

function checkName(name: string): string | null {
  const letters = [...foldName(name)].length;
  const isName = letters >= 2 && letters <= 16 && /^[\p{Script=Han}\p{M}·•・‧.．○\s]+$/u.test(name);
  return isName ? null : '姓名要是 2 到 16 个汉字';
}

async function askPerson(): Promise<Person> {
  const [name = '', ...rest] = isInteractive() ? [await ask('哪个姓名？', checkName)] : await readLines();
  const listed = (label: string) =>
    rest.flatMap((line) => (line.startsWith(label) ? [line.slice(label.length).replace(/^[:：]\s*/, '')] : []));
  const person = { name, also: listed('又作'), others: listed('别人') };
  for (const one of [name, ...person.also]) {
    const fault = checkName(one);
    if (fault) throw new UsageError(`${fault}\n${USAGE}`);
  }
  return person;
}

const isYes = async (question: string): Promise<boolean> =>
  /^(?:是|y|yes|1)$/i.test(await ask(`${question}（是／不是）`, (answer) => (answer === '' ? '写“是”或“不是”' : null)));

/** Asks for what only somebody who knows the story can say: whether the given name alone is this person too. */
async function askAlso(person: Person, stories: readonly ContentFile[]): Promise<string[]> {
  const given = givenNameOf(person.name);
  if (!isInteractive()) return person.also;
  const places = given === null ? [] : alone(person.name, given, stories);
  const also =
    places.length > 0 && (await isYes(`还有 ${places.length} 处只写“${given}”，例如“${places[0]}”。也隐去吗？`));
  const more = await ask('还有小名、曾用名、别的写法吗？有几个用“、”隔开，没有就按回车');
  return [...(also && given ? [given] : []), ...more.split('、').filter((one) => checkName(one) === null)];
}

/** Sentences in which a given name stands without the surname, in stories that hold the whole name. */
function alone(name: string, given: string, stories: readonly ContentFile[]): string[] {
  return stories
    .filter(({ text }) => findName(text, name).length > 0)
    .flatMap(({ text }) => {
      const whole = findName(text, name);
      return findName(text, given)
        .filter((hit) => !whole.some(({ start, end }) => hit.start >= start && hit.end <= end))
        .map((hit) => contextOf(text, hit));
    });
}

/** A story with a person's names taken out or put back. */
interface Changed {
  file: ContentFile;
  text: string;
  count: number;
  places: LeftPlace[];
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
    '在键盘前运行 npm run redact，它会逐处问；都是的，加 --every',
  ],
  unmendable: ['在图片说明、网址或注释里，没有改', '手工改'],
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

async function withholdAll(
  person: Person,
  as: string,
  every: boolean,
  withheld: WithheldNames,
  stories: readonly ContentFile[],
) {
  const own = [person.name, ...person.also];
  const not = new Set(person.others.map(foldName));
  const asked = new Map<Hit, boolean>();
  const decide = async (text: string, name: string): Promise<void> => {
    for (const hit of findName(text, name).filter((one) => one.isDoubtful && !not.has(one.within))) {
      const isMeant =
        every ||
        (isInteractive() &&
          (await isYes(`“${contextOf(text, hit)}”，这里的“${text.slice(hit.start, hit.end)}”是这个人吗？`)));
      asked.set(hit, isMeant);
      if (!isMeant && isInteractive()) not.add(hit.within);
    }
  };
  const changed: Changed[] = [];
  for (const file of stories) {
    let [text, count]: [string, number] = [file.text, 0];
    const places: LeftPlace[] = [];
    for (const name of own) {
      const id = hashName(name, withheld.key).slice(0, ID_LENGTH);
      const whole = hashName(person.name, withheld.key).slice(0, ID_LENGTH);
      if (isPart(name, person.name) && !withholdsName(text, whole)) continue;
      await decide(text, name);
      const meant = [...asked].filter(([, is]) => is).map(([hit]) => hit.start);
      const change = withholdName(text, { name, id, as }, (hit) => !not.has(hit.within) && meant.includes(hit.start));
      asked.clear();
      ({ text } = change);
      count += change.count;
      places.push(
        ...change.places
          .filter(({ why }) => why === 'unmendable' || !isInteractive())
          .filter((place) => !isExcused(change.text, place, name, not)),
      );
    }
    if (count > 0 || places.length > 0) changed.push({ file, text, count, places });
  }
  return { changed, others: [...not] };
}

/** A place that was said to be somebody else's name is not told again. */
function isExcused(text: string, { line, column, why }: LeftPlace, name: string, not: ReadonlySet<string>): boolean {
  if (why !== 'doubtful') return false;
  const at =
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length +
    (line > 1 ? 1 : 0) +
    column -
    1;
  return findName(text, name).some((hit) => hit.start === at && not.has(hit.within));
}

const isPart = (name: string, whole: string): boolean => name !== whole && foldName(whole).endsWith(foldName(name));

/** The file of fingerprints with this person's names, or without them. */
function remember(
  withheld: WithheldNames,
  { name, also }: Person,
  others: readonly string[],
  isRestored: boolean,
): WithheldNames {
  const { key } = withheld;
  const print = (word: string) => ({ hmac: hashName(word, key), length: [...foldName(word)].length });
  const whole = hashName(name, key).slice(0, ID_LENGTH);
  const own = [name, ...also].map((word) => ({ ...print(word), ...(isPart(word, name) ? { partOf: whole } : {}) }));
  const gone = new Set([...own.map(({ hmac }) => hmac), ...[name, ...also].map((word) => hashAsTyped(word, key))]);
  const letters = [name, ...also.filter((word) => !isPart(word, name))]
    .flatMap(pinyinOf)
    .map((word) => hashLetters(word, key));
  const longer = others.map(print);
  return {
    key,
    names: [...withheld.names.filter(({ hmac }) => !gone.has(hmac)), ...(isRestored ? [] : own)],
    others: [...(withheld.others ?? []).filter(({ hmac }) => !longer.some((one) => one.hmac === hmac)), ...longer],
    pinyin: [
      ...new Set([...(withheld.pinyin ?? []).filter((one) => !letters.includes(one)), ...(isRestored ? [] : letters)]),
    ],
  };
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
  const holds = async (path: string, bytes: Uint8Array) =>
    (await textsOf(path, bytes)).texts.some(({ text }) => names.some((name) => findName(text, name).length > 0));
  const history = await searchHistory(folder, holds);
  if (!history) return;
  const { versions, paths, messages } = history;
  if (paths.length === 0 && messages === 0) {
    console.log(`git 的历史里没有这个姓名（看过 ${versions} 个旧版本和全部提交说明）。`);
    return;
  }
  console.log('git 的历史里还有这个姓名，谁拿到仓库都能翻出来。');
  if (messages > 0) console.log(`  提交说明：${messages} 条`);
  if (paths.length > 0) {
    const all = withTheirTables(paths).map((path) => ['--path', shellWord(path) ?? path].join(' '));
    console.log(`  旧版本：在 ${paths.length} 个文件里；要连同它们的段落表一起从历史里去掉：`);
    console.log(`      git filter-repo --force --invert-paths ${all.join(' ')}`);
  }
  console.log(
    '    → 改写之前先存好这些文件现在的样子；全部步骤（复本、分叉、平台的缓存、发布过的网站）在 CONTRIBUTING.md“从历史里清掉姓名”',
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
  const first = await askPerson();
  const person = { ...first, also: values.restore ? first.also : await askAlso(first, stories) };
  const names = [person.name, ...person.also];
  if (names.some((name) => findName(values.as, name).length > 0)) throw new UsageError('--as 里还写着这个姓名');
  const withheld = readWithheld(withheldFile);
  const verb = values.restore ? '恢复' : '隐去';
  const { changed, others } = values.restore
    ? { changed: restoreAll(names, withheld, stories), others: [] }
    : await withholdAll(person, values.as, values.every, withheld, stories);
  report(changed, verb, names, contentFolder);
  if (values['dry-run']) return EXIT.fine;
  // The fingerprint first: a name that is taken out and not remembered could come back unseen.
  writeWithheld(withheldFile, remember(withheld, person, others, values.restore));
  const written = changed.filter(({ count }) => count > 0);
  const tables = written.flatMap(({ file, text }) => {
    writeWhole(join(contentFolder, file.path), text);
    return writeRewordedAnchors(contentFolder, file, text);
  });
  // Tables that were made of words, by stories that withheld a name before.
  const withholding = readContent(contentFolder).filter(
    ({ path, text }) => storyAt(path) && /withheld:|<Withheld/.test(text),
  );
  const repaired = writeAnchors(contentFolder, withholding.map(idOf));
  for (const cache of [cacheFolder(config()), '.astro/data-store.json'])
    rmSync(cache, { recursive: true, force: true });
  console.log(`记在 ${withheldFile}（仓库之外，只有带密钥的指纹）。它和姓名一样要保密：不提交，不外传，存一份备份`);
  tellCommit(
    [...written.map(({ file }) => join(contentFolder, file.path)), ...new Set([...tables, ...repaired])],
    verb,
  );
  if (values.restore) return EXIT.fine;
  const elsewhere = await findElsewhere(contentFolder, names);
  for (const { file, what, cure } of elsewhere) console.log(`${seen(file, names)}：${what}\n    → ${cure}`);
  await tellHistory(contentFolder, names);
  console.log(
    '    → 接着运行 npm run build，再用 npm run check -- --dist dist 核对，重新发布；已经发布的旧网站也要换下来',
  );
  return elsewhere.length > 0 || changed.some(({ places }) => places.length > 0) ? EXIT.problems : EXIT.fine;
});

function restoreAll(names: readonly string[], { key }: WithheldNames, stories: readonly ContentFile[]): Changed[] {
  const ids = names.flatMap((name) =>
    [...new Set([hashName(name, key), hashAsTyped(name, key)])].map((hmac) => ({ name, id: hmac.slice(0, ID_LENGTH) })),
  );
  return stories.flatMap((file): Changed[] => {
    const { text, count } = ids.reduce(
      (done, one) => {
        const { text: restored, count: more } = restoreName(done.text, one);
        return { text: restored, count: done.count + more };
      },
      { text: file.text, count: 0 },
    );
    return count > 0 ? [{ file, text, count, places: [] }] : [];
  });
}
