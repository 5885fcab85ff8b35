import { parseSync } from 'vite';

/** The part of a parsed program that is asked about. */
interface Node {
  type: string;
  start: number;
  end: number;
  name?: string;
  value?: unknown;
  key?: Node;
  init?: Node;
  id?: Node;
  declaration?: Node | null;
  declarations?: Node[];
  expression?: Node;
  properties?: Node[];
  params?: Node[];
  left?: Node;
}

/** What stands behind `as const` and `satisfies`. */
const bare = (node: Node | undefined): Node | undefined => (node?.type.startsWith('TS') ? bare(node.expression) : node);

const nameOf = ({ name, value }: Node): string => name ?? String(value);

/** The values that an arrow function is told, by name. */
const paramsOf = ({ params = [] }: Node): string[] => params.map((param) => nameOf(param.left ?? param));

/**
 * A section of the words with an archive's own texts in place of ours, in its source: so that a bundler still sees which of
 * the words nobody asks for.
 * @param own texts by key, `SEARCH.count`; `{pages}` is what the words are made with. Keys of other sections are left alone
 */
export function putWords(source: string, own: Readonly<Record<string, string>>): string {
  const { program } = parseSync('words.ts', source) as unknown as { program: { body: Node[] } };
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (object: Node | undefined, path: string): void => {
    for (const property of bare(object)?.properties ?? []) {
      const key = `${path}.${property.key ? nameOf(property.key) : ''}`;
      const value = bare(property.value as Node | undefined);
      if (!value) continue;
      if (value.type === 'ObjectExpression') visit(value, key);
      const text = own[key];
      if (text !== undefined && value.type !== 'ObjectExpression')
        edits.push({ start: value.start, end: value.end, text: expressionOf(text, value, source) });
    }
  };
  for (const statement of program.body)
    for (const { id, init } of statement.declaration?.declarations ?? []) if (id) visit(init, nameOf(id));
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}

/** A text as the program has it: a template, of the same values where it was made with any. */
function expressionOf(text: string, value: Node, source: string): string {
  const isMade = value.type === 'ArrowFunctionExpression';
  const names = isMade ? paramsOf(value) : [];
  const template = text
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replace(/\{(\w+)\}/g, (all, name: string) => (names.includes(name) ? `\${${name}}` : all));
  const head = (value.params ?? []).map(({ start, end }) => source.slice(start, end)).join(', ');
  return isMade ? `(${head}) => \`${template}\`` : `\`${template}\``;
}
