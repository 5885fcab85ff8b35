import type { z } from 'astro/zod';
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
  YAMLParseError,
} from 'yaml';
import { explainIssue } from '../schema/common.ts';
import { buried, findCrowdInFields } from './bounds.ts';
import { cureOfField, fieldsAt } from './known-fields.ts';
import { nearest } from './nearest.ts';
import type { Finding, Position } from './problem.ts';
import { explainFault } from './yaml-faults.ts';

/** Where a field stands; `path` as zod gives it, e.g. ['milestones', 2, 'date']. */
export type Locate = (path: readonly PropertyKey[]) => Position;

export interface YamlReading {
  data: unknown;
  /** A text of the first level; null where there is none. It is known even where other fields have faults. */
  textOf: (field: string) => string | null;
  locate: Locate;
  findings: Finding[];
  /** Dates without quotes: text to us, and another day to parsers of YAML 1.1; and texts that a remark cuts short. */
  unquoted: Finding[];
}

/**
 * Reads YAML (1.2: an unquoted date stays text), keeping the place of every field.
 * @param firstLine line of the file on which the text begins
 */
export function readYaml(text: string, firstLine: number): YamlReading {
  const crowd = findCrowdInFields(text, firstLine);
  if (crowd) return unreadable(crowd);
  try {
    return parseYaml(text, firstLine);
  } catch (error) {
    // Levels of lists and questions for which no call stack has room.
    if (error instanceof RangeError) return unreadable(buried(firstLine, 1));
    throw error;
  }
}

const unreadable = (finding: Finding): YamlReading => ({
  data: undefined,
  textOf: () => null,
  locate: () => ({ line: finding.line, column: finding.column }),
  findings: [finding],
  unquoted: [],
});

function parseYaml(text: string, firstLine: number): YamlReading {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    strict: true,
    stringKeys: true,
    // The package holds each key against all before it: see findTwin.
    uniqueKeys: false,
  });
  const at = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const explain = (fault: YAMLError): Finding => {
    const { offset, ...words } = explainFault(fault, text, document);
    return { ...at(offset), rule: 'yaml-syntax', ...words };
  };
  // What follows the first fault is mostly its echo.
  const [fault] = [...document.errors.slice(0, 1), ...findTwin(document), ...document.warnings.slice(0, 1)].sort(
    (a, b) => a.pos[0] - b.pos[0],
  );
  const findings = fault ? [explain(fault)] : findAliases(document, at);
  return {
    data: findings.length === 0 ? document.toJS() : undefined,
    textOf: (field) => {
      const value = isMap(document.contents) ? document.contents.get(field) : null;
      return typeof value === 'string' ? value : null;
    },
    locate: (path) => at(offsetOf(document, path)),
    findings,
    unquoted: [...findUnquotedDates(document, at), ...findCutTexts(document, text, at)],
  };
}

/** The first field that its map has already. */
function findTwin(document: Document.Parsed): YAMLError[] {
  const twins: YAMLError[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const start = key.range?.[0] ?? 0;
        if (seen.has(key.value)) twins.push(new YAMLParseError([start, start + 1], 'DUPLICATE_KEY', ''));
        if (twins.length > 0) return visit.BREAK;
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return twins;
}

function findUnquotedDates(document: Document.Parsed, at: (offset: number) => Position): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Scalar(_, { source, type, range }) {
      if (type !== 'PLAIN' || !/^\d{4}-\d{1,2}-\d{1,2}$/.test(source ?? '')) return;
      findings.push({
        ...at(range?.[0] ?? 0),
        rule: 'date-unquoted',
        message: `日期 ${source} 没有加引号`,
        cure: `写成 "${source}"`,
      });
    },
  });
  return findings;
}

/** Texts that go on behind a `#`, which YAML takes for a remark: 「账本 #2」 would be 「账本」. */
function findCutTexts(document: Document.Parsed, text: string, at: (offset: number) => Position): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Scalar(key, { type, range, source }) {
      const [start = 0, end = 0] = range ?? [];
      const [, rest = ''] = /^([ \t]+#[^\n]*)/.exec(text.slice(end)) ?? [];
      if (type !== 'PLAIN' || key === 'key' || rest === '' || !/\p{Script=Han}/u.test(source ?? '')) return;
      findings.push({
        ...at(start),
        rule: 'text-cut',
        message: `“${(source ?? '').slice(0, 20)}”到“#”就断了，后面的“${rest.trim().slice(0, 20)}”成了批注`,
        cure: '文字里有 # 的，整段加引号；真是批注，另起一行写',
      });
    },
  });
  return findings;
}

