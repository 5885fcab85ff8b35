import { idOf, storyAt } from '../../lib/manuscript/paths.ts';
import { git, gitBytes, repositoryOf } from './git.ts';

/** A story as a commit left it. */
export interface Committed {
  /** Day of the commit where it was made, `YYYY-MM-DD`. */
  day: string;
  path: string;
  /** Null where the commit took it away. */
  text: string | null;
}

/**
 * What git remembers of the stories of a content folder: each state that its main line had, the earliest first, by slug. A
 * branch counts from the day on which it was merged.
 * @param isWanted whether the state of a day is asked for
 * @returns null where there is no git, no repository, or only the end of its history
 */
export function storyHistory(
  folder: string,
  isWanted: (slug: string, day: string) => boolean,
): ReadonlyMap<string, readonly Committed[]> | null {
  if (!hasWholeHistory(folder)) return null;
  const states = statesOf(folder).filter(({ path, day }) => isWanted(idOf({ path }), day));
  const texts = textsAt(
    folder,
    states.map(({ commit, path }) => `${commit}:./${path}`),
  );
  return Map.groupBy(states.map(({ day, path }, index) => ({ day, path, text: texts[index] ?? null })).reverse(), idOf);
}

function hasWholeHistory(folder: string): boolean {
  try {
    if (repositoryOf(folder) === null) return false;
    git(folder, 'rev-parse', '--verify', '--quiet', 'HEAD');
    return git(folder, 'rev-parse', '--is-shallow-repository').trim() === 'false';
  } catch {
    // No git on this machine, or no commit yet.
    return false;
  }
}

/** Each commit of the main line with each story that it touched, the latest first. */
function statesOf(folder: string): { commit: string; day: string; path: string }[] {
  const log = git(
    ...[folder, 'log', '--first-parent', '-m', '--no-renames', '--name-only', '-z', '--relative'],
    ...['--format=%x01%H %cI', '--', 'stories'],
  );
  return log.split('\x01').flatMap((part) => {
    const [head = '', ...paths] = part.split('\0').map((one) => one.trim());
    const [commit = '', time = ''] = head.split(' ');
    return paths.filter((path) => storyAt(path)).map((path) => ({ commit, day: time.slice(0, 10), path }));
  });
}

/** The texts that names such as `<commit>:./<path>` stand for; null for what is not there. */
function textsAt(folder: string, names: readonly string[]): (string | null)[] {
  if (names.length === 0) return [];
  const answer = gitBytes(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  let at = 0;
  return names.map(() => {
    const end = answer.indexOf(10, at);
    const head = answer.subarray(at, end).toString('utf8');
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(head)?.[1];
    if (size === undefined) {
      at = end + 1;
      return null;
    }
    const text = answer.subarray(end + 1, end + 1 + Number(size)).toString('utf8');
    at = end + Number(size) + 2;
    return text;
  });
}
