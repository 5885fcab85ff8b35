import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'astro/zod';
import { readStory } from '../../lib/manuscript/manuscript.ts';
import { type ContentFile, storyAt } from '../../lib/manuscript/paths.ts';
import type { Problem } from '../../lib/manuscript/problem.ts';
import { idOfName, type WithheldHit, type WithheldNames, withheldFinder } from '../withheld.ts';
import { withholdsName } from '../withhold.ts';
import { listFolder } from './list-folder.ts';
import { readContent } from './read-content.ts';
import { textsOf } from './texts-of-bytes.ts';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const nameSchema = z.object({
  hmac: hex(64),
  length: z.number().int().min(1),
  asTyped: z.boolean().optional(),
  partOf: z.string().optional(),
});
const fileSchema = z.object({
  version: z.number().optional(),
  key: hex(64),
  names: z.array(nameSchema),
  others: z.array(nameSchema).optional(),
  pinyin: z.array(hex(64)).optional(),
});

/** What is written now. Without it, names are fingerprinted as they were typed. */
const VERSION = 2;

/** The names to be withheld; a new key and no names where there is no file yet. */
export const readWithheld = (file: string): WithheldNames =>
  readWithheldIfAny(file) ?? { key: randomBytes(32).toString('hex'), names: [] };

/** The names to be withheld; null where there is no file. Throws in Chinese where it is not what `redact` wrote. */
export function readWithheldIfAny(file: string): WithheldNames | null {
  if (!existsSync(file)) return null;
  const broken = () => new Error(`隐名的指纹文件 ${file} 读不出来，没有核对：从备份里恢复它`);
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw broken();
  }
  const { success, data: read } = fileSchema.safeParse(data);
  if (!success) throw broken();
  const { version = 1, names, ...rest } = read;
  return { ...rest, names: version < VERSION ? names.map((name) => ({ ...name, asTyped: true })) : names };
}

/** Only the editor may read the file. */
export function writeWithheld(file: string, names: WithheldNames): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify({ version: VERSION, ...names }, null, 1)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** Ids of names that stories withhold and a file of fingerprints does not know; all of them where there is no file. */
function unknownIds(contentFolder: string, withheld: WithheldNames | null): string[] {
  const known = new Set(withheld?.names.map(idOfName) ?? []);
  return [...idsWithheld(readContent(contentFolder))].filter((id) => !known.has(id)).sort();
}

/**
 * Tells of names that stories withhold and that cannot be looked for.
 * @param file of the fingerprints
 */
export function findUnknownNames(contentFolder: string, withheld: WithheldNames | null, file: string): Problem[] {
  const ids = unknownIds(contentFolder, withheld);
  if (ids.length === 0) return [];
  const message = `文章里隐去了 ${ids.length} 个姓名（编号 ${ids.join('、')}），这里的指纹文件不认识，没有核对`;
  const cure = '向隐去姓名的编辑要最新的指纹文件；自动发布的，更新机密 WITHHELD';
  return [{ file, line: 1, column: 1, rule: 'withheld-unknown', message, cure }];
}

/** Ids of all names that stories withhold, hidden stories too. */
function idsWithheld(files: readonly ContentFile[]): Set<string> {
  // To read all fields of all stories takes time.
  const stories = files.filter(({ path, text }) => storyAt(path) && /^withheld:|<Withheld/m.test(text));
  return new Set(
    stories.flatMap((file) => [
      ...(readStory(file).data?.withheld.map(({ id }) => id) ?? []),
      ...Array.from(file.text.matchAll(/<Withheld id="([0-9a-f]+)"/g), ([, id = '']) => id),
    ]),
  );
}

/** Withheld names in any file of a built site, in whatever spelling or packing, and in the names of files. */
export async function findWithheldIn(folder: string, withheld: WithheldNames): Promise<Problem[]> {
  if (!existsSync(folder)) throw new Error(`找不到 ${folder}，先运行 npm run build`);
  const files = listFolder(folder)
    .filter(({ isFile }) => isFile)
    .map(({ path }) => join(folder, path))
    .sort();
  return look(folder, files, withheld, { cure: '先用 npm run redact 隐去，再重新生成网站', inStories: false });
}

