import type { z } from 'astro/zod';
import { readYaml, validate } from '../../lib/manuscript/frontmatter.ts';
import { readPractice, readStory } from '../../lib/manuscript/manuscript.ts';
import { type ContentFile, idOf, storyAt } from '../../lib/manuscript/paths.ts';
import { gather, readList } from '../../lib/manuscript/register-file.ts';
import { type ListKind, REGISTERS, type RegisterKind, registerAt } from '../../lib/schema/register-table.ts';
import { type Entries, entriesOnSite, type OnSite } from '../entries.ts';
import { hiddenStories } from './hidden-stories.ts';

/**
 * What of a content folder readers may see. What cannot be read is left out; the check tells of it.
 * @param day `YYYY-MM-DD`
 * @param isPreview shows hidden stories, and what they speak of
 */
export function readOnSite(files: readonly ContentFile[], settings: { day: string; isPreview: boolean }): OnSite {
  const entries = readEntries(files);
  const hidden = new Set(
    hiddenStories(files, new Set(entries.counties.map(({ id }) => id)), settings).map(({ path }) => path),
  );
  const stories = files.filter(({ path }) => storyAt(path) && !hidden.has(path));
  const data = stories.flatMap((file) => readStory(file).data ?? []);
  return { ...entriesOnSite(entries, data), stories: new Set(stories.map(idOf)) };
}

/** The entries of all registers, as far as they are right. */
export function readEntries(files: readonly ContentFile[]): Entries {
  const of = <T>(kind: RegisterKind, schema: z.ZodType<T>) =>
    files
      .filter(({ path }) => registerAt(path) === kind)
      .flatMap((file) => {
        const { value } = validate(schema, readYaml(file.text, 1));
        return value ? [{ id: idOf(file), data: value }] : [];
      });
  return {
    counties: of('counties', REGISTERS.counties.schema),
    series: of('series', REGISTERS.series.schema),
    tags: of('tags', REGISTERS.tags.schema).flatMap(({ data }) => data.tags),
    authors: of('authors', REGISTERS.authors.schema).flatMap(({ data }) => data.authors),
    places: readLists(files, 'places').map(({ id, rows }) => ({ id, places: rows.map(({ row }) => row) })),
    people: readLists(files, 'people').flatMap(({ rows }) => rows.map(({ row }) => row)),
    practices: files
      .filter(({ path }) => registerAt(path) === 'practices')
      .flatMap((file) => {
        const { data } = readPractice(file);
        return data ? [{ id: idOf(file), data }] : [];
      }),
  };
}

/** A register of lists and entries that have files of their own, brought together as far as it is right. */
export const readLists = <K extends ListKind>(files: readonly ContentFile[], kind: K) =>
  gather(
    kind,
    files.filter(({ path }) => registerAt(path) === kind).map((file) => ({ file, value: readList(kind, file).value })),
  );
