import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Imported, ImportResult } from '../editing/import/import-file.ts';
import { isSlug, storyFile } from '../lib/manuscript/paths.ts';

const PICTURE_TYPES = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
]);

/** Whether a picture of this type is taken out of a Word file. */
export const canKeep = (type: string): boolean => PICTURE_TYPES.has(type);

/** What is to be written for one file, complete before anything is. */
export interface Output {
  file: string;
  data: string | Uint8Array;
}

/** The file that is imported, and where to. */
interface Source {
  path: string;
  out: string;
  slug?: string | undefined;
}

/** Every draft of a file with its pictures. */
export const toOutputs = (result: ImportResult, source: Source): Output[] =>
  result.articles.flatMap((article, index) => {
    const county = article.facts.county ?? 'unsorted';
    const number = result.articles.length > 1 ? `-${index + 1}` : '';
    const slug = slugOf(source.path, county, source.slug) + number;
    return draftWithPictures(article, result, join(source.out, storyFile(county, slug)));
  });

/** A picture that cannot be kept is named all the same: the check asks for it. */
function draftWithPictures(article: Imported, result: ImportResult, story: string): Output[] {
  const [folder, slug] = [dirname(story), basename(story, '.mdx')];
  let draft = article.draft;
  const pictures = result.pictures.flatMap(({ name, type, bytes }, i): Output[] => {
    if (!draft.includes(`(${name})`)) return [];
    const file = `${slug}-${i + 1}.${PICTURE_TYPES.get(type) ?? 'jpg'}`;
    draft = draft.replaceAll(`(${name})`, `(./${file})`);
    return canKeep(type) ? [{ file: join(folder, file), data: bytes }] : [];
  });
  return [{ file: story, data: draft }, ...pictures];
}

/**
 * A name given, the file's own where it can stand in an address, or one by chance. None of its contents: from a hash of
 * them a name that is taken out later could be found by trying names.
 */
function slugOf(path: string, county: string, given?: string): string {
  if (given) return given;
  const own = basename(path)
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[._\s]+/g, '-');
  return isSlug(own) ? own : `${county}-${randomBytes(4).toString('hex')}`;
}

/** Whether an original has been imported before, under whatever name. */
export function isKept(sha256: string, out: string): boolean {
  const list = join(out, 'originals/SHA256SUMS');
  return existsSync(list) && readFileSync(list, 'utf8').includes(sha256);
}

/** The original's bytes as they came, and its line in the list that `sha256sum -c` reads. */
export function keepOriginal(path: string, bytes: Uint8Array, sha256: string, out: string): Output[] {
  const folder = join(out, 'originals');
  const name = `${sha256.slice(0, 12)}-${basename(path)}`;
  const list = join(folder, 'SHA256SUMS');
  const known = existsSync(list) ? readFileSync(list, 'utf8') : '';
  if (known.includes(sha256)) return [];
  return [
    { file: join(folder, name), data: bytes },
    { file: list, data: `${known}${sha256}  ${name}\n` },
  ];
}
