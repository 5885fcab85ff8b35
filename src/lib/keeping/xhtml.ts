// A part of a built page as XHTML for a book: the words, tables and drawings, without what works by script or leads about
// the site.

/** As much of the DOM as this needs; linkedom's and a browser's are both that. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}
export interface DomElement extends DomNode {
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  matches(selector: string): boolean;
}

/** Where things lie in the book. Null: nowhere, so that the words stay and the link goes. */
export interface Places {
  link(href: string): string | null;
  picture(source: string): string | null;
}

const ELEMENT = 1;
const TEXT = 3;

/** What works by script alone, leads about the site, or says once more what the page has said. */
const LEFT_OUT = [
  'script,style,noscript,template,iframe,object,dialog,form,button,input,select,textarea,label,nav',
  '[hidden],.needs-script,.paragraph-link,.evidence-switch,.Z3988,.key-figures.after,.removed,#cite-forms,link,meta',
].join(',');

/** Attributes that mean something on paper; of drawings all do. */
const KEPT =
  /^(?:id|class|lang|dir|title|alt|role|aria-(?!hidden|pressed|haspopup|controls|expanded).*|colspan|rowspan|scope|headers|datetime|start|value|reversed|cite|width|height)$/;
const OF_DRAWINGS_LEFT_OUT = /^(?:data-|on|tabindex$|xmlns|style$|href$|xlink:href$)/;
/** Names that HTML's readers may have made small. */
const SVG_NAMES = ['linearGradient', 'radialGradient', 'clipPath', 'textPath', 'foreignObject'];
const SVG_ATTRIBUTES = [
  'viewBox',
  'preserveAspectRatio',
  'patternUnits',
  'patternContentUnits',
  'patternTransform',
  'gradientUnits',
  'gradientTransform',
  'clipPathUnits',
  'markerWidth',
  'markerHeight',
  'refX',
  'refY',
  'textLength',
];
const spelled = (names: readonly string[], name: string): string =>
  names.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;

const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col', 'area']);

/** Text as XML has it; what XML cannot hold is dropped. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML has no way to write
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT;

/** Nodes as XHTML. */
export const toXhtml = (nodes: Iterable<DomNode>, places: Places): string =>
  [...nodes].map((node) => nodeToXhtml(node, places)).join('');

function nodeToXhtml(node: DomNode, places: Places): string {
  if (node.nodeType === TEXT) return escapeXml(node.textContent ?? '');
  if (!isElement(node) || node.matches(LEFT_OUT)) return '';
  if (node.localName === 'svg') return svgToXml(node);
  const inside = () => toXhtml(node.childNodes, places);
  switch (node.localName) {
    case 'a':
      return linkToXhtml(node, inside(), places);
    case 'img':
      return pictureToXhtml(node, places);
    case 'picture':
      return toXhtml(
        [...node.childNodes].filter((child) => isElement(child) && child.localName === 'img'),
        places,
      );
    case 'audio':
    case 'video':
      return recordingToXhtml(node, places);
    case 'details':
      // Readers of books may know no way to open one.
      return tag('div', attributesOf(node), inside());
    case 'div': {
      const held = inside();
      // A name whose value is left out goes with it.
      return held.includes('<dt') && !held.includes('<dd') ? '' : tag('div', attributesOf(node), held);
    }
    case 'section':
      return tag('section', [...attributesOf(node), ...(isNotes(node) ? ENDNOTES : [])], inside());
    case 'summary':
      return tag('p', [...attributesOf(node), ['class', 'fold-title']], inside());
    default:
      return tag(node.localName, attributesOf(node), VOID.has(node.localName) ? null : inside());
  }
}

const isNotes = (node: DomElement): boolean => node.getAttribute('data-footnotes') !== null;
const ENDNOTES: Attribute[] = [
  ['epub:type', 'endnotes'],
  ['role', 'doc-endnotes'],
];

function linkToXhtml(node: DomElement, inside: string, places: Places): string {
  const href = node.getAttribute('href');
  const to = href === null ? null : places.link(href);
  const isNote = node.getAttribute('data-footnote-ref') !== null;
  const isBack = node.getAttribute('data-footnote-backref') !== null;
  const kind: Attribute[] = isNote
    ? [
        ['epub:type', 'noteref'],
        ['role', 'doc-noteref'],
      ]
    : isBack
      ? [['role', 'doc-backlink']]
      : [];
  // Without a place to lead to, what it says stays, and so does its own place.
  return to === null
    ? tag(
        'span',
        attributesOf(node).filter(([name]) => name === 'id' || name === 'class' || name === 'lang'),
        inside,
      )
    : tag('a', [...attributesOf(node), ['href', to], ...kind], inside);
}

function pictureToXhtml(node: DomElement, places: Places): string {
  const source = places.picture(node.getAttribute('src') ?? '');
  const alt = node.getAttribute('alt') ?? '';
  if (source === null) return alt === '' ? '' : tag('span', [['class', 'no-picture']], escapeXml(alt));
  const own = attributesOf(node).filter(([name]) => name !== 'alt');
  return tag('img', [...own, ['src', source], ['alt', alt]], null);
}

/** Too heavy for a book: a link to where it is heard and seen. */
function recordingToXhtml(node: DomElement, places: Places): string {
  const source =
    node.getAttribute('src') ??
    [...node.childNodes].flatMap((child) => (isElement(child) ? (child.getAttribute('src') ?? []) : []))[0] ??
    '';
  const to = places.link(source);
  const name = escapeXml(node.getAttribute('aria-label') ?? source.replace(/^.*\//, ''));
  return to === null || name === '' ? '' : tag('p', [['class', 'recording']], tag('a', [['href', to]], name));
}

function svgToXml(node: DomElement, isOuter = true): string {
  const names: Attribute[] = [...node.attributes].flatMap(({ name, value }): Attribute[] =>
    OF_DRAWINGS_LEFT_OUT.test(name) ? [] : [[spelled(SVG_ATTRIBUTES, name), value]],
  );
  const children = [...node.childNodes].map((child) =>
    isElement(child) ? svgToXml(child, false) : child.nodeType === TEXT ? escapeXml(child.textContent ?? '') : '',
  );
  // The lists below drawings hold the same links, as text.
  const name = node.localName === 'a' ? 'g' : spelled(SVG_NAMES, node.localName);
  if (name === 'style' || name === 'script') return '';
  return tag(name, isOuter ? [['xmlns', 'http://www.w3.org/2000/svg'], ...names] : names, children.join(''));
}

type Attribute = [name: string, value: string];

function attributesOf(node: DomElement): Attribute[] {
  return [...node.attributes].flatMap(({ name, value }): Attribute[] => {
    if (!KEPT.test(name)) return [];
    // Of text, its size is the reader's.
    if ((name === 'width' || name === 'height') && node.localName !== 'img') return [];
    return name === 'lang'
      ? [
          ['lang', value],
          ['xml:lang', value],
        ]
      : [[name, value]];
  });
}

/** @param inside null: an element that holds nothing */
export function tag(name: string, attributes: readonly Attribute[], inside: string | null): string {
  const told = new Map<string, string>();
  // What is said twice: classes are all meant, of all else the last.
  for (const [key, value] of attributes)
    told.set(key, key === 'class' && told.has(key) ? `${told.get(key)} ${value}` : value);
  const written = [...told].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  return inside === null ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}
