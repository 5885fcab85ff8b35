import { CITING } from '#words/citing.ts';
import { SELECTION } from '#words/selection.ts';
import { toBibtex } from '../../lib/citation/bibtex.ts';
import type { CslItem } from '../../lib/citation/csl.ts';
import { toRis } from '../../lib/citation/ris.ts';
import { toCsv } from '../../lib/data/csv.ts';
import { citationIn, seenOn } from './citation-text.ts';

// Records of several stories as one file, put together in the browser of what each story’s page has beside it.

export type RecordsForm = keyof typeof SELECTION.forms;

/** A story’s record as its files have it. */
export interface TakenRecord {
  /** Ours, then the originals. */
  items: CslItem[];
  /** Their references by GB/T 7714, in the same order. */
  references: string[];
}

/** The records as a file, in the order given. @param day on which the reader saw them */
export function recordsFile(
  records: readonly TakenRecord[],
  form: RecordsForm,
  day: Date,
): { text: string; type: string } {
  const items = records.flatMap((record) => record.items);
  const exported = items.map(({ custom, ...csl }) => ({ csl, date: custom?.edtf ?? null }));
  const seen = (reference: string) => seenOn(reference, CITING.accessed, day);
  switch (form) {
    case 'bib':
      return { text: toBibtex(exported), type: 'application/x-bibtex' };
    case 'ris':
      return { text: toRis(exported, CITING.date), type: 'application/x-research-info-systems' };
    case 'json':
      return { text: `${JSON.stringify(items, null, 1)}\n`, type: 'application/vnd.citationstyles.csl+json' };
    case 'txt':
      return { text: `${records.flatMap(({ references }) => references.map(seen)).join('\n')}\n`, type: 'text/plain' };
    case 'csv':
      return {
        text: toCsv([[...SELECTION.columns], ...records.flatMap((record) => rowsOf(record, seen))]),
        type: 'text/csv',
      };
  }
}

/** A row an original; of a story that has none, one. */
function rowsOf(
  { items: [own, ...originals], references: [reference = '', ...others] }: TakenRecord,
  seen: (reference: string) => string,
) {
  const row = (original: CslItem | undefined, at: number) => [
    own?.title ?? '',
    own?.URL ?? '',
    original?.title ?? '',
    original?.['container-title'] ?? original?.publisher ?? '',
    original?.custom?.byline ?? '',
    original?.custom?.edtf ?? '',
    seen(reference),
    others[at] ?? '',
  ];
  return originals.length > 0 ? originals.map(row) : [row(undefined, 0)];
}

/** As many are asked for at a time. */
const AT_ONCE = 6;

/**
 * The records of stories by the paths of their pages; null of one that is on the site no more.
 * @throws where the network fails
 */
export async function fetchRecords(stories: readonly string[]): Promise<(TakenRecord | null)[]> {
  const records: (TakenRecord | null)[] = [];
  for (let from = 0; from < stories.length; from += AT_ONCE)
    records.push(...(await Promise.all(stories.slice(from, from + AT_ONCE).map(fetchRecord))));
  return records;
}

async function fetchRecord(story: string): Promise<TakenRecord | null> {
  const [items, text] = await Promise.all([fetch(`${story}cite.json`), fetch(`${story}cite.txt`)]);
  if (items.status === 404 || items.status === 410) return null;
  if (!items.ok || !text.ok) throw new Error(`${items.status} ${story}`);
  const references = citationIn(await text.text(), CITING.styles['gbt7714-2025']).split('\n');
  return { items: await items.json(), references };
}
