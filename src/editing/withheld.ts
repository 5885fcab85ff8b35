import { createHmac } from 'node:crypto';
import { type Hit, toHit } from './names/find.ts';
import { lettersWords } from './names/pinyin.ts';
import { foldName, foldSimply, type Letter, lettersOf, simpleWordOf, wordOf } from './names/spellings.ts';

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

/** Every fingerprint that a name has had, that of today first. */
export const hashesOf = (name: string, key: string): string[] => [
  ...new Set([hashName(name, key), hmacOf(foldSimply(name), key), hashAsTyped(name, key)]),
];

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
        const own = all.slice(at, end);
        if (own.some(({ gap }, i) => i > 0 && gap === 'break')) return [];
        const name = folded.get(hmac(wordOf(own))) ?? folded.get(hmac(simpleWordOf(own)));
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
  const findTyped = (text: string): WithheldHit[] => {
    const all = lettersOf(text);
    return lengthsOf([...typed.values()]).flatMap((length) =>
      all.flatMap((_, at): WithheldHit[] => {
        const found = asTyped(text, all, at, length).find(({ words }) => words.some((word) => typed.has(hmac(word))));
        const name = found?.words.map((word) => typed.get(hmac(word))).find(Boolean);
        const [first, last] = [all[at], all[at + (found?.letters ?? 0) - 1]];
        return name && first && last ? [{ start: first.start, end: last.end, isDoubtful: false, name }] : [];
      }),
    );
  };
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

/** What may have been typed for the letters from here on: as they stand, as they are compared, and with one dot in them. */
function asTyped(text: string, all: readonly Letter[], at: number, length: number) {
  const take = (count: number) => {
    const own = all.slice(at, at + count);
    return own.length === count && own.every(({ gap }, i) => i === 0 || gap !== 'break') ? own : [];
  };
  const [whole, dotted] = [take(length), take(length - 1)];
  const stands = whole
    .map(({ start, end }) => text.slice(start, end))
    .join('')
    .normalize('NFKC');
  return [
    { letters: length, words: whole.length > 0 ? [stands, wordOf(whole), simpleWordOf(whole)] : [] },
    {
      letters: length - 1,
      words: dotted.slice(1).map((_, i) => `${wordOf(dotted.slice(0, i + 1))}·${wordOf(dotted.slice(i + 1))}`),
    },
  ];
}

const lengthsOf = (names: readonly WithheldName[]): number[] => [...new Set(names.map((name) => name.length))];

/** Every place where a withheld name stands in one text. */
export const findWithheld = (text: string, withheld: WithheldNames): WithheldHit[] =>
  withheldFinder(withheld).find(text);