/** Aliases are refused: a few of them can multiply into gigabytes. */
function findAliases(document: Document.Parsed, at: (offset: number) => Position): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Alias(_, { range }) {
      findings.push({
        ...at(range?.[0] ?? 0),
        rule: 'yaml-alias',
        message: '栏目里不能用 & 和 * 引用别处',
        cure: '把内容直接写出来；文字以它们开头的，加上引号',
      });
      return visit.BREAK;
    },
  });
  return findings;
}

/** The offset of the deepest node along the path that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: ParsedNode | null = document.contents;
  let offset = node?.range[0] ?? 0;
  for (const key of path) {
    let next: ParsedNode | null = null;
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (!pair) break;
      offset = pair.key.range[0];
      next = pair.value;
    } else if (isSeq(node)) {
      next = node.items[Number(key)] ?? null;
      if (!next) break;
      offset = next.range[0];
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
  return { value: null, findings: explainIssues(result.error.issues, reading, schema) };
}

/** Where more are wrong, all are, for one reason. */
const MOST_ISSUES = 100;

/** One finding a field; a misspelt field is not called missing as well. */
function explainIssues(
  all: readonly z.core.$ZodIssue[],
  { data, locate }: Pick<YamlReading, 'data' | 'locate'>,
  schema: z.ZodType,
): Finding[] {
  const issues = all.slice(0, MOST_ISSUES);
  const seen = new Set<string>();
  const misspelt = new Set<string>();
  const unknown = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const siblings = issues.filter((other) => other.path.slice(0, -1).join() === issue.path.join());
    const names = siblings.map((other) => String(other.path.at(-1)));
    const glued = issue.keys.find((key) => /[:：]/.test(key));
    // Where one colon is wrong the others mostly are: the first says it for all.
    if (glued !== undefined) for (const name of names) misspelt.add([...issue.path, name].join());
    const keys = issue.keys.filter((key) => key === glued || !/[:：]/.test(key));
    const more = keys.length - MOST_ISSUES;
    return keys.slice(0, MOST_ISSUES).map((key, index) => {
      const guess = nearest(key, names);
      if (guess) misspelt.add([...issue.path, guess].join());
      const message = `${nameOfField(issue.path)}不认识的栏目：${key.slice(0, 80) || '（没有名称）'}${index === 0 && more > 0 ? `（这里不认识的共 ${keys.length} 个）` : ''}`;
      const cure =
        cureOfKey(key) ??
        (guess ? `是不是 ${guess}？` : cureOfField(key, fieldsAt(schema, issue.path), writtenAt(data, issue.path)));
      return { ...locate([...issue.path, key]), rule: 'field-unknown' as const, message, ...(cure ? { cure } : {}) };
    });
  });
  const wrong = issues.filter((issue) => {
    const path = issue.path.join();
    if (issue.code === 'unrecognized_keys' || seen.has(path) || misspelt.has(path)) return false;
    return seen.add(path);
  });
  return [
    ...unknown,
    ...wrong.map((issue) => ({
      ...locate(issue.path),
      rule: 'field-invalid' as const,
      message: `${nameOfField(issue.path)}${issue.message}`,
    })),
  ];
}

/** Names of the fields that are written at a path. */
function writtenAt(data: unknown, path: readonly PropertyKey[]): ReadonlySet<string> {
  const at = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
  return new Set(Object.keys(at ?? {}));
}

function cureOfKey(key: string): string | undefined {
  if (/[:：]/.test(key)) return `冒号用半角，后面空一格：${key.slice(0, 80).replace(/\s*[:：]\s*/, ': ')}`;
  if (/^\p{Script=Han}/u.test(key)) return '文字里的半角逗号把它断开了：改成全角“，”，或给整段文字加引号';
  return /^\d+$/.test(key) ? '数字里不写千位的逗号，例如 32168' : undefined;
}

/** `milestones › 第 3 条 › date：` as editors read it. */
function nameOfField(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '';
  return `${path.map((key) => (typeof key === 'number' ? `第 ${key + 1} 条` : String(key))).join(' › ')}：`;
}