/**
 * Withheld names that have come back into manuscripts, registers, pictures or what is kept beside them.
 * @param folder that they lie in, whose folders' names are looked at too
 */
export const findWithheldInFiles = (
  files: readonly string[],
  withheld: WithheldNames,
  folder?: string,
): Promise<Problem[]> => look(folder, files, withheld, { cure: '用 npm run redact 再隐去一次', inStories: true });

interface Looking {
  cure: string;
  /** Whether the files are manuscripts, in which parts of a name are looked for too. */
  inStories: boolean;
}

async function look(
  folder: string | undefined,
  files: readonly string[],
  withheld: WithheldNames,
  { cure, inStories }: Looking,
): Promise<Problem[]> {
  if (withheld.names.length === 0) return [];
  const finder = withheldFinder(withheld);
  const problems: Problem[] = [];
  for (const file of files) {
    const { texts, isWhole } = await textsOf(basename(file), readFileSync(file));
    if (!isWhole) problems.push({ file, ...UNREAD });
    const path = folder === undefined ? basename(file) : relative(folder, file);
    const inPath = [...finder.find(path), ...finder.find(decoded(path))];
    if (inPath[0]) problems.push(toProblem(file, '', inPath[0], cure, '文件名里'));
    for (const { text, inside } of texts)
      for (const hit of finder.find(text))
        if (counts(hit, text, inStories))
          problems.push({ ...toProblem(file, text, hit, cure, inside && `${inside} 里`) });
    problems.push(...lettersIn(file, path, texts, finder));
  }
  return distinct(problems);
}

const UNREAD: Omit<Problem, 'file'> = {
  ...{ line: 1, column: 1, rule: 'withheld-unread', hint: true },
  message: '程序读不了这个文件里的文字，没有在里面找隐去的姓名',
  cure: '打开它看一看；有隐去的姓名，就换掉或移走',
};

/** A part of a name, such as the given name alone, is one only in a story that withholds the name. */
const counts = ({ name }: WithheldHit, text: string, inStories: boolean): boolean =>
  name.partOf === undefined || (inStories && withholdsName(text, name.partOf));

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function toProblem(file: string, text: string, hit: WithheldHit, cure: string, where: string): Problem {
  const before = text.slice(0, hit.start);
  const id = idOfName(hit.name);
  return {
    file,
    line: before.split('\n').length,
    column: hit.start - before.lastIndexOf('\n'),
    rule: 'withheld-name',
    message: `${where}有应当隐去的姓名（编号 ${id}）${hit.isDoubtful ? '，也可能是更长的姓名或别的词' : ''}`,
    cure: hit.isDoubtful ? '运行 npm run redact，它会逐处问；答“不是”的，以后不再提' : cure,
    ...(hit.isDoubtful ? { hint: true } : {}),
  };
}

/** In letters many names look alike: told, and left to a person. */
function lettersIn(
  file: string,
  path: string,
  texts: readonly { text: string }[],
  finder: ReturnType<typeof withheldFinder>,
): Problem[] {
  const places = [
    ...finder.findLetters(path).map(() => ({ line: 1, column: 1, where: '文件名' })),
    ...texts.flatMap(({ text }) =>
      finder.findLetters(text).map(({ start }) => {
        const before = text.slice(0, start);
        return { line: before.split('\n').length, column: start - before.lastIndexOf('\n'), where: '这里' };
      }),
    ),
  ];
  return places.map(({ line, column, where }) => ({
    file,
    line,
    column,
    rule: 'withheld-letters',
    message: `${where}像是应当隐去的姓名的拼音`,
    cure: '是的话，改掉网址名、编号或文件名；只是同音，就不用管',
    hint: true,
  }));
}

/** One file in several encodings, or packed twice, is told once. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];
