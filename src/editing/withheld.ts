import { createHmac } from 'node:crypto';
import { type Hit, toHit } from './names/find.ts';
import { lettersWords } from './names/pinyin.ts';
import { foldName, lettersOf } from './names/spellings.ts';

/** A name nobody may publish any more. The name itself is written nowhere. */
export interface WithheldName {
  /** HMAC-SHA-256 of the name under the file's key, hexadecimal; of its one spelling, as `foldName` gives it. */
  hmac: string;
  /** Characters of the name. */
  length: number;
  /** Written before there was one spelling of a name: its HMAC is of the name as it was typed. */
  asTyped?: boolean | undefined;
  /** Id of the name of which this is a part: it is looked for in those stories alone that withhold that. */
  partOf?: string | undefined;
}

/** The file outside the repository: whoever lacks its key cannot try names against it. */
export interface WithheldNames {
  key: string;
  names: WithheldName[];
  /** Longer names of other people that hold a withheld one. */
  others?: WithheldName[] | undefined;
  /** HMACs of the names in letters, by which they are found in file names and addresses. */
  pinyin?: string[] | undefined;
}

/** The first characters of its HMAC, by which a withheld name is told apart in manuscripts. */
export const ID_LENGTH = 8;

export const idOfName = ({ hmac }: Pick<WithheldName, 'hmac'>): string => hmac.slice(0, ID_LENGTH);

const hmacOf = (text: string, key: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');

/** The fingerprint of a name: the same for every spelling of it. */
export const hashName = (name: string, key: string): string => hmacOf(foldName(name), key);

/** The fingerprint of a name as it was made while names had as many as they had spellings. */
export const hashAsTyped = (name: string, key: string): string => hmacOf(name.normalize('NFKC'), key);

/** The fingerprint of a name in letters. */
export const hashLetters = (word: string, key: string): string => hmacOf(`pinyin:${word}`, key);

/** A place where a withheld name stands. */
export interface WithheldHit extends Pick<Hit, 'start' | 'end' | 'isDoubtful'> {
  name: WithheldName;
}

/** Looks for withheld names; one for many texts, as it remembers what it has computed. */
export function withheldFinder({ key, names, others = [], pinyin = [] }: WithheldNames) {
  const known = new Map<string, string>();
  const hmac = (word: string): string => {
    const found = known.get(word) ?? hmacOf(word, key);
    known.set(word, found);
    return found;
  };
  const folded = new Map(names.filter(({ asTyped }) => !asTyped).map((name) => [name.hmac, name]));
  const typed = new Map(names.filter(({ asTyped }) => asTyped).map((name) => [name.hmac, name]));
  const lengths = lengthsOf([...folded.values()]);
  const longer = new Set(others.map((other) => other.hmac));
  const letters = new Set(pinyin);

  const findFolded = (text: string): WithheldHit[] => {
    const all = lettersOf(text);
    const excused: Hit[] = [];
    const hits = lengths.flatMap((length) =>
      all.flatMap((_, at): WithheldHit[] => {
        const end = at + length;
        if (end > all.length) return [];
        let word = all[at]?.letter ?? '';
        for (let i = at + 1; i < end; i++) {
          if (all[i]?.gap === 'break') return [];
          word += all[i]?.letter;
        }
        const name = folded.get(hmac(word));
        if (!name) return [];
        const hit = toHit(all, at, end);
        if (hit.isDoubtful && longer.has(hmac(hit.within))) {
          excused.push(hit);
          return [];
        }
        return [{ start: hit.start, end: hit.end, isDoubtful: hit.isDoubtful, name }];
      }),
    );
    // A given name within somebody else's name is nobody's either.
    return hits.filter(({ start, end }) => !excused.some((other) => start >= other.start && end <= other.end));
  };
  const findTyped = (text: string): WithheldHit[] =>
    [...text.matchAll(/[\p{Script=Han}·]+/gu)].flatMap(({ 0: run, index }) =>
      lengthsOf([...typed.values()]).flatMap((length) => {
        const all = [...run];
        return all.flatMap((_, at): WithheldHit[] => {
          const word = all.slice(at, at + length).join('');
          const name = [...word].length === length ? typed.get(hmac(word.normalize('NFKC'))) : undefined;
          if (!name) return [];
          const start = index + all.slice(0, at).join('').length;
          return [{ start, end: start + word.length, isDoubtful: false, name }];
        });
      }),
    );
  return {
    /** Every place where a withheld name stands in a text, in any spelling. */
    find: (text: string): WithheldHit[] => [
      ...(folded.size > 0 ? findFolded(text) : []),
      ...(typed.size > 0 ? findTyped(text) : []),
    ],
    /** Where one stands in letters. */
    findLetters: (text: string): { start: number; end: number }[] =>
      letters.size === 0 ? [] : [...lettersWords(text)].filter(({ word }) => letters.has(hmac(`pinyin:${word}`))),
  };
}

const lengthsOf = (names: readonly WithheldName[]): number[] => [...new Set(names.map((name) => name.length))];

/** Every place where a withheld name stands in one text. */
export const findWithheld = (text: string, withheld: WithheldNames): WithheldHit[] =>
  withheldFinder(withheld).find(text);
