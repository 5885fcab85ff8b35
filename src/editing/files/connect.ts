import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { configured, git, needRepository } from './git.ts';

/** A word by which a hook of ours is known. */
const MARK = 'check -- --staged';

/**
 * What git runs before a commit in a repository of stories: the program's own check, wherever the program lies on this
 * machine. Who has none can commit; the check of the repository's host looks all the same.
 */
export const PRE_COMMIT = `#!/bin/sh
# 提交之前检查稿件。每台电脑运行一次：在程序的文件夹里 npm run hooks
engine=$(git config --get chronicle.engine)
content=$(git config --get chronicle.content)
if [ ! -f "$engine/package.json" ]; then
  echo "没有检查稿件：这台电脑上还没有连上程序，在程序的文件夹里运行一次 npm run hooks" >&2
  exit 0
fi
root=$(git rev-parse --show-toplevel)
# 正要提交的内容可能在另一个索引里，路径从仓库算起。
case "$GIT_INDEX_FILE" in
'' | /* | [A-Za-z]:*) ;;
*) GIT_INDEX_FILE="$root/$GIT_INDEX_FILE" && export GIT_INDEX_FILE ;;
esac
cd "$engine" && CONTENT_DIR="$root/$content" exec npm run --silent ${MARK}
`;

/** How the tables of paragraphs merge: both sides' paragraphs, ours where both changed one; \`npm run anchors\` mends the rest. */
const MERGE_TABLES = 'git merge-file --ours %A %O %B';

/**
 * Has git check what is committed in the repository that a content folder lies in.
 * @param engine the program's folder
 * @returns what was done, in Chinese
 * @throws where the folder lies in no repository, or another program has its hooks there
 */
export function connectHooks(contentFolder: string, engine: string): string {
  const root = realpathSync(needRepository(contentFolder));
  git(root, 'config', 'merge.anchors.name', '段落表');
  git(root, 'config', 'merge.anchors.driver', MERGE_TABLES);
  const hooks = configured(root, 'core.hooksPath');
  if (root === realpathSync(engine)) return usesOwn(root, hooks, '.githooks/pre-commit');
  git(root, 'config', 'chronicle.engine', engine);
  git(root, 'config', 'chronicle.content', relative(root, realpathSync(contentFolder)).replaceAll('\\', '/') || '.');
  if (existsSync(join(root, '.githooks/pre-commit'))) return usesOwn(root, hooks, '.githooks/pre-commit');
  const folder = resolve(root, git(root, 'rev-parse', '--git-path', 'hooks').trim());
  const file = join(folder, 'pre-commit');
  if (existsSync(file) && readFileSync(file, 'utf8') !== PRE_COMMIT) throw occupied(file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, PRE_COMMIT, { mode: 0o755 });
  return told(root);
}

function usesOwn(root: string, hooks: string | null, file: string): string {
  if (hooks !== null && hooks !== '.githooks') throw occupied(hooks);
  if (!readFileSync(join(root, file), 'utf8').includes(MARK)) throw occupied(join(root, file));
  git(root, 'config', 'core.hooksPath', '.githooks');
  return told(root);
}

const told = (root: string) => `好了：以后每次在 ${root} 提交之前，会先检查稿件。`;

const occupied = (where: string) =>
  new Error(`${where} 已经有别的程序的钩子，没有动；在它的 pre-commit 里加一行：npm run --silent ${MARK}`);
