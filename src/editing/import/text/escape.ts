import { widenPunctuation } from '../../../lib/text/punctuation.ts';

const ADDRESS = /([a-z][a-z0-9+.-]{0,30}:\/\/[\x21-\x7e]+)/i;
const PRIVATE_USE = /[\p{Co}]/gu;

/** A character without a shape, made visible: 〔缺字 U+E010〕. */
export const nameLostCharacters = (text: string): string =>
  text.replace(PRIVATE_USE, (c) => `〔缺字 U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase()}〕`);

/** Invisible characters that only disturb: directions, zero widths, byte order marks, controls. */
export const dropInvisible = (text: string): string =>
  text.replace(/(?![\t\n])[\p{Cc}\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '');

/** Words as MDX that reads the same: nothing in them is markup, a tag or code. Punctuation is made full-width. */
export function escapeWords(text: string): string {
  return widenPunctuation(nameLostCharacters(dropInvisible(text)).normalize('NFC'))
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? `${part} ` : escapePart(part, index === 0)))
    .join('')
    .trim();
}

function escapePart(text: string, first: boolean): string {
  const escaped = text
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replace(/</g, '＜')
    .replace(/\{/g, '｛')
    .replace(/\}/g, '｝')
    .replace(/&(?=#?\w+;)/g, '&amp;');
  if (!first) return escaped;
  return breakStatements(escaped)
    .replace(/^(?:#{1,6}(?=\s|$)|[>+]|-(?=\s|-|$)|=+$|:::)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** A line that begins as a program does would be run as one: its first letter is written by its number. */
const breakStatements = (text: string): string =>
  text.replace(/^(?:import|export)(?=[\s{"'*])/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);

/** Markdown made safe for MDX: comments and tags out, `<` and `{` that are not markup widened. */
export function makeMarkdownSafe(text: string): string {
  return breakStatements(nameLostCharacters(dropInvisible(text)).normalize('NFC'))
    .replace(/<br\s*\/?>/gi, '<br />')
    .replace(/<(?!br \/>|(?:https?|mailto):[^>\s]+>)/g, '＜')
    .replace(/<((?:https?|mailto):[^>\s]+)>/g, '$1 ')
    .replace(/(?<!\\)\{/g, '｛')
    .replace(/(?<!\\)\}/g, '｝');
}
