import { isMap, isScalar, type Pair, type ParsedNode, parseDocument } from 'yaml';
import type { Manuscript } from './manuscript.ts';
import { splitManuscript } from './tree.ts';

/** What is written into a story when its state changes. */
export interface StatusChange {
  to: 'published' | 'scheduled' | 'retired';
  /** `YYYY-MM-DD`. */
  day: string;
  /** Why it is taken down, as its readers are told; whether its title stays unsaid. */
  told?: { reason: string; isPrivate: boolean };
}

/**
 * Changes a story's state value by value, so that nothing else in the file moves, not even a remark beside it. The day
 * of first publication is written once; a story that comes back keeps it.
 */
export function changeStatus(
  { source, publication }: Pick<Manuscript<unknown>, 'source' | 'publication'>,
  { to, day, told }: StatusChange,
): string {
  const isNew = publication.status === 'draft' || publication.status === 'scheduled';
  const isFirst = to === 'scheduled' || (to === 'published' && isNew);
  let text = setField(source, 'status', to);
  text = to === 'scheduled' ? setField(text, 'scheduledFor', `"${day}"`) : dropField(text, 'scheduledFor');
  if (to !== 'retired') text = dropField(text, 'retired');
  else if (told) {
    const isPrivate = told.isPrivate ? ', private: true' : '';
    text = setField(text, 'retired', `{ date: "${day}", reason: ${JSON.stringify(told.reason)}${isPrivate} }`);
  }
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
    if (old && old[1] > old[0]) {
      // The end of a value of several lines may be the line end after it.
      const end = old[0] + head.slice(old[0], old[1]).trimEnd().length;
      return head.slice(0, old[0]) + value + head.slice(end);
    }
    const without = dropFrom(head, name);
    const status = pairOf(without, 'status')?.key.range[0] ?? without.length;
    const at = endOfLine(without, status);
    return `${without.slice(0, at)}\n${name}: ${value}${without.slice(at)}`;
  });
}

const dropField = (source: string, name: string): string => mapHead(source, (head) => dropFrom(head, name));

/** A field's lines taken out; the last one goes with the line end before it. */
function dropFrom(head: string, name: string): string {
  const pair = pairOf(head, name);
  const start = pair?.key.range[0];
  if (start === undefined) return head;
  const last = head.slice(0, Math.max(start, pair?.value?.range[1] ?? start)).trimEnd().length;
  const end = endOfLine(head, Math.max(start, last));
  return end < head.length ? head.slice(0, start) + head.slice(end + 1) : head.slice(0, start).replace(/\n$/, '');
}
