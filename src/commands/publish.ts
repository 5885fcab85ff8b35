// npm run publish -- <slug>: checks a story, changes its state, fixes its paragraph ids and words the commit.
import { join, relative } from 'node:path';
import { checkContent } from '../editing/check/content.ts';
import { writeAddresses } from '../editing/files/addresses-file.ts';
import { writeAnchors } from '../editing/files/anchors-file.ts';
import { needRepository } from '../editing/files/git.ts';
import { inspectContent } from '../editing/files/inspect-content.ts';
import { forgetVersions, writeVersions } from '../editing/files/versions-file.ts';
import { findWithheldInFiles, readWithheldIfAny } from '../editing/files/withheld-file.ts';
import { edtfProblem } from '../lib/dates/edtf.ts';
import { type Manuscript, readStory } from '../lib/manuscript/manuscript.ts';
import { nearest } from '../lib/manuscript/nearest.ts';
import { type ContentFile, idOf, storyAt } from '../lib/manuscript/paths.ts';
import { formatProblems, isError, type Problem } from '../lib/manuscript/problem.ts';
import { isPublic } from '../lib/manuscript/publication.ts';
import { changeStatus, type StatusChange } from '../lib/manuscript/status.ts';
import { retiredSchema } from '../lib/schema/addresses.ts';
import type { StoryData } from '../lib/schema/story.ts';
import { config } from '../site/config.ts';
import { choose } from './ask.ts';
import { commit, commitLines, remoteOf } from './commit-lines.ts';
import { nextBuild } from './next-build.ts';
import { openContent } from './open-content.ts';
import { callerFolder, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run publish -- 网址名 [选项]
  --on 2026-12-10  定时：到那天（含）以后生成的网站才有这一篇
  --retire         撤稿：文件留着，读者看不到，原网址上写明何时、为什么撤
  --reason 原因    与 --retire 同用：为什么撤，给读者看；不写就问
  --private        与 --retire 同用：连标题和出处也不再说
  --commit         顺便提交（git commit）
  --dry-run        只检查，不改文件`;
const OPTIONS = {
  on: { type: 'string' },
  retire: { type: 'boolean', default: false },
  reason: { type: 'string' },
  private: { type: 'boolean', default: false },
  commit: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;
const VERBS = { published: '发表', scheduled: '定时发表', retired: '撤下' } as const;

/** All that lies in the content folder, read once for everything that this command asks. */
async function readFolder() {
  const { contentFolder: folder, today: day } = openContent();
  return { folder, day, ...(await inspectContent(folder)) };
}
type Folder = Awaited<ReturnType<typeof readFolder>>;

function findStory({ files }: Folder, slug: string): Manuscript<StoryData> {
  const stories = files.filter(({ path }) => storyAt(path));
  const found = stories.find((file) => idOf(file) === slug);
  if (found) return readStory(found);
  const guess = nearest(slug, stories.map(idOf));
  throw new UsageError(`没有网址名为“${slug}”的文章${guess ? `，是不是 ${guess}？` : ''}\n${USAGE}`);
}

function readChange(on: string | undefined, isRetired: boolean, day: string): StatusChange {
  if (isRetired) return { to: 'retired', day };
  if (on === undefined) return { to: 'published', day };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || edtfProblem(on) !== null) throw new UsageError('--on 要写成 2026-12-10');
  if (on <= day) throw new UsageError(`--on ${on} 不在今天之后，直接发表就不要写 --on`);
  return { to: 'scheduled', day: on };
}

/** Why a reason will not do; null where it will. */
const faultOfReason = (reason: string): string | null =>
  retiredSchema.shape.reason.safeParse(reason).success ? null : '原因写 2 到 200 字';

/** What would stop the story in its new state. */
function findObstacles({ folder, files, images, media, problems, day }: Folder, { path, text }: ContentFile) {
  const changed = files.map((other) => (other.path === path ? { path, text } : other));
  return [...problems, ...checkContent(changed, { images, media, day })].filter(isError).map((problem) => ({
    ...problem,
    own: problem.file === path,
    file: relative(callerFolder(), join(folder, problem.file)),
  }));
}

/** Names that somebody asked to be withheld and that stand in the story, as far as this machine knows them. */
async function findNames(folder: string, file: string): Promise<Problem[]> {
  const withheld = readWithheldIfAny(config().withheldFile);
  const found = withheld ? await findWithheldInFiles([file], withheld, folder) : [];
  return found.filter(isError).map((problem) => ({ ...problem, file: relative(callerFolder(), problem.file) }));
}

await runCommand(async () => {
  const { values, positionals } = readArguments({ allowPositionals: true, options: OPTIONS }, USAGE);
  const [slug] = positionals;
  if (values.help || !slug || positionals.length > 1) {
    if (!values.help) throw new UsageError(USAGE);
    console.log(USAGE);
    return EXIT.fine;
  }
  const content = await readFolder();
  const story = findStory(content, slug);
  const file = join(content.folder, story.path);
  const change = readChange(values.on, values.retire, content.day);
  if (!values.retire && (values.reason !== undefined || values.private))
    throw new UsageError('--reason、--private 只与 --retire 同用');
  const { status } = story.publication;
  if (status === change.to && change.to !== 'scheduled') {
    console.log(`这一篇已经是“${change.to}”，没有改动。`);
    return EXIT.fine;
  }
  if (change.to === 'scheduled' && status !== 'draft' && status !== 'scheduled')
    throw new UsageError('这一篇发表过，不能再定时；要改时间，先用 --retire 撤下，到日子再发表');
  // A draft that nobody has read goes without a word.
  const isSeen = change.to === 'retired' && isPublic(story.publication, content.day);
  if (isSeen && (!story.data?.retired || values.reason !== undefined))
    change.told = {
      reason: await choose(values.reason, '为什么撤？写给读者看，2 到 200 字', faultOfReason),
      isPrivate: values.private,
    };
  const text = changeStatus(story, change);
  const obstacles = findObstacles(content, { path: story.path, text });
  const problems =
    change.to === 'retired'
      ? []
      : [...obstacles.filter((problem) => problem.own), ...(await findNames(content.folder, file))];
  if (problems.length > 0) {
    console.log(formatProblems(problems, 'text'));
    console.error(`有 ${problems.length} 处要先改好，没有${VERBS[change.to]}。`);
    return EXIT.problems;
  }
  const title = story.head.textOf('title') ?? slug;
  const message = `${VERBS[change.to]}：${title}`;
  if (values['dry-run']) {
    console.log(`可以${VERBS[change.to]}，提交说明会是“${message}”。`);
    return EXIT.fine;
  }
  if (values.commit) needRepository(content.folder);
  writeWhole(file, text);
  const tables =
    change.to === 'retired'
      ? []
      : [
          // What was taken down stays untold when the story comes back.
          ...(status === 'retired' ? forgetVersions(content.folder, slug) : []),
          ...writeAnchors(content.folder, [slug]),
          ...writeAddresses(content.folder, content.day),
          ...writeVersions(content.folder, content.day, [slug]),
        ];
  const files = [file, ...new Set(tables)];
  const others = obstacles.filter((problem) => !problem.own);
  if (others.length > 0) console.log(`别处也要跟着改：\n${formatProblems(others, 'text')}`);
  console.log(`已${VERBS[change.to]}“${title}”${change.to === 'scheduled' ? `，${change.day} 起可见` : ''}。`);
  if (change.to === 'scheduled') console.log(nextBuild(remoteOf(content.folder)));
  if (values.commit) console.log(`已提交：${message}${commit(content.folder, files, message)}`);
  else console.log(commitLines(content.folder, files, message));
  return EXIT.fine;
});
