/** One thing an editor has to mend. Lines and columns count from 1, in the file as it lies on disk. */
export interface Problem {
  /** Path as the editor would type it. */
  file: string;
  line: number;
  column: number;
  /** One Chinese sentence: what is wrong. */
  message: string;
  /** How to mend it; empty where the message already says so. */
  cure?: string;
}

export type Place = Pick<Problem, 'line' | 'column'>;
export type Finding = Omit<Problem, 'file'>;

/** Sorts by file, then line, then column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column);
}

/** `file:line:column 错误 message`, then 「→ cure」 on a line of its own. */
export function formatProblem(problem: Problem): string {
  const head = `${problem.file}:${problem.line}:${problem.column} 错误 ${problem.message}`;
  return problem.cure ? `${head}\n    → ${problem.cure}` : head;
}
