import { type Forms, foldTerms, readForms } from './forms.ts';
import type { Lexicon } from './types.ts';

export interface Suggestions {
  words: string[];
  /** Near enough to be what was meant: the same sound, or one wrong character among three or more. */
  strong: boolean;
}

const MOST = 5;

/**
 * What a reader may have meant who found nothing: words whose pinyin begins so, or with one other character.
 * @param text the query in NFKC and lower case
 * @param forms by which characters are the same
 */
export function suggest(
  text: string,
  { words, names = words.length }: Pick<Lexicon, 'words' | 'names'>,
  forms: Forms = readForms(),
): Suggestions {
  const letters = text.replace(/[\s'’]/g, '');
  if (/^[a-zü]{2,}$/.test(letters)) return { words: byPinyin(letters.replaceAll('ü', 'v'), words), strong: true };
  const characters = foldTerms([...text.replace(/[\p{P}\s]/gu, '')], forms);
  // With one of two characters changed nearly everything is another word; a name is still worth asking about.
  const likely = characters.length > 2 ? words : words.slice(0, names);
  const near = likely.filter(([word]) => differsByOne(foldTerms([...word], forms), characters)).map(([word]) => word);
  return { words: near.slice(0, MOST), strong: characters.length > 2 };
}

/** Words that sound just so, whole or by their initials: yaoheng, yh. */
export function wordsSpoken(letters: string, words: Lexicon['words']): string[] {
  const typed = letters.toLowerCase().replaceAll('ü', 'v');
  if (!/^[a-z]{2,}$/.test(typed)) return [];
  const whole = words.filter(([, pinyin]) => joined(pinyin) === typed);
  const found = whole.length > 0 ? whole : words.filter(([, pinyin]) => initials(pinyin) === typed);
  return found.slice(0, MOST).map(([word]) => word);
}

function byPinyin(letters: string, words: Lexicon['words']): string[] {
  const same = words.filter(([, pinyin]) => joined(pinyin) === letters);
  const longer = words.filter(([, pinyin]) => joined(pinyin) !== letters && joined(pinyin).startsWith(letters));
  const short = words.filter(([, pinyin]) => initials(pinyin) === letters);
  return [...new Set([...same, ...longer, ...short].map(([word]) => word))].slice(0, MOST);
}

const joined = (pinyin: string): string => pinyin.replaceAll(' ', '');
const initials = (pinyin: string): string => pinyin.replace(/(\S)\S*\s*/g, '$1');

function differsByOne(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 1 && a.length === b.length && a.filter((character, i) => character !== b[i]).length === 1;
}
