import type { Finding } from '../../lib/manuscript/problem.ts';
import { UNRESOLVED } from '../../lib/schema/unresolved.ts';

/**
 * Questions that nobody has answered yet. In a draft they are hints, and take the place of what the schema says of
 * the same line; anywhere else they stop it.
 */
export function findUnresolved(source: string, isDraft: boolean): Finding[] {
  return source.split('\n').flatMap((line, index): Finding[] => {
    const column = line.indexOf(UNRESOLVED) + 1;
    if (column === 0) return [];
    const about = line
      .slice(column - 1)
      .replace(/["'<\],}].*$/, '')
      .trim();
    const message = about === UNRESOLVED ? '还有一处待确认' : `还有一处${about.slice(0, 40)}`;
    const hint = isDraft ? { hint: true } : {};
    return [{ line: index + 1, column, rule: 'unresolved', message, cure: '核对原件后改成确定的内容', ...hint }];
  });
}

/** Leaves out what is wrong with a field in which a question stands: answering it mends both. */
export function withoutAnswered(findings: readonly Finding[], questions: readonly Finding[]): Finding[] {
  const lines = new Set(questions.map(({ line }) => line));
  return findings.filter(({ line }) => !lines.has(line));
}
