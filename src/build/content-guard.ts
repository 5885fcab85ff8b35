import { join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../lib/content-folder.ts';
import { checkContent } from '../lib/manuscript/check-content.ts';
import { formatProblem } from '../lib/manuscript/problem.ts';
import { readContent } from './read-content.ts';

/** Every problem of the content folder, formatted for editors; paths as seen from the working directory. */
export function contentProblems(folder = contentFolder()): string[] {
  return checkContent(readContent(folder)).map((problem) =>
    formatProblem({ ...problem, file: join(relative(process.cwd(), folder), problem.file) }),
  );
}

/**
 * Checks all content before the build begins, so that an error shows file, line and cure in Chinese and nothing has
 * been written yet. Astro's own validation stays behind it as the second net.
 */
export function contentGuard(): AstroIntegration {
  return {
    name: 'content-guard',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return;
        const problems = contentProblems();
        if (problems.length === 0) return;
        throw new Error(`稿件有 ${problems.length} 处错误，没有开始生成网站：\n\n${problems.join('\n')}\n`);
      },
    },
  };
}
