import type { Span } from '../../lib/text/sentences.ts';

const ESCAPED = /[!-/:-@[-`{-~]/;
const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/y;

/**
 * Where each UTF-16 unit of a text stands in its source, which may write it otherwise: `\*`, `&amp;`, blanks and `>` at the
 * head of a line.
 * @returns for each unit from where to where it is written; null where the two cannot be brought together
 */
export function writtenAt(value: string, source: string): Span[] | null {
  const spans: Span[] = [];
  let at = 0;
  for (let index = 0; index < value.length; ) {
    const sign = value.charAt(index);
    if (sign === '\n') {
      // Blanks at the end of a line and what stands at the head of the next are no part of the text.
      const end = /^[ \t]*\r?\n(?:[ \t]|>(?=[ \t]|$|[^>]))*/.exec(source.slice(at))?.[0].length;
      if (end === undefined) return null;
      const own = source.indexOf('\n', at);
      spans.push([own, at + end]);
      [at, index] = [at + end, index + 1];
      continue;
    }
    ENTITY.lastIndex = at;
    const entity = source.charAt(at) === '&' ? ENTITY.exec(source)?.[0] : undefined;
    if (entity !== undefined && !value.startsWith(entity, index)) {
      // One character, of one unit or two.
      const length = String.fromCodePoint(value.codePointAt(index) ?? 0).length;
      for (let i = 0; i < length; i++) spans.push([at, at + entity.length]);
      [at, index] = [at + entity.length, index + length];
      continue;
    }
    const isEscaped = source.charAt(at) === '\\' && source.charAt(at + 1) === sign && ESCAPED.test(sign);
    if (isEscaped) {
      spans.push([at, at + 2]);
      [at, index] = [at + 2, index + 1];
      continue;
    }
    if (source.charAt(at) !== sign) return null;
    spans.push([at, at + 1]);
    [at, index] = [at + 1, index + 1];
  }
  return at === source.length ? spans : null;
}
