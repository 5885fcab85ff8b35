import { isMap, isScalar, isSeq, parseDocument, type Node as YamlNode } from 'yaml';

// The fields of a story as text: what names were taken out of them, and where each value stands.

/** An entry of the field `withheld`. */
interface Entry {
  id: string;
  as: string;
  in: string[];
}

export const entriesOf = (head: string): Entry[] => {
  const entries = (parseDocument(head).toJS() as { withheld?: Partial<Entry>[] } | null)?.withheld ?? [];
  return entries.map(({ id = '', as = '', in: fields = [] }) => ({ id, as, in: fields }));
};

/** A name withheld a second time, since it had come back, keeps one entry. */
export function addEntry(head: string, added: Entry): string {
  const entries = entriesOf(head);
  const old = entries.find(({ id }) => id === added.id);
  const entry = { ...added, in: [...new Set([...(old?.in ?? []), ...added.in])] };
  return writeEntries(head, old ? entries.map((one) => (one === old ? entry : one)) : [entry, ...entries]);
}

/** The fields with other entries of `withheld`, where they stood or at the end. */
export function writeEntries(head: string, entries: readonly Entry[]): string {
  const { contents } = parseDocument(head);
  const pair = isMap(contents) ? contents.items.find(({ key }) => String(key) === 'withheld') : undefined;
  const key = pair?.key as YamlNode | undefined;
  const start = key?.range?.[0] ?? head.length;
  const close = (pair?.value as YamlNode | null | undefined)?.range?.[1] ?? key?.range?.[1] ?? head.length;
  const end = pair ? `${head}\n`.indexOf('\n', Math.max(start, close - 1)) + 1 || head.length : head.length;
  const lines = entries.map(
    ({ id, as, in: fields }) => `  - { id: "${id}", as: ${JSON.stringify(as)}, in: [${fields.join(', ')}] }`,
  );
  const before = head.slice(0, start).replace(/\n$/, '');
  const section = lines.length > 0 ? ['withheld:', ...lines] : [];
  const after = head.slice(end);
  return [...(before === '' ? [] : [before]), ...section, ...(after === '' ? [] : [after])].join('\n');
}

export const rangeOf = (node: YamlNode): [number, number] => [node.range?.[0] ?? 0, node.range?.[1] ?? 0];

/** Every text value with its path: `source.bylines.0.names.1`. */
export function scalarsOf(yaml: string): { path: string; node: YamlNode }[] {
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
