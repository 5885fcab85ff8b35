// npm run publish -- <slug>: checks a story, changes its state, fixes its paragraph ids and words the commit.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkContent } from '../editing/check/content.ts';
import { writeAnchors } from '../editing/files/anchors-file.ts';
import { git } from '../editing/files/git.ts';
import { inspectContent } from '../editing/files/inspect-content.ts';
import { readContent } from '../editing/files/read-content.ts';
import { nearest } from '../lib/manuscript/nearest.ts';
import { formatProblems, isError } from '../lib/manuscript/problem.ts';
import { changeStatus, type StatusChange, statusOf } from '../lib/manuscript/status.ts';
import { today } from '../lib/manuscript/visibility.ts';
import { contentFolder } from '../site/config.ts';
import { callerFolder, EXIT, readArguments, runTool, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run publish -- 网址名 [选项]
  --on 2026-12-10  定时：到那天（含）以后生成的网站才有这一篇
  --retire         撤稿：文件留着，读者看不到
  --commit         顺便提交（git commit）
  --dry-run        只检查，不改文件`;
const OPTIONS = {
  on: { type: 'string' },
  retire: { type: 'boolean', default: false },
  commit: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;
const VERBS = { published: '发表', scheduled: '定时发表', retired: '撤下' } as const;

function findStory(slug: string): string {
  const stories = readContent(contentFolder()).filter(({ path }) => path.startsWith('stories/'));
  const found = stories.find(({ path }) => path.endsWith(`/${slug}.mdx`));
  if (found) return join(contentFolder(), found.path);
  const guess = nearest(
    slug,
    stories.map(({ path }) => path.replace(/^.*\/|\.mdx$/g, '')),
  );
  throw new UsageError(`没有网址名为“${slug}”的文章${guess ? `，是不是 ${guess}？` : ''}\n${USAGE}`);
}

function readChange(on: string | undefined, retire: boolean): StatusChange {
  if (retire) return { to: 'retired', day: today() };
  if (on === undefined) return { to: 'published', day: today() };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(Date.parse(on))) throw new UsageError('--on 要写成 2026-12-10');
  if (on <= today()) throw new UsageError(`--on ${on} 不在今天之后，直接发表就不要写 --on`);
  return { to: 'scheduled', day: on };
}

/** What would stop the story in its new state. */
async function findObstacles(file: string, text: string) {
  const folder = contentFolder();
  const path = relative(folder, file).replaceAll('\\', '/');
  const { files, images, problems } = await inspectContent(folder);
  const changed = files.map((other) => (other.path === path ? { path, text } : other));
  return [...problems, ...checkContent(changed, { images })].filter(isError).map((problem) => ({
    ...problem,
    own: problem.file === path,
    file: relative(callerFolder(), join(folder, problem.file)),
  }));
}

await runTool(async () => {
  const { values, positionals } = readArguments({ allowPositionals: true, options: OPTIONS }, USAGE);
  const [slug] = positionals;
  if (values.help || !slug || positionals.length > 1) {
    if (!values.help) throw new UsageError(USAGE);
    console.log(USAGE);
    return EXIT.fine;
  }
  const file = findStory(slug);
  const source = readFileSync(file, 'utf8');
  const change = readChange(values.on, values.retire);
  if (statusOf(source) === change.to && change.to !== 'scheduled') {
    console.log(`这一篇已经是“${change.to}”，没有改动。`);
    return EXIT.fine;
  }
  if (change.to === 'scheduled' && !['draft', 'scheduled'].includes(statusOf(source) ?? ''))
    throw new UsageError('这一篇发表过，不能再定时；要改时间，先用 --retire 撤下，到日子再发表');
  const text = changeStatus(source, change);
  const obstacles = await findObstacles(file, text);
  const problems = change.to === 'retired' ? [] : obstacles.filter((problem) => problem.own);
  if (problems.length > 0) {
    console.log(formatProblems(problems, 'text'));
    console.error(`有 ${problems.length} 处要先改好，没有${VERBS[change.to]}。`);
    return EXIT.problems;
  }
  const title = /^title: *["']?(.*?)["']?$/m.exec(text)?.[1] ?? slug;
  const message = `${VERBS[change.to]}：${title}`;
  if (values['dry-run']) {
    console.log(`可以${VERBS[change.to]}，提交说明会是“${message}”。`);
    return EXIT.fine;
  }
  writeWhole(file, text);
  const tables = change.to === 'retired' ? [] : writeAnchors([slug]);
  const files = [file, ...tables].filter(existsSync).map((path) => relative(process.cwd(), path));
  const others = obstacles.filter((problem) => !problem.own);
  if (others.length > 0) console.log(`别处也要跟着改：\n${formatProblems(others, 'text')}`);
  console.log(`已${VERBS[change.to]}“${title}”${change.to === 'scheduled' ? `，${change.day} 起可见` : ''}。`);
  if (values.commit) {
    git(process.cwd(), 'add', '--', ...files);
    git(process.cwd(), 'commit', '-m', message, '--', ...files);
    console.log(`已提交：${message}`);
  } else {
    console.log(`    → 提交：git add ${files.join(' ')} && git commit -m "${message}"`);
  }
  return EXIT.fine;
});
