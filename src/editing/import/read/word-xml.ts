import { escapeWords } from '../text/escape.ts';
import type { Decision } from '../text/model.ts';

// What Word keeps beside the words. Its XML is read by patterns: the elements looked for hold no others of their kind.

const RUN = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;
const DELETED = /<w:delText(?:\s[^>]*)?>([^<]*)<\/w:delText>/g;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const LONGEST_SHOWN = 80;

const unescapeXml = (text: string) =>
  text
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
const gather = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, text = '']) => unescapeXml(text));
const attributeOf = (tag: string, name: string) =>
  unescapeXml(new RegExp(`\\bw:${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** Changes that were tracked and not yet accepted: what was put in stands in the article, what was taken out here. */
export function readChanges(xml: string): Decision[] {
  const kinds = [
    ['ins', '修订插入，已采纳', RUN],
    ['del', '修订删除，没有收进文章', DELETED],
    ['moveTo', '修订移来，已采纳', RUN],
  ] as const;
  return kinds.flatMap(([name, what, pattern]) =>
    [...xml.matchAll(new RegExp(`<w:${name}(\\s[^>]*[^/])>(.*?)</w:${name}>`, 'gs'))].flatMap(
      ([, tag = '', inside = '']) => {
        const words = gather(inside, pattern).join('');
        const author = attributeOf(tag, 'author');
        return words === '' ? [] : [{ line: 0, what: author ? `${what}（${author}）` : what, text: shorten(words) }];
      },
    ),
  );
}

const shorten = (words: string) =>
  words.length <= LONGEST_SHOWN ? words : `${words.slice(0, LONGEST_SHOWN)}…（共 ${words.length} 字，见原件）`;

/** The comments of a Word file by their id: who asks what, safe to stand in an article. */
export function readComments(xml: string): Map<string, string> {
  const comments = [...xml.matchAll(/<w:comment(\s[^>]*[^/])>(.*?)<\/w:comment>/gs)];
  return new Map(
    comments.map(([, tag = '', inside = '']) => {
      const paragraphs = inside.split('</w:p>').map((paragraph) => gather(paragraph, RUN).join(''));
      const words = escapeWords(paragraphs.filter(Boolean).join(' ')).replaceAll('\n', ' ');
      return [attributeOf(tag, 'id'), `${attributeOf(tag, 'author') || '无名'}批注“${words}”`];
    }),
  );
}

/** Stands in the text where a comment is tied to it; no manuscript has these brackets. */
const TOKEN = /⸨批注(\d+)⸩/g;

/** Takes the tokens of comments out of words. */
export function takeComments(text: string, comments: ReadonlyMap<string, string>): { text: string; asked: string[] } {
  const asked = [...text.matchAll(TOKEN)].flatMap(([, id = '']) => comments.get(id) ?? []);
  return { text: text.replace(TOKEN, ''), asked };
}

/**
 * Word's XML so that mammoth, which leaves out what it does not know, loses no words: fields and changes of direction
 * opened, 拼音 over characters put behind them in brackets, comments marked.
 */
export const prepareXml = (xml: string): string =>
  xml
    .replace(/<w:commentReference\b[^>]*\bw:id="(\d+)"[^>]*\/>/g, '<w:t>⸨批注$1⸩</w:t>')
    .replace(/<\/?w:(?:fldSimple|dir|bdo)\b[^>]*>/g, '')
    .replace(/<w:ruby>.*?<w:rt>(.*?)<\/w:rt>\s*<w:rubyBase>(.*?)<\/w:rubyBase>\s*<\/w:ruby>/gs, toBrackets)
    .replace(
      /<m:oMath(?:\s[^>]*)?>(.*?)<\/m:oMath>/gs,
      (_, formula: string) =>
        `<w:r>${
          formula
            .match(/<m:t\b[^>]*>[^<]*<\/m:t>/g)
            ?.join('')
            .replaceAll('m:t', 'w:t') ?? ''
        }</w:r>`,
    );

const toBrackets = (_: string, over: string, base: string) => {
  const words = (xml: string) => [...xml.matchAll(RUN)].map(([, text = '']) => text).join('');
  return `<w:t>${words(base)}（${words(over)}）</w:t>`;
};

/** The words of every run that is to be seen, as they stand in the file. */
export const runsIn = (xml: string): string[] =>
  gather(xml.replace(/<w:moveFrom\s[^>]*[^/]>.*?<\/w:moveFrom>/gs, ''), RUN).filter((words) => words.trim() !== '');
