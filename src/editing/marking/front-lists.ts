import { isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';

/** Lists of a story's front matter that marks belong to. */
export type Field = 'people' | 'places' | 'practices' | 'milestones' | 'figures';

/** As a plain scalar YAML reads it back as the same text, in a flow mapping too. */
const PLAIN =
  /^(?!(?:true|false|null|yes|no|on|off)$)[\p{Script=Han}A-Za-z“《（][\p{Script=Han}\p{L}\p{N}“”‘’《》（）、，。；：！？·—… .+/-]*$/u;

/** A text as YAML writes it. */
export const quoted = (text: string): string =>
  PLAIN.test(text) && text === text.trim() && !/[:#](?:\s|$)|\s#/.test(text) ? text : JSON.stringify(text);

/** `name: text`, or nothing where there is none. */
export const fieldLine = (name: string, text: string | undefined): string[] =>
  text === undefined ? [] : [`${name}: ${quoted(text)}`];

/** Ids stay on one line up to so many characters. */
const WIDEST = 100;
const isIds = (field: Field): boolean => field !== 'milestones' && field !== 'figures';

/**
 * Adds entries behind those that a list has, and the list where there is none. Every other line stays as it is.
 * @param entries each as the lines of its fields; of ids one line
 * @throws Error in Chinese where the field is something else than a list
 */
export function addEntries(head: string, field: Field, entries: readonly string[][]): string {
  if (entries.length === 0) return head;
  const { contents } = parseDocument(head, { stringKeys: true });
  const pair = isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === field) : undefined;
  if (!pair) return withNewList(head, contents, field, entries);
  const list = pair.value as ParsedNode | null;
  const isEmpty = list === null || (isScalar(list) && (list.value === null || list.value === ''));
  if (isEmpty || (isSeq(list) && list.items.length === 0)) {
    const colon = head.indexOf(':', (pair.key as ParsedNode).range[1]) + 1;
    const end = isSeq(list) ? list.range[1] : colon;
    return `${head.slice(0, colon)}${listText(field, entries)}${head.slice(end)}`;
  }
  if (!isSeq(list)) throw new Error(`${field} 写的不是名单，先改成 ${field}: []`);
  const last = list.items.at(-1) as ParsedNode;
  if (list.flow) {
    const flow = entries.map((lines) => (isIds(field) ? lines[0] : flowOf(lines)));
    return `${head.slice(0, last.range[1])}, ${flow.join(', ')}${head.slice(last.range[1])}`;
  }
  const first = list.items[0] as ParsedNode;
  const lineStart = head.lastIndexOf('\n', first.range[0] - 1) + 1;
  const indent = /^\s*/.exec(head.slice(lineStart))?.[0] ?? '';
  const end = endOfLine(head, last.range[1]);
  const added = entries.map((lines) => itemOf(lines, indent)).join('\n');
  return `${head.slice(0, end)}\n${added}${head.slice(end)}`;
}

/** The end of the line on which something ends: what follows it there, a remark, belongs to it. */
function endOfLine(text: string, at: number): number {
  const from = text.charAt(at - 1) === '\n' ? at - 1 : at;
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const flowOf = (lines: readonly string[]): string =>
  lines.length === 1 && lines[0]?.startsWith('{') ? lines[0] : `{ ${lines.join(', ')} }`;

const itemOf = (lines: readonly string[], indent: string): string =>
  lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`).join('\n');

/** What stands behind the colon of a list that has nothing but these. */
function listText(field: Field, entries: readonly string[][]): string {
  const ids = ` [${entries.map(([id]) => id).join(', ')}]`;
  if (isIds(field) && field.length + ids.length < WIDEST) return ids;
  return `\n${entries.map((lines) => itemOf(lines, '  ')).join('\n')}`;
}

/** Fields that stand below the lists of marks, the first of them first. */
const BELOW = [
  'milestones',
  'figures',
  'keyFigures',
  'next',
  'terms',
  'unsaid',
  'gaps',
  'media',
  'captions',
  'privacy',
  'status',
];
const ABOVE: Readonly<Record<Field, readonly string[]>> = {
  people: ['places', 'practices', ...BELOW],
  places: ['practices', ...BELOW],
  practices: BELOW,
  milestones: BELOW.slice(1),
  figures: BELOW.slice(2),
};

function withNewList(
  head: string,
  contents: ReturnType<typeof parseDocument>['contents'],
  field: Field,
  entries: readonly string[][],
): string {
  const list = `${field}:${listText(field, entries)}`;
  const keys = isMap(contents) ? contents.items.flatMap(({ key }) => (isScalar(key) ? [key] : [])) : [];
  const next = keys.find(({ value }) => ABOVE[field].includes(String(value)));
  const at = next?.range?.[0];
  if (at === undefined) return `${head.replace(/\n+$/, '')}\n${list}`;
  return `${head.slice(0, at)}${list}\n${head.slice(at)}`;
}
