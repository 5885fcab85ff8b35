/** A package of others of which the built site holds a part. */
export interface Shipped {
  name: string;
  version: string;
  /** What its package.json says, in SPDX's words: `MIT`, `MIT AND Apache-2.0`; '' where it says nothing. */
  licence: string;
  /** Whom its package.json names; '' where nobody. */
  author: string;
  /** Where it comes from, `https:`; null where its package.json names no such place. */
  home: string | null;
  /** Its licence files as they are, one after the other; '' where it has none. */
  text: string;
}

/** A licence text with all packages that come under these very words. */
export interface Notice {
  packages: Pick<Shipped, 'name' | 'version'>[];
  licence: string;
  text: string;
  /** Whose it is, where the text does not say. */
  authors: string[];
  homes: string[];
}

/** Licences that ask for no more than to be handed on with what they cover, as the page of licences does. */
const USUAL = new Set(
  ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'Unlicense'].map(
    (id) => id.toLowerCase(),
  ),
);

/** Unusual ones that somebody has read, each for the packages that it was read for; README.md (“Licences”) says with what result. */
const READ: ReadonlyMap<string, readonly string[]> = new Map([
  ['Hippocratic-2.1', ['react-leaflet', '@react-leaflet/core']],
]);

/** Why a package must not be shipped before a person has looked, as a Chinese clause; null where nothing is wrong. */
export function licenceFault({ name, licence, text }: Shipped): string | null {
  if (text === '') return '没有许可原文';
  if (licence === '') return '没有写明许可';
  if (READ.get(licence)?.includes(name)) return null;
  // Every one that is named, also of those among which one may choose: the choice is a person's.
  const unusual = licence.split(/[\s()]+|\b(?:AND|OR)\b/).filter((id) => id && !USUAL.has(id.toLowerCase()));
  return unusual.length > 0 ? `许可是 ${licence}，不在常用之列` : null;
}

/** Whether a licence text says whose the work is. */
const namesOwner = (text: string): boolean => /copyright|\(c\)|©/i.test(text);

/** The notices of all packages, by the name of the first; the same text is told once. */
export function noticesOf(shipped: readonly Shipped[]): Notice[] {
  const sorted = shipped.toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  const groups = Map.groupBy(sorted, ({ licence, text }) => `${licence}\n${text}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { licence, text } = first;
    const authors = namesOwner(text) ? [] : group.map(({ author }) => author).filter(Boolean);
    return {
      packages: group.map(({ name, version }) => ({ name, version })),
      licence,
      text,
      authors: [...new Set(authors)],
      homes: [...new Set(group.flatMap(({ home }) => home ?? []))],
    };
  });
}

/** By character codes: the same order on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
