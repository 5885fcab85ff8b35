import { isMap, isScalar, isSeq, parseDocument, type Node as YamlNode } from 'yaml';
import { runsOf } from '../lib/manuscript/runs.ts';
import { parseBody, splitManuscript } from '../lib/manuscript/tree.ts';

/** A name to be taken out of a manuscript, and what stands for it. */
export interface Withholding {
  /** The name as it stands in the text. */
  name: string;
  /** First characters of its HMAC. */
  id: string;
  /** What stands in its place: 某某, 郭女士. */
  as: string;
}

interface Change {
  start: number;
  end: number;
  to: string;
}

/**
 * Takes a name out of a story's words and fields, so that nothing made from it can hold the name.
 * @returns the manuscript and how often the name stood there; `left` are places that a person must mend
 */
export function withholdName(
  source: string,
  { name, id, as }: Withholding,
): { text: string; count: number; left: number } {
  const { head, body } = split(source);
  const mark = `<Withheld id="${id}">${as}</Withheld>`;
  const inBody = findInBody(body, name).map((start) => ({ start, end: start + name.length, to: mark }));
  const fields = scalarsOf(head).filter(({ node }) => head.slice(...rangeOf(node)).includes(name));
  const inHead = fields.flatMap(({ node }) =>
    findAll(head, name, rangeOf(node)).map((start) => ({ start, end: start + name.length, to: as })),
  );
  const count = inBody.length + inHead.length;
  if (count === 0) return { text: source, count, left: source.split(name).length - 1 };
  const entry = `  - { id: "${id}", as: ${JSON.stringify(as)}, in: [${fields.map(({ path }) => path).join(', ')}] }`;
  const text = `---\n${addEntry(apply(head, inHead), entry)}\n---\n${boldAsTags(apply(body, inBody), mark)}`;
  return { text, count, left: text.split(name).length - 1 };
}

/** Puts a name back wherever it was taken out. */
export function restoreName(
  source: string,
  { name, id }: Pick<Withholding, 'name' | 'id'>,
): { text: string; count: number } {
  const { head, body } = split(source);
  const marks = new RegExp(`<Withheld id="${id}">[^<]*</Withheld>`, 'g');
  const entry = new RegExp(`^ {2}- \\{ id: "${id}", as: ("(?:[^"\\\\]|\\\\.)*"), in: \\[(.*)\\] \\}\\n?`, 'm').exec(
    `${head}\n`,
  );
  const inBody = body.match(marks)?.length ?? 0;
  if (!entry && inBody === 0) return { text: source, count: 0 };
  const as = JSON.parse(entry?.[1] ?? '""') as string;
  const paths = new Set((entry?.[2] ?? '').split(', ').filter(Boolean));
  const changes = scalarsOf(head)
    .filter(({ path }) => paths.has(path))
    .flatMap(({ node }) =>
      findAll(head, as, rangeOf(node)).map((start) => ({ start, end: start + as.length, to: name })),
    );
  const restored = `${apply(head, changes)}\n`.replace(entry?.[0] ?? '\0', '').replace(/^withheld:\n(?! {2}-)/m, '');
  const text = `---\n${restored.replace(/\n$/, '')}\n---\n${boldAsStars(body.replace(marks, name), name)}`;
  return { text, count: inBody + changes.length };
}

/** Two stars that touch a tag stay literal: bold that begins or ends with a mark is written as a tag itself. */
const boldAsTags = (body: string, mark: string): string =>
  body.replace(/\*\*((?:(?!\*\*|\n).)*)\*\*/g, (whole, words: string) =>
    words.startsWith(mark) || words.endsWith(mark) ? `<strong>${words}</strong>` : whole,
  );

const boldAsStars = (body: string, name: string): string =>
  body.replace(/<strong>((?:(?!<\/strong>|\n).)*)<\/strong>/g, (whole, words: string) =>
    words.startsWith(name) || words.endsWith(name) ? `**${words}**` : whole,
  );

function split(source: string): { head: string; body: string } {
  const head = splitManuscript(source)?.frontmatter;
  if (head === undefined) throw new Error('文件没有以“---”之间的栏目开头');
  return { head, body: source.slice(source.indexOf('\n---', head.length + 3) + 5) };
}

/** Offsets of a name in the words of a body; not in addresses, attributes or picture descriptions. */
function findInBody(body: string, name: string): number[] {
  const parsed = parseBody(body);
  if ('finding' in parsed) throw new Error(`正文有误，先改好：${parsed.finding.message}`);
  return runsOf(parsed.tree, body).flatMap((run) =>
    findAll(run.text, name, [0, run.text.length]).flatMap((index) => {
      const [start, end] = [run.offsetAt(index), run.offsetAt(index + name.length - 1)];
      return start !== null && end === start + name.length - 1 ? [start] : [];
    }),
  );
}

function findAll(text: string, words: string, [from, to]: readonly [number, number]): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words, from); at !== -1 && at < to; at = text.indexOf(words, at + 1)) places.push(at);
  return words === '' ? [] : places;
}

const apply = (text: string, changes: readonly Change[]): string =>
  [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, to }) => all.slice(0, start) + to + all.slice(end), text);

const addEntry = (head: string, entry: string): string =>
  /^withheld:$/m.test(head)
    ? head.replace(/^withheld:$/m, `withheld:\n${entry}`)
    : `${head.replace(/\nwithheld: \[\]/, '')}\nwithheld:\n${entry}`;

const rangeOf = (node: YamlNode): [number, number] => [node.range?.[0] ?? 0, node.range?.[1] ?? 0];

/** Every text value with its path: `source.bylines.0.names.1`. */
function scalarsOf(yaml: string): { path: string; node: YamlNode }[] {
  const found: { path: string; node: YamlNode }[] = [];
  const visit = (node: unknown, path: string[]): void => {
    if (isScalar(node)) found.push({ path: path.join('.'), node });
    if (isMap(node))
      for (const { key, value } of node.items) if (String(key) !== 'withheld') visit(value, [...path, String(key)]);
    if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
  };
  visit(parseDocument(yaml).contents, []);
  return found;
}
