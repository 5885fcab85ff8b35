import { attributeOf, childrenOf, isWord } from './word-dom.ts';

/** Properties of a paragraph or a run: its own, or those of one of its styles. */
export type Properties = Element | undefined;

/** The styles of a Word file, each with those it is based on. */
export interface Styles {
  /** The names of a paragraph's style and of those it is based on, lower-case, nearest first. */
  names: (id: string) => string[];
  /** The properties of a style and of those it is based on, nearest first. */
  chain: (id: string, kind: 'pPr' | 'rPr') => Element[];
  /** The style that a paragraph without one has. */
  usual: string;
}

/** The first child of a name. */
export const childOf = (element: Properties, name: string): Element | undefined =>
  element ? childrenOf(element).find((child) => isWord(child, name)) : undefined;

/** The value of a property; '' where there is none. */
export const settingOf = (properties: Properties, name: string): string => {
  const property = childOf(properties, name);
  return property ? attributeOf(property, 'val') : '';
};

/** Whether a property is switched on; undefined where it is not spoken of. */
export function switchOf(properties: Properties, name: string): boolean | undefined {
  const property = childOf(properties, name);
  return property ? !/^(?:0|false|off|none)$/.test(attributeOf(property, 'val')) : undefined;
}

const MOST_BASED = 20;

/** Reads the styles of a file; without any, every paragraph is plain. */
export function readStyles(root: Element | undefined): Styles {
  const all = (root ? childrenOf(root) : []).filter((element) => isWord(element, 'style'));
  const byId = new Map(all.map((style) => [attributeOf(style, 'styleId'), style]));
  const lineOf = (id: string): Element[] => {
    const line: Element[] = [];
    for (let style = byId.get(id); style && line.length < MOST_BASED; style = byId.get(settingOf(style, 'basedOn')))
      line.push(style);
    return line;
  };
  const usual = all.find(
    (style) => attributeOf(style, 'type') === 'paragraph' && attributeOf(style, 'default').match(/^(?:1|true|on)$/),
  );
  return {
    names: (id) => lineOf(id).map((style) => settingOf(style, 'name').toLowerCase()),
    chain: (id, kind) => lineOf(id).flatMap((style) => childOf(style, kind) ?? []),
    usual: usual ? attributeOf(usual, 'styleId') : '',
  };
}
