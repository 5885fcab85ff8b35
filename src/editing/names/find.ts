import { besides, doubtOf } from './bounds.ts';
import { foldName, type Letter, lettersOf, simpleWordOf, wordOf } from './spellings.ts';

/** A place where the characters of a name stand. */
export interface Hit {
  /** In UTF-16 units of the text. */
  start: number;
  end: number;
  /** The characters, each with its place. */
  letters: readonly Letter[];
  /** Whether it may be part of a longer name or of another word. */
  isDoubtful: boolean;
  /** The name with the character that makes the doubt: 郭桂英子. By this somebody else's name is told apart. */
  within: string;
}

/** Every place where a name stands in a text, however it is written. */
export function findName(text: string, name: string): Hit[] {
  const wanted = [...foldName(name)];
  const letters = lettersOf(text);
  if (wanted.length === 0) return [];
  return letters.flatMap((_, at) => (isAt(letters, at, wanted) ? [toHit(letters, at, at + wanted.length)] : []));
}

const isAt = (letters: readonly Letter[], at: number, wanted: readonly string[]): boolean =>
  wanted.every((letter, i) => letters[at + i]?.letter === letter && (i === 0 || letters[at + i]?.gap !== 'break'));

/** The characters from one to another as a hit. */
export function toHit(letters: readonly Letter[], from: number, to: number): Hit {
  const own = letters.slice(from, to);
  const doubt = doubtOf(simpleWordOf(own), besides(letters, from, to));
  const isNear = (at: number) => letters[at]?.gap === 'none';
  const first = doubt !== 'after' && isNear(from) ? from - 1 : from;
  const last = doubt !== 'before' && isNear(to) ? to + 1 : to;
  return {
    start: own[0]?.start ?? 0,
    end: own.at(-1)?.end ?? 0,
    letters: own,
    isDoubtful: doubt !== null,
    within: wordOf(letters.slice(first, last)),
  };
}
