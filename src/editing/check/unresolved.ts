import type { Finding } from '../../lib/manuscript/problem.ts';
import { findHealthWords } from './privacy.ts';

/** What `import` writes where it could not decide; a person must. */
export const UNRESOLVED = '待确认';

const DRAFT = /^status: *["']?draft["']?\s*$/m;
const REVIEWED = /^privacy: *["']?reviewed["']?\s*$/m;

/** Whether a manuscript says of itself that it is a draft. */
export const isDraft = (frontmatter: string): boolean => DRAFT.test(frontmatter);

/**
 * Questions that nobody has answered yet. In a draft they are hints, and take the place of what the schema says of
 * the same line; anywhere else they stop it.
 */
export function findUnresolved(source: string, frontmatter: string): Finding[] {
  const hint = isDraft(frontmatter);
  const questions = source.split('\n').flatMap((line, index): Finding[] => {
    const column = line.indexOf(UNRESOLVED) + 1;
    if (column === 0) return [];
    const about = line
      .slice(column - 1)
      .replace(/["'<\],}].*$/, '')
      .trim();
    const message = about === UNRESOLVED ? '还有一处待确认' : `还有一处${about.slice(0, 40)}`;
    return [{ line: index + 1, column, message, cure: '核对原件后改成确定的内容', ...(hint ? { hint } : {}) }];
  });
  return REVIEWED.test(frontmatter) ? questions : [...questions, ...findHealthWords(source)];
}

/** Leaves out what is wrong with a field in which a question stands: answering it mends both. */
export function withoutAnswered(findings: readonly Finding[], questions: readonly Finding[]): Finding[] {
  const lines = new Set(
    questions.filter((question) => question.message.startsWith('还有一处')).map(({ line }) => line),
  );
  return findings.filter(({ line }) => !lines.has(line));
}
