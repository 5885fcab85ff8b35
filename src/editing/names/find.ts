import { besides, doubtOf } from './bounds.ts';
import { foldName, type Letter, lettersOf } from './spellings.ts';

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
  const name = own.map(({ letter }) => letter).join('');
  const { before, after } = besides(letters, from, to);
  const doubt = doubtOf(name, { before, after });
  return {
    start: own[0]?.start ?? 0,
    end: own.at(-1)?.end ?? 0,
    letters: own,
    isDoubtful: doubt !== null,
    within: `${doubt === 'after' ? '' : ([...before].at(-1) ?? '')}${name}${doubt === 'before' ? '' : ([...after][0] ?? '')}`,
  };
}
