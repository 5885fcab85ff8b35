import { pinyin } from 'pinyin-pro';
import { foldSimply } from './spellings.ts';

/** Syllables of the longest names, as words of their own: gu-li-mai-mai-ti. */
const MOST_WORDS = 6;
const WORD = /[A-Z]?[a-z\u00df-\u01dc]+|[A-Z]+(?![a-z])/gu;
const JOINT = /^(?:[-_ .’']|%20|%2D)?$/;

/** How a name is written in letters, without tones and joined: guoguiying; more than one where a character has two readings. */
export function pinyinOf(name: string): string[] {
  const han = foldSimply(name);
  const read = (surname: 'head' | 'off') =>
    plain(pinyin(han, { toneType: 'none', v: true, surname, type: 'array' }).join(''));
  const readings = [read('head'), read('off')];
  return [...new Set(readings.flatMap((one) => [one, one.replaceAll('v', 'u'), one.replaceAll('v', 'yu')]))];
}

/** Every word in letters of a text, and every few that hyphens or blanks join, as they would be written without. */
export function* lettersWords(text: string): Generator<{ word: string; start: number; end: number }> {
  const words = [...text.matchAll(WORD)];
  for (const [at, first] of words.entries()) {
    let word = '';
    for (let i = at; i < Math.min(at + MOST_WORDS, words.length); i++) {
      const [own, before] = [words[i], words[i - 1]];
      if (!own) break;
      if (i > at && before && !JOINT.test(text.slice(before.index + before[0].length, own.index))) break;
      word += plain(own[0]);
      yield { word, start: first.index, end: own.index + own[0].length };
    }
  }
}

/** Without tones, in small letters; ü is a u. */
const plain = (letters: string): string => letters.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** An id made of a Chinese name's letters, for editors to take or leave: 水灾 → shui-zai. */
export function idFor(name: string): string {
  const words = plain(pinyin(foldSimply(name), { toneType: 'none', v: true, type: 'array' }).join('-'));
  const id = words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return /^[a-z]/.test(id) ? id.slice(0, 40).replace(/-$/, '') : `tag-${id || '1'}`;
}
