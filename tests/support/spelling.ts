import { DOMParser } from '@xmldom/xmldom';
import { DRAWING, OFFICE, WORD } from './docx.ts';

const STRICT = 'http://purl.oclc.org/ooxml';

/** The same XML with the namespaces of the strict form, as Word writes it when asked to. */
export const toStrict = (xml: string): string =>
  xml
    .replaceAll(WORD, `${STRICT}/wordprocessingml/main`)
    .replaceAll(OFFICE, `${STRICT}/officeDocument`)
    .replaceAll(DRAWING, `${STRICT}/drawingml`);

/** How one element is written; it may differ from one to the next, and the document stays the same. */
export interface Spelling {
  /** Of Word's own namespace, '' for none; others follow it. */
  prefix: string;
  quote: '"' | "'";
  equals: '=' | ' = ' | '\n=\t';
  text: 'plain' | 'numbers' | 'cdata' | 'pieces';
}

/** Writes XML anew with other prefixes, quotes and ways to write a character. */
export function respell(xml: string, spell: () => Spelling): string {
  const root = new DOMParser().parseFromString(xml).documentElement;
  const others = new Map<string, string>();
  const write = (element: Element, scope: ReadonlyMap<string, string>): string => {
    const { prefix, quote, equals, text } = spell();
    const known = new Map(scope);
    const declared: string[] = [];
    const attribute = (name: string, value: string) =>
      `\n${name}${equals}${quote}${toNumbers(value, /[<&"']/g)}${quote}`;
    const nameIn = (uri: string | null, local: string, wanted: string) => {
      if (!uri) return local;
      if (uri.endsWith('/XML/1998/namespace')) return `xml:${local}`;
      if (uri !== WORD && !others.has(uri)) others.set(uri, `n${others.size}`);
      const name = uri === WORD ? wanted : `${wanted}${others.get(uri)}`;
      if (known.get(name) !== uri) declared.push(attribute(name === '' ? 'xmlns' : `xmlns:${name}`, uri));
      known.set(name, uri);
      return name === '' ? local : `${name}:${local}`;
    };
    const name = nameIn(element.namespaceURI, element.localName, prefix);
    const attributes = Array.from(element.attributes)
      .filter((one) => !one.name.startsWith('xmlns'))
      .map((one) => attribute(nameIn(one.namespaceURI, one.localName, prefix || 'k'), one.value));
    const inside = Array.from(element.childNodes).map((node) =>
      node.nodeType === 1 ? write(node as Element, known) : writeText(node.nodeValue ?? '', text),
    );
    return `<${name}${declared.join('')}${attributes.join('')}>${inside.join('')}</${name}>`;
  };
  return write(root, new Map());
}

const toNumbers = (text: string, pattern: RegExp) => text.replace(pattern, (c) => `&#${c.codePointAt(0)};`);

function writeText(text: string, how: Spelling['text']): string {
  if (text === '' || how === 'plain') return toNumbers(text, /[<&]/g);
  if (how === 'numbers') return toNumbers(text, /./gsu);
  if (how === 'cdata') return `<![CDATA[${text}]]>`;
  const [first = '', ...rest] = text;
  return `${toNumbers(first, /./gsu)}<!-- ${rest.length} --><![CDATA[${rest.join('')}]]><?rest?>`;
}
