import { isMap, isScalar, type Pair, type ParsedNode, parseDocument } from 'yaml';
import type { Manuscript } from './manuscript.ts';
import { splitManuscript } from './tree.ts';

/** What is written into a story when its state changes. */
export interface StatusChange {
  to: 'published' | 'scheduled' | 'retired';
  /** `YYYY-MM-DD`. */
  day: string;
}

/**
 * Changes a story's state value by value, so that nothing else in the file moves, not even a remark beside it. The day
 * of first publication is written once; a story that comes back keeps it.
 */
export function changeStatus(
  { source, publication }: Pick<Manuscript<unknown>, 'source' | 'publication'>,
  { to, day }: StatusChange,
): string {
  const isNew = publication.status === 'draft' || publication.status === 'scheduled';
  const isFirst = to === 'scheduled' || (to === 'published' && isNew);
  let text = setField(source, 'status', to);
  text = to === 'scheduled' ? setField(text, 'scheduledFor', `"${day}"`) : dropField(text, 'scheduledFor');
  return setField(text, isFirst ? 'published' : 'updated', `"${day}"`);
}

/** Only inside the front matter. */
function mapHead(source: string, map: (head: string) => string): string {
  const head = splitManuscript(source)?.frontmatter;
  if (head === undefined) return source;
  const start = source.indexOf('\n') + 1;
  return source.slice(0, start) + map(head) + source.slice(start + head.length);
}

/** A field of the first level, by its name. */
function pairOf(head: string, name: string): Pair<ParsedNode, ParsedNode | null> | undefined {
  const { contents } = parseDocument(head);
  return isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
}

const endOfLine = (text: string, offset: number): number => (text.indexOf('\n', offset) + 1 || text.length + 1) - 1;

/** Writes a value in place of the old one; a field that is not there comes after the status. */
function setField(source: string, name: string, value: string): string {
  return mapHead(source, (head) => {
    const old = pairOf(head, name)?.value?.range;
    if (old && old[1] > old[0]) return head.slice(0, old[0]) + value + head.slice(old[1]);
    const without = dropFrom(head, name);
    const status = pairOf(without, 'status')?.key.range[0] ?? without.length;
    const at = endOfLine(without, status);
    return `${without.slice(0, at)}\n${name}: ${value}${without.slice(at)}`;
  });
}

const dropField = (source: string, name: string): string => mapHead(source, (head) => dropFrom(head, name));

/** A field's line taken out; the last one goes with the line end before it. */
function dropFrom(head: string, name: string): string {
  const start = pairOf(head, name)?.key.range[0];
  if (start === undefined) return head;
  const end = endOfLine(head, start);
  return end < head.length ? head.slice(0, start) + head.slice(end + 1) : head.slice(0, start).replace(/\n$/, '');
}
