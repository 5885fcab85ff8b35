import type { z } from 'astro/zod';
import { type Document, isMap, isSeq, LineCounter, type Node, parseDocument, visit, type YAMLError } from 'yaml';
import { explainIssue } from '../schema/common.ts';
import { nearest } from './nearest.ts';
import type { Finding, Place } from './problem.ts';

/** Where a field stands; `path` as zod gives it, e.g. ['milestones', 2, 'date']. */
export type Locate = (path: readonly PropertyKey[]) => Place;

export interface YamlReading {
  data: unknown;
  locate: Locate;
  findings: Finding[];
  /** Dates without quotes: text to us, and another day to parsers of YAML 1.1, the site's among them. */
  unquoted: Finding[];
}

const YAML_FAULTS: Record<string, string> = {
  TAB_AS_INDENT: '用了 Tab 缩进，请改成空格',
  DUPLICATE_KEY: '同一个栏目写了两次',
  MISSING_CHAR: '引号或括号没有配对',
  BAD_INDENT: '缩进不对，和上一行对齐',
  MULTILINE_IMPLICIT_KEY: '少了冒号，或这一行没有写完',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，请给整段文字加引号',
  TAG_RESOLVE_FAILED: '不能用 ! 开头的标签，请给文字加引号',
  BAD_ALIAS: '不能以 & 或 * 开头，请给文字加引号',
};

/**
 * Reads YAML (1.2: an unquoted date stays text), keeping the place of every field.
 * @param firstLine line of the file on which the text begins
 */
export function readYaml(text: string, firstLine: number): YamlReading {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, strict: true });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  // What follows the first fault is mostly its echo.
  const [fault] = [...document.errors, ...document.warnings];
  const findings: Finding[] = fault
    ? [{ ...at(fault.pos[0]), ...explainFault(fault, text) }]
    : findAliases(document, at);
  return {
    data: findings.length === 0 ? document.toJS() : undefined,
    locate: (path) => at(offsetOf(document, path)),
    findings,
    unquoted: findUnquotedDates(document, at),
  };
}

function findUnquotedDates(document: Document.Parsed, at: (offset: number) => Place): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Scalar(_, { source, type, range }) {
      if (type !== 'PLAIN' || !/^\d{4}-\d{1,2}-\d{1,2}$/.test(source ?? '')) return;
      findings.push({ ...at(range?.[0] ?? 0), message: `日期 ${source} 没有加引号`, cure: `写成 "${source}"` });
    },
  });
  return findings;
}

function explainFault({ code, message, pos }: YAMLError, text: string): Pick<Finding, 'message' | 'cure'> {
  const line = text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1).split('\n')[0] ?? '';
  if (/^\s*[\w-]+：/.test(line))
    return { message: '栏目名后面用了全角冒号', cure: '改成半角冒号加空格，例如 title: 标题' };
  const cause = /call stack/.test(message) ? '括号一层套一层，太深了' : message;
  return { message: `栏目的写法不对：${YAML_FAULTS[code] ?? cause}` };
}

/** Aliases are refused: a few of them can multiply into gigabytes. */
function findAliases(document: Document.Parsed, at: (offset: number) => Place): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Alias(_, { range }) {
      findings.push({ ...at(range?.[0] ?? 0), message: '栏目里不能用 & 和 * 引用别处', cure: '把内容直接写出来' });
      return visit.BREAK;
    },
  });
  return findings;
}

/** The offset of the deepest node along the path that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    let next: Node | null = null;
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      next = pair.value as Node | null;
    } else if (isSeq(node)) {
      next = (node.items[Number(key)] as Node | undefined) ?? null;
      if (!next) break;
      offset = next.range?.[0] ?? offset;
    }
    node = next;
  }
  return offset;
}

/** Validates against a schema; every issue becomes one finding at its field. */
export function validate<T>(schema: z.ZodType<T>, reading: YamlReading): { value: T | null; findings: Finding[] } {
  if (reading.findings.length > 0) return { value: null, findings: reading.findings };
  const result = schema.safeParse(reading.data ?? {}, { error: explainIssue });
  if (result.success) return { value: result.data, findings: reading.unquoted };
  return { value: null, findings: explainIssues(result.error.issues, reading.locate) };
}

/** One finding a field; a misspelt field is not called missing as well. */
function explainIssues(issues: readonly z.core.$ZodIssue[], locate: Locate): Finding[] {
  const seen = new Set<string>();
  const misspelt = new Set<string>();
  const unknown = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const siblings = issues.filter((other) => other.path.slice(0, -1).join() === issue.path.join());
    return issue.keys.map((key) => {
      const guess = nearest(
        key,
        siblings.map((other) => String(other.path.at(-1))),
      );
      if (guess) misspelt.add([...issue.path, guess].join());
      const message = `${nameOfField(issue.path)}不认识的栏目：${key}`;
      return { ...locate([...issue.path, key]), message, ...(guess ? { cure: `是不是 ${guess}？` } : {}) };
    });
  });
  const wrong = issues.filter((issue) => {
    const path = issue.path.join();
    if (issue.code === 'unrecognized_keys' || seen.has(path) || misspelt.has(path)) return false;
    return seen.add(path);
  });
  return [
    ...unknown,
    ...wrong.map((issue) => ({ ...locate(issue.path), message: `${nameOfField(issue.path)}${issue.message}` })),
  ];
}

/** `milestones › 第 3 条 › date：` as editors read it. */
function nameOfField(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '';
  return `${path.map((key) => (typeof key === 'number' ? `第 ${key + 1} 条` : String(key))).join(' › ')}：`;
}
