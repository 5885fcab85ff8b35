import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addRows, answerAt, slugAt, tableOf } from '../../lib/addresses/answers.ts';
import { readYaml, validate } from '../../lib/manuscript/frontmatter.ts';
import type { ContentFile } from '../../lib/manuscript/paths.ts';
import type { Problem } from '../../lib/manuscript/problem.ts';
import { REGISTERS, registerAt } from '../../lib/schema/register-table.ts';
import { liveAddresses, standingOf } from '../addresses.ts';
import { readContent } from './read-content.ts';
import { readOnSite } from './read-on-site.ts';

const FILE = REGISTERS.addresses.where;

/** The rows of the committed table, each with its line; none where there is no table, null where it cannot be read. */
function rowsIn(files: readonly ContentFile[]) {
  const file = files.find(({ path }) => registerAt(path) === 'addresses');
  if (!file) return [];
  const head = readYaml(file.text, 1);
  const { value } = validate(REGISTERS.addresses.schema, head);
  return value?.addresses.map((row, index) => ({ ...row, line: head.locate(['addresses', index, 'at']).line })) ?? null;
}

/** Stories that are called otherwise now, by their slugs, and the line that says so. */
export const renamedStories = (files: readonly ContentFile[]): { from: string; to: string; line: number }[] => {
  const rows = rowsIn(files) ?? [];
  const table = tableOf(rows);
  const standing = { live: new Set<string>(), retired: new Set<string>() };
  return rows.flatMap(({ at, moved, line }) => {
    if (moved === undefined) return [];
    // As far as the rows lead: the last of them is what the story is called now.
    const end = answerAt(at, new Map([...table].filter(([, row]) => row.moved)), standing);
    const [from, to] = [slugAt(at), 'to' in end && end.kind !== 'circle' ? slugAt(end.to) : null];
    return from !== null && to !== null ? [{ from, to, line }] : [];
  });
};

/**
 * What the table says became of a story that has no file any more: the slug of the one that it is, or went into; 'gone'; null
 * where it says nothing.
 */
export function becameOf(slug: string, files: readonly ContentFile[]): { slug: string } | 'gone' | null {
  const to = renamedStories(files).find(({ from }) => from === slug)?.to;
  if (to !== undefined) return { slug: to };
  return (rowsIn(files) ?? []).some(({ at, gone }) => at === `stories/${slug}` && gone) ? 'gone' : null;
}

/** Addresses of the site that the committed table lacks; null where it cannot be read. */
function missingIn(files: readonly ContentFile[], day: string): string[] | null {
  const rows = rowsIn(files);
  if (rows === null) return null;
  const known = new Set(rows.map(({ at }) => at));
  return liveAddresses(readOnSite(files, { day, isPreview: false }), files).filter((at) => !known.has(at));
}

/**
 * Writes the addresses that the site has and the table lacks into it. It takes none out, and changes none.
 * @param day `YYYY-MM-DD`
 * @returns the file, where it was written
 */
export function writeAddresses(folder: string, day: string): string[] {
  const missing = missingIn(readContent(folder), day);
  if (missing === null || missing.length === 0) return [];
  const file = join(folder, FILE);
  writeFileSync(file, addRows(existsSync(file) ? readFileSync(file, 'utf8') : '', missing));
  return [file];
}

/** Stories of the table at which nothing would answer: one of those that are new may be what they are called now. */
export function lostStories(folder: string, day: string): { at: string; line: number }[] {
  const files = readContent(folder);
  const rows = rowsIn(files) ?? [];
  const table = tableOf(rows);
  const standing = standingOf(readOnSite(files, { day, isPreview: false }), files);
  return rows.filter(({ at }) => slugAt(at) !== null && answerAt(at, table, standing).kind === 'lost');
}

/** A table that is behind the site. An archive without one gets it with its next publication. */
export function findAddressesDue(files: readonly ContentFile[], day: string): Problem[] {
  if (!files.some(({ path }) => registerAt(path) === 'addresses')) return [];
  const [first, ...rest] = missingIn(files, day) ?? [];
  if (first === undefined) return [];
  const message = `${first}${rest.length > 0 ? ` 等 ${rest.length + 1} 个网址` : ''}还没有记下，以后改名、撤下就查不出来`;
  const at = { file: FILE, line: 1, column: 1 };
  return [{ ...at, rule: 'address-due', message, cure: '运行 npm run anchors，一并提交', hint: true }];
}

/** Whether a version of the table knew a story. */
export const knewStory = (before: string, slug: string): boolean =>
  (rowsIn([{ path: FILE, text: before }]) ?? []).some(({ at }) => at === `stories/${slug}`);

/** Rows that a version of the table had and this one has not: of an address that once was public nothing is forgotten. */
export function findRowsTaken(before: string, files: readonly ContentFile[]): string[] {
  const rows = rowsIn(files);
  if (rows === null) return [];
  const known = new Set(rows.map(({ at }) => at));
  return (rowsIn([{ path: FILE, text: before }]) ?? []).map(({ at }) => at).filter((at) => !known.has(at));
}
