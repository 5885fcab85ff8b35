import { splitManuscript } from './tree.ts';

/** What is written into a story when its state changes. */
export type StatusChange =
  | { to: 'published'; day: string }
  | { to: 'scheduled'; day: string }
  | { to: 'retired'; day: string };

const field = (frontmatter: string, name: string) =>
  new RegExp(`^${name}: *["']?([^"'\\n]*)["']?$`, 'm').exec(frontmatter)?.[1];

/** The state a manuscript says it is in; null where it says none. */
export function statusOf(source: string): string | null {
  return field(splitManuscript(source)?.frontmatter ?? '', 'status') ?? null;
}

/**
 * Changes a story's state line by line, so that nothing else in the file moves. The day of first publication is
 * written once; a story that comes back keeps it.
 */
export function changeStatus(source: string, change: StatusChange): string {
  const before = statusOf(source);
  const isFirst = before === 'draft' || before === 'scheduled';
  let text = setField(source, 'status', change.to);
  text =
    change.to === 'scheduled' ? setField(text, 'scheduledFor', `"${change.day}"`) : dropField(text, 'scheduledFor');
  if (change.to === 'scheduled' || (change.to === 'published' && isFirst))
    text = setField(text, 'published', `"${change.day}"`);
  if (change.to === 'retired' || (change.to === 'published' && !isFirst))
    text = setField(text, 'updated', `"${change.day}"`);
  return text;
}

/** Only inside the front matter, at its first level. */
function mapFrontmatter(source: string, map: (frontmatter: string) => string): string {
  const parts = splitManuscript(source);
  if (!parts) return source;
  return source.replace(parts.frontmatter, () => map(parts.frontmatter));
}

const setField = (source: string, name: string, value: string) =>
  mapFrontmatter(source, (text) => {
    const line = new RegExp(`^${name}:.*$`, 'm');
    return line.test(text)
      ? text.replace(line, `${name}: ${value}`)
      : text.replace(/^status:.*$/m, (status) => `${status}\n${name}: ${value}`);
  });

const dropField = (source: string, name: string) =>
  mapFrontmatter(source, (text) => text.replace(new RegExp(`^${name}:.*\\n`, 'm'), ''));
