import { stringify } from 'yaml';

/** Kinds of entries that have a file of their own, by what editors call them. */
export const ENTRY_KINDS = ['county', 'person', 'place', 'practice'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What an editor says of an entry before writing it. */
export interface NewEntry {
  id: string;
  name: string;
  /** Of people and places: the county that they belong to; '' of who belongs to none. */
  county: string;
  /** Of people: their office, as the source gives it; '' where it gives none. */
  role: string;
  /** Of places: one of the archive's levels. */
  level: string;
  /** Of practices: one of the archive's kinds. */
  kind: string;
  /** Of counties and practices: a sentence on what it is. */
  summary: string;
}

/** Where an entry lies in the content folder. */
export const entryFile = (kind: EntryKind, { id, county }: Pick<NewEntry, 'id' | 'county'>): string =>
  ({
    county: `counties/${id}.yaml`,
    person: `people/${id}.yaml`,
    place: `places/${county}/${id}.yaml`,
    practice: `practices/${id}.mdx`,
  })[kind];

/** A new entry: what is known of it, and what has still to be written. */
export function blankEntry(
  kind: EntryKind,
  { name, county, role, level, kind: practiceKind, summary }: NewEntry,
): string {
  if (kind === 'person') return stringify({ name, ...(role ? { role } : {}), ...(county ? { county } : {}) });
  if (kind === 'place') return stringify({ name, level });
  if (kind === 'practice')
    return `---\n${stringify({ name, kind: practiceKind, summary }, { lineWidth: 0 })}---\n\n${summary}\n`;
  return blankUnit(name, summary);
}

/** A new place that stories belong to, whole as it is: nothing of it has to be written before the site is built. */
export const blankUnit = (name: string, intro: string): string => `${stringify({ name })}\
# 它在哪里，从大到小；哪里都不属于的就空着。是县区的，另写一行 code，六位行政区划代码，加引号。
within: []
# 里面的一点：[经度, 纬度]，地球上哪里都行；没有画出轮廓的地方，地图上就是这一点。还不知道就空着，地图上先没有它。
# centre: [110.5, 30.5]
${stringify({ intro }, { lineWidth: 0 })}`;
