import type { RuleId } from './rules.ts';

/** One thing an editor has to mend. Lines and columns count from 1, in the file as it lies on disk. */
export interface Problem {
  /** Path as the editor would type it. */
  file: string;
  line: number;
  column: number;
  /** What it breaks: by this, and never by its words, programs know it. */
  rule: RuleId;
  /** One Chinese sentence: what is wrong. */
  message: string;
  /** How to mend it; empty where the message already says so. */
  cure?: string;
  /** 提示: worth a look, and no reason to stop. */
  hint?: boolean;
}

export type Position = Pick<Problem, 'line' | 'column'>;
export type Finding = Omit<Problem, 'file'>;
/** What is wrong, before it is known where. */
export type Fault = Pick<Problem, 'rule' | 'message' | 'cure'>;

export const PROBLEM_FORMATS = ['text', 'github', 'json'] as const;
export type ProblemFormat = (typeof PROBLEM_FORMATS)[number];

export const isError = (problem: Finding): boolean => !problem.hint;

/** Sorts by file, then line, then column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column);
}

/** `file:line:column 错误 message`, then 「→ cure」 on a line of its own. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, message, cure } = problem;
  const head = `${plain(file)}:${line}:${column} ${levelOf(problem)} ${plain(message)}`;
  return cure ? `${head}\n    → ${plain(cure)}` : head;
}

/** What is quoted of a file, and its name, may hold line ends, and signs that a terminal obeys or that turn its words round. */
const plain = (words: string) => words.replace(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, ' ');

const levelOf = (problem: Problem) => (problem.hint ? '提示' : '错误');

/** All problems for a terminal, for GitHub's annotations, or as JSON for other programs. */
export function formatProblems(problems: readonly Problem[], format: ProblemFormat): string {
  if (format === 'json') {
    return JSON.stringify(
      problems.map((problem) => ({ ...problem, level: problem.hint ? 'hint' : 'error' })),
      null,
      2,
    );
  }
  return problems.map(format === 'github' ? formatAnnotation : formatProblem).join('\n');
}

/** A workflow command, which GitHub shows at the line in a pull request. */
function formatAnnotation(problem: Problem): string {
  const { file, line, column, rule, message, cure } = problem;
  const property = (text: string) => escapeCommand(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const text = escapeCommand(cure ? `${message}。→ ${cure}` : message);
  return `::${problem.hint ? 'notice' : 'error'} file=${property(file)},line=${line},col=${column},title=${rule}::${text}`;
}

const escapeCommand = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
