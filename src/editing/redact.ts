import type { ContentFile } from '../lib/manuscript/paths.ts';
import type { Position } from '../lib/manuscript/problem.ts';
import { surnameOf } from '../lib/text/surnames.ts';
import { findName, type Hit } from './names/find.ts';
import { pinyinOf } from './names/pinyin.ts';
import { foldName, foldSimply } from './names/spellings.ts';
import { hashesOf, hashLetters, hashName, ID_LENGTH, type WithheldNames } from './withheld.ts';
import { restoreName, withholdName, withholdsName } from './withhold.ts';

/** Who is to be withheld. */
export interface Person {
  name: string;
  /** Other names of the same person: a pet name, a former one, the given name alone. */
  also: readonly string[];
  /** Longer names of other people; an answer adds to them. */
  others: string[];
}

/** A story with a person's names taken out or put back. */
export interface Changed {
  file: ContentFile;
  text: string;
  count: number;
  places: LeftPlace[];
}

/** A place that was left as it is, in the text as it is now, and why. */
export interface LeftPlace extends Position {
  why: 'doubtful' | 'given' | 'unmendable';
}

/** Whether a place that may be a longer name or another word is this person. */
export type Decide = (text: string, hit: Hit) => Promise<boolean>;

const idOf = (name: string, key: string): string => hashName(name, key).slice(0, ID_LENGTH);

/** The given name alone: 桂英 of 郭桂英; null where it would be one character, or no surname is known. */
export function givenNameOf(name: string): string | null {
  const han = foldSimply(name);
  const surname = surnameOf(han);
  const given = surname === null ? '' : han.slice(surname.length);
  return [...given].length > 1 ? given : null;
}

/** Part of a name is looked for only in stories that hold or withhold the whole. */
const isPart = (name: string, whole: string): boolean => name !== whole && foldName(whole).endsWith(foldName(name));

/** Where one name stands in a text and is not part of the other. */
export function findAlone(text: string, part: string, whole: string): Hit[] {
  const hits = findName(text, whole);
  return findName(text, part).filter(({ start, end }) => !hits.some((hit) => start >= hit.start && end <= hit.end));
}

/** Takes a person out of stories. @returns those that changed, or in which something is left */
export async function takeOut(
  stories: readonly ContentFile[],
  person: Person,
  { as, key, decide }: { as: string; key: string; decide: Decide },
): Promise<Changed[]> {
  const whole = idOf(person.name, key);
  const given = givenNameOf(person.name);
  const changed: Changed[] = [];
  for (const file of stories) {
    let [text, count]: [string, number] = [file.text, 0];
    for (const name of [person.name, ...person.also]) {
      if (isPart(name, person.name) && !withholdsName(text, whole)) continue;
      const meant = new Set<number>();
      const hits = name === person.name ? findName(text, name) : findAlone(text, name, person.name);
      for (const hit of hits) if (hit.isDoubtful && (await decide(text, hit))) meant.add(hit.start);
      const change = inFile(file, () =>
        withholdName(text, { name, id: idOf(name, key), as }, ({ start }) => meant.has(start)),
      );
      text = change.text;
      count += change.count;
    }
    const places = placesLeft(text, person);
    const alone = given !== null && withholdsName(text, whole) ? findAlone(text, given, person.name) : [];
    if (!person.also.map(foldName).includes(given ?? ''))
      places.push(...alone.map(({ start }) => ({ ...positionAt(text, start), why: 'given' as const })));
    if (count > 0 || places.length > 0) changed.push({ file, text, count, places });
  }
  return changed;
}

/**
 * Takes a person out of files that are nothing but words: transcripts and captions beside stories. No mark can stand in
 * them, so that nothing puts the name back.
 */
export async function takeOutOfWords(
  files: readonly ContentFile[],
  person: Person,
  { as, decide }: { as: string; decide: Decide },
): Promise<Changed[]> {
  const changed: Changed[] = [];
  for (const file of files) {
    let [text, count]: [string, number] = [file.text, 0];
    for (const name of [person.name, ...person.also]) {
      if (isPart(name, person.name) && count === 0) continue;
      for (const hit of findName(text, name).reverse()) {
        if (hit.isDoubtful && !(await decide(text, hit))) continue;
        text = text.slice(0, hit.start) + as + text.slice(hit.end);
        count++;
      }
    }
    const places = placesLeft(text, person);
    if (count > 0 || places.length > 0) changed.push({ file, text, count, places });
  }
  return changed;
}

/** Names the file in what goes wrong. */
function inFile<T>({ path }: ContentFile, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new Error(`${path}：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Where the names still stand, but for what is somebody else's. */
function placesLeft(text: string, person: Person): LeftPlace[] {
  const not = new Set(person.others.map(foldName));
  return [person.name, ...person.also.filter((one) => !isPart(one, person.name))]
    .flatMap((name) => findName(text, name))
    .filter((hit) => !(hit.isDoubtful && not.has(hit.within)))
    .map(({ start, isDoubtful }) => ({ ...positionAt(text, start), why: isDoubtful ? 'doubtful' : 'unmendable' }));
}

/** Puts a person's names back into stories. */
export function putBack(stories: readonly ContentFile[], names: readonly string[], key: string): Changed[] {
  const ids = names.flatMap((name) => hashesOf(name, key).map((hmac) => ({ name, id: hmac.slice(0, ID_LENGTH) })));
  return stories.flatMap((file): Changed[] => {
    let [text, count]: [string, number] = [file.text, 0];
    for (const one of ids) {
      const restored = restoreName(text, one);
      text = restored.text;
      count += restored.count;
    }
    return count > 0 ? [{ file, text, count, places: [] }] : [];
  });
}

/** The fingerprints with this person's names, or without them. */
export function remember(withheld: WithheldNames, person: Person, isRestored: boolean): WithheldNames {
  const { key } = withheld;
  const { name, also, others } = person;
  const print = (word: string) => ({ hmac: hashName(word, key), length: [...foldName(word)].length });
  const own = [name, ...also].map((word) => ({
    ...print(word),
    ...(isPart(word, name) ? { partOf: idOf(name, key) } : {}),
  }));
  const gone = new Set([name, ...also].flatMap((word) => hashesOf(word, key)));
  const letters = [name, ...also.filter((word) => !isPart(word, name))]
    .flatMap(pinyinOf)
    .map((word) => hashLetters(word, key));
  const longer = others.map(print);
  return {
    key,
    names: [...withheld.names.filter(({ hmac }) => !gone.has(hmac)), ...(isRestored ? [] : own)],
    others: [...(withheld.others ?? []).filter(({ hmac }) => !longer.some((one) => one.hmac === hmac)), ...longer],
    pinyin: [
      ...(withheld.pinyin ?? []).filter((one) => !letters.includes(one)),
      ...(isRestored ? [] : new Set(letters)),
    ],
  };
}

/** Characters on either side that tell a person who is meant. */
const CONTEXT = 12;

/** A name within the words around it, for the person who is asked about it: 住在村东。【郭桂英】子是别人. */
export function contextOf(text: string, { start, end }: Pick<Hit, 'start' | 'end'>): string {
  const plain = (part: string) => part.replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ');
  const before = plain(text.slice(Math.max(0, start - 200), start).replace(/^[^<>]*>/, ''));
  const after = plain(text.slice(end, end + 200).replace(/<[^<>]*$/, ''));
  return `${[...before].slice(-CONTEXT).join('')}【${text.slice(start, end)}】${[...after].slice(0, CONTEXT).join('')}`;
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
