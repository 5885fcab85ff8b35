import { join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../editing/check/content.ts';
import { findAnchorProblems } from '../editing/files/anchors-file.ts';
import { contentFolderFault } from '../editing/files/content-folder.ts';
import { inspectContent } from '../editing/files/inspect-content.ts';
import { findDamagedVersions } from '../editing/files/versions-file.ts';
import { readStory } from '../lib/manuscript/manuscript.ts';
import { storyAt } from '../lib/manuscript/paths.ts';
import { formatProblem, isError, type Problem, sortProblems } from '../lib/manuscript/problem.ts';
import { isOnSite } from '../lib/manuscript/publication.ts';
import { config, hideDrafts } from '../site/config.ts';

/** What must stop a build: errors, but for those in stories that it leaves out; paths from the working directory. */
async function blockingProblems(folder: string, day: string): Promise<Problem[]> {
  const { files, images, media, unread, problems } = await inspectContent(folder);
  const stories = files.filter(({ path }) => storyAt(path));
  const hidden = new Set(stories.filter((file) => !isOnSite(readStory(file).publication, day)).map(({ path }) => path));
  const all = [
    ...problems,
    ...checkContent(files, { images, media, unread, day }),
    ...findAnchorProblems(folder, files),
    ...findDamagedVersions(folder),
  ];
  const blocking = all.filter(
    (problem) => isError(problem) && (!hidden.has(problem.file) || problem.rule === 'retired-reason'),
  );
  return sortProblems(blocking.map((problem) => ({ ...problem, file: relative('', join(folder, problem.file)) })));
}

/**
 * Checks all content before the build begins, so that an error shows file, line and cure in Chinese and nothing has
 * been written yet. Astro's own validation stays behind it as the second net.
 */
export function contentGuard(): AstroIntegration {
  return {
    name: 'content-guard',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        const { contentFolder, today } = config();
        const fault = contentFolderFault(contentFolder);
        if (fault) throw plainError(fault);
        if (command !== 'build') return;
        hideDrafts();
        const problems = await blockingProblems(contentFolder, today);
        if (problems.length === 0) return;
        const list = problems.map(formatProblem).join('\n');
        throw plainError(`稿件有 ${problems.length} 处错误，没有开始生成网站：\n\n${list}\n`);
      },
    },
  };
}

/** Where in the program it was found helps no editor. */
function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = '';
  return error;
}
