import { manifestLine } from './file-list.ts';

// The tag files of a bag (BagIt 1.0, RFC 8493).

/** The digests of a bag, as its manifests are called. */
export const ALGORITHMS = ['sha256', 'sha512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** A file of a bag, by its path from the bag's folder. */
export interface BagFile {
  path: string;
  bytes: number;
  digests: Readonly<Record<Algorithm, string>>;
}

/** `bagit.txt`, the same in every bag. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

const byPath = (a: BagFile, b: BagFile): number => (a.path < b.path ? -1 : Number(a.path > b.path));

/** `manifest-sha256.txt` and its like, by name: of the payload, or of the tag files where `tags` is said. */
export const manifests = (files: readonly BagFile[], tags: '' | 'tag' = ''): [name: string, text: string][] =>
  ALGORITHMS.map((algorithm) => [
    `${tags}manifest-${algorithm}.txt`,
    [...files]
      .sort(byPath)
      .map(({ path, digests }) => manifestLine(digests[algorithm], path))
      .join(''),
  ]);

/** Octets and streams of a payload, as `Payload-Oxum` has them. */
export const payloadOxum = (files: readonly BagFile[]): string =>
  `${files.reduce((sum, { bytes }) => sum + bytes, 0)}.${files.length}`;

/** A size as `Bag-Size` has it, for people. */
export function bagSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

/** `bag-info.txt`; what nobody knows is left out, and no value breaks its line. */
export const bagInfo = (facts: readonly (readonly [label: string, value: string | null | undefined])[]): string =>
  facts.flatMap(([label, value]) => (value ? [`${label}: ${value.replace(/\s+/g, ' ').trim()}\n`] : [])).join('');
