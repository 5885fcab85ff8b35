import CSL from 'citeproc';
import { hasChinesePunctuation } from '../text/language.ts';
import type { CslDate, CslItem } from './csl.ts';
import apa from './styles/apa.csl?raw';
import chicago from './styles/chicago.csl?raw';
import gbt2025 from './styles/gbt7714-2025.csl?raw';
import en from './styles/locale-en-US.xml?raw';
import zh from './styles/locale-zh-CN.xml?raw';

// Items of CSL as references in the styles of the field, set by citeproc-js when the site is built. The styles are ours,
// written for the kinds of source that archives have: none of the packages that carry styles has GB/T 7714—2025.

/** The older standard asks for the same in the half-width punctuation of its day. */
const gbt2015 = gbt2025.replace(
  /[，：（）]/g,
  (mark) => ({ '，': ', ', '：': ': ', '（': '(', '）': ')' })[mark] ?? mark,
);

const STYLES = { 'gbt7714-2025': gbt2025, 'gbt7714-2015': gbt2015, apa, chicago } as const;
export type StyleId = keyof typeof STYLES;
export const STYLE_IDS = Object.keys(STYLES) as StyleId[];

/** English as it sets what is in another script, whose quotation marks keep full stops out: “甲+乙”. */
const enAbroad = en.replace('punctuation-in-quote="true"', 'punctuation-in-quote="false"');

/** An item as a style is to set it: with words for what is not known, and dates in words. */
export type SetItem = Omit<CslItem, 'accessed'> & { accessed?: CslDate };

/** References of items in a style, in their order; each by itself, so that none is shortened for another’s sake. */
export function setReferences(style: StyleId, items: readonly SetItem[]): string[] {
  return items.map((item) => {
    const engine = engineOf(style, !hasChinesePunctuation(item.language));
    known = item;
    engine.updateItems([item.id]);
    const [, [entry = '']] = engine.makeBibliography() || [{}, []];
    return entry.trim();
  });
}

/** The item that an engine is asked for. */
let known: SetItem | undefined;
const engines = new Map<string, CSL.Engine>();

/** Ours is a Chinese standard, which speaks of works in other languages in English; other styles are English throughout. */
function engineOf(style: StyleId, isForeign: boolean): CSL.Engine {
  const key = `${style} ${isForeign}`;
  const isChinese = style.startsWith('gbt') && !isForeign;
  const words = isChinese ? zh : isForeign ? en : enAbroad;
  const system = { retrieveLocale: () => words, retrieveItem: () => ({ ...known }) };
  const engine = engines.get(key) ?? new CSL.Engine(system, STYLES[style], isChinese ? 'zh-CN' : 'en-US', true);
  engine.setOutputFormat('text');
  engines.set(key, engine);
  return engine;
}
