import { createHmac } from 'node:crypto';

/** A name nobody may publish any more. The name itself is written nowhere. */
export interface WithheldName {
  /** HMAC-SHA-256 of the name under the file's key, hexadecimal. */
  hmac: string;
  /** Characters of the name. */
  length: number;
}

/** The file outside the repository: whoever lacks its key cannot try names against it. */
export interface WithheldNames {
  key: string;
  names: WithheldName[];
}

/** The first characters of its HMAC, by which a withheld name is told apart in manuscripts. */
export const ID_LENGTH = 8;

export function hashName(name: string, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(name.normalize('NFKC')).digest('hex');
}

/**
 * Every place where a withheld name stands in a text, whatever stands around it.
 * @returns offsets in UTF-16 units, with the name's record
 */
export function findWithheld(
  text: string,
  { key, names }: WithheldNames,
): { start: number; end: number; name: WithheldName }[] {
  const byHmac = new Map(names.map((name) => [name.hmac, name]));
  const lengths = [...new Set(names.map((name) => name.length))];
  const known = new Map<string, WithheldName | undefined>();
  const look = (word: string) => {
    if (!known.has(word)) known.set(word, byHmac.get(hashName(word, key)));
    return known.get(word);
  };
  return [...text.matchAll(/[\p{Script=Han}·]+/gu)].flatMap(({ 0: run, index }) =>
    lengths.flatMap((length) => {
      const found = [];
      for (let start = 0; start + length <= run.length; start++) {
        const name = look(run.slice(start, start + length));
        if (name) found.push({ start: index + start, end: index + start + length, name });
      }
      return found;
    }),
  );
}
